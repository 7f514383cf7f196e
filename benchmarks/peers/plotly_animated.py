"""plotly's animated choropleth in Streamlit: all periods in one figure, with plotly's own slider."""

from __future__ import annotations

import json

import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
import streamlit as st

from benchmarks.peers import shared
from benchmarks.peers.well_written import light_calls


@st.cache_resource
def figure() -> go.Figure:
    """The figure with a frame for each period; no time is spent on sliding from one frame to the next."""
    labels = shared.labels()
    frames = [light_calls(period).assign(period=label) for period, label in labels.items()]
    table = pd.concat([frame.drop(columns="geometry") for frame in frames])
    shapes = json.loads(frames[0].set_index("province_id")[["geometry"]].to_json())
    made = px.choropleth(
        table,
        geojson=shapes,
        locations="province_id",
        color="faction",
        color_discrete_map=dict(zip(table["faction"], table["fill"], strict=True)),
        animation_frame="period",
        fitbounds="locations",
        height=shared.HEIGHT,
    )
    made.update_geos(visible=False)
    for step in made.layout.sliders[0].steps:
        step.args[1]["frame"]["duration"] = 0
        step.args[1]["transition"] = {"duration": 0}
    return made


if __name__ == "__main__":
    st.set_page_config(page_title="Animated", layout="wide")
    st.title("Who held what")
    st.plotly_chart(figure(), width="stretch", config={"topojsonURL": "/topojson/"})
