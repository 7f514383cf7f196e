"""What the peers share, so that they differ in how they reach the map and in nothing else."""

from __future__ import annotations

import os
from collections.abc import Mapping
from html import escape
from typing import Any

import folium
import geopandas as gpd
import streamlit as st

import geodata
from benchmarks.peers import FOLDER_VARIABLE

COLUMNS = ["province_id", "name", "faction", "fill", "geometry"]
NOBODY = "#dddddd"
HEIGHT = 600


class LocalMap(folium.Map):
    """A folium map without tiles, with Leaflet from the peer's own server."""

    default_js = [("leaflet", "/leaflet/leaflet.js")]  # noqa: RUF012 (as folium has it)
    default_css = [("leaflet_css", "/leaflet/leaflet.css")]  # noqa: RUF012


@st.cache_resource
def atlas() -> geodata.Atlas:
    """The atlas, loaded once per server."""
    return geodata.load(os.environ.get(FOLDER_VARIABLE) or None)


@st.cache_data
def labels() -> dict[str, str]:
    """Label of each period."""
    return {period.id: period.label for period in atlas().periods}


@st.cache_data
def calls(period: str) -> gpd.GeoDataFrame:
    """The calls of a period with a colour: what the map needs and no more."""
    colours = atlas().factions.set_index("faction_id")["colour"]
    frame = atlas().control(period)
    frame["fill"] = frame["faction_id"].map(colours).replace("", NOBODY).fillna(NOBODY)
    frame["faction"] = frame["faction"].fillna("nobody")
    return frame[COLUMNS]


def style(feature: Mapping[str, Any]) -> dict[str, Any]:
    """Style of a province."""
    return {"fillColor": feature["properties"]["fill"], "color": "#333333", "weight": 1, "fillOpacity": 0.8}


def bounds(frame: gpd.GeoDataFrame) -> list[list[float]]:
    """South-west and north-east corner as folium wants them."""
    west, south, east, north = frame.total_bounds
    return [[south, west], [north, east]]


def legend_html(period: str) -> str:
    """The period and its factions with the number of provinces that each leads, as a list."""
    rows = calls(period).groupby(["faction", "fill"]).size().sort_values(ascending=False)
    items = "".join(
        f'<li><span style="background:{colour}">&emsp;</span> {escape(name)}: {count}</li>'
        for (name, colour), count in rows.items()
    )
    return f"<p>{escape(labels()[period])}, {len(calls(period))} provinces</p><ul>{items}</ul>"
