"""The method: definition of control, the rule, boundaries, gaps and data dictionary, as the atlas itself tells them."""

from __future__ import annotations

import streamlit as st

from dashboard.text import Texts
from geodata import Atlas


def show(atlas: Atlas, words: Texts) -> None:
    """Show the view."""
    with st.container(key="atlas-method"):
        st.markdown(f"## {words('method-heading')}")
        st.markdown(atlas.readme or words("method-missing"))
