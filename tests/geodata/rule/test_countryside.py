"""The ground: who held the countryside, sentence by sentence on a made-up country (4 and 6 to 15 of the rule)."""

from __future__ import annotations

import pytest

from geodata.rule import Call, Rule
from tests.made_up import Country, year


@pytest.fixture
def country() -> Country:
    """Reds and greens resist, the crown and its guard govern, loners are neither; rebels and league name no party."""
    return Country()


def shown(call: Call) -> tuple[str, str | None, tuple[str, ...]]:
    return call.status, call.side, call.factions


class TestStatesAndEvents:
    """4: contested is a state. That a sweep, an ambush or an offensive is an event is a matter of reading: as claims
    such sentences say that somebody was present, and presence never contests anything."""

    def test_presence_in_a_fight_contests_nothing(self, country: Country) -> None:
        country.claim("reds", "north", role="present")
        country.claim("crown", "north", role="present")
        assert shown(country.call()) == ("no-evidence", None, ())

    def test_a_state_of_being_fought_over_does(self, country: Country) -> None:
        country.claim("reds", "north", role="contested")
        assert shown(country.call()) == ("contested", None, ("reds",))


class TestStrengthOfCalls:
    """6: a call is firm if the claims for its side and those for its parties are; else it is told which is weak."""

    def test_one_firm_claim(self, country: Country) -> None:
        country.claim("reds", "north")
        assert country.call() == Call(
            status="held",
            side="resistance",
            side_grade="direct",
            side_strength="firm",
            faction_id="reds",
            factions=("reds",),
            grade="direct",
            strength="firm",
            names_party=True,
            claim_ids=("C001",),
            source_ids=("S001",),
            n_sources=1,
        )

    def test_side_firm_and_party_weak(self, country: Country) -> None:
        country.claim("rebels", "north")
        country.claim("reds", "north", role="strong", basis="inferred")
        call = country.call()
        assert (call.side_strength, call.strength, call.why_weak) == ("firm", "weak", ("inferred",))
        assert (call.side_grade, call.grade, call.faction_id) == ("direct", "inferred", "reds")

    def test_both_weak(self, country: Country) -> None:
        country.claim("rebels", "north", source=country.source("A", thin=True))
        country.claim("reds", "north", named=False)
        call = country.call()
        assert (call.side_strength, call.strength) == ("weak", "weak")
        assert call.why_weak == ("thin", "not-named"), "what weakens the side, and what weakens the party"

    def test_an_article_of_an_encyclopedia_alone_is_weak_however_well_it_fits(self, country: Country) -> None:
        country.claim("reds", "north", source=country.source("A", independent=False, kind="encyclopedia"))
        call = country.call()
        assert (call.grade, call.strength, call.why_weak) == ("direct", "weak", ("not-independent",))

    def test_contested_is_as_firm_as_its_best_claims(self, country: Country) -> None:
        country.claim("reds", "north", role="contested", source=country.source("A", thin=True))
        call = country.call()
        assert (call.status, call.strength, call.side_strength, call.why_weak) == ("contested", "weak", None, ("thin",))


class TestCorroborated:
    """7: side and parties each rest on firm claims of two or more works that are independent of each other."""

    def test_two_sources(self, country: Country) -> None:
        country.claim("reds", "north")
        assert not country.call().corroborated
        country.claim("reds", "north")
        call = country.call()
        assert (call.corroborated, call.n_sources) == (True, 2)

    def test_passages_of_one_work_count_once(self, country: Country) -> None:
        for source_id in ("A", "B"):
            country.claim("reds", "north", source=country.source(source_id, work="A"))
        call = country.call()
        assert (call.corroborated, call.n_sources, call.source_ids) == (False, 1, ("A", "B"))

    def test_a_source_that_is_its_own_work_and_its_reprint_count_once(self, country: Country) -> None:
        country.claim("reds", "north", source=country.source("A"))
        country.claim("reds", "north", source=country.source("B", work="A"))
        assert not country.call().corroborated

    def test_weak_claims_corroborate_nothing(self, country: Country) -> None:
        for source_id in ("A", "B"):
            country.claim("reds", "north", source=country.source(source_id, independent=False))
        assert not country.call().corroborated

    def test_the_party_too(self, country: Country) -> None:
        # Two works for the side; only one names the party.
        country.claim("rebels", "north")
        country.claim("reds", "north")
        call = country.call()
        assert (call.faction_id, call.n_sources, call.corroborated) == ("reds", 2, False)
        country.claim("reds", "north")
        assert country.call().corroborated

    def test_each_party_that_shares(self, country: Country) -> None:
        for faction_id in ("reds", "greens", "reds"):
            country.claim(faction_id, "north")
        assert (country.call().status, country.call().corroborated) == ("shared", False)
        country.claim("greens", "north")
        assert country.call().corroborated

    def test_that_it_was_fought_over(self, country: Country) -> None:
        country.claim("reds", "north", role="contested")
        country.claim("crown", "north", role="strong")
        assert (country.call().status, country.call().corroborated) == ("contested", False)
        country.claim("crown", "north", role="contested")
        assert country.call().corroborated

    def test_of_nobody_is_nothing_corroborated(self, country: Country) -> None:
        country.claim("reds", "north")
        country.claim("crown", "north")
        country.claim("crown", "north")
        assert (country.call().status, country.call().corroborated) == ("unclear", False)


class TestWholeAndPart:
    """8: only claims about the whole province colour it."""

    @pytest.mark.parametrize("role", ["dominant", "strong", "contested", "present"])
    def test_a_part_gives_the_ground_nobody(self, country: Country, role: str) -> None:
        country.claim("reds", "north:valley", role=role)
        call = country.call()
        assert (call.factions, call.side, call.strength, call.others) == ((), None, None, ("reds",))

    def test_a_part_does_not_share_a_province(self, country: Country) -> None:
        country.claim("reds", "north:valley")
        country.claim("greens", "north", role="strong")
        assert shown(country.call()) == ("held", "resistance", ("greens",))

    def test_parts_are_kept_to_be_drawn(self, country: Country) -> None:
        country.claim("reds", "north:valley")
        country.claim("greens", "north:hills", role="strong")
        country.claim("crown", "north:road", role="contested")
        country.claim("crown", "north:bridge", role="contested", date="1899")
        country.claim("loners", "north:shore", role="present")
        country.claim("crown", "north:market", domain="town")
        # A fight of another year, presence, and towns are no areas of the countryside.
        assert country.call().parts == ("C001", "C002", "C003")

    def test_who_rules_in_a_town_does_not_colour_the_province(self, country: Country) -> None:
        for domain in ("capital", "town"):
            country.claim("crown", "north", domain=domain)
        call = country.call()
        assert (call.status, call.others) == ("no-evidence", ("crown",))

    def test_claim_of_no_province_colours_nothing(self, country: Country) -> None:
        country.claim("reds")
        assert {country.call(name).status for name in country.provinces} == {"no-evidence"}


class TestBestClaims:
    """9: firm, then weak, then inferred; among equals dominant before strong. Nothing else breaks a tie."""

    def test_firm_before_weak_whatever_the_role(self, country: Country) -> None:
        country.claim("crown", "north", source=country.source("A", independent=False))
        country.claim("reds", "north", role="strong")
        assert shown(country.call()) == ("held", "resistance", ("reds",))

    def test_weak_before_inferred_whatever_the_role(self, country: Country) -> None:
        country.claim("crown", "north", basis="inferred")
        country.claim("reds", "north", role="strong", source=country.source("A", thin=True))
        assert shown(country.call()) == ("held", "resistance", ("reds",))

    def test_dominant_before_strong(self, country: Country) -> None:
        country.claim("crown", "north", role="strong")
        country.claim("reds", "north")
        call = country.call()
        assert (call.faction_id, call.dissenting_claim_ids) == ("reds", ("C001",))

    @pytest.mark.parametrize(
        "worse", [{"also": "south"}, {"date": "1899"}, {"date": "1898-01-01"}], ids=["regional", "adjacent", "earlier"]
    )
    def test_the_grade_breaks_no_tie(self, country: Country, worse: dict[str, str]) -> None:
        also = worse.pop("also", None)
        country.claim("reds", "north")
        country.claim("greens", "north", *([also] if also else []), **worse)
        assert shown(country.call()) == ("shared", "resistance", ("greens", "reds"))

    def test_nor_do_kinds_of_weakness(self, country: Country) -> None:
        country.claim("reds", "north", source=country.source("A", thin=True))
        country.claim("greens", "north", date="190X")
        assert country.call().factions == ("greens", "reds")

    def test_nor_does_the_number_of_claims(self, country: Country) -> None:
        for faction_id in ("reds", "reds", "reds", "greens"):
            country.claim(faction_id, "north")
        assert country.call().factions == ("greens", "reds")

    @pytest.mark.parametrize(
        "unfit", [{"date": "1899"}, {"date": "1900?"}, {"basis": "inferred"}, {"named": False}],
        ids=["of another year", "dated vaguely", "inferred", "of a province not named"],
    )  # fmt: skip
    def test_a_contested_claim_counts_only_if_stated_and_dated_in_the_period(
        self, country: Country, unfit: dict[str, str]
    ) -> None:
        country.claim("reds", "north", role="contested", **unfit)  # type: ignore[arg-type]
        assert country.call().status == "no-evidence"

    def test_presence_does_not_count(self, country: Country) -> None:
        country.claim("reds", "north", role="present")
        call = country.call()
        assert (call.status, call.claim_ids, call.others) == ("no-evidence", (), ("reds",))


class TestContested:
    """10: a contested claim among the best; every party that the best claims name, of whichever side."""

    def test_with_a_strong_one_of_another_side(self, country: Country) -> None:
        country.claim("reds", "north", role="strong")
        country.claim("crown", "north", role="contested")
        call = country.call()
        assert shown(call) == ("contested", None, ("crown", "reds"))
        assert (call.faction_id, call.claim_ids, call.dissenting_claim_ids) == (None, ("C001", "C002"), ())

    def test_two_parties_of_one_side_can_contest_a_province(self, country: Country) -> None:
        country.claim("reds", "north", role="contested")
        country.claim("greens", "north", role="contested")
        assert shown(country.call()) == ("contested", None, ("greens", "reds"))

    def test_a_side_without_a_party_is_named_by_its_general_actor(self, country: Country) -> None:
        country.claim("crown", "north", role="contested")
        country.claim("rebels", "north", role="contested")
        country.claim("league", "north", role="contested")
        # The league is in an alliance, the rebels in none: they are the more general.
        assert country.call().factions == ("crown", "rebels")

    def test_and_by_its_parties_alone_where_the_best_name_any(self, country: Country) -> None:
        for faction_id in ("crown", "rebels", "reds"):
            country.claim(faction_id, "north", role="contested")
        assert country.call().factions == ("crown", "reds")

    def test_somebody_dominant_of_the_same_strength_outranks_a_fight(self, country: Country) -> None:
        country.claim("reds", "north")
        country.claim("crown", "north", role="contested")
        call = country.call()
        assert (call.status, call.faction_id, call.dissenting_claim_ids) == ("held", "reds", ("C002",))

    def test_a_firm_fight_outranks_somebody_weakly_dominant(self, country: Country) -> None:
        country.claim("reds", "north", basis="inferred")
        country.claim("crown", "north", role="contested")
        call = country.call()
        assert (call.status, call.factions, call.dissenting_claim_ids) == ("contested", ("crown",), ("C001",))


class TestUnclear:
    """11 and 12: the evidence points both ways, and nobody says that it was fought over."""

    def test_best_claims_for_different_sides(self, country: Country) -> None:
        country.claim("reds", "north")
        country.claim("crown", "north")
        country.claim("greens", "north", role="strong")
        call = country.call()
        assert shown(call) == ("unclear", None, ("crown", "reds"))
        assert (call.strength, call.claim_ids, call.dissenting_claim_ids) == ("firm", ("C001", "C002"), ("C003",))

    def test_weak_claims_do_not_overrule_each_other(self, country: Country) -> None:
        country.claim("reds", "north", source=country.source("A", thin=True))
        country.claim("guard", "north", source=country.source("B", independent=False))
        assert shown(country.call()) == ("unclear", None, ("guard", "reds"))

    def test_a_third_side_is_a_side(self, country: Country) -> None:
        for faction_id in ("loners", "reds", "crown"):
            country.claim(faction_id, "north")
        assert shown(country.call()) == ("unclear", None, ("crown", "loners", "reds"))

    @pytest.mark.parametrize("part", [{}, {"basis": "inferred"}, {"named": False}, {"date": "1899?"}])
    def test_weak_for_one_side_and_dominant_in_a_part_for_another(self, country: Country, part: dict[str, str]) -> None:
        country.claim("reds", "north", source=country.source("A", thin=True))
        country.claim("crown", "north:valley", **part)  # type: ignore[arg-type]
        call = country.call()
        assert shown(call) == ("unclear", None, ("reds",)), "the part gives the ground no party"
        assert call.part_factions == ("crown",), "who stands in the way is told"
        assert (call.claim_ids, call.strength, call.why_weak) == (("C001", "C002"), "weak", ("thin",))

    def test_shared_on_weak_evidence_likewise(self, country: Country) -> None:
        for faction_id in ("reds", "greens"):
            country.claim(faction_id, "north", basis="inferred")
        country.claim("crown", "north:valley")
        assert shown(country.call()) == ("unclear", None, ("greens", "reds"))

    def test_of_each_other_side_in_a_part_whoever_is_named_or_its_general_actor(self, country: Country) -> None:
        country.claim("reds", "north", basis="inferred")
        country.claim("crown", "north:valley")
        country.claim("guard", "north:hills")
        country.claim("loners", "north:pass")
        country.claim("greens", "north:lake")
        country.claim("militia", "north:road")
        # The greens are of the side that leads; the militia is named in general only, beside two parties of its side.
        assert country.call().part_factions == ("crown", "guard", "loners")

    def test_an_actor_named_in_general_where_no_other_is(self, country: Country) -> None:
        country.claim("reds", "north", basis="inferred")
        country.claim("militia", "north:valley")
        assert country.call().part_factions == ("militia",)

    def test_nobody_of_a_part_is_told_where_it_does_not_decide(self, country: Country) -> None:
        country.claim("reds", "north")
        country.claim("crown", "north:valley")
        call = country.call()
        assert (call.status, call.part_factions) == ("held", ())

    def test_not_where_a_firm_claim_counts(self, country: Country) -> None:
        country.claim("reds", "north", role="strong")
        country.claim("crown", "north:valley")
        assert shown(country.call()) == ("held", "resistance", ("reds",))

    @pytest.mark.parametrize(
        ("faction_id", "role"), [("crown", "strong"), ("crown", "contested"), ("greens", "dominant")]
    )
    def test_nor_by_a_lesser_role_or_for_the_same_side(self, country: Country, faction_id: str, role: str) -> None:
        country.claim("reds", "north", basis="inferred")
        country.claim(faction_id, "north:valley", role=role)
        assert shown(country.call()) == ("held", "resistance", ("reds",))


class TestWithinTheSide:
    """13: the best claims of the side that name a party decide which."""

    def test_a_claim_that_names_no_party_speaks_for_its_side_alone(self, country: Country) -> None:
        country.claim("rebels", "north")
        call = country.call()
        assert (call.status, call.faction_id, call.names_party) == ("held", "rebels", False)

    def test_of_several_general_actors_the_most_general(self, country: Country) -> None:
        country.claim("league", "north")
        country.claim("rebels", "north")
        call = country.call()
        assert (call.status, call.factions, call.others, call.claim_ids) == (
            "held", ("rebels",), ("league",), ("C001", "C002"),
        )  # fmt: skip

    def test_a_weaker_claim_may_name_the_party(self, country: Country) -> None:
        country.claim("rebels", "north")
        country.claim("reds", "north", role="strong", source=country.source("A", thin=True))
        country.claim("greens", "north", basis="inferred")
        call = country.call()
        # Thin is weak, which comes before inferred.
        assert (call.status, call.faction_id, call.claim_ids) == ("held", "reds", ("C001", "C002"))
        assert call.dissenting_claim_ids == ("C003",)

    def test_dominant_before_strong_among_parties(self, country: Country) -> None:
        country.claim("rebels", "north")
        country.claim("reds", "north", basis="inferred")
        country.claim("greens", "north", role="strong", basis="inferred")
        assert country.call().factions == ("reds",)

    def test_several_share(self, country: Country) -> None:
        country.claim("reds", "north")
        country.claim("greens", "north")
        call = country.call()
        assert (call.status, call.side, call.faction_id) == ("shared", "resistance", None)
        assert (call.factions, call.names_party) == (("greens", "reds"), True)

    def test_presence_names_no_holder(self, country: Country) -> None:
        country.claim("rebels", "north")
        country.claim("reds", "north", role="present")
        assert (country.call().faction_id, country.call().others) == ("rebels", ("reds",))

    def test_a_party_of_another_side_does_not_profit(self, country: Country) -> None:
        country.claim("rebels", "north")
        country.claim("crown", "north", role="strong")
        assert (country.call().side, country.call().faction_id) == ("resistance", "rebels")

    def test_parties_at_odds_under_a_stronger_claim_for_their_side(self, country: Country) -> None:
        # Somebody has the resistance master of the north, somebody else two of its parties at odds over it.
        country.claim("rebels", "north")
        country.claim("reds", "north", role="contested")
        country.claim("greens", "north", role="contested")
        call = country.call()
        assert shown(call) == ("contested", "resistance", ("greens", "reds"))
        assert (call.side_strength, call.strength, call.faction_id) == ("firm", "firm", None)

    def test_one_party_in_a_fight_is_held_by_it(self, country: Country) -> None:
        country.claim("rebels", "north")
        country.claim("reds", "north", role="contested")
        assert shown(country.call()) == ("held", "resistance", ("reds",))

    def test_militia_of_the_government_is_a_party_of_its_side(self, country: Country) -> None:
        country.claim("militia", "north")
        country.claim("guard", "north", role="strong")
        assert shown(country.call()) == ("held", "government", ("guard",))


class TestPartly:
    """14: nothing of the whole that counts, but somebody dominant or strong in a part."""

    @pytest.mark.parametrize("role", ["dominant", "strong"])
    def test_known_in_parts(self, country: Country, role: str) -> None:
        country.claim("reds", "north:valley", role=role)
        country.claim("greens", "north", role="present")
        call = country.call()
        assert (call.status, call.factions, call.strength, call.grade) == ("partly", (), None, None)
        assert (call.claim_ids, call.others) == (("C001",), ("greens", "reds"))

    def test_a_contested_claim_that_does_not_count_leaves_parts_standing(self, country: Country) -> None:
        country.claim("crown", "north", role="contested", date="1899")
        country.claim("reds", "north:valley")
        assert country.call().status == "partly"

    @pytest.mark.parametrize("role", ["contested", "present"])
    def test_a_fight_or_presence_in_a_part_tells_nothing_of_who_led(self, country: Country, role: str) -> None:
        country.claim("reds", "north:valley", role=role)
        assert country.call().status == "no-evidence"

    def test_nothing_said(self, country: Country) -> None:
        country.claim("reds", "south")
        assert country.call("north") == Call("no-evidence")

    def test_an_earlier_period_is_not_filled_in(self, country: Country) -> None:
        country.claim("reds", "north", date="1901")
        assert country.call(period=year(1900)) == Call("no-evidence")


class TestWhatACallKeeps:
    """15: deciding claims, dissent, the sources behind each, and why it is weak."""

    def test_sources_for_and_against(self, country: Country) -> None:
        country.claim("reds", "north", source=country.source("A"))
        country.claim("reds", "north", source="A")
        country.claim("crown", "north", role="strong", source=country.source("B"))
        country.claim("greens", "north", role="strong", source=country.source("C"))
        country.claim("reds", "north", role="strong", source=country.source("D"))
        call = country.call()
        assert (call.claim_ids, call.source_ids, call.n_sources) == (("C001", "C002"), ("A",), 1)
        # Another claim for the reds is no dissent, though it did not decide.
        assert (call.dissenting_claim_ids, call.dissenting_source_ids) == (("C003", "C004"), ("B", "C"))

    def test_a_fight_against_a_holder_is_dissent(self, country: Country) -> None:
        country.claim("reds", "north")
        country.claim("reds", "north", role="contested")
        assert country.call().dissenting_claim_ids == ("C002",)

    def test_a_claim_that_names_nobody_does_not_dissent_from_its_side(self, country: Country) -> None:
        country.claim("reds", "north")
        country.claim("rebels", "north", role="strong")
        assert country.call().dissenting_claim_ids == ()

    def test_parts_do_not_dissent(self, country: Country) -> None:
        country.claim("reds", "north")
        country.claim("crown", "north:valley")
        assert country.call().dissenting_claim_ids == ()

    def test_firm_calls_have_no_weakness(self, country: Country) -> None:
        country.claim("reds", "north")
        country.claim("crown", "north", basis="inferred")
        assert country.call().why_weak == ()


class TestAskedOtherwise:
    """What a `Rule` changes, one thing at a time."""

    def test_strong_before_firm(self, country: Country) -> None:
        country.claim("greens", "north", role="strong")
        country.claim("crown", "north", basis="inferred")
        assert country.call().faction_id == "greens"
        assert country.call(rule=Rule(order=("role", "strength"))).faction_id == "crown"

    def test_fewer_criteria_make_more_ties(self, country: Country) -> None:
        country.claim("reds", "north")
        country.claim("greens", "north", role="strong")
        assert country.call(rule=Rule(order=("strength",))).factions == ("greens", "reds")

    def test_firm_claims_only(self, country: Country) -> None:
        country.claim("rebels", "north")
        country.claim("reds", "north", basis="inferred")
        country.claim("crown", "south", basis="inferred")
        cautious = Rule(weak=False)
        assert (country.call(rule=cautious).faction_id, country.call(rule=cautious).strength) == ("rebels", "firm")
        assert country.call("south", rule=cautious) == Call("no-evidence")

    def test_some_grades_only(self, country: Country) -> None:
        country.claim("reds", "north", "south")
        assert country.call(rule=Rule(grades=("direct",))).status == "no-evidence"
        assert country.call(rule=Rule(grades=("regional",))).faction_id == "reds"

    @pytest.mark.parametrize(
        "rule",
        [Rule(without_sources=("A",)), Rule(without_kinds=("memoir",)), Rule(without_languages=("fa",))],
        ids=["the source", "its kind", "its language"],
    )
    def test_sources_left_out(self, country: Country, rule: Rule) -> None:
        country.claim("reds", "north", source=country.source("A", kind="memoir", language="fa"))
        country.claim("crown", "north", role="strong")
        assert shown(country.call(rule=rule)) == ("held", "government", ("crown",))
        assert country.call(rule=rule).others == (), "who is left out is not reported either"

    def test_two_works_for_the_side(self, country: Country) -> None:
        two = Rule(minimum_sources=2)
        country.claim("reds", "north", source=country.source("A"))
        country.claim("reds", "north", source=country.source("B", work="A"))
        country.claim("crown", "north", role="strong")
        assert country.call(rule=two) == Call("no-evidence", others=("crown", "reds"))
        # Another work has the same side strong, and names no party.
        country.claim("rebels", "north", role="strong")
        assert shown(country.call(rule=two)) == ("held", "resistance", ("reds",))

    def test_parts_still_show_where_too_few_works_speak_of_the_whole(self, country: Country) -> None:
        country.claim("reds", "north")
        country.claim("greens", "north:valley")
        assert country.call(rule=Rule(minimum_sources=2)).status == "partly"

    def test_parts_counted(self, country: Country) -> None:
        parts = Rule(parts=True)
        country.claim("reds", "north:valley")
        country.claim("greens", "north:hills", role="strong")
        # Dominant in a part counts as strong in the province; strong in a part does not count.
        assert shown(country.call(rule=parts)) == ("held", "resistance", ("reds",))
        country.claim("greens", "north")
        assert shown(country.call(rule=parts)) == ("held", "resistance", ("greens",))

    def test_near_days(self, country: Country) -> None:
        # From 31 December 1896 to 1 January 1900 it is a day more than three years of 365 days.
        country.claim("reds", "north", date="1896")
        assert country.call(near_days=1095).status == "no-evidence"
        assert country.call(near_days=1096).faction_id == "reds"
