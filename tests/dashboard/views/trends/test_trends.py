"""Shares of each period, and what went from whom to whom."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dashboard.edition import edition_of
from dashboard.parts import PHONE, WIDE
from dashboard.views.trends.chart import summary_words, trends_svg
from dashboard.views.trends.columns import Columns, headings
from dashboard.views.trends.data import Measure, trends
from dashboard.views.trends.html import trends_html
from geodata import load
from geodata.frames import records
from geodata.tables.template import write_template
from tests.built_in import ATLAS
from tests.made_up import Folder

EDITION = edition_of(ATLAS)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "squareland")


@pytest.mark.parametrize("by", ["faction", "alliance"])
def test_shares_make_up_the_whole_of_each_period(by: str) -> None:
    areas, provinces = (trends(EDITION, by, measure) for measure in ("area", "provinces"))  # type: ignore[arg-type]
    for number, period in enumerate(ATLAS.periods):
        calls = ATLAS.control(period.id)
        assert provinces.total(number) == 29
        assert areas.total(number) == pytest.approx(calls["area_km2"].sum())
        unknown = (calls["status"] == "no-evidence").sum()
        assert provinces.shares[number]["no-evidence"].unrated == unknown


def test_sums_are_those_of_the_library_firm_and_weak_apart() -> None:
    areas, provinces = (trends(EDITION, "faction", measure) for measure in ("area", "provinces"))  # type: ignore[arg-type]
    periods = [period.id for period in ATLAS.periods]
    for row in records(ATLAS.summary()):
        number, key = periods.index(row["period_id"]), row["faction_id"] or row["status"]
        kind = row["strength"] or "unrated"
        if row["status"] == "led":
            assert getattr(areas.shares[number][key], kind) == pytest.approx(row["area_km2"])
        if row["provinces"]:
            assert getattr(provinces.shares[number][key], kind) == row["provinces"]


def test_a_shared_province_is_divided_in_area_and_counted_once() -> None:
    """Baghlan in 1988–89 is shared by Jamiat and Hezb (Gulbuddin)."""
    calls = ATLAS.control("1988-89")
    shared = calls[calls["status"] == "shared"]
    provinces = trends(EDITION, "faction", "provinces").shares[2]
    assert provinces["shared"].amount == len(shared) > 0
    for faction_id in {one for factions in shared["factions"] for one in factions}:
        assert provinces[faction_id].shared == sum(faction_id in factions for factions in shared["factions"])
        held = calls[(calls["status"] == "held") & (calls["faction_id"] == faction_id)]
        assert provinces[faction_id].amount == len(held)


def test_flows_join_the_shares_on_both_sides() -> None:
    for measure in ("area", "provinces"):
        found = trends(EDITION, "faction", measure)  # type: ignore[arg-type]
        for number in (0, 1):
            flows = [one for one in found.flows if one.number == number]
            for key, share in found.shares[number + 1].items():
                assert sum(one.amount for one in flows if one.after == key) == pytest.approx(share.amount)
            for key, share in found.shares[number].items():
                assert sum(one.amount for one in flows if one.before == key) == pytest.approx(share.amount, rel=0.01)


def test_changed_hands_is_drawn_apart_from_other_sources(folder: Folder) -> None:
    """North and south go from Blues to Greens: of the north an event tells, of the south nobody."""
    folder.append("claims.csv", claim_id="C910", sentence_id="S02-9", faction_id="greens", domain="countryside",
                  role="dominant", scope="provinces", date="1910", basis="stated", statement="Made up.",
                  source_id="S02")  # fmt: skip
    folder.append("events.csv", event_id="V910", date="1909-05-01", place_id="hillfort", kind="captured",
                  faction_id="greens", statement="The Greens take Hillfort.", source_id="S02")  # fmt: skip
    folder.append("scopes.csv", claim_id="C001", province_id="south", extent="whole", named="true")
    for province in ("north", "south"):
        folder.append("scopes.csv", claim_id="C910", province_id=province, extent="whole", named="true")
    edition = edition_of(folder.load())
    flows = [
        one for one in trends(edition, "faction", "provinces").flows if (one.before, one.after) == ("blues", "greens")
    ]
    assert sorted((one.kind, one.names, one.amount, one.reasons) for one in flows) == [
        ("changed-hands", ("North",), 1, ("North, 1 May 1909: The Greens take Hillfort.",)),
        ("other-sources", ("South",), 1, ()),
    ]
    root = ElementTree.fromstring(trends_svg(edition, "faction", "provinces"))
    ribbons = {one.get("data-kind"): one for one in root.iter(f"{SVG}path") if one.get("data-from") == "blues"}
    assert ribbons["other-sources"].get("stroke-dasharray")
    assert not ribbons["changed-hands"].get("stroke-dasharray")
    html = trends_html(edition, "faction", "provinces", ())
    assert (
        html.index("<h4>Changed hands</h4>")
        < html.index("The Greens take Hillfort.")
        < html.index("<h4>Other sources</h4>")
    )


def test_provinces_that_are_new_come_from_nobody(tmp_path: Path) -> None:
    squareland = load(write_template(tmp_path / "squareland"))
    found = trends(edition_of(squareland), "faction", "provinces")
    assert found.total(1) == 3
    assert {name for flow in found.flows for name in flow.names} <= set(squareland.control("1900")["name"])
    assert "<svg" in trends_html(edition_of(squareland), "alliance", "provinces", ())


@pytest.mark.parametrize("width", [358, 1180])
@pytest.mark.parametrize("measure", ["area", "provinces"])
def test_columns_are_equally_high_and_every_entry_is_drawn(width: int, measure: Measure) -> None:
    root = ElementTree.fromstring(trends_svg(EDITION, "faction", measure, ("sazman-i-nasr",), width))
    blocks = [one for one in root.iter(f"{SVG}g") if one.get("data-block")]
    drawn = [share for one in trends(EDITION, "faction", measure).shares for share in one.values() if share.amount]
    assert len(blocks) == len(drawn)
    heights: dict[str, float] = {}
    for block in blocks:
        *_, outline = block.findall(f"{SVG}rect")
        heights[outline.attrib["x"]] = heights.get(outline.attrib["x"], 0) + float(outline.attrib["height"])
    assert len(heights) == 3
    assert max(heights.values()) == pytest.approx(min(heights.values()), abs=1)
    pinned = {one.get("data-block") for one in blocks if "is-pinned" in str(one.get("class"))}
    assert pinned == {"sazman-i-nasr"}


def test_it_says_in_words_what_it_shows_firm_and_weak_apart() -> None:
    calls = ATLAS.control("1988-89")
    jamiat = calls[
        calls["factions"].map(lambda ids: "jamiat-i-islami" in ids) & calls["status"].isin(["held", "shared"])
    ]
    parts = jamiat["area_km2"] / jamiat["factions"].map(len) / calls["area_km2"].sum()
    said = summary_words(EDITION, "faction", "area")
    assert f"1988–89: Jamiat-i Islami {parts[jamiat['strength'] == 'weak'].sum():.0%} weak" in said
    assert len(re.findall("No source says who led", said)) == 3


@pytest.mark.parametrize("language", ["en", "fa"])
def test_labels_beside_the_last_column_stay_within_the_picture(language: str) -> None:
    picture = ElementTree.fromstring(trends_svg(edition_of(ATLAS, language), width=WIDE))
    labels = picture.findall(f".//{SVG}text[@class='halo']")
    last = max(float(one.attrib["x"]) for one in labels)
    longest = max(len(one.text or "") for one in labels if float(one.attrib["x"]) == last)
    # A letter of the font is at most 0.58 of its size of 13 pixels wide in a line of several.
    assert longest > 30, "a sentence, such as that the evidence points both ways"
    assert last + longest * 13 * 0.58 <= WIDE
    directions = {(one.attrib.get("direction", "ltr"), one.attrib.get("text-anchor", "start")) for one in labels}
    assert directions == ({("rtl", "end")} if language == "fa" else {("ltr", "start")})


@pytest.mark.parametrize("number", [1, 2, 12, 37, 200])
def test_headings_of_many_years_keep_apart(number: int) -> None:
    labels = [str(1800 + one) for one in range(number)]
    found = headings(labels, Columns.of(number, PHONE, True))
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}
    letter = 13 * 0.58
    ends = [(x - share[side] * 4 * letter, x + (1 - share[side]) * 4 * letter) for _, x, side in found]
    assert ends[0][0] >= 0
    assert ends[-1][1] <= PHONE
    assert all(one[1] < other[0] for one, other in pairwise(ends))


@pytest.mark.parametrize("language", ["fa", "ps"])
def test_a_flow_between_two_english_names_is_read_from_right_to_left(language: str) -> None:
    """Each name keeps to itself: between two of one direction the arrow would turn round."""
    said = edition_of(ATLAS, language).words("trends-flow", before="Front A", after="Front B", names="x", amount="y")
    assert said.startswith("\u2068Front A\u2069 ← \u2068Front B\u2069")
