"""The peers' ASGI application: one page, and Leaflet from the installed package.

A peer as people write it loads Leaflet, Bootstrap, jQuery and icon fonts from foreign hosts. Here it gets Leaflet alone
and from its own server, so that it is not charged for a network and works without one.
"""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from benchmarks.peers import PAGE_VARIABLE
from dashboard.map.sources import LEAFLET

BASE_LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")


async def no_base_layers(_: Request) -> JSONResponse:
    """The file of coasts and countries that plotly asks a foreign host for even where it shows none of them: empty."""
    nothing = {"type": "GeometryCollection", "geometries": []}
    return JSONResponse({"type": "Topology", "arcs": [], "objects": dict.fromkeys(BASE_LAYERS, nothing)})


app = st.App(
    Path(__file__).parent / f"{os.environ[PAGE_VARIABLE]}.py",
    routes=[Mount("/leaflet", StaticFiles(directory=LEAFLET)), Route("/topojson/{name}", no_base_layers)],
)
