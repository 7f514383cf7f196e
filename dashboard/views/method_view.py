"""The method: definition of control, the rule, boundaries, gaps and data dictionary, as the atlas itself tells them."""

from __future__ import annotations

import re

import streamlit as st

from dashboard.text import Texts
from geodata import Atlas

SECTION = re.compile(r"^## ", re.MULTILINE)
OPEN_SECTIONS = 3
"""The first sections stand open; the data dictionary alone is longer than all the rest."""


def show(atlas: Atlas, words: Texts) -> None:
    """Show the view."""
    with st.container(key="atlas-method"):
        st.markdown(f"## {words('method-heading')}")
        opening, *sections = SECTION.split(atlas.readme or words("method-missing"))
        st.markdown(opening)
        for number, section in enumerate(sections):
            title, _, body = section.partition("\n")
            with st.expander(title, expanded=number < OPEN_SECTIONS):
                st.markdown(body)
