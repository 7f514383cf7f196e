"""The floor: a fragment with a slider that prints one word. No page that waits for Python can answer sooner."""

from __future__ import annotations

import os

import streamlit as st

from benchmarks.peers import STOPS_VARIABLE


@st.fragment
def show() -> None:
    """Show the slider and the word."""
    word = st.select_slider("Year", os.environ[STOPS_VARIABLE].split())
    with st.container(key="panel"):
        st.write(word)


st.set_page_config(page_title="Floor", layout="wide")
show()
