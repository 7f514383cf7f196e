"""The provinces as a table."""

from __future__ import annotations

import re

from dashboard.edition import edition_of
from dashboard.parts import provinces_table_html
from tests.built_in import ATLAS

EDITION = edition_of(ATLAS)


def rows(html: str) -> dict[str, str]:
    return dict(re.findall(r'<tr data-province="([^"]+)">(.*?)</tr>', html, re.DOTALL))


def test_every_province_has_a_row_with_what_the_map_shows_of_it() -> None:
    found = rows(provinces_table_html(EDITION, "1988-89"))
    calls = ATLAS.control("1988-89").set_index("province_id")
    assert set(found) == set(calls.index)
    for province_id, row in found.items():
        call = calls.loc[province_id]
        assert call["name"] in row
        assert re.findall(r'data-sort="(\d+)" class="number"', row) == [
            str(call["claims_for"]), str(call["claims_against"]), re.findall(r'data-sort="(\d+)"', row)[-2],
            str(round(call["area_km2"])),
        ]  # fmt: skip


def test_what_is_pinned_in_the_legend_narrows_it_down() -> None:
    html = provinces_table_html(EDITION, "1985", "faction", ("jamiat-i-islami",))
    calls = ATLAS.control("1985")
    named = calls[calls["factions"].map(lambda ids: "jamiat-i-islami" in ids)]
    assert set(rows(html)) == set(named["province_id"]) != set(calls["province_id"])
    assert f"{len(named)} of 29 provinces, 1985" in html


def test_colours_are_those_of_the_map() -> None:
    by_evidence = provinces_table_html(EDITION, "1985", "evidence")
    assert by_evidence != provinces_table_html(EDITION, "1985")
    assert "look-" in by_evidence
