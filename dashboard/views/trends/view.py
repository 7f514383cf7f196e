"""Trends: who led how much in each period, and what went from whom to whom."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from dashboard.parts import CHART_STYLE
from dashboard.state import GROUPINGS, MEASURES, chosen, entries, pinned, remember, toggle_pin
from dashboard.text import Texts
from dashboard.views.trends.html import trends_html
from dashboard.widgets import clickable
from geodata import Atlas

STYLES = [CHART_STYLE, Path(__file__).with_name("trends.css")]


def show(atlas: Atlas, words: Texts) -> None:
    """Show the view."""
    for sheet in STYLES:
        st.html(sheet)
    with st.container(key="trends-choices", horizontal=True):
        by = st.segmented_control(
            words("trends-by"), GROUPINGS, format_func=lambda one: words(f"trends-by-{one}"), key="by", required=True
        )
        measure = st.segmented_control(
            words("trends-measure"), MEASURES, format_func=lambda one: words(f"trends-measure-{one}"), key="measure",
            required=True,
        )  # fmt: skip
    by, measure = by or GROUPINGS[0], measure or MEASURES[0]
    remember(atlas, by=by, measure=measure)
    pins = pinned(chosen(), entries(atlas, by))
    clickable(trends_html(atlas, words, by, measure, pins), "trends", partial(toggle_pin, atlas))
