"""What a reader sees where the atlas can't be used."""

from __future__ import annotations

import streamlit as st

from dashboard.parts import render
from dashboard.text import Texts
from geodata import AtlasError


def show_problems(error: AtlasError, words: Texts) -> None:
    """List every problem of the atlas."""
    st.html(render("problems.html.j2", texts=words, problems=error.problems))
