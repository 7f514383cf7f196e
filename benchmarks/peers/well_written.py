"""The well-written page: a fragment, a map that stays, only the coloured layer sent to it, and lighter outlines."""

from __future__ import annotations

import folium
import geopandas as gpd
import shapely
import streamlit as st
from streamlit_folium import st_folium

from benchmarks.peers import shared
from dashboard.map.ground import COARSEST, DIGITS


@st.cache_data
def light_calls(period: str) -> gpd.GeoDataFrame:
    """The calls with the same outlines that the atlas sends to a browser."""
    frame = shared.calls(period)
    shapes = shapely.coverage_simplify(frame.geometry.to_numpy(), COARSEST)
    return frame.assign(geometry=shapely.set_precision(shapes, 10**-DIGITS))


@st.fragment
def show() -> None:
    """Show slider, map and legend; a move of the slider runs this and nothing else."""
    period = st.select_slider("Year", list(shared.labels()), format_func=shared.labels().__getitem__, key="period")
    frame = light_calls(period)
    folium_map = shared.LocalMap(tiles=None)
    folium_map.fit_bounds(shared.bounds(light_calls(next(iter(shared.labels())))))
    group = folium.FeatureGroup()
    folium.GeoJson(frame, style_function=shared.style, tooltip=folium.GeoJsonTooltip(["name", "faction"])).add_to(group)
    st_folium(
        folium_map,
        key="map",
        height=shared.HEIGHT,
        use_container_width=True,
        returned_objects=["last_object_clicked_tooltip"],
        feature_group_to_add=group,
    )
    with st.container(key="panel"):
        st.html(shared.legend_html(period))


if __name__ == "__main__":
    st.set_page_config(page_title="Well written", layout="wide")
    st.title("Who held what")
    show()
