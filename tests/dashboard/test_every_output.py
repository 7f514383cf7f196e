"""What a call says is said in every output: nothing looks firmer than it is, and whoever makes it unclear is named."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from typing import Any

import numpy as np
import pytest
import shapely
from matplotlib.collections import PathCollection

from dashboard.downloads import make_file
from dashboard.edition import edition_of
from dashboard.map import calls_payload, explore
from dashboard.map.payload import states_of
from dashboard.parts import CallWords, legend_html
from dashboard.parts.provinces_table import provinces_table_html
from dashboard.publish import publish
from geodata import COLOURINGS, Atlas
from tests.made_up import Folder

pytestmark = pytest.mark.slow

YEAR, LATER = "1985", "1988-89"
PALE = ("held", "shared", "contested")
"""Statuses that are pale and dotted on weak evidence; the others have looks that say already how little is known."""


def calls_of(atlas: Atlas, year: str) -> dict[str, dict[str, Any]]:
    return {one["province_id"]: one for one in atlas.control(year).to_dict("records")}


@pytest.fixture(scope="module")
def calls(afghanistan: Atlas) -> dict[str, dict[str, Any]]:
    return calls_of(afghanistan, YEAR)


def test_most_of_1985_is_not_firm_and_of_a_later_year_some_is(
    afghanistan: Atlas, calls: dict[str, dict[str, Any]]
) -> None:
    """Else the tests below would say little: one encyclopedia carries nearly all of 1985."""
    assert len([one for one in calls.values() if one["strength"] == "weak"]) > len(calls) / 2
    assert any(one["strength"] == "firm" for one in calls_of(afghanistan, LATER).values())


def assert_not_firmer(look: str, call: dict[str, Any]) -> None:
    """The id of a look says what it is; a look of a firm call is one without `weak` of a status that has a strength."""
    name = f"{call['province_id']}: {look}"
    if call["status"] in PALE:
        assert look.startswith(f"{call['status']}-"), name
        assert look.endswith("-weak") == (call["strength"] == "weak"), name
    else:
        assert look.startswith(call["status"]), name


@pytest.fixture(scope="module")
def payload(afghanistan: Atlas) -> dict[str, Any]:
    return calls_payload(edition_of(afghanistan), COLOURINGS)


@pytest.mark.parametrize("year", [YEAR, LATER])
@pytest.mark.parametrize("colouring", ["faction", "alliance"])
def test_the_map(afghanistan: Atlas, payload: dict[str, Any], colouring: str, year: str) -> None:
    calls = calls_of(afghanistan, year)
    for province_id, state in states_of(payload, year).items():
        shown = state["shown"][colouring]
        call = calls[province_id]
        if colouring == "faction":
            assert_not_firmer(shown["look"], call)
        assert state["strength"] == call["strength"]
        # A pattern with dots is pale and dotted; nothing else has dots.
        dotted = "<circle" in payload["looks"][shown["look"]]
        assert dotted == (call["status"] in PALE and call["strength"] == "weak"), province_id
        assert shown["what"].endswith(", weak") == (call["strength"] == "weak"), province_id


def test_the_map_by_side_has_the_strength_of_the_side(afghanistan: Atlas, payload: dict[str, Any]) -> None:
    calls = calls_of(afghanistan, LATER)
    # Firm for the side and weak for the party: the two maps must differ there.
    assert [one for one in calls.values() if one["side_strength"] == "firm" and one["strength"] == "weak"]
    for province_id, state in states_of(payload, LATER).items():
        call = calls[province_id]
        if call["side"]:
            dotted = "<circle" in payload["looks"][state["shown"]["side"]["look"]]
            assert dotted == (call["side_strength"] == "weak"), province_id


@pytest.mark.parametrize("year", [YEAR, LATER])
def test_the_legend_counts_firm_provinces_apart(afghanistan: Atlas, year: str) -> None:
    calls = calls_of(afghanistan, year)
    entries = re.findall(
        r'<li data-key="([^"]+)" data-faction="\1".*?<span class="count"[^>]*>.*?<span class="sr">(.*?)</span>',
        legend_html(edition_of(afghanistan), year),
        re.DOTALL,
    )
    assert len(entries) > 3
    led = [one for one in calls.values() if one["status"] in ("held", "shared")]
    for faction_id, count in entries:
        its = [one for one in led if faction_id in one["factions"]]
        firm = sum(one["strength"] == "firm" for one in its)
        found = re.search(r"\((\d+) firm\)", count)
        assert int(found[1] if found else 0) == firm, faction_id
        assert count.split()[0] == str(len(its)), faction_id


def test_the_printed_figure(afghanistan: Atlas, calls: dict[str, dict[str, Any]]) -> None:
    figure = afghanistan.plot(YEAR)
    found = [one.get_offsets() for one in figure.axes[0].collections if isinstance(one, PathCollection)]
    dots = shapely.points(np.vstack([np.asarray(one) for one in found]))
    # Areas of parts lie over the ground of a province and have looks of their own.
    over = afghanistan.areas(YEAR).to_crs(figure.crs).geometry.union_all().buffer(10_000)
    for row in afghanistan.control(YEAR).to_crs(figure.crs).itertuples():
        inside = row.geometry.buffer(-10_000).difference(over)
        dotted = bool(shapely.contains(inside, dots).any())
        assert dotted == (row.status in PALE and row.strength == "weak"), row.province_id


def test_a_notebook(afghanistan: Atlas, payload: dict[str, Any], calls: dict[str, dict[str, Any]]) -> None:
    cell = html.unescape(explore(afghanistan, YEAR)._repr_html_())
    for call in calls.values():
        card = html.unescape(afghanistan.call(call["province_id"], YEAR)._repr_html_())
        first = card.partition("</p>")[0]
        assert (", weak" in first) == (call["strength"] == "weak"), call["province_id"]
    for province_id, state in states_of(payload, YEAR).items():
        look = state["shown"]["faction"]["look"]
        assert_not_firmer(look, calls[province_id])
        assert look in cell


def test_the_published_page(afghanistan: Atlas, calls: dict[str, dict[str, Any]]) -> None:
    page = publish(afghanistan).decode()
    data = re.search(r'<script type="application/json" id="atlas-data">(.*?)</script>', page, re.DOTALL)
    assert data
    for province_id, state in states_of(json.loads(data[1])["calls"], YEAR).items():
        assert_not_firmer(state["shown"]["faction"]["look"], calls[province_id])
    for call in calls.values():
        row = re.search(rf'<tr><th scope="row">{re.escape(call["name"])}</th><td>(.*?)</td>', page)
        assert row
        look = re.search(r"look-([\w-]+)\"", row[1])
        assert look
        assert_not_firmer(look[1], call)
        assert row[1].endswith(", weak") == (call["strength"] == "weak"), call["province_id"]


@pytest.mark.parametrize("year", [YEAR, LATER])
@pytest.mark.parametrize("ending", ["csv", "geojson"])
def test_files(afghanistan: Atlas, ending: str, year: str) -> None:
    calls = calls_of(afghanistan, year)
    content = make_file(edition_of(afghanistan), f"calls.{year}.{ending}").content.decode("utf-8-sig")
    rows = (
        list(csv.DictReader(io.StringIO(content)))
        if ending == "csv"
        else [one["properties"] for one in json.loads(content)["features"]]
    )
    assert len(rows) == len(calls)
    for row in rows:
        call = calls[row["province_id"]]
        assert (row["strength"] or None) == call["strength"]
        assert (row["side_strength"] or None) == call["side_strength"]
        assert bool(row["why_weak"]) == (call["strength"] == "weak")


class TestUnclearByAPart:
    """The north is the blues' on weak evidence alone, and the Crown is dominant in its valley."""

    @pytest.fixture
    def atlas(self, folder: Folder) -> Atlas:
        folder.set("sources.csv", 2, "thin", "true")
        # Rebels roamed the north: of the same side, firm; and the Crown in the valley in another year.
        folder.keep_rows("claims.csv", 2, 4, 5, 6, 7, 8)
        folder.keep_rows("scopes.csv", 2, 5, 6, 7, 8)
        folder.set("claims.csv", 5, "date", "1900")
        return folder.load()

    WORDS = "Blue Party and, in a part, The Crown"

    def test_the_call(self, atlas: Atlas) -> None:
        north = atlas.control("1900").set_index("province_id").loc["north"]
        assert (north["status"], north["factions"], north["part_factions"]) == ("unclear", ("blues",), ("crown",))
        assert atlas.call("north", "1900").text.startswith(f"the evidence points both ways: {self.WORDS}, ")

    def test_the_page(self, atlas: Atlas) -> None:
        edition = edition_of(atlas)
        (north,) = [one for one in atlas.control("1900").to_dict("records") if one["province_id"] == "north"]
        assert self.WORDS in CallWords(edition).what(north)
        assert f"{self.WORDS}</td>" in provinces_table_html(edition, "1900", "faction", ())
        state = states_of(calls_payload(edition), "1900")["north"]
        assert state["shown"]["faction"]["lead"] == self.WORDS
        assert self.WORDS in state["shown"]["faction"]["what"]

    def test_files(self, atlas: Atlas) -> None:
        content = make_file(edition_of(atlas), "calls.1900.csv").content.decode("utf-8-sig")
        (north,) = [one for one in csv.DictReader(io.StringIO(content)) if one["province_id"] == "north"]
        assert (north["factions"], north["part_factions"]) == ("blues", "crown")

    def test_figure_published_page_and_answer(self, atlas: Atlas) -> None:
        assert self.WORDS in atlas.plot("1900").alt_text
        assert self.WORDS in publish(atlas).decode()
        assert self.WORDS in atlas.answer("north", "1900").text
