"""What all fills have in common."""

from __future__ import annotations

from itertools import combinations

import pytest

from geodata import Atlas
from geodata.frames import records
from geodata.looks.colouring import COLOURINGS, STATUS_KEYS, Colouring
from geodata.looks.colourings import colouring_of
from geodata.looks.look import IN_PARTS, NOTHING_KNOWN, Look
from tests.geodata.looks.actors import COUNTRY, call
from tests.geodata.looks.test_colours import EYES, distance

LEAST_DIFFERENCE = 8
"""ΔE2000 below which plain fills can be taken for each other."""


def colouring(name: str) -> Colouring:
    return colouring_of(name, COUNTRY)


@pytest.mark.parametrize("name", [name for name in COLOURINGS if name != "capital"])
@pytest.mark.parametrize(("status", "look"), [("no-evidence", NOTHING_KNOWN), ("partly", IN_PARTS)])
def test_little_or_nothing_known_looks_so_in_every_colouring(name: str, status: str, look: Look) -> None:
    shown = colouring(name).shown(call(status, (), None))
    assert (shown.look, shown.keys) == (look, (status,))
    assert colouring(name).look(status) == look
    assert not colouring(name).is_firm(call(status, (), None))


@pytest.mark.parametrize("name", COLOURINGS)
def test_every_key_that_is_shown_is_an_entry_of_the_legend(name: str) -> None:
    meaning = colouring(name)
    every = [
        call("held"),
        call("shared", ("reds", "blues")),
        *(call(one, ("reds", "blues")) for one in STATUS_KEYS[:2]),
    ]
    for one in [*every, call("partly", (), None), call("no-evidence", (), None)]:
        assert set(meaning.shown(one).keys) <= {*meaning.entries(), *meaning.status_keys}


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("name", ["alliance", "side", "evidence"])
def test_entries_are_apart_for_every_eye(afghanistan: Atlas, name: str, eye: str | None) -> None:
    meaning = colouring_of(name, afghanistan)
    shown = {
        key
        for period in afghanistan.periods
        for one in records(afghanistan.control(period.id))
        for key in meaning.shown(one).keys
    }
    looks = [meaning.look(key) for key in meaning.entries() if key in shown]
    for one, other in combinations(looks, 2):
        if one.weak == other.weak:
            assert distance(one.colours[0], other.colours[0], eye) > LEAST_DIFFERENCE, (one, other)


def test_there_is_no_other() -> None:
    with pytest.raises(ValueError, match="no colouring 'rainbow'; there are faction, alliance"):
        colouring("rainbow")
