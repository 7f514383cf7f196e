"""The map: a year slider, the choropleth, its legend, and the evidence of a chosen province."""

from __future__ import annotations

from functools import partial

import folium
import streamlit as st
from streamlit_folium import st_folium

from dashboard.assets import map_assets
from dashboard.map import AtlasMap, showing, ticks_html
from dashboard.parts import call_html, evidence_html, key_html, legend_html, play_html, summary_html
from dashboard.state import LAYERS, adopt_choice_from_map, chosen, entries, pinned, place_in, remember, toggle_pin
from dashboard.text import Texts
from dashboard.widgets import clickable, province_names
from geodata import COLOURINGS, Atlas

BASEMAP = "basemap"
"""A layer that asks another host: in no address, so that no link switches it on for somebody else."""

BASEMAP_ADDRESS = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
MAP_KEY = "map"
MAP_HEIGHT = 600
"""Pixels before the style sheet adapts the frame to the width of the page."""


@st.fragment
def show(atlas: Atlas, words: Texts) -> None:
    """Show the view; a fragment, so that a move of the slider runs nothing else."""
    with st.container(key="atlas-columns"):
        left, right = st.columns([0.64, 0.36], gap="medium")
    labels = {period.id: period.label for period in atlas.periods}
    with left:
        with st.container(key="atlas-slider"):
            period = st.select_slider(
                words("slider-label"),
                list(labels),
                value=chosen().period,
                format_func=labels.__getitem__,
                key="period",
            )
            st.html(ticks_html(atlas))
        with st.container(key="atlas-controls", horizontal=True, vertical_alignment="bottom"):
            st.html(play_html(words))
            colour = st.segmented_control(
                words("colour-label"),
                COLOURINGS,
                default=chosen().colour,
                format_func=lambda name: words(f"colour-{name}"),
                key="colour",
                required=True,
            )
        place_of_map = st.container(key="atlas-map")
        layers = st.pills(
            words("layers-label"),
            (*LAYERS, BASEMAP),
            selection_mode="multi",
            format_func=lambda name: words(f"layer-{name}"),
            key="layers",
        )
    names = province_names(atlas, period)
    if st.session_state.get("province") not in names:
        st.session_state["province"] = None
    pins = pinned(chosen(), entries(atlas, colour or COLOURINGS[0]))
    with right:
        options = sorted(names, key=names.__getitem__)
        province = st.selectbox(
            words("province-label"),
            options,
            # A page that is slower than its reader falls back to this: it must be what was chosen, not the first.
            index=place_in(options, st.session_state["province"]),
            format_func=names.__getitem__,
            key="province",
            placeholder=words("province-placeholder"),
        )
        st.html(call_html(atlas, words, period, province))
        legend = legend_html(atlas, words, period, colour or COLOURINGS[0], pins)
        clickable(legend, "legend", partial(toggle_pin, atlas))
    with place_of_map:
        _map(atlas, words, showing(period, province, colour or COLOURINGS[0], pins, layers, chosen().event))
        st.html(summary_html(atlas, words, period))
    besides = tuple(one for one in LAYERS if one in layers)
    # Called as it is when the server starts, so that it is there already.
    st.html(key_html(atlas, words, besides) if besides else key_html(atlas, words))
    if province is not None:
        st.html(evidence_html(atlas, words, period, province))
    remember(
        atlas, period=period, province=province, colour=colour, layers=tuple(one for one in layers if one in LAYERS)
    )


def _map(atlas: Atlas, words: Texts, shown: folium.FeatureGroup) -> None:
    assets = map_assets(atlas, words)
    folium_map = AtlasMap(
        scripts=[assets.script.address],
        styles=[assets.style.address],
        config={
            "geometry": assets.geometry.address,
            "calls": assets.calls.address,
            "layers": assets.layers.address,
            "basemap": {"address": BASEMAP_ADDRESS, "credit": words("basemap-credit")},
            "frameTitle": words("frame-title"),
            "followSlider": True,
        },
        attribution=words("map-attribution"),
    )
    st_folium(
        folium_map,
        key=MAP_KEY,
        height=MAP_HEIGHT,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=shown,
        on_change=partial(adopt_choice_from_map, atlas, MAP_KEY),
    )
