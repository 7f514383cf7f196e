"""The plain page that most people write: slider, map made anew in every run, a legend."""

from __future__ import annotations

import folium
import streamlit as st
from streamlit_folium import st_folium

from benchmarks.peers import shared

st.set_page_config(page_title="Plain", layout="wide")
st.title("Who held what")
period = st.select_slider("Year", list(shared.labels()), format_func=shared.labels().__getitem__)
frame = shared.calls(period)
folium_map = shared.LocalMap(tiles=None)
tooltip = folium.GeoJsonTooltip(["name", "faction"])
folium.GeoJson(frame, style_function=shared.style, tooltip=tooltip).add_to(folium_map)
folium_map.fit_bounds(shared.bounds(frame))
st_folium(folium_map, height=shared.HEIGHT, use_container_width=True)
with st.container(key="panel"):
    st.html(shared.legend_html(period))
