"""Colours: pale and still themselves, dark enough to be read, borders that stand out from every fill."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from coloraide.everything import ColorAll as Color

from geodata import Atlas
from geodata.looks.colours import contrast, legible, mix, pale
from geodata.looks.lines import HALO, INK
from geodata.looks.look import look_of
from geodata.looks.tiles import LIGHT, Dot, Rectangle, Stroke, tile

EYES = (None, "protan", "deutan", "tritan")
LEAST_CONTRAST = 3

APART = {None: 12, "protan": 8, "deutan": 8, "tritan": 8}
"""Least ΔE2000 of two factions on firm evidence; on weak evidence, pale, `PALE_SHARE` of it."""
PALE_SHARE = 0.5


def distance(one: str, other: str, eye: str | None) -> float:
    seen: list[Any] = [Color(colour) if eye is None else Color(colour).filter(eye) for colour in (one, other)]
    return float(seen[0].delta_e(seen[1], method="2000"))


def named(atlas: Atlas) -> list[str]:
    """Factions that some call or area names."""
    tables = [frame(period.id) for period in atlas.periods for frame in (atlas.control, atlas.areas)]
    return sorted({one for table in tables for ids in table["factions"] for one in ids})


class TestArithmetic:
    @pytest.mark.parametrize(
        ("one", "other", "share", "expected"),
        [
            ("#ff0000", "#0000ff", 0.5, "#800080"),
            ("#123456", "#ffffff", 1, "#123456"),
            ("#123456", "#ffffff", 0, "#ffffff"),
        ],
    )
    def test_mix(self, one: str, other: str, share: float, expected: str) -> None:
        assert mix(one, other, share) == expected

    def test_contrast_is_that_of_the_standard(self) -> None:
        # WCAG's own extremes, and #767676, the lightest grey that passes 4.5:1 on white.
        assert contrast("#000000", "#ffffff") == 21
        assert contrast("#777777", "#ffffff") < 4.5 <= contrast("#767676", "#ffffff")

    def test_legible_changes_nothing_that_can_be_read(self) -> None:
        assert legible("#aa0000", "#ffffff", 3) == "#aa0000"
        yellow = legible("#ffee00", "#ffffff", 3)
        assert contrast(yellow, "#ffffff") >= 3
        # Still yellow: as much red as green and hardly any blue.
        red, green, blue = bytes.fromhex(yellow[1:])
        assert abs(red - green) < 20
        assert blue < 20

    def test_distance_is_what_the_standard_says(self) -> None:
        # From the test data published with CIEDE2000: two Lab colours 2.0425 apart.
        first, second = Color("lab-d65", [50, 2.6772, -79.7751]), Color("lab-d65", [50, 0, -82.7485])
        assert first.delta_e(second, method="2000", space="lab-d65") == pytest.approx(2.0425, abs=1e-4)


class TestPalette:
    """The colours of the built-in atlas."""

    @pytest.mark.parametrize("eye", EYES)
    def test_factions_are_apart_for_every_eye_firm_and_pale(self, afghanistan: Atlas, eye: str | None) -> None:
        factions = afghanistan.factions.set_index("faction_id")
        assert len(named(afghanistan)) > 5
        for first, second in combinations(named(afghanistan), 2):
            one, other = factions.loc[first], factions.loc[second]
            assert distance(one["colour"], other["colour"], eye) >= APART[eye], (first, second)
            assert distance(pale(one["colour"]), pale(other["colour"]), eye) >= PALE_SHARE * APART[eye], (first, second)

    def test_the_code_is_the_second_sign(self, afghanistan: Atlas) -> None:
        codes = afghanistan.factions["code"]
        assert codes.is_unique
        assert (codes.str.len() > 0).all()

    def test_no_two_factions_have_the_same_colour(self, afghanistan: Atlas) -> None:
        assert afghanistan.factions["colour"].is_unique

    @pytest.mark.parametrize("theme", ["light", "dark"])
    def test_borders_stand_out_from_every_fill(self, afghanistan: Atlas, theme: str) -> None:
        fills = {
            mark.colour
            for colour in [*afghanistan.factions["colour"], *afghanistan.sides["colour"]]
            for status, weak in (("held", False), ("held", True), ("unclear", False), ("partly", False))
            for mark in tile(look_of(status, [colour], weak=weak)).marks
            if isinstance(mark, Rectangle)
        }
        for fill in fills:
            assert max(contrast(INK[theme], fill), contrast(HALO[theme], fill)) >= LEAST_CONTRAST, fill

    def test_dots_and_question_marks_can_be_seen_whatever_the_colour(self, afghanistan: Atlas) -> None:
        for colour in afghanistan.factions["colour"]:
            weak, unclear = (look_of(status, [colour], weak=True) for status in ("held", "unclear"))
            assert all(contrast(mark.colour, pale(colour)) >= 2 for mark in tile(weak).marks if isinstance(mark, Dot))
            assert all(contrast(mark.colour, LIGHT) >= 3 for mark in tile(unclear).marks if isinstance(mark, Stroke))

    def test_crosses_can_be_seen_on_a_light_and_on_a_dark_page(self) -> None:
        (cross,) = tile(look_of("no-evidence", [], weak=False)).marks
        assert all(contrast(cross.colour, page) >= LEAST_CONTRAST for page in HALO.values())
