"""Fills that say who, on calls whose result a reader can tell."""

from __future__ import annotations

import pytest

from geodata.looks.colouring import Colouring
from geodata.looks.colourings import colouring_of
from geodata.looks.look import QUIET_LOOK, Look
from tests.geodata.looks.actors import COUNTRY, call


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
        assert colouring("faction").counts_for(shown) == (status,)

    def test_a_shared_province_counts_for_each(self) -> None:
        shown = colouring("faction").shown(call("shared", ("blues", "reds")))
        assert colouring("faction").counts_for(shown) == ("blues", "reds")

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
