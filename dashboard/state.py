"""What a reader has chosen, and the address that carries it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from geodata import Atlas

VIEWS = ("map", "method")


@dataclass(frozen=True)
class State:
    """A choice that can be shared as an address.

    Attributes
    ----------
    period : str
        Identifier of the period.
    province : str or None
        Identifier of the chosen province, if any.
    view : str
        One of `VIEWS`.
    """

    period: str
    province: str | None = None
    view: str = "map"


def state_from_address(parameters: Mapping[str, str], atlas: Atlas) -> State:
    """Read the state from address parameters; what makes no sense falls back to the default.

    Parameters
    ----------
    parameters : Mapping of str to str
        ``view``, ``period`` and ``province``; others are ignored.
    atlas : Atlas

    Returns
    -------
    State
    """
    periods = [period.id for period in atlas.periods]
    period = parameters.get("period", "")
    if period not in periods:
        period = periods[0]
    province = parameters.get("province")
    if province not in set(atlas.provinces(period)["province_id"]):
        province = None
    view = parameters.get("view", "")
    return State(period, province, view if view in VIEWS else VIEWS[0])


def address_from_state(state: State, atlas: Atlas) -> dict[str, str]:
    """Write the state as address parameters; defaults are left out.

    Returns
    -------
    dict of str to str
    """
    parameters = {} if state.view == VIEWS[0] else {"view": state.view}
    if state.period != atlas.periods[0].id:
        parameters["period"] = state.period
    if state.province is not None:
        parameters["province"] = state.province
    return parameters
