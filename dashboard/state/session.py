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
"""The address as the browser has it: what it last told, or what was last written to it.

`streamlit.query_params` lags behind it: Streamlit learns of an address that the page's own script has written only when
a reader steps back or forward.
"""


OF_STREAMLIT = ("embed", "embed_options")
"""Parameters that Streamlit keeps in the address by itself."""


def begin(edition: Edition) -> None:
    """Take over the choices of the address, and hand them to the widgets that show them.

    Streamlit forgets the value of a widget that a view does not show; what was chosen is kept here.
    """
    if CHOICE not in st.session_state:
        address = st.query_params.to_dict()
        st.session_state[CHOICE] = state_from_address(address, edition)
        st.session_state[ADDRESS] = address
    elif _goes_through_history():
        adopt_address(edition, st.query_params.to_dict())
    choice = chosen()
    for key in FIELDS:
        if key not in st.session_state:
            value = getattr(choice, key)
            st.session_state[key] = list(value) if isinstance(value, tuple) else value


def adopt_address(edition: Edition, address: Mapping[str, str]) -> None:
    """Take over what changed in the address since it was last known here.

    To be called before the widgets are made that show the choices.

    Parameters
    ----------
    edition : Edition
    address : Mapping of str to str
        Parameters as the browser has them.
    """
    address = {name: value for name, value in address.items() if name not in OF_STREAMLIT}
    known = st.session_state[ADDRESS]
    changed = changed_fields(state_from_address(known, edition), state_from_address(address, edition))
    st.session_state[ADDRESS] = address
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
    if st.session_state[ADDRESS] != wanted:
        st.query_params.from_dict(wanted)
        st.session_state[ADDRESS] = wanted


def choose(edition: Edition, **changed: Any) -> None:
    """Choose for the reader, as a button does: from a callback, before the widgets are made again.

    Widgets with the names of the fields show the new values.
    """
    _hand_to_widgets(changed)
    remember(edition, **changed)


def begin_anew(edition: Edition) -> None:
    """Begin with another atlas: nothing that was chosen in the one before means anything in it but the language.

    To be called before the widgets are made.

    Parameters
    ----------
    edition : Edition
        Of the other atlas.
    """
    first = replace(state_from_address({}, edition), language=chosen().language)
    choose(edition, **{key: getattr(first, key) for key in FIELDS})


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
    pins = chosen().factions
    remember(edition, factions=tuple(one for one in pins if one != key) if key in pins else (*pins, key))


def place_in(options: Sequence[str], value: str | None) -> int | None:
    """Where a box that shows a value stands; None if it shows none."""
    return options.index(value) if value in options else None
