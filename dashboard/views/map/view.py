"""The map: year bar, choropleth, legend, and the evidence of a chosen province.

What moves with the year is painted by the page's own script (`dashboard/shell/script`) from what it has of all periods;
the server hears of a move through the address, and sends the evidence of the chosen province.
"""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit_folium import st_folium

from dashboard.assets import map_assets
from dashboard.edition import Edition
from dashboard.map import BASEMAP_ADDRESS, AtlasMap
from dashboard.parts import call_html, evidence_html, key_html
from dashboard.state import LABORATORY, adopt_move, chosen, remember
from dashboard.views.map.html import (
    BASEMAP,
    headline_html,
    hint_html,
    sheet_head_html,
    side_html,
    table_html,
    tools_html,
    year_html,
)
from dashboard.views.what_if import differences_html, lab_html, reading_list_html
from dashboard.widgets import painted

MAP_HEIGHT = 600
"""Pixels before the style sheet adapts the frame to the page."""


def show(edition: Edition, in_sight: bool) -> None:
    """Show the map, and in the view What if the laboratory beside it: both are one place, so that the map stays.

    Parameters
    ----------
    edition : Edition
    in_sight : bool
        Whether it is what is read. Behind another view the map keeps its place, and what nobody sees is left out.
    """
    _stage(edition, chosen().view, in_sight)


@st.fragment
def _stage(edition: Edition, view: str, in_sight: bool) -> None:
    """Show the view; a fragment, so that a move runs nothing else."""
    # What makes no sense in the address goes from it.
    remember(edition)
    choice = chosen()
    if choice.view != view or choice.rule != edition.atlas.rule:
        # The page's script has painted it already; what stands around the fragment follows.
        st.rerun(scope="app")
    moves = map_assets(edition).moves.address
    first = edition.atlas.periods[0].id
    # All but the sheet is the same for every year and every reading: the server sends it once.
    own = edition.own
    painted(headline_html(own, first), "headline", moves)
    with st.container(key="atlas-stage"):
        with st.container(key="atlas-left"):
            painted(year_html(own, first), "year", moves, partial(adopt_move, edition))
            with st.container(key="atlas-map"):
                _map(edition)
                painted(hint_html(own), "hint", moves)
                with st.container(key="atlas-table"):
                    painted(table_html(own), "table", moves)
            painted(tools_html(own), "tools", moves)
        with st.container(key="atlas-right"):
            painted(side_html(own), "side", moves)
            if in_sight and choice.province is not None:
                with st.container(key="atlas-sheet"):
                    st.html(sheet_head_html(edition, choice.period, choice.province))
                    st.html(call_html(edition, choice.period, choice.province))
                    st.html(evidence_html(edition, choice.period, choice.province))
            if view == LABORATORY:
                painted(lab_html(own), "lab", moves)
    if in_sight:
        st.html(key_html(own, choice.layers) if choice.layers else key_html(own))
    if view == LABORATORY:
        st.html(differences_html(edition))
        st.html(reading_list_html(edition))


def _map(edition: Edition) -> None:
    assets = map_assets(edition)
    folium_map = AtlasMap(
        scripts=[assets.script.address],
        styles=[assets.style.address],
        config={
            "geometry": assets.geometry.address,
            "calls": assets.calls.address,
            "layers": {"script": assets.layers_script.address, "content": assets.layers.address},
            BASEMAP: {"address": BASEMAP_ADDRESS, "credit": edition.words("basemap-credit")},
            "frameTitle": edition.words("frame-title"),
            "followPage": True,
        },
        attribution=edition.credit,
    )
    # One frame for each atlas and language: what it has loaded can't be changed in it.
    st_folium(
        folium_map,
        key=f"map-{edition.language}{edition.place}",
        height=MAP_HEIGHT,
        use_container_width=True,
        returned_objects=[],
    )
