"""The reader's choices in Streamlit's session, begun from the address and written back to it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard.state import State, address_from_state, state_from_address
from geodata import Atlas

CHOICE = "choice"


def begin(atlas: Atlas) -> None:
    """Take over the choices of the address once per session, and hand them to the widgets that show them.

    Streamlit forgets the value of a widget that a view does not show; what was chosen is kept here.
    """
    if CHOICE not in st.session_state:
        st.session_state[CHOICE] = state_from_address(st.query_params.to_dict(), atlas)
    choice: State = st.session_state[CHOICE]
    for key in ("view", "period", "province"):
        if key not in st.session_state:
            st.session_state[key] = getattr(choice, key)


def remember(atlas: Atlas, **changed: Any) -> None:
    """Keep what was chosen and write it to the address; parameters that make no sense are gone from it afterwards."""
    choice: State = replace(st.session_state[CHOICE], **changed)
    st.session_state[CHOICE] = choice
    wanted = address_from_state(choice, atlas)
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)
