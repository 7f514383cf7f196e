"""Kinds of change can be told apart, also by readers who see colours otherwise."""

from __future__ import annotations

from itertools import combinations

import pytest
from coloraide.everything import ColorAll as Color

from geodata.looks.changes import CHANGE_ENTRIES, CHANGE_LOOKS
from geodata.rule.changes import KINDS

EYES = ("normal", "protan", "deutan", "tritan")
LEAST_DIFFERENCE = 8
"""ΔE2000 below which plain fills can be taken for each other; a texture tells them apart otherwise."""


def seen(colour: str, eyes: str) -> Color:
    return Color(colour) if eyes == "normal" else Color(colour).filter(eyes)


def test_every_kind_has_a_look_of_its_own() -> None:
    assert set(CHANGE_LOOKS) == set(CHANGE_ENTRIES) == {*KINDS, "no-evidence"}
    assert len({look.id for look in CHANGE_LOOKS.values()}) == len(CHANGE_ENTRIES)


@pytest.mark.parametrize("eyes", EYES)
def test_kinds_of_one_texture_differ_in_colour(eyes: str) -> None:
    drawn = [look for look in CHANGE_LOOKS.values() if look.colours]
    for one, other in combinations(drawn, 2):
        if (one.kind, one.textures) == (other.kind, other.textures):
            difference = seen(one.colours[0], eyes).delta_e(seen(other.colours[0], eyes), method="2000")
            assert difference > LEAST_DIFFERENCE, (one.id, other.id, difference)
