"""What the fill can mean, on calls whose result a reader can tell."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from coloraide.everything import ColorAll as Color

import geodata
from geodata.looks.colouring import CAPITAL_STATES, COLOURINGS, Colouring
from geodata.looks.look import NO_EVIDENCE
from geodata.rule import GRADES
from tests.geodata.looks.test_legend import ALLIANCES, FACTIONS

EYES = ("normal", "protan", "deutan", "tritan")
LEAST_DIFFERENCE = 8
"""ΔE2000 below which plain fills can be taken for each other; a texture tells them apart otherwise."""


def call(status: str = "held", factions: tuple[str, ...] = ("reds",), **more: Any) -> dict[str, Any]:
    capital = {"capital_status": "government", "capital_strength": "firm"}
    return {"status": status, "factions": factions, "grade": "direct", "strength": "firm", **capital, **more}


def colouring(name: str) -> Colouring:
    return Colouring(name, FACTIONS, ALLIANCES)


class TestFaction:
    def test_held(self) -> None:
        shown = colouring("faction").shown(call())
        assert (shown.keys, shown.code, shown.look.colours) == (("reds",), "RED", ("#aa0000",))

    def test_a_contested_province_belongs_to_its_contenders_and_to_the_contested(self) -> None:
        shown = colouring("faction").shown(call("contested", ("blues", "reds")))
        assert (shown.keys, shown.code) == (("blues", "reds", "contested"), "")


class TestAlliance:
    def test_it_looks_like_its_first_plain_faction(self) -> None:
        shown = colouring("alliance").shown(call(factions=("pinks",)))
        assert (shown.keys, shown.code, shown.look.colours) == (("left",), "LF", ("#aa0000",))

    def test_sharers_of_one_alliance_are_one(self) -> None:
        shown = colouring("alliance").shown(call("shared", ("pinks", "reds")))
        assert (shown.keys, shown.look.kind) == (("left",), "held")

    def test_sharers_of_two_are_striped(self) -> None:
        shown = colouring("alliance").shown(call("shared", ("blues", "reds")))
        assert (shown.keys, shown.look.kind) == (("right", "left"), "shared")

    def test_contested_within_one_alliance_is_still_contested(self) -> None:
        shown = colouring("alliance").shown(call("contested", ("pinks", "reds")))
        assert (shown.keys, shown.look.kind) == (("left", "contested"), "contested")

    def test_weak_evidence_is_weak_here_too(self) -> None:
        assert colouring("alliance").shown(call(strength="weak")).look.weak

    def test_factions_without_one(self) -> None:
        assert colouring("alliance").shown(call(factions=("loners",))).keys == ("no-alliance",)


class TestCapital:
    @pytest.mark.parametrize("state", CAPITAL_STATES)
    def test_the_state_of_the_capital_decides_whoever_leads_around_it(self, state: str) -> None:
        shown = colouring("capital").shown(call("no-evidence", (), capital_status=state))
        assert shown.keys == (state,)
        assert (shown.look == NO_EVIDENCE) == (state == "unknown")

    def test_weak(self) -> None:
        assert colouring("capital").shown(call(capital_strength="weak")).look.weak
        assert not colouring("capital").shown(call(capital_status="unknown", capital_strength=None)).look.weak


class TestEvidence:
    def test_grades_get_paler(self) -> None:
        firm = [colouring("evidence").look(grade).colours[0] for grade in GRADES[:3]]
        lightness = [Color(one).convert("lab-d65")["lightness"] for one in firm]
        assert lightness == sorted(lightness)
        assert all(colouring("evidence").look(grade).weak for grade in GRADES[3:])

    def test_the_grade_decides(self) -> None:
        shown = colouring("evidence").shown(call("contested", grade="regional"))
        assert (shown.keys, shown.code) == (("regional",), "R")


@pytest.mark.parametrize("name", COLOURINGS)
def test_no_evidence_looks_so_in_every_colouring(name: str) -> None:
    nothing = call("no-evidence", (), grade=None, capital_status="unknown", capital_strength=None)
    assert colouring(name).shown(nothing).look == NO_EVIDENCE


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("name", ["alliance", "capital", "evidence"])
def test_entries_can_be_told_apart_by_every_eye(name: str, eyes: str) -> None:
    atlas = geodata.load()
    meaning = Colouring(name, atlas.factions, atlas.alliances)
    led = {
        key
        for period in atlas.periods
        for one in atlas.control(period.id).to_dict("records")
        for key in meaning.shown(one).keys
    }
    looks = [meaning.look(key) for key in meaning.entries() if key in led and key not in ("contested", "no-evidence")]
    for one, other in combinations([look for look in looks if look != NO_EVIDENCE], 2):
        if (one.kind, one.textures, one.weak) != (other.kind, other.textures, other.weak):
            continue
        seen = [
            Color(look.colours[0]) if eyes == "normal" else Color(look.colours[0]).filter(eyes) for look in (one, other)
        ]
        assert seen[0].delta_e(seen[1], method="2000") > LEAST_DIFFERENCE, (name, eyes, one, other)


def test_there_is_no_other() -> None:
    with pytest.raises(ValueError, match="no colouring 'rainbow'; there are faction, alliance"):
        colouring("rainbow")
