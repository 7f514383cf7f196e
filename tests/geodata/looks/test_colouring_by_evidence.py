"""Fills that say how good the evidence is."""

from __future__ import annotations

from geodata.looks.colourings import colouring_of
from geodata.rule import GRADES
from tests.geodata.looks.actors import COUNTRY, call

EVIDENCE = colouring_of("evidence", COUNTRY)


def test_the_grade_decides_and_the_strength_makes_it_pale() -> None:
    firm, weak = (EVIDENCE.shown(call("contested", ("reds",), strength)) for strength in ("firm", "weak"))
    assert (firm.keys, firm.code, firm.look.weak, weak.look.weak) == (("direct",), "D", False, True)
    assert firm.look.colours == weak.look.colours


def test_grades_that_are_never_firm_are_pale_in_the_legend() -> None:
    looks = {grade: EVIDENCE.look(grade) for grade in GRADES}
    assert [grade for grade, look in looks.items() if look.weak] == ["regional-adjacent", "inferred"]
