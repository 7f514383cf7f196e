"""Address and state: round trips, nonsense included."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.app_context import set_most_opened
from dashboard.edition import edition_of
from dashboard.state.state import (
    GROUPINGS,
    LAYERS,
    MEASURES,
    MODES,
    OPENING,
    ORDERS,
    PARAMETERS,
    PARTS,
    VIEWS,
    State,
    address_from_state,
    legend_keys,
    state_from_address,
    views_of,
)
from dashboard.text import LANGUAGES
from geodata import COLOURINGS
from geodata.rule import GRADES, NAMED, Rule
from tests.built_in import ATLAS

PERIODS = [period.id for period in ATLAS.periods]
PROVINCES = list(ATLAS.provinces("1985")["province_id"])

VALUES = [*PERIODS, *PROVINCES, *VIEWS, *COLOURINGS, *LAYERS, "jamiat-i-islami,jamiat-i-islami", "direct", ","]
TABLES = ATLAS.package.tables


def one_of(values: Iterable[str]) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(sorted(set(values)))


def some_of(values: Iterable[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(sorted(set(values))), unique=True, max_size=4).map(tuple)


states = st.builds(
    State,
    period=st.sampled_from(PERIODS),
    province=one_of(PROVINCES),
    view=st.sampled_from(VIEWS),
    colour=st.sampled_from(COLOURINGS),
    factions=some_of(legend_keys(edition_of(ATLAS))),
    mode=st.sampled_from(MODES),
    by=st.sampled_from(GROUPINGS),
    measure=st.sampled_from(MEASURES),
    layers=some_of(LAYERS),
    language=st.sampled_from(LANGUAGES),
    part=st.sampled_from(PARTS),
    sort=st.sampled_from(ORDERS),
    within=one_of(PERIODS),
    grade=one_of(GRADES),
    basis=one_of(["stated", "inferred"]),
    source=one_of(ATLAS.sources["source_id"]),
    kind=one_of(TABLES["events"]["kind"]),
    event=one_of(TABLES["events"]["event_id"]),
    text=st.text(max_size=200).map(str.strip),
    rule=st.sampled_from([*NAMED.values(), Rule(without_sources=["S01", "S21"], near_days=0)]),
).flatmap(
    lambda state: one_of(one for one in PERIODS if one != state.period).map(lambda one: replace(state, compare=one))
)


@given(states)
def test_every_state_survives_the_address(state: State) -> None:
    assert state_from_address(address_from_state(state, edition_of(ATLAS)), edition_of(ATLAS)) == state


@given(st.dictionaries(st.sampled_from([*PARAMETERS, "utm"]), st.text(max_size=12) | st.sampled_from(VALUES)))
def test_nonsense_becomes_a_state_that_makes_sense(parameters: dict[str, str]) -> None:
    state = state_from_address(parameters, edition_of(ATLAS))
    assert state.period in PERIODS
    assert state.province is None or state.province in PROVINCES
    assert state.view in VIEWS
    assert state.compare != state.period
    # What the address keeps is read back to the same state.
    assert state_from_address(address_from_state(state, edition_of(ATLAS)), edition_of(ATLAS)) == state


def test_the_default_needs_no_parameters() -> None:
    assert address_from_state(State("1985"), edition_of(ATLAS)) == {}
    assert state_from_address({}, edition_of(ATLAS)) == State("1985", None, "map")


@pytest.mark.parametrize("province", ["sar-e-pol", "nuristan", "khost"])
def test_a_province_that_did_not_exist_in_the_period_is_dropped(province: str) -> None:
    assert state_from_address({"period": "1988-89", "province": province}, edition_of(ATLAS)).province is None


def test_an_address_that_names_everything() -> None:
    address = (
        "view=map&period=1987&province=kunduz&colour=alliance&faction=jamiat-i-islami,no-evidence"
        "&compare=1985&show=towns"
    )
    parameters = dict(pair.split("=") for pair in address.split("&"))
    state = state_from_address(parameters, edition_of(ATLAS))
    assert (state.factions, state.compare, state.layers) == (("jamiat-i-islami", "no-evidence"), "1985", ("towns",))
    assert address_from_state(state, edition_of(ATLAS)) == {
        key: value for key, value in parameters.items() if key != "view"
    }


def test_part_of_a_list_that_makes_no_sense_is_dropped() -> None:
    state = state_from_address(
        {"faction": "jamiat-i-islami,nobody,jamiat-i-islami", "show": "towns,gold"}, edition_of(ATLAS)
    )
    assert (state.factions, state.layers) == (("jamiat-i-islami",), ("towns",))


def test_a_period_is_not_compared_with_itself() -> None:
    assert state_from_address({"period": "1987", "compare": "1987"}, edition_of(ATLAS)).compare is None


def test_the_view_that_opens_another_atlas_is_there_only_where_readers_may() -> None:
    edition = edition_of(ATLAS)
    assert OPENING not in views_of(edition)
    assert state_from_address({"view": OPENING}, edition).view == VIEWS[0]
    set_most_opened(1)
    try:
        assert views_of(edition)[-1] == OPENING
        assert state_from_address({"view": OPENING}, edition).view == OPENING
    finally:
        set_most_opened(0)
