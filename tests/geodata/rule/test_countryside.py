"""The rule, sentence by sentence on a made-up country, and what must hold of every call."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from geodata.rule.countryside import Call, call_province, call_provinces
from geodata.rule.grades import GRADES
from tests.made_up import PARTIES, SIDES, UNNAMED, Country, year


@pytest.fixture
def country() -> Country:
    """Reds and greens resist, the crown and its guard govern, loners are neither; rebels and league name no party."""
    return Country()


class TestWhoCanLead:
    def test_one_dominant_claim(self, country: Country) -> None:
        country.claim("reds", "north")
        assert country.call() == Call(
            status="held",
            side="resistance",
            side_grade="direct",
            faction_id="reds",
            grade="direct",
            factions=("reds",),
            names_party=True,
            claim_ids=("C001",),
        )

    def test_strong_can_lead(self, country: Country) -> None:
        country.claim("reds", "north", role="strong")
        assert country.call().faction_id == "reds"

    def test_presence_leads_nothing_and_is_reported(self, country: Country) -> None:
        country.claim("reds", "north", role="present")
        call = country.call()
        assert (call.status, call.factions, call.others, call.claim_ids) == ("no-evidence", (), ("reds",), ())

    def test_strong_in_a_part_is_presence(self, country: Country) -> None:
        country.claim("reds", "north:part", role="strong")
        assert country.call().status == "no-evidence"

    def test_dominant_in_a_part_leads_as_strong(self, country: Country) -> None:
        country.claim("reds", "north:part")
        country.claim("greens", "north", role="strong")
        assert country.call().factions == ("greens", "reds")

    def test_province_without_a_claim(self, country: Country) -> None:
        country.claim("reds", "south")
        assert country.call("north") == Call("no-evidence")

    def test_provinces_without_a_claim_are_called_too(self, country: Country) -> None:
        country.claim("reds", "south")
        calls = call_provinces(country.graded(), ["south", "north"])
        assert [(name, call.status) for name, call in calls.items()] == [("south", "held"), ("north", "no-evidence")]

    @pytest.mark.parametrize("domain", ["capital", "town"])
    def test_garrison_in_a_town_does_not_colour_the_province(self, country: Country, domain: str) -> None:
        country.claim("crown", "north", domain=domain)
        country.claim("reds", "north", role="strong", basis="inferred")
        assert country.call().faction_id == "reds"
        assert country.call().others == ("crown",)

    def test_claim_of_no_province_colours_nothing(self, country: Country) -> None:
        country.claim("reds")
        assert {country.call(name).status for name in country.provinces} == {"no-evidence"}

    def test_nothing_is_carried_over_from_a_period_three_years_before(self, country: Country) -> None:
        country.claim("reds", "north", date="1897")
        assert country.call(period=year(1899)).grade == "adjacent"
        assert country.call(period=year(1900)).status == "no-evidence"


class TestRank:
    def test_firm_before_weak(self, country: Country) -> None:
        country.claim("reds", "north", role="strong", date="1899")
        country.claim("greens", "north", role="dominant", basis="inferred")
        assert country.call().factions == ("reds",)

    def test_regional_and_adjacent_at_once_is_weak(self, country: Country) -> None:
        # One sweeping sentence about a region and another year does not colour over a local report.
        country.claim("greens", "north", "south", "coast", role="dominant", date="1901")
        country.claim("reds", "north", role="strong")
        assert country.call("north").factions == ("reds",)
        assert country.call("south").factions == ("greens",)

    def test_role_before_grade(self, country: Country) -> None:
        country.claim("reds", "north", role="strong")
        country.claim("greens", "north", role="dominant", date="1901")
        assert (country.call().factions, country.call().grade) == (("greens",), "adjacent")

    @pytest.mark.parametrize(
        ("better", "worse"),
        [
            ({}, {"also": "south"}),
            ({"also": "south"}, {"date": "1901"}),
            ({"also": "south", "date": "1901"}, {"basis": "inferred"}),
        ],
        ids=["direct before regional", "regional before adjacent", "regional and adjacent before inferred"],
    )
    def test_then_grade(self, country: Country, better: dict[str, str], worse: dict[str, str]) -> None:
        for faction_id, given_ in (("reds", dict(better)), ("greens", dict(worse))):
            also = [place for place in [given_.pop("also", None)] if place]
            country.claim(faction_id, "north", *also, **given_)
        call = country.call()
        assert (call.factions, call.dissenting_claim_ids) == (("reds",), ("C002",))

    def test_order_of_ranks_is_the_readers_to_change(self, country: Country) -> None:
        country.claim("greens", "north", role="strong")
        country.claim("crown", "north", role="dominant", basis="inferred")
        assert country.call().faction_id == "greens"
        assert country.call(order=("role", "firmness", "grade")).faction_id == "crown"

    def test_fewer_criteria_make_more_ties(self, country: Country) -> None:
        country.claim("reds", "north")
        country.claim("greens", "north", role="strong")
        assert country.call(order=("firmness",)).factions == ("greens", "reds")


class TestSideFirst:
    def test_claim_of_no_party_speaks_for_its_side(self, country: Country) -> None:
        country.claim("rebels", "north")
        country.claim("crown", "north", role="strong")
        call = country.call()
        assert (call.status, call.side, call.faction_id, call.names_party) == ("held", "resistance", "rebels", False)
        assert call.dissenting_claim_ids == ("C002",)

    def test_side_on_direct_and_party_on_weak_evidence(self, country: Country) -> None:
        country.claim("rebels", "north")
        country.claim("reds", "north", role="strong", basis="inferred")
        call = country.call()
        assert (call.side, call.side_grade) == ("resistance", "direct")
        assert (call.faction_id, call.grade, call.names_party) == ("reds", "inferred", True)
        assert call.claim_ids == ("C001", "C002")
        assert call.dissenting_claim_ids == ()

    def test_party_of_the_other_side_does_not_profit(self, country: Country) -> None:
        country.claim("rebels", "north")
        country.claim("crown", "north", date="1901")
        assert (country.call().side, country.call().faction_id) == ("resistance", "rebels")

    def test_presence_of_a_party_does_not_name_the_holder(self, country: Country) -> None:
        country.claim("rebels", "north")
        country.claim("reds", "north", role="present")
        call = country.call()
        assert (call.faction_id, call.names_party, call.others) == ("rebels", False, ("reds",))

    def test_umbrella_names_no_party(self, country: Country) -> None:
        country.claim("league", "north")
        assert (country.call().faction_id, country.call().names_party) == ("league", False)
        country.claim("reds", "north", basis="inferred")
        assert country.call().faction_id == "reds"

    def test_several_unnamed_actors_are_one_unnamed_side(self, country: Country) -> None:
        country.claim("rebels", "north")
        country.claim("league", "north")
        call = country.call()
        assert (call.status, call.side, call.names_party, len(call.factions)) == ("held", "resistance", False, 1)
        assert call.claim_ids == ("C001", "C002")
        assert set(call.factions) | set(call.others) == {"rebels", "league"}

    def test_militia_of_the_government_is_on_its_side(self, country: Country) -> None:
        country.claim("guard", "north")
        country.claim("reds", "north", role="strong")
        assert (country.call().side, country.call().faction_id) == ("government", "guard")

    def test_neither_side(self, country: Country) -> None:
        country.claim("loners", "north")
        assert (country.call().side, country.call().faction_id) == ("other", "loners")


class TestShared:
    def test_equal_best_claims_of_two_parties(self, country: Country) -> None:
        country.claim("reds", "north")
        country.claim("greens", "north")
        call = country.call()
        assert (call.status, call.side, call.faction_id, call.factions) == (
            "shared",
            "resistance",
            None,
            ("greens", "reds"),
        )
        assert (call.grade, call.names_party, call.claim_ids) == ("direct", True, ("C001", "C002"))

    def test_one_grade_apart_is_not_shared(self, country: Country) -> None:
        country.claim("reds", "north")
        country.claim("greens", "north", "south")
        assert country.call().factions == ("reds",)

    def test_two_claims_of_one_party_are_one_holder(self, country: Country) -> None:
        country.claim("reds", "north")
        country.claim("reds", "north")
        assert (country.call().status, country.call().claim_ids) == ("held", ("C001", "C002"))

    def test_party_and_unnamed_do_not_share(self, country: Country) -> None:
        country.claim("reds", "north")
        country.claim("rebels", "north")
        assert (country.call().status, country.call().factions) == ("held", ("reds",))


class TestContested:
    def test_both_sides_at_the_best_rank(self, country: Country) -> None:
        country.claim("reds", "north")
        country.claim("crown", "north")
        country.claim("greens", "north", role="strong")
        call = country.call()
        assert (call.status, call.side, call.faction_id, call.factions) == ("contested", None, None, ("crown", "reds"))
        assert (call.claim_ids, call.dissenting_claim_ids) == (("C001", "C002"), ("C003",))

    def test_explicit_claim_at_the_best_rank(self, country: Country) -> None:
        country.claim("reds", "north", role="strong")
        country.claim("crown", "north", role="contested")
        call = country.call()
        assert (call.status, call.factions, call.claim_ids) == ("contested", ("crown", "reds"), ("C001", "C002"))

    def test_explicit_claim_alone(self, country: Country) -> None:
        country.claim("reds", "north", role="contested")
        assert (country.call().status, country.call().factions) == ("contested", ("reds",))

    def test_best_rival_of_the_other_side_is_a_contender(self, country: Country) -> None:
        country.claim("reds", "north", role="contested")
        country.claim("crown", "north", role="strong", date="1901")
        country.claim("guard", "north", role="strong", basis="inferred")
        call = country.call()
        assert (call.factions, call.others) == (("crown", "reds"), ("guard",))

    def test_somebody_dominant_outranks_a_fight(self, country: Country) -> None:
        country.claim("reds", "north")
        country.claim("crown", "north", role="contested")
        call = country.call()
        assert (call.status, call.faction_id, call.dissenting_claim_ids) == ("held", "reds", ("C002",))

    def test_fight_of_another_year_says_nothing_of_this_one(self, country: Country) -> None:
        country.claim("reds", "north", role="contested", date="1901")
        assert country.call(period=year(1900)).status == "no-evidence"
        assert country.call(period=year(1901)).status == "contested"

    def test_inferred_fight_does_not_count(self, country: Country) -> None:
        country.claim("reds", "north", role="strong", basis="inferred")
        country.claim("crown", "north", role="contested", basis="inferred")
        assert country.call().faction_id == "reds"

    def test_fight_in_one_valley_does_not_contest_the_province(self, country: Country) -> None:
        country.claim("reds", "north:part", role="contested")
        assert country.call().status == "no-evidence"

    def test_weaker_rank_of_the_other_side_does_not_contest(self, country: Country) -> None:
        country.claim("reds", "north")
        country.claim("crown", "north", date="1901")
        assert country.call().status == "held"


class TestProvincesThatComeAndGo:
    def test_later_province_is_called_on_what_was_said_of_the_earlier_one(self) -> None:
        country = Country(lineage=[("coast", "south", "1905-01-01")])
        country.claim("reds", "south", date="1904/1906")
        call = country.call("coast", year(1905))
        assert (call.faction_id, call.grade) == ("reds", "regional")

    def test_its_own_report_comes_before_that(self) -> None:
        country = Country(lineage=[("coast", "south", "1905-01-01")])
        country.claim("reds", "south", date="1904/1906")
        country.claim("greens", "coast", date="1905-06")
        assert country.call("coast", year(1905)).faction_id == "greens"
        assert country.call("south", year(1905)).faction_id == "reds"

    def test_dominant_in_a_province_to_come_is_strong_in_the_one_it_lay_in(self) -> None:
        country = Country(provinces=("north", "south"), lineage=[("coast", "south", "1905-01-01")])
        country.claim("reds", "coast")
        country.claim("greens", "south", role="strong")
        assert country.call("south").factions == ("greens", "reds")


# What must hold of every call. Claims are drawn as (faction, role for the province, grade).

ROLE = st.sampled_from(["dominant", "strong", "present", "contested"])
CLAIM = st.tuples(st.sampled_from(sorted(SIDES)), ROLE, st.sampled_from(GRADES))
CLAIMS = st.lists(CLAIM, max_size=7)
LEADING = st.tuples(st.sampled_from(sorted(PARTIES)), st.sampled_from(["dominant", "strong"]), st.sampled_from(GRADES))
Claim = tuple[str, str, str]
many = settings(max_examples=300, deadline=None)


def graded(claims: list[Claim]) -> pd.DataFrame:
    rows: list[dict[str, Any]] = [
        {
            "claim_id": f"C{number:03}",
            "faction_id": faction_id,
            "side": SIDES[faction_id],
            "names_party": faction_id in PARTIES,
            "domain": "countryside",
            "effective_role": role,
            "grade": grade,
        }
        for number, (faction_id, role, grade) in enumerate(claims, start=1)
    ]
    columns = ["claim_id", "faction_id", "side", "names_party", "domain", "effective_role", "grade"]
    return pd.DataFrame(rows, columns=columns)


def conclusion(call: Call) -> tuple[Any, ...]:
    return call.status, call.side, call.side_grade, call.faction_id, call.grade, call.factions


def standing(call: Call, faction_id: str) -> int:
    """2 where it leads alone, 1 where it shares or contends, 0 where it does not lead."""
    return 0 if faction_id not in call.factions else 2 if call.status == "held" else 1


@many
@given(CLAIMS, LEADING)
def test_claim_for_a_party_never_lowers_it(claims: list[Claim], added: Claim) -> None:
    before, after = call_province(graded(claims)), call_province(graded([*claims, added]))
    assert standing(after, added[0]) >= standing(before, added[0])


@many
@given(CLAIMS, st.sampled_from(sorted(PARTIES)))
def test_claim_of_the_best_rank_always_counts(claims: list[Claim], faction_id: str) -> None:
    call = call_province(graded([*claims, (faction_id, "dominant", "direct")]))
    assert faction_id in call.factions


@many
@given(CLAIMS, st.sampled_from(sorted(SIDES)), st.sampled_from(["dominant", "strong"]), st.sampled_from(GRADES))
def test_claim_for_a_side_never_lowers_the_side(claims: list[Claim], faction_id: str, role: str, grade: str) -> None:
    def side_standing(call: Call) -> int:
        return 2 if call.side == SIDES[faction_id] else int(SIDES[faction_id] in {SIDES[one] for one in call.factions})

    before, after = call_province(graded(claims)), call_province(graded([*claims, (faction_id, role, grade)]))
    assert side_standing(after) >= side_standing(before)


@many
@given(CLAIMS, st.randoms(use_true_random=False))
def test_order_of_claims_never_matters(claims: list[Claim], random: Any) -> None:
    frame = graded(claims)
    shuffled = frame.iloc[random.sample(range(len(frame)), len(frame))]
    assert call_province(shuffled) == call_province(frame)


@many
@given(CLAIMS)
def test_call_cites_the_claims_that_made_it(claims: list[Claim]) -> None:
    frame = graded(claims)
    call = call_province(frame)
    assert set(call.claim_ids) <= set(frame["claim_id"])
    assert bool(call.claim_ids) == (call.status != "no-evidence")
    assert conclusion(call_province(frame[frame["claim_id"].isin(call.claim_ids)])) == conclusion(call)


@many
@given(CLAIMS)
def test_dropping_a_dissenting_claim_never_changes_who_leads(claims: list[Claim]) -> None:
    frame = graded(claims)
    call = call_province(frame)
    assert not set(call.claim_ids) & set(call.dissenting_claim_ids)
    for claim_id in call.dissenting_claim_ids:
        assert conclusion(call_province(frame[frame["claim_id"] != claim_id])) == conclusion(call)


@many
@given(CLAIMS)
def test_every_leading_claim_against_the_call_is_named_as_dissent(claims: list[Claim]) -> None:
    call = call_province(graded(claims))
    if call.status != "held":
        return
    for number, (faction_id, role, _) in enumerate(claims, start=1):
        other_party = faction_id in PARTIES and call.names_party and faction_id != call.faction_id
        if role in ("dominant", "strong") and (SIDES[faction_id] != call.side or other_party):
            assert f"C{number:03}" in call.dissenting_claim_ids


@many
@given(CLAIMS)
def test_party_leads_only_where_a_leading_claim_names_it(claims: list[Claim]) -> None:
    call = call_province(graded(claims))
    named = {faction_id for faction_id, role, _ in claims if role in ("dominant", "strong") and faction_id in PARTIES}
    if call.status in ("held", "shared"):
        assert set(call.factions) & set(PARTIES) <= named
        assert call.names_party == bool(set(call.factions) & set(PARTIES))


@many
@given(st.lists(st.tuples(st.sampled_from(sorted(UNNAMED)), ROLE, st.sampled_from(GRADES)), max_size=6))
def test_where_no_claim_names_a_party_no_party_leads(claims: list[Claim]) -> None:
    call = call_province(graded(claims))
    assert not set(call.factions) & set(PARTIES)
    assert not call.names_party
    assert call.status != "shared"


TABLE_CLAIM = st.tuples(
    st.sampled_from(["reds", "greens", "crown", "rebels"]),
    st.lists(
        st.sampled_from(["north", "south", "coast", "hills", "bay", "bay:part", "south:part"]), min_size=1, max_size=3
    ),
    st.sampled_from(["dominant", "strong", "contested"]),
    st.sampled_from(["1903", "1904", "1904/1906", "1906", "../1905", "190X"]),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TABLE_CLAIM, min_size=1, max_size=5), st.integers(0, 2**32 - 1))
@example([("reds", ["hills", "bay"], "dominant", "1904")], 0)
def test_order_of_rows_never_matters_in_any_table(claims: list[tuple[str, list[str], str, str]], seed: int) -> None:
    # The coast came out of the south and the hills, which were given up; a bay came out of the coast later.
    lineage = [("coast", "south", "1905-01-01"), ("coast", "hills", "1905-01-01"), ("bay", "coast", "1907-01-01")]
    country = Country(lineage=lineage)
    for faction_id, places, role, when in claims:
        unique = {place.partition(":")[0]: place for place in places}
        country.claim(faction_id, *unique.values(), role=role, date=when)
    straight = country.graded(year(1905))
    shuffled = country.graded(year(1905), lambda table: table.sample(frac=1, random_state=seed).reset_index(drop=True))
    pd.testing.assert_frame_equal(shuffled, straight)
    assert call_provinces(shuffled, country.provinces) == call_provinces(straight, country.provinces)


def test_of_several_unnamed_actors_the_most_general_stands_for_them() -> None:
    # The league is an umbrella within an alliance; the rebels belong to none, so they are the more general.
    country = Country()
    country.claim("league", "north")
    country.claim("rebels", "north")
    call = country.call()
    assert (call.status, call.faction_id, call.names_party) == ("held", "rebels", False)
