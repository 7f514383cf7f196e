"""The peers' ASGI application: one page, and Leaflet from the installed package.

A peer as people write it loads Leaflet, Bootstrap, jQuery and icon fonts from foreign hosts. Here it gets Leaflet alone
and from its own server, so that it is not charged for a network and works without one.
"""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

import streamlit as st
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from benchmarks.peers import PAGE_VARIABLE

LEAFLET = Path(str(files("js_lib_leaflet") / "static" / "js_lib_leaflet"))

app = st.App(
    Path(__file__).parent / f"{os.environ[PAGE_VARIABLE]}.py",
    routes=[Mount("/leaflet", StaticFiles(directory=LEAFLET))],
)
