"""Kinds of change can be told apart, also by readers who see colours otherwise."""

from __future__ import annotations

from itertools import combinations

import pytest

from geodata.looks.changes import CHANGE_ENTRIES, CHANGE_LOOKS
from geodata.rule import KINDS
from tests.geodata.looks.test_colours import EYES, distance

LEAST_DIFFERENCE = 8
"""ΔE2000 below which plain fills can be taken for each other."""


def test_every_kind_has_a_look_of_its_own() -> None:
    assert set(CHANGE_LOOKS) == set(CHANGE_ENTRIES) == {*KINDS, "no-evidence"}
    assert len({look.id for look in CHANGE_LOOKS.values()}) == len(CHANGE_ENTRIES)


def test_what_a_province_became_looks_as_it_does_everywhere() -> None:
    kinds = {
        "became-contested": "contested",
        "now-unclear": "unclear",
        "now-partly": "partly",
        "no-evidence": "no-evidence",
    }
    assert {kind: CHANGE_LOOKS[kind].kind for kind in kinds} == kinds
    assert not any(look.weak for look in CHANGE_LOOKS.values())


@pytest.mark.parametrize("eye", EYES)
def test_plain_kinds_differ_in_colour(eye: str | None) -> None:
    plain = [look for look in CHANGE_LOOKS.values() if look.kind == "held"]
    for one, other in combinations(plain, 2):
        assert distance(one.colours[0], other.colours[0], eye) > LEAST_DIFFERENCE, (one.id, other.id)
