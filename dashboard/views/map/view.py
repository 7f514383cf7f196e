"""The map: a year slider, the choropleth, its legend, and the evidence of a chosen province."""

from __future__ import annotations

from functools import partial
from typing import cast

import folium
import streamlit as st
from streamlit_folium import st_folium

from dashboard.assets import map_assets
from dashboard.edition import Edition
from dashboard.map import AtlasMap, showing, ticks_html
from dashboard.parts import call_html, evidence_html, key_html, legend_html, play_html, summary_html
from dashboard.state import LAYERS, adopt_choice_from_map, chosen, entries, pinned, place_in, remember, toggle_pin
from dashboard.widgets import clickable, province_names
from geodata import COLOURINGS
from geodata.looks import ColouringName

BASEMAP = "basemap"
"""A layer that asks another host: in no address, so that no link switches it on for somebody else."""

BASEMAP_ADDRESS = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
MAP_KEY = "map"
MAP_HEIGHT = 600
"""Pixels before the style sheet adapts the frame to the width of the page."""


@st.fragment
def show(edition: Edition) -> None:
    """Show the view; a fragment, so that a move of the slider runs nothing else."""
    with st.container(key="atlas-columns"):
        left, right = st.columns([0.64, 0.36], gap="medium")
    labels = {period.id: period.label for period in edition.atlas.periods}
    with left:
        with st.container(key="atlas-slider"):
            period = st.select_slider(
                edition.words("slider-label"),
                list(labels),
                value=chosen().period,
                format_func=labels.__getitem__,
                key="period",
            )
            st.html(ticks_html(edition))
        with st.container(key="atlas-controls", horizontal=True, vertical_alignment="bottom"):
            st.html(play_html(edition.words))
            colour = st.segmented_control(
                edition.words("colour-label"),
                COLOURINGS,
                default=chosen().colour,
                format_func=lambda name: edition.words(f"colour-{name}"),
                key="colour",
                required=True,
            )
        place_of_map = st.container(key="atlas-map")
        layers = st.pills(
            edition.words("layers-label"),
            (*LAYERS, BASEMAP),
            selection_mode="multi",
            format_func=lambda name: edition.words(f"layer-{name}"),
            key="layers",
        )
    names = province_names(edition, period)
    if st.session_state.get("province") not in names:
        st.session_state["province"] = None
    meaning = cast(ColouringName, colour or COLOURINGS[0])
    pins = pinned(chosen(), entries(edition, meaning))
    with right:
        options = sorted(names, key=names.__getitem__)
        province = st.selectbox(
            edition.words("province-label"),
            options,
            # A page that is slower than its reader falls back to this: it must be what was chosen, not the first.
            index=place_in(options, st.session_state["province"]),
            format_func=names.__getitem__,
            key="province",
            placeholder=edition.words("province-placeholder"),
        )
        st.html(call_html(edition, period, province))
        legend = legend_html(edition, period, meaning, pins)
        clickable(legend, "legend", partial(toggle_pin, edition))
    with place_of_map:
        _map(edition, showing(period, province, meaning, pins, layers, chosen().event))
        st.html(summary_html(edition, period))
    besides = tuple(one for one in LAYERS if one in layers)
    # Called as it is when the server starts, so that it is there already.
    st.html(key_html(edition, besides) if besides else key_html(edition))
    if province is not None:
        st.html(evidence_html(edition, period, province))
    remember(
        edition, period=period, province=province, colour=colour, layers=tuple(one for one in layers if one in LAYERS)
    )


def _map(edition: Edition, shown: folium.FeatureGroup) -> None:
    assets = map_assets(edition)
    folium_map = AtlasMap(
        scripts=[assets.script.address],
        styles=[assets.style.address],
        config={
            "geometry": assets.geometry.address,
            "calls": assets.calls.address,
            "layers": assets.layers.address,
            "basemap": {"address": BASEMAP_ADDRESS, "credit": edition.words("basemap-credit")},
            "frameTitle": edition.words("frame-title"),
            "followSlider": True,
        },
        attribution=edition.words("map-attribution"),
    )
    st_folium(
        folium_map,
        key=MAP_KEY,
        height=MAP_HEIGHT,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=shown,
        on_change=partial(adopt_choice_from_map, edition, MAP_KEY),
    )
