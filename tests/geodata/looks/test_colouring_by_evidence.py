"""Fills that say how good the evidence is."""

from __future__ import annotations

from itertools import combinations

import pytest

from geodata.looks.colourings import colouring_of
from geodata.rule import GRADES
from tests.geodata.looks.actors import COUNTRY, call
from tests.geodata.looks.test_colourings import LEAST_DIFFERENCE
from tests.geodata.looks.test_colours import EYES, distance

EVIDENCE = colouring_of("evidence", COUNTRY)
FIRMNESS = colouring_of("firmness", COUNTRY)


def test_the_grade_decides_and_the_strength_makes_it_pale() -> None:
    firm, weak = (EVIDENCE.shown(call("contested", ("reds",), strength)) for strength in ("firm", "weak"))
    assert (firm.keys, firm.code, firm.look.weak, weak.look.weak) == (("direct",), "D", False, True)
    assert firm.look.colours == weak.look.colours


def test_grades_that_are_never_firm_are_pale_in_the_legend() -> None:
    looks = {grade: EVIDENCE.look(grade) for grade in GRADES}
    assert [grade for grade, look in looks.items() if look.weak] == ["regional-adjacent", "inferred"]


class TestFirmness:
    @pytest.mark.parametrize(
        ("least", "key", "code"),
        [(1, "falls-1", "1"), (2, "falls-2", "2"), (3, "falls-3", "3"), (4, "falls-more", ">3")],
    )
    def test_a_call_is_shown_by_how_many_sources_it_takes_to_fall(self, least: int, key: str, code: str) -> None:
        shown = FIRMNESS.shown(call(faction_least=least))
        assert (shown.keys, shown.code) == ((key,), code)

    def test_weak_is_pale_here_too(self) -> None:
        assert FIRMNESS.shown(call(strength="weak", faction_least=1)).look.weak
        assert not FIRMNESS.shown(call(faction_least=1)).look.weak

    def test_parts_are_not_tried(self) -> None:
        assert FIRMNESS.shown_in_part(call()) is None

    @pytest.mark.parametrize("eye", EYES)
    def test_entries_are_apart_for_every_eye(self, eye: str | None) -> None:
        looks = [FIRMNESS.look(key) for key in FIRMNESS.entries()]
        for one, other in combinations(looks, 2):
            assert distance(one.colours[0], other.colours[0], eye) > LEAST_DIFFERENCE, (one, other)
