"""Colours, textures and codes: looks that can be told apart, also without colour and by every eye."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest
from coloraide.everything import ColorAll as Color

import geodata
from geodata import Atlas
from geodata.looks.style import NEUTRAL, NO_EVIDENCE, Look, Style, svg_pattern, svg_swatch

EYES = [None, "protan", "deutan", "tritan"]
CLOSE = 10
"""Colours nearer than this (CIEDE2000) need a texture to tell them apart."""

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def style() -> Style:
    rows = [
        ("reds", "#aa0000", "plain", "RED"),
        ("greens", "#00aa00", "diagonal", "GRN"),
        ("blues", "#0000aa", "", "BLU"),
        ("drab", "", "", "DRB"),
    ]
    return Style(pd.DataFrame(rows, columns=["faction_id", "colour", "pattern", "code"]))


def shapes(svg: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(f"<g>{svg}</g>").iter())


def colours_of(svg: str) -> set[str]:
    return {element.get("fill", "") for element in shapes(svg) if element.get("fill", "").startswith("#")}


def without_colour(look: Look) -> str:
    """The drawing with every faction's colour the same grey: what is left is what shape alone tells."""
    svg = svg_pattern(look, "p")
    for colour in look.colours:
        svg = svg.replace(colour, "#777777")
    return svg


class TestLooks:
    def test_five_looks_are_told_apart_without_colour(self, style: Style) -> None:
        looks = {
            "held": style.look("held", ["reds"], "firm"),
            "shared": style.look("shared", ["reds", "blues"], "firm"),
            "contested": style.look("contested", ["reds", "blues"], "firm"),
            "weaker evidence": style.look("held", ["reds"], "weak"),
            "no evidence": style.look("no-evidence", [], None),
        }
        assert len({without_colour(look) for look in looks.values()}) == 5
        assert len({look.id for look in looks.values()}) == 5

    def test_firm_evidence_is_drawn_full(self, style: Style) -> None:
        assert not style.look("held", ["reds"], "firm").weak

    def test_weak_evidence_is_visibly_lighter(self, style: Style) -> None:
        look = style.look("held", ["reds"], "weak")
        assert look.weak

        def ground(one: Look) -> float:
            coloured = [element for element in shapes(svg_pattern(one, "p")) if element.get("fill") == "#aa0000"]
            return float(next(element for element in coloured if element.tag == "rect").get("fill-opacity", "1"))

        assert ground(look) <= ground(style.look("held", ["reds"], "firm")) / 2

    @pytest.mark.parametrize("status", ["shared", "contested"])
    def test_every_faction_is_drawn(self, style: Style, status: str) -> None:
        for names in (["reds", "greens"], ["reds", "greens", "blues"]):
            svg = svg_pattern(style.look(status, names, "firm"), "p")
            assert {"#aa0000", "#00aa00"} <= colours_of(svg)
            assert ("#0000aa" in colours_of(svg)) == (len(names) == 3)

    def test_contested_with_one_contender_shows_that_somebody_else_was_there(self, style: Style) -> None:
        look = style.look("contested", ["reds"], "firm")
        assert look.colours == ("#aa0000", NEUTRAL)
        assert without_colour(look) != without_colour(style.look("held", ["reds"], "firm"))

    def test_no_evidence_has_no_faction_s_colour(self, style: Style) -> None:
        assert style.look("no-evidence", [], None) == NO_EVIDENCE
        assert style.look("held", [], None) == NO_EVIDENCE
        assert NO_EVIDENCE.colours == ()

    def test_faction_without_a_colour_is_neutral(self, style: Style) -> None:
        assert style.faction_look("drab") == Look("held", (NEUTRAL,), ("plain",))

    def test_legend_shows_what_the_map_shows(self, style: Style) -> None:
        assert style.faction_look("greens") == style.look("held", ["greens"], "firm")

    def test_unknown_faction_is_a_fault_of_the_caller(self, style: Style) -> None:
        with pytest.raises(KeyError):
            style.look("held", ["nobody"], "firm")

    def test_same_look_has_the_same_name_and_others_have_others(self, style: Style) -> None:
        strengths, statuses = ("firm", "weak"), ("held", "shared", "contested")
        names = (["reds"], ["greens"], ["reds", "greens"], ["greens", "reds"])
        looks = {style.look(status, faction, one) for status in statuses for faction in names for one in strengths}
        assert len({look.id for look in looks}) == len(looks)
        assert all(set(look.id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for look in looks)


class TestCodes:
    @pytest.mark.parametrize(
        ("status", "names", "expected"),
        [
            ("held", ["reds"], "RED"),
            ("shared", ["greens", "reds"], "GRN/RED"),
            ("shared", ["blues", "greens", "reds"], "BLU/GRN"),
            ("contested", ["blues", "reds"], ""),
            ("no-evidence", [], ""),
        ],
    )
    def test_code_in_a_province(self, style: Style, status: str, names: list[str], expected: str) -> None:
        assert style.code(status, names) == expected


class TestDrawing:
    def test_each_texture_of_the_schema_has_a_drawing_of_its_own(self) -> None:
        descriptor = json.loads(
            (Path(geodata.__file__).parent / "atlases/afghanistan/datapackage.json").read_text("utf-8")
        )
        (factions,) = [one for one in descriptor["resources"] if one["name"] == "factions"]
        (pattern,) = [one for one in factions["schema"]["fields"] if one["name"] == "pattern"]
        textures = pattern["constraints"]["enum"]
        assert (
            len({svg_pattern(Look("held", ("#aa0000",), (texture,)), "p") for texture in textures}) == len(textures) > 1
        )

    @pytest.mark.parametrize("count", [1, 2, 3])
    def test_drawings_are_well_formed_and_fill_their_tile(self, style: Style, count: int) -> None:
        names = ["reds", "greens", "blues"][:count]
        for status in ("held", "shared", "contested"):
            for strength in ("firm", "weak"):
                look = style.look(status, names[:1] if status == "held" else names, strength)
                (root,) = list(ElementTree.fromstring(f"<g>{svg_pattern(look, 'p')}</g>"))
                sides = ("x", "y", "width", "height")
                grounds = {tuple(float(one.get(side, 0)) for side in sides) for one in root if one.tag == "rect"}
                covered = sum(width * height for _, _, width, height in grounds)
                assert covered == float(root.get("width", 0)) * float(root.get("height", 0))

    def test_identifier_is_escaped(self) -> None:
        root = ElementTree.fromstring(svg_pattern(NO_EVIDENCE, 'a"<&'))
        assert root.get("id") == 'a"<&'

    def test_swatch_is_a_picture_of_its_size(self, style: Style) -> None:
        root = ElementTree.fromstring(svg_swatch(style.faction_look("greens"), 30, 20))
        assert (root.tag, root.get("width"), root.get("height"), root.get("viewBox")) == (
            f"{SVG}svg",
            "30",
            "20",
            "0 0 30 20",
        )
        assert root.find(f".//{SVG}pattern") is not None


class TestPalette:
    """The colours of the built-in atlas."""

    @staticmethod
    def leaders(atlas: Atlas) -> list[str]:
        return sorted(
            {one for period in atlas.periods for names in atlas.control(period.id)["factions"] for one in names}
        )

    @staticmethod
    def distance(first: str, second: str, eye: str | None) -> float:
        seen: list[Any] = [Color(one) if eye is None else Color(one).filter(eye) for one in (first, second)]
        return float(seen[0].delta_e(seen[1], method="2000"))

    def test_distance_of_colours_is_what_the_standard_says(self) -> None:
        # From the test data published with CIEDE2000: two Lab colours 2.0425 apart.
        first, second = Color("lab-d65", [50, 2.6772, -79.7751]), Color("lab-d65", [50, 0, -82.7485])
        assert first.delta_e(second, method="2000", space="lab-d65") == pytest.approx(2.0425, abs=1e-4)

    @pytest.mark.parametrize("eye", EYES)
    def test_leaders_with_close_colours_differ_in_texture(self, afghanistan: Atlas, eye: str | None) -> None:
        factions = afghanistan.factions.set_index("faction_id")
        leaders = self.leaders(afghanistan)
        assert len(leaders) > 5
        for first, second in combinations(leaders, 2):
            one, other = factions.loc[first], factions.loc[second]
            if self.distance(one["colour"], other["colour"], eye) < CLOSE:
                assert one["pattern"] != other["pattern"], f"{first} and {second} look alike to a {eye or 'normal'} eye"

    def test_no_two_factions_share_both_colour_and_texture(self, afghanistan: Atlas) -> None:
        style = Style(afghanistan.factions)
        looks = [style.faction_look(faction_id) for faction_id in afghanistan.factions["faction_id"]]
        assert len(set(looks)) == len(looks)

    def test_no_faction_looks_like_no_evidence(self, afghanistan: Atlas) -> None:
        style = Style(afghanistan.factions)
        nothing = svg_pattern(NO_EVIDENCE, "p")
        (mark,) = [element for element in shapes(nothing) if element.get("stroke")]
        for faction_id in afghanistan.factions["faction_id"]:
            for strength in ("firm", "weak"):
                drawn = svg_pattern(style.look("held", [faction_id], strength), "p")
                assert mark.get("d", "") not in drawn
                assert any(element.tag == "rect" for element in shapes(drawn)), "a faction has a ground of its colour"
        assert not any(element.tag == "rect" for element in shapes(nothing))

    def test_codes_are_short_and_unique(self, afghanistan: Atlas) -> None:
        codes = afghanistan.factions["code"]
        assert codes.is_unique
        assert codes.str.fullmatch("[A-Z]{1,4}").all()

    def test_the_swatch_of_no_evidence_lets_the_ground_through_as_the_map_does(self) -> None:
        # On a dark page the province is dark: a white swatch would be of something else.
        fills = [one.get("fill") for one in shapes(svg_swatch(NO_EVIDENCE)) if one.get("fill")]
        assert fills == ["url(#p)"]
