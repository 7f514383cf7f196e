"""Trends: who led how much in each period, and what went from whom to whom."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import cast

import streamlit as st

from dashboard.edition import Edition
from dashboard.map import STYLES as STYLES_OF_MAPS
from dashboard.map import inline
from dashboard.parts import CHART_STYLE, pictures_css
from dashboard.state import GROUPINGS, MEASURES, choose, chosen, entries, groupings_of, pinned, remember, toggle_pin
from dashboard.views.trends.chart import OTHERS_LOOK
from dashboard.views.trends.html import trends_html
from dashboard.views.trends.small_maps import small_maps_html
from dashboard.widgets import clickable
from geodata.looks import ColouringName

DRAWING = f"<style>{inline(STYLES_OF_MAPS / 'drawing.css')}</style>"
"""Of the lines of small maps."""

STYLES = [CHART_STYLE, Path(__file__).with_name("trends.css")]


def show(edition: Edition) -> None:
    """Show the view."""
    for sheet in STYLES:
        st.html(sheet)
    st.html(DRAWING)
    st.html(f"<style>{pictures_css([OTHERS_LOOK], {})}</style>")
    with st.container(key="trends-choices", horizontal=True):
        by = st.segmented_control(
            edition.words("trends-by"),
            groupings_of(edition),
            format_func=lambda one: edition.words(f"trends-by-{one}"),
            key="by",
            required=True,
        )
        measure = st.segmented_control(
            edition.words("trends-measure"),
            MEASURES,
            format_func=lambda one: edition.words(f"trends-measure-{one}"),
            key="measure",
            required=True,
        )
    by, measure = by or GROUPINGS[0], measure or MEASURES[0]
    remember(edition, by=by, measure=measure)
    pins = pinned(chosen(), entries(edition, by))
    maps = small_maps_html(edition, cast(ColouringName, by))
    if maps:
        clickable(maps, "small-maps", partial(_to_map, edition))
    clickable(trends_html(edition, by, measure, pins), "trends", partial(toggle_pin, edition))


def _to_map(edition: Edition, pressed: str) -> None:
    choose(edition, view="map", period=pressed.removeprefix("map "), colour=chosen().by)
