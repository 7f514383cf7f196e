"""All years at once."""

from __future__ import annotations

from pathlib import Path

from benchmarks.made import make_atlas
from dashboard.edition import edition_of
from dashboard.views.trends.small_maps import small_maps_html
from geodata import load
from tests.made_up import Folder


def test_each_year_is_a_map_that_leads_to_the_large_one() -> None:
    html = small_maps_html(edition_of(load()), "faction")
    for period in ("1985", "1987", "1988-89"):
        assert f'data-choose="map {period}"' in html
    assert html.count('class="atlas-picture"') == 3
    assert 'aria-label="Map of 1988–89"' in html


def test_one_year_is_no_row_of_maps(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "squareland")
    assert small_maps_html(edition_of(folder.load()), "faction")
    folder.keep_rows("periods.csv", 2)
    assert small_maps_html(edition_of(folder.load()), "faction") == ""


def test_hundreds_of_provinces_are_too_small_to_be_seen(tmp_path: Path) -> None:
    made = load(make_atlas(tmp_path / "made", provinces=700, periods=2))
    assert small_maps_html(edition_of(made), "faction") == ""
