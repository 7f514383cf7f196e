"""The map: year bar, choropleth, legend, and the evidence of a chosen province.

What moves with the year is painted by the page's own script (`dashboard/shell/script`) from what it has of all periods;
the server hears of a move through the address, and sends the evidence of the chosen province.
"""

from __future__ import annotations

from functools import partial
from typing import cast

import streamlit as st
from streamlit_folium import st_folium

from dashboard.assets import map_assets
from dashboard.edition import Edition
from dashboard.map import BASEMAP_ADDRESS, AtlasMap
from dashboard.parts import call_html, evidence_html, key_html, provinces_table_html
from dashboard.state import adopt_address, chosen, entries, pinned, remember
from dashboard.views.map.html import (
    BASEMAP,
    headline_html,
    hint_html,
    sheet_head_html,
    side_html,
    tools_html,
    year_html,
)
from dashboard.widgets import painted
from geodata.looks import ColouringName

MAP_HEIGHT = 600
"""Pixels before the style sheet adapts the frame to the page."""


@st.fragment
def show(edition: Edition) -> None:
    """Show the view; a fragment, so that a move runs nothing else."""
    # What makes no sense in the address goes from it.
    remember(edition)
    choice = chosen()
    moves = map_assets(edition).moves.address
    first = edition.atlas.periods[0].id
    # All but the sheet is the same for every year: the server sends it once.
    painted(headline_html(edition, first), "headline", moves)
    with st.container(key="atlas-stage"):
        with st.container(key="atlas-left"):
            painted(year_html(edition, first), "year", moves, partial(adopt_address, edition))
            with st.container(key="atlas-map"):
                _map(edition)
                painted(hint_html(edition), "hint", moves)
                with st.container(key="atlas-table"):
                    colour = cast(ColouringName, choice.colour)
                    pins = pinned(choice, entries(edition, colour))
                    st.html(provinces_table_html(edition, choice.period, colour, pins))
            painted(tools_html(edition), "tools", moves)
        with st.container(key="atlas-right"):
            painted(side_html(edition), "side", moves)
            if choice.province is not None:
                with st.container(key="atlas-sheet"):
                    st.html(sheet_head_html(edition, choice.period, choice.province))
                    st.html(call_html(edition, choice.period, choice.province))
                    st.html(evidence_html(edition, choice.period, choice.province))
    st.html(key_html(edition, choice.layers) if choice.layers else key_html(edition))


def _map(edition: Edition) -> None:
    assets = map_assets(edition)
    folium_map = AtlasMap(
        scripts=[assets.script.address],
        styles=[assets.style.address],
        config={
            "geometry": assets.geometry.address,
            "calls": assets.calls.address,
            "layers": assets.layers.address,
            BASEMAP: {"address": BASEMAP_ADDRESS, "credit": edition.words("basemap-credit")},
            "frameTitle": edition.words("frame-title"),
            "followPage": True,
        },
        attribution=edition.credit,
    )
    # One frame for each language: what it has loaded can't be changed in it.
    st_folium(
        folium_map,
        key=f"map-{edition.language}",
        height=MAP_HEIGHT,
        use_container_width=True,
        returned_objects=[],
    )
