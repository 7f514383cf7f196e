"""The map of what changed, as the map script takes it."""

from __future__ import annotations

import re

from dashboard.edition import clear_editions, edition_of
from dashboard.server.find_asset import find_asset
from dashboard.text import texts
from dashboard.views.compare.asset import changes_asset
from dashboard.views.compare.html import change_legend_html, change_tables_html
from dashboard.views.compare.payload import PERIOD, changes_payload
from tests.built_in import ATLAS

EDITION = edition_of(ATLAS)
WORDS = texts()


def test_each_province_says_what_changed() -> None:
    payload = changes_payload(EDITION, "1985", "1987")
    # JSON has text for keys.
    (named,) = payload["provinces"].values()
    calls = {one[0]: payload["states"][number] for one, number in zip(named, payload["calls"][PERIOD], strict=True)}
    assert len(calls) == 29
    balkh = calls["balkh"]["shown"]["faction"]
    assert balkh["code"] == "JAM→?"
    assert balkh["keys"] == ["now-unclear"]
    assert balkh["what"].startswith("Balkh: Now unclear; 1985: Jamiat-i Islami, held, inferred evidence, weak; 1987: ")
    assert {one["shown"]["faction"]["look"] for one in calls.values()} == set(
        changes_payload(EDITION, "1985", "1987")["looks"]
    )


def test_its_map_says_how_long_its_scale_is() -> None:
    scale = changes_payload(edition_of(ATLAS, "fa"), "1985", "1987")["scale"]
    assert scale == {"km": "{} کیلومتر", "m": "{} متر", "digits": "arabext"}


def test_any_process_can_make_the_file_that_another_one_named() -> None:
    asset = changes_asset(EDITION, "1985", "1988-89")
    clear_editions()
    again = find_asset(edition_of(ATLAS), asset.name)
    assert again is not None
    assert again.content == asset.content
    for name in (
        "changes-en-0-9.000000000000.json",
        "changes-en-1-0.000000000000.json",
        asset.name.replace(".", ".0", 1),
    ):
        assert find_asset(edition_of(ATLAS), name) is None


def test_the_legend_counts_what_the_map_shows() -> None:
    html = change_legend_html(EDITION, "1985", "1987", ("now-unclear",))
    shown = {
        key for one in changes_payload(EDITION, "1985", "1987")["states"] for key in one["shown"]["faction"]["keys"]
    }
    assert set(re.findall('data-key="([a-z-]+)"', html)) == shown
    assert html.count('aria-pressed="true"') == 1


def test_it_says_so_if_nothing_changed() -> None:
    html = change_tables_html(EDITION, "1985", "1985", None)
    assert "Nothing changed from 1985 to 1985: every province has the same result." in html
    assert 'id="change-' not in html
