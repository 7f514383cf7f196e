"""Sentences about the country against the sums of the calls (20 of the rule).

The country has ten provinces of 100 km² if a test says nothing else.
"""

from __future__ import annotations

import math
from typing import Any

import pytest

from geodata.rule import Check, check_sentences
from tests.made_up import FACTIONS, SIDES, UNNAMED

ACTORS: list[dict[str, Any]] = FACTIONS.to_dict("records")


def held(faction_id: str, strength: str = "firm", side_strength: str | None = None) -> dict[str, Any]:
    return {
        "status": "held", "factions": (faction_id,), "side": SIDES[faction_id], "strength": strength,
        "side_strength": side_strength or strength, "names_party": faction_id not in UNNAMED, "area_km2": 100.0,
        "capital_status": "unknown", "capital_strength": None,
    }  # fmt: skip


def shared(*factions: str, strength: str = "firm") -> dict[str, Any]:
    return held(factions[0], strength) | {"status": "shared", "factions": factions}


def contested(strength: str = "firm") -> dict[str, Any]:
    one = {"status": "contested", "factions": ("crown", "reds"), "side": None, "side_strength": None}
    return held("reds", strength) | one


def nothing(status: str = "no-evidence") -> dict[str, Any]:
    none = {"status": status, "factions": (), "side": None, "side_strength": None, "strength": None}
    return held("reds") | none | {"names_party": False}


def check(subject: str, relation: str, value: float | str, *calls: dict[str, Any], measure: str = "area") -> Check:
    row = {
        "claim_id": "C001", "period_id": "1900", "measure": measure, "subject": subject, "relation": relation,
        "value": value, "note": "",
    }  # fmt: skip
    (found,) = check_sentences([row], {"1900": calls}, ACTORS)
    return found


def verdict(*given: Any, measure: str = "area") -> str:
    return check(*given, measure=measure).verdict


class TestShareOfTheCountry:
    def test_firm_sums_decide(self) -> None:
        calls = [held("reds")] * 7 + [held("crown")] * 3
        assert verdict("resistance", "at-least", 0.7, *calls) == "holds"
        assert verdict("resistance", "at-least", 0.8, *calls) == "does-not-hold"
        assert verdict("resistance", "at-most", 0.7, *calls) == "holds"
        assert verdict("resistance", "at-most", 0.6, *calls) == "does-not-hold"

    def test_so_much_is_weak_or_unknown_that_it_cannot_be_told(self) -> None:
        # Firm 0.5, weak 0.2, nobody knows 0.2, the crown's 0.1: the resistance has something from 0.5 to 0.9.
        calls = [held("reds")] * 5 + [held("greens", "weak")] * 2 + [nothing(), nothing("partly"), held("crown")]
        found = check("resistance", "at-least", 0.7, *calls)
        assert (found.verdict, found.at_face_value) == ("cannot-be-told", True)
        assert (found.sum.firm, found.sum.weak, found.sum.most) == pytest.approx((0.5, 0.2, 0.9))
        assert verdict("resistance", "at-least", 0.5, *calls) == "holds"
        assert verdict("resistance", "at-least", 0.91, *calls) == "does-not-hold"

    def test_at_face_value_weak_calls_are_right_and_the_unknown_is_nobodys(self) -> None:
        found = check("resistance", "at-least", 0.5, held("reds"), held("reds", "weak"), nothing(), nothing())
        assert (found.verdict, found.at_face_value) == ("cannot-be-told", True)
        assert check("resistance", "at-least", 0.6, held("reds"), nothing()).at_face_value is False

    def test_what_is_firmly_contested_is_nobodys_and_what_is_weakly_so_may_be(self) -> None:
        assert check("resistance", "at-least", 0.5, held("reds"), contested()).sum.most == 0.5
        assert check("resistance", "at-least", 0.5, held("reds"), contested("weak")).sum.most == 1

    def test_a_side_counts_whoever_of_it_leads_and_by_its_own_strength(self) -> None:
        # The side is firm and only the party is weak: for the side the province is firm.
        calls = held("reds", "weak", "firm"), held("rebels"), shared("greens", "reds"), held("crown")
        assert check("resistance", "at-least", 0.75, *calls).sum.firm == 0.75

    @pytest.mark.parametrize(("value", "expected"), [(0.55, "holds"), (0.5, "holds"), (0.45, "does-not-hold")])
    def test_about_allows_a_tenth(self, value: float, expected: str) -> None:
        # Half of the country: 0.55 allows 0.495 to 0.605; 0.45 allows 0.405 to 0.495.
        assert verdict("resistance", "about", value, held("reds"), held("crown")) == expected


class TestParty:
    def test_its_part_of_what_it_shares(self) -> None:
        found = check("reds", "at-least", 0.75, held("reds"), shared("greens", "reds"))
        assert (found.verdict, found.sum.firm) == ("holds", 0.75)

    def test_what_another_firmly_holds_is_not_its_own_but_where_no_party_is_named_it_may_be(self) -> None:
        calls = held("reds"), held("greens"), held("rebels"), held("crown", "weak", "firm")
        # The greens' is denied; the rebels' may be the reds'; whoever of the government leads, it is not the reds.
        assert check("reds", "at-least", 0.5, *calls).sum.most == 0.5

    def test_weak_for_another_of_its_side_may_be_its_own(self) -> None:
        assert check("reds", "at-least", 0.5, held("reds"), held("greens", "weak", "firm")).sum.most == 1

    def test_an_actor_named_in_general_stands_for_its_side(self) -> None:
        assert verdict("rebels", "at-least", 0.5, held("reds"), held("crown")) == "holds"


class TestLargest:
    def test_larger_than_every_rival_can_be(self) -> None:
        found = check("reds", "largest", "", held("reds"), held("reds"), held("greens"))
        assert (found.verdict, found.value, found.rival) == ("holds", None, "greens")
        assert (found.rival_sum.firm, found.at_face_value) == (pytest.approx(1 / 3), True)  # type: ignore[union-attr]

    def test_smaller_than_a_rival_for_certain(self) -> None:
        assert verdict("reds", "largest", "", held("reds"), held("greens"), held("greens")) == "does-not-hold"

    def test_weak_calls_cannot_tell(self) -> None:
        found = check("reds", "largest", "", held("reds"), held("reds"), held("greens"), held("greens", "weak"))
        # Firm 2 to 1; if the weak call is right they are equal, and equal is not largest.
        assert (found.verdict, found.at_face_value) == ("cannot-be-told", False)

    def test_sides_have_sides_for_rivals(self) -> None:
        found = check("resistance", "largest", "", held("reds"), held("greens"), held("crown"))
        assert (found.verdict, found.rival) == ("holds", "government")

    def test_where_nothing_is_known(self) -> None:
        assert verdict("reds", "largest", "", nothing()) == "cannot-be-told"


class TestProvinces:
    def test_counted_and_not_measured(self) -> None:
        calls = held("reds") | {"area_km2": 900.0}, held("greens"), held("crown")
        assert verdict("resistance", "about", 2, *calls, measure="provinces") == "holds"
        assert verdict("reds", "at-most", 1, *calls, measure="provinces") == "holds"

    def test_wholly_held_is_not_shared(self) -> None:
        found = check("reds", "at-least", 2, held("reds"), shared("greens", "reds"), measure="provinces")
        assert (found.verdict, found.sum.firm, found.sum.most) == ("does-not-hold", 1, 1)


class TestTowns:
    def test_capitals_are_not_all_towns(self) -> None:
        capital = {"capital_status": "government", "capital_strength": "firm"}
        calls = [held("reds") | capital] * 3 + [held("reds") | capital | {"capital_strength": "weak"}]
        found = check("government", "at-most", 60, *calls, measure="towns")
        assert (found.verdict, found.at_face_value) == ("cannot-be-told", None)
        assert (found.sum.firm, found.sum.weak, found.sum.most) == (3, 1, math.inf)
        assert verdict("government", "at-least", 3, *calls, measure="towns") == "holds"
        assert verdict("government", "at-most", 2, *calls, measure="towns") == "does-not-hold"


def test_sentences_keep_their_order_and_colour_nothing() -> None:
    calls = {"1900": [held("reds")]}
    rows = [
        {"claim_id": claim_id, "period_id": "1900", "measure": "area", "subject": "reds", "relation": "at-least",
         "value": "0.5"}
        for claim_id in ("C002", "C001")
    ]  # fmt: skip
    assert [one.claim_id for one in check_sentences(rows, calls, ACTORS)] == ["C002", "C001"]
    assert calls == {"1900": [held("reds")]}
