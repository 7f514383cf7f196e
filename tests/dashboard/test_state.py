"""Address and state: round trips, nonsense included."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import geodata
from dashboard.state import VIEWS, State, address_from_state, state_from_address

ATLAS = geodata.load()
PERIODS = [period.id for period in ATLAS.periods]
PROVINCES = list(ATLAS.provinces("1985")["province_id"])

states = st.builds(
    State, period=st.sampled_from(PERIODS), province=st.none() | st.sampled_from(PROVINCES), view=st.sampled_from(VIEWS)
)


@given(states)
def test_every_state_survives_the_address(state: State) -> None:
    assert state_from_address(address_from_state(state, ATLAS), ATLAS) == state


@given(st.dictionaries(st.sampled_from(["period", "province", "view", "colour"]), st.text(max_size=12)))
def test_nonsense_becomes_a_state_that_makes_sense(parameters: dict[str, str]) -> None:
    state = state_from_address(parameters, ATLAS)
    assert state.period in PERIODS
    assert state.province is None or state.province in PROVINCES
    assert state.view in VIEWS
    # What the address keeps is read back to the same state.
    assert state_from_address(address_from_state(state, ATLAS), ATLAS) == state


def test_the_default_needs_no_parameters() -> None:
    assert address_from_state(State("1985"), ATLAS) == {}
    assert state_from_address({}, ATLAS) == State("1985", None, "map")


@pytest.mark.parametrize("province", ["sar-e-pol", "nuristan", "khost"])
def test_a_province_that_did_not_exist_in_the_period_is_dropped(province: str) -> None:
    assert state_from_address({"period": "1988-89", "province": province}, ATLAS).province is None
