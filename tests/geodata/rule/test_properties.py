"""What must hold of every call, whatever the claims."""

from __future__ import annotations

from typing import Any

import pandas as pd
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from geodata.rule import Call, Rule, decide
from geodata.rule.gaps import Gaps, smallest_claims
from tests.made_up import PARTIES, SIDES, UNNAMED, Country, Days, year

SOURCES = {
    "A": {}, "B": {}, "C": {"work": "B"}, "D": {"thin": True}, "E": {"independent": False},
}  # fmt: skip
Where = tuple[str, ...]
Claim = tuple[str, Where, str, str, str, bool, str]

FACTION = st.sampled_from(sorted(SIDES))
ROLE = st.sampled_from(["dominant", "strong", "present", "contested"])
LEADING = st.sampled_from(["dominant", "strong"])
WHERE = st.sampled_from([("north",), ("north", "south"), ("north:valley",), ("north", "south:valley")])
DATE = st.sampled_from(["1900", "1899", "1900?", "190X", "1900/..", "1898/..", "../1900-06", "1890/1899"])
BASIS = st.sampled_from(["stated", "stated", "inferred"])
SOURCE = st.sampled_from(sorted(SOURCES))
CLAIM = st.tuples(FACTION, WHERE, ROLE, DATE, BASIS, st.booleans(), SOURCE)
CLAIMS = st.lists(CLAIM, max_size=7)
many = settings(max_examples=120, deadline=None)


def country_of(claims: list[Claim]) -> Country:
    country = Country()
    for source_id, qualities in SOURCES.items():
        country.source(source_id, **qualities)  # type: ignore[arg-type]
    for faction_id, where, role, date, basis, named, source in claims:
        country.claim(faction_id, *where, role=role, date=date, basis=basis, named=named, source=source)
    return country


def call_of(claims: list[Claim]) -> Call:
    return country_of(claims).call()


def without_parts(call: Call) -> Call:
    """The call but for the areas and the reports that parts add."""
    return call._replace(parts=(), others=())


@many
@given(CLAIMS, st.randoms(use_true_random=False))
def test_order_of_readings_never_matters(claims: list[Claim], random: Any) -> None:
    readings = list(country_of(claims).readings().values())
    assert decide(random.sample(readings, len(readings))) == decide(readings)


@many
@given(CLAIMS, FACTION, ROLE, DATE, BASIS, st.booleans(), SOURCE)
@example(
    [
        ("crown", ("north",), "dominant", "1900", "stated", False, "A"),
        ("militia", ("north",), "dominant", "1900", "stated", True, "D"),
    ],
    "greens", "dominant", "1900", "stated", False, "A",
)  # fmt: skip
def test_a_part_never_gives_the_ground_a_party(
    claims: list[Claim], faction_id: str, role: str, date: str, basis: str, named: bool, source: str
) -> None:
    """It turns nothing but a weak call for one side into unclear, and no evidence into partly."""
    before = call_of(claims)
    after = call_of([*claims, (faction_id, ("north:valley",), role, date, basis, named, source)])
    # What is unclear names what the best claims name, which may be the side alone.
    assert {SIDES[one] for one in after.factions} == {SIDES[one] for one in before.factions}
    assert set(after.factions) <= {name for name, where, *_ in claims if "north" in where}
    if after.status != before.status:
        became = before.status, after.status
        if became != ("no-evidence", "partly"):
            # One side leads, be it with parties at odds within it.
            assert after.status == "unclear"
            assert (before.side is not None, before.side_strength) == (True, "weak")
            assert (role, SIDES[faction_id] != before.side) == ("dominant", True)
    elif after.status in ("partly", "unclear"):
        assert after.factions == before.factions
    else:
        # What decides nothing changes nothing but what is reported beside; partly and unclear may rest on parts too.
        assert without_parts(after) == without_parts(before)


@many
@given(CLAIMS, LEADING, DATE, BASIS, st.booleans(), SOURCE)
def test_a_further_claim_for_who_alone_leads_never_takes_the_province_from_it(
    claims: list[Claim], role: str, date: str, basis: str, named: bool, source: str
) -> None:
    before = call_of(claims)
    if before.status != "held" or before.faction_id not in PARTIES:
        return
    added = (before.faction_id, ("north",), role, date, basis, named, source)
    after = call_of([*claims, added])
    assert (after.status, after.faction_id) == ("held", before.faction_id)


@many
@given(CLAIMS, st.lists(st.tuples(FACTION, WHERE, ROLE, st.sampled_from(["1901", "1900-12-31/..", "1901?", "195X"]),
                                  BASIS, st.booleans(), SOURCE), min_size=1, max_size=3))  # fmt: skip
def test_nothing_dated_after_a_period_changes_it(claims: list[Claim], later: list[Claim]) -> None:
    until_november: Days = (year(1900)[0], year(1900)[1].replace(month=11, day=30))
    before = country_of(claims).call(period=until_november)
    assert country_of([*claims, *later]).call(period=until_november) == before


@many
@given(CLAIMS)
def test_without_sources_the_map_is_empty(claims: list[Claim]) -> None:
    assert country_of(claims).call(rule=Rule(without_sources=tuple(SOURCES))) == Call("no-evidence")


@many
@given(CLAIMS)
def test_a_call_cites_the_claims_that_made_it(claims: list[Claim]) -> None:
    readings = country_of(claims).readings()
    call = decide(readings.values())
    assert bool(call.claim_ids) == (call.status != "no-evidence")
    alone = decide([readings[claim_id] for claim_id in call.claim_ids])
    for name in ("status", "side", "side_strength", "factions", "strength", "grade", "corroborated", "why_weak"):
        assert getattr(alone, name) == getattr(call, name)


@many
@given(CLAIMS)
def test_what_one_work_says_twice_it_says_once(claims: list[Claim]) -> None:
    readings = list(country_of(claims).readings().values())
    once, twice = (
        decide(readings),
        decide([*readings, *({**one, "claim_id": one["claim_id"] + "b"} for one in readings)]),
    )
    assert once._replace(claim_ids=(), dissenting_claim_ids=(), parts=()) == twice._replace(
        claim_ids=(), dissenting_claim_ids=(), parts=()
    )
    assert set(twice.claim_ids) == {*once.claim_ids, *(one + "b" for one in once.claim_ids)}


RULE = st.sampled_from([Rule(), Rule(weak=False), Rule(minimum_sources=2), Rule(parts=True), Rule(order=["role"])])
ASKED_BEFORE = Gaps()


@many
@given(CLAIMS, RULE)
def test_what_would_change_a_call_is_the_same_whoever_was_asked_about_before(claims: list[Claim], rule: Rule) -> None:
    readings = list(country_of(claims).readings().values())
    assert ASKED_BEFORE.smallest_claims(readings, rule) == smallest_claims(readings, rule)


@many
@given(CLAIMS)
def test_dropping_dissent_never_changes_the_call(claims: list[Claim]) -> None:
    readings = country_of(claims).readings()
    call = decide(readings.values())
    assert not set(call.claim_ids) & set(call.dissenting_claim_ids)
    rest = decide([one for one in readings.values() if one["claim_id"] not in call.dissenting_claim_ids])
    assert (rest.status, rest.side, rest.factions, rest.claim_ids) == (
        call.status, call.side, call.factions, call.claim_ids,
    )  # fmt: skip


@many
@given(CLAIMS)
def test_a_call_is_firm_exactly_if_every_claim_that_decides_it_is(claims: list[Claim]) -> None:
    readings = country_of(claims).readings()
    call = decide(readings.values())
    whole = [readings[one] for one in call.claim_ids if readings[one]["extent"] == "whole"]
    if call.status in ("partly", "no-evidence"):
        assert (call.strength, call.why_weak) == (None, ())
    else:
        assert call.strength == ("firm" if all(one["firm"] for one in whole) else "weak")
        assert (call.strength == "firm") == (call.why_weak == ())


@many
@given(CLAIMS)
def test_corroborated_means_firm_and_from_two_works(claims: list[Claim]) -> None:
    call = call_of(claims)
    if call.corroborated:
        assert call.strength == "firm"
        assert call.n_sources >= 2


@many
@given(CLAIMS)
def test_a_party_is_shown_only_where_a_claim_of_the_whole_names_it(claims: list[Claim]) -> None:
    call = call_of(claims)
    named = {faction for faction, where, role, *_ in claims if "north" in where and role != "present"}
    assert set(call.factions) <= named
    assert call.names_party == bool(set(call.factions) & set(PARTIES))


@many
@given(st.lists(st.tuples(st.sampled_from(sorted(UNNAMED)), WHERE, ROLE, DATE, BASIS, st.booleans(), SOURCE)))
def test_where_no_claim_names_a_party_none_is_shown(claims: list[Claim]) -> None:
    call = call_of(claims)
    assert not set(call.factions) & set(PARTIES)
    assert not call.names_party
    assert call.status != "shared"


@many
@given(CLAIMS)
def test_cautious_calls_are_firm(claims: list[Claim]) -> None:
    assert country_of(claims).call(rule=Rule(weak=False)).strength in ("firm", None)


TABLE_CLAIM = st.tuples(
    st.sampled_from(["reds", "greens", "crown", "rebels"]),
    st.lists(
        st.sampled_from(["north", "south", "coast", "hills", "bay", "bay:part", "south:part"]), min_size=1, max_size=3
    ),
    st.sampled_from(["dominant", "strong", "contested"]),
    st.sampled_from(["1903", "1904", "1904/1906", "1905", "../1905", "190X"]),
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

    def shuffled(table: pd.DataFrame) -> pd.DataFrame:
        return table.sample(frac=1, random_state=seed).reset_index(drop=True)

    assert country.all_readings(year(1905), arrange=shuffled) == country.all_readings(year(1905))
