"""Shares of each period, and what went from whom to whom."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dashboard.edition import edition_of
from dashboard.text import texts
from dashboard.views.trends.chart import summary_words, trends_svg
from dashboard.views.trends.data import trends
from dashboard.views.trends.html import trends_html
from geodata import load
from geodata.tables.template import write_template

ATLAS = load()
EDITION = edition_of(ATLAS)
WORDS = texts()
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("by", ["faction", "alliance"])
def test_shares_make_up_the_whole_of_each_period(by: str) -> None:
    found = trends(edition_of(ATLAS), by)  # type: ignore[arg-type]
    for number, period in enumerate(ATLAS.periods):
        assert found.total(number, "provinces") == pytest.approx(29)
        assert found.total(number, "area") == pytest.approx(ATLAS.control(period.id)["area_km2"].sum())
        unknown = (ATLAS.control(period.id)["status"] == "no-evidence").sum()
        assert found.shares[number]["no-evidence"].provinces == unknown


def test_areas_are_those_of_the_summary() -> None:
    found = trends(edition_of(ATLAS), "faction")
    for row in ATLAS.summary().itertuples():
        number = [period.id for period in ATLAS.periods].index(str(row.period_id))
        share = found.shares[number][row.faction_id or row.status]
        assert share.area_km2 == pytest.approx(row.area_km2)
        if row.status == "led":
            assert share.firm_area_km2 == pytest.approx(row.firm_area_km2)


def test_flows_join_the_shares_on_both_sides() -> None:
    found = trends(edition_of(ATLAS), "faction")
    for number in (0, 1):
        flows = [one for one in found.flows if one.number == number]
        for key, share in found.shares[number].items():
            assert sum(one.provinces for one in flows if one.before == key) == pytest.approx(share.provinces)
        for key, share in found.shares[number + 1].items():
            assert sum(one.area_km2 for one in flows if one.after == key) == pytest.approx(share.area_km2)
    lost = next(one for one in found.flows if (one.before, one.after) == ("jamiat-i-islami", "contested"))
    assert lost.names == ("Balkh", "Herat")


def test_provinces_that_are_new_come_from_nobody(tmp_path: Path) -> None:
    squareland = load(write_template(tmp_path / "squareland"))
    found = trends(edition_of(squareland), "faction")
    assert found.total(1, "provinces") == 3
    assert {name for flow in found.flows for name in flow.names} <= set(squareland.control("1900")["name"])
    assert "<svg" in trends_html(edition_of(squareland, WORDS.language), "alliance", "provinces", ())


@pytest.mark.parametrize("width", [358, 1180])
@pytest.mark.parametrize("measure", ["area", "provinces"])
def test_columns_are_equally_high_and_every_entry_is_drawn(width: int, measure: str) -> None:
    root = ElementTree.fromstring(trends_svg(EDITION, "faction", measure, ("sazman-i-nasr",), width))
    blocks = [one for one in root.iter(f"{SVG}g") if one.get("data-block")]
    assert len(blocks) == sum(len(one) for one in trends(edition_of(ATLAS), "faction").shares)
    heights: dict[str, float] = {}
    for block in blocks:
        *_, outline = block.findall(f"{SVG}rect")
        heights[outline.attrib["x"]] = heights.get(outline.attrib["x"], 0) + float(outline.attrib["height"])
    assert len(heights) == 3
    assert max(heights.values()) == pytest.approx(min(heights.values()), abs=1)
    pinned = {one.get("data-block") for one in blocks if "is-pinned" in str(one.get("class"))}
    assert pinned == {"sazman-i-nasr"}


def test_it_says_in_words_what_it_shows() -> None:
    calls = ATLAS.control("1985")
    harakat = calls.loc[calls["faction_id"] == "harakat-i-inqilab", "area_km2"].sum() / calls["area_km2"].sum()
    said = summary_words(EDITION, "faction", "area")
    assert said.startswith(f"1985: Harakat-i Inqilab-i Islami {harakat:.0%}, Jamiat-i Islami 37%")
    assert len(re.findall("No evidence", said)) == 3
