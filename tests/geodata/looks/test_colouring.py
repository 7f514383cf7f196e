"""What the fill can mean, on calls whose result a reader can tell."""

from __future__ import annotations

from itertools import combinations

import pytest

from geodata import Atlas
from geodata.frames import records
from geodata.looks.colouring import COLOURINGS, STATUS_KEYS, Colouring, colouring_of
from geodata.looks.look import IN_PARTS, NOTHING_KNOWN, QUIET_LOOK, Look
from geodata.rule import GRADES
from tests.geodata.looks.actors import COUNTRY, call
from tests.geodata.looks.test_colours import EYES, distance

LEAST_DIFFERENCE = 8
"""ΔE2000 below which plain fills can be taken for each other."""


def colouring(name: str) -> Colouring:
    return colouring_of(name, COUNTRY)


class TestFaction:
    def test_held(self) -> None:
        shown = colouring("faction").shown(call())
        assert (shown.keys, shown.code, shown.look) == (("reds",), "RED", Look("held", ("#aa0000",)))

    @pytest.mark.parametrize("status", ["contested", "unclear"])
    def test_what_nobody_leads_for_certain_belongs_to_those_named_and_counts_as_that(self, status: str) -> None:
        shown = colouring("faction").shown(call(status, ("blues", "reds")))
        assert (shown.keys, shown.code) == (("blues", "reds", status), "")
        assert colouring("faction").counts_for(call(status, ("blues", "reds"))) == (status,)

    def test_a_shared_province_counts_for_each(self) -> None:
        assert colouring("faction").counts_for(call("shared", ("blues", "reds"))) == ("blues", "reds")

    def test_factions_stand_under_their_alliance(self) -> None:
        meaning = colouring("faction")
        assert (meaning.group("pinks"), meaning.group_name("left")) == ("left", "Left Front")
        assert (meaning.group("loners"), meaning.group_name("no-alliance")) == ("no-alliance", "")


class TestAlliance:
    def test_it_looks_like_its_first_faction(self) -> None:
        shown = colouring("alliance").shown(call(factions=("pinks",)))
        assert (shown.keys, shown.code, shown.look) == (("left",), "LF", Look("held", ("#aa0000",)))

    def test_sharers_of_one_alliance_are_one_and_of_two_are_striped(self) -> None:
        one, two = (
            colouring("alliance").shown(call("shared", names)) for names in (("pinks", "reds"), ("blues", "reds"))
        )
        assert (one.keys, one.look.kind) == (("left",), "held")
        assert (two.keys, two.look.kind) == (("right", "left"), "shared")

    def test_contested_within_one_alliance_is_still_contested(self) -> None:
        shown = colouring("alliance").shown(call("contested", ("pinks", "reds")))
        assert (shown.keys, shown.look.kind) == (("left", "contested"), "contested")

    def test_weak_evidence_is_weak_here_too(self) -> None:
        assert colouring("alliance").shown(call(strength="weak")).look.weak

    def test_factions_without_one(self) -> None:
        assert colouring("alliance").shown(call(factions=("loners",))).keys == ("no-alliance",)


class TestSide:
    def test_it_has_the_strength_of_what_is_said_of_the_side(self) -> None:
        """Two firm sources say that the hills led, one weak one says that it was the Reds."""
        shown = colouring("side").shown(call(strength="weak", side_strength="firm"))
        assert (shown.keys, shown.look) == (("hill",), Look("held", ("#882222",)))
        assert colouring("side").is_firm(call(strength="weak", side_strength="firm"))
        assert colouring("side").shown(call(strength="weak", side_strength="weak")).look.weak

    def test_parties_of_one_side_that_contest_a_province_leave_it_to_the_side(self) -> None:
        shown = colouring("side").shown(call("contested", ("pinks", "reds"), side="hill", side_strength="firm"))
        assert (shown.keys, shown.look.kind) == (("hill",), "held")

    def test_sides_that_contest_it(self) -> None:
        shown = colouring("side").shown(call("contested", ("blues", "reds")))
        assert (shown.keys, shown.look) == (("plain", "hill", "contested"), Look("contested", ("#228822", "#882222")))

    def test_a_third_side_is_one_like_the_others(self) -> None:
        assert colouring("side").shown(call(factions=("loners",))).look.colours == ("#222288",)
        assert colouring("side").entries() == ("hill", "plain", "shore")


class TestCapital:
    @pytest.mark.parametrize("state", ["hill", "shore", "contested", "unknown"])
    def test_the_province_around_a_capital_stays_quiet(self, state: str) -> None:
        """The sign tells: a town is not its province."""
        shown = colouring("capital").shown(call("held", ("blues",), capital_status=state))
        assert (shown.keys, shown.look, shown.code) == ((state,), QUIET_LOOK, "")

    def test_parts_of_the_countryside_are_not_shown(self) -> None:
        assert colouring("capital").shown_in_part(call()) is None

    def test_firm(self) -> None:
        assert colouring("capital").is_firm(call(capital_status="hill", capital_strength="firm", strength="weak"))
        assert not colouring("capital").is_firm(call(capital_status="unknown"))


class TestEvidence:
    def test_the_grade_decides_and_the_strength_makes_it_pale(self) -> None:
        firm, weak = (
            colouring("evidence").shown(call("contested", ("reds",), strength)) for strength in ("firm", "weak")
        )
        assert (firm.keys, firm.code, firm.look.weak, weak.look.weak) == (("direct",), "D", False, True)
        assert firm.look.colours == weak.look.colours

    def test_grades_that_are_never_firm_are_pale_in_the_legend(self) -> None:
        looks = {grade: colouring("evidence").look(grade) for grade in GRADES}
        assert [grade for grade, look in looks.items() if look.weak] == ["regional-adjacent", "inferred"]


class TestFirmness:
    @pytest.mark.parametrize(
        ("least", "key", "code"),
        [(1, "falls-1", "1"), (2, "falls-2", "2"), (3, "falls-3", "3"), (4, "falls-more", ">3")],
    )
    def test_a_call_is_shown_by_how_many_sources_it_takes_to_fall(self, least: int, key: str, code: str) -> None:
        shown = colouring("firmness").shown(call(faction_least=least))
        assert (shown.keys, shown.code) == ((key,), code)

    def test_weak_is_pale_here_too(self) -> None:
        assert colouring("firmness").shown(call(strength="weak", faction_least=1)).look.weak
        assert not colouring("firmness").shown(call(faction_least=1)).look.weak

    def test_parts_are_not_tried(self) -> None:
        assert colouring("firmness").shown_in_part(call()) is None

    @pytest.mark.parametrize("eye", EYES)
    def test_entries_are_apart_for_every_eye(self, eye: str | None) -> None:
        looks = [colouring("firmness").look(key) for key in colouring("firmness").entries()]
        for one, other in combinations(looks, 2):
            assert distance(one.colours[0], other.colours[0], eye) > LEAST_DIFFERENCE, (one, other)


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
