"""The reader's choices in Streamlit's session, begun from the address and written back to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.edition import Edition
from dashboard.state.state import FIELDS, State, address_from_state, changed_fields, state_from_address

CHOICE = "choice"
ADDRESS = "address"
LEFT = "address-left"
"""The address as it was last read or written here, and the one that was left when it was last written here."""


def begin(edition: Edition) -> None:
    """Take over the choices of the address, and hand them to the widgets that show them.

    Streamlit forgets the value of a widget that a view does not show; what was chosen is kept here.
    """
    if CHOICE not in st.session_state:
        address = st.query_params.to_dict()
        st.session_state[CHOICE] = state_from_address(address, edition)
        st.session_state[ADDRESS] = address
    adopt_address(edition)
    choice = chosen()
    for key in FIELDS:
        if key not in st.session_state:
            value = getattr(choice, key)
            st.session_state[key] = list(value) if isinstance(value, tuple) else value


def adopt_address(edition: Edition) -> None:
    """Take over what changed in the address since it was last seen here: a step back, a move of the page's script.

    To be called before the widgets are made that show the choices.
    """
    address = st.query_params.to_dict()
    known = st.session_state[ADDRESS]
    if address == known:
        return
    if address == st.session_state.get(LEFT) and not _goes_through_history():
        return  # Sent before the browser heard of the newer one.
    st.session_state[ADDRESS] = address
    st.session_state[LEFT] = None
    changed = changed_fields(state_from_address(known, edition), state_from_address(address, edition))
    _hand_to_widgets(changed)
    st.session_state[CHOICE] = replace(chosen(), **changed)


def _goes_through_history() -> bool:
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def _hand_to_widgets(changed: Mapping[str, Any]) -> None:
    for key, value in changed.items():
        st.session_state[key] = list(value) if isinstance(value, tuple) else value


def chosen() -> State:
    """What the reader has chosen, all of it."""
    choice: State = st.session_state[CHOICE]
    return choice


def remember(edition: Edition, **changed: Any) -> None:
    """Keep what was chosen and write it to the address; parameters that make no sense are gone from it afterwards."""
    choice = replace(chosen(), **changed)
    st.session_state[CHOICE] = choice
    wanted = address_from_state(choice, edition)
    address = st.query_params.to_dict()
    if address != wanted:
        st.query_params.from_dict(wanted)
        st.session_state[LEFT] = address
    st.session_state[ADDRESS] = wanted


def choose(edition: Edition, **changed: Any) -> None:
    """Choose for the reader, as a button does: from a callback, before the widgets are made again.

    Widgets with the names of the fields show the new values.
    """
    adopt_address(edition)
    _hand_to_widgets(changed)
    remember(edition, **changed)


def adopt_choice_from_map(edition: Edition, map_key: str) -> None:
    """Let the widgets take over what a map sends: which province was chosen, or where playing stopped."""
    choice = st.session_state.get(map_key)
    if not isinstance(choice, dict):
        return
    for key in ("province", "period"):
        if key in choice:
            st.session_state[key] = choice[key]
    if "pins" in choice:
        remember(edition, factions=())


def choose_language(edition: Edition) -> None:
    """Take over the chosen language; widgets have other labels in it and would forget what they show."""
    choose(edition, **{key: getattr(chosen(), key) for key in FIELDS} | {"language": st.session_state["language"]})


def toggle_pin(edition: Edition, key: str) -> None:
    """Pin an entry of a legend, or let it go."""
    adopt_address(edition)
    pins = chosen().factions
    remember(edition, factions=tuple(one for one in pins if one != key) if key in pins else (*pins, key))


def place_in(options: Sequence[str], value: str | None) -> int | None:
    """Where a box that shows a value stands; None if it shows none."""
    return options.index(value) if value in options else None
