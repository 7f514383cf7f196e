"""Which applications are measured, and where the harness finds things in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from benchmarks.peers import FOLDER_VARIABLE, PAGE_VARIABLE, STOPS_VARIABLE

ROOT = Path(__file__).parents[1]
ATLAS, FLOOR, PLAIN, WELL_WRITTEN = "atlas", "floor", "plain", "well_written"
TIME_SLIDER, PUBLISHED, PLOTLY = "time_slider", "published", "plotly_animated"
STREAMLIT_OPTIONS = {
    "server.headless": "true",
    "server.address": "127.0.0.1",
    "server.fileWatcherType": "none",
    "server.enableWebsocketCompression": "true",
    "browser.gatherUsageStats": "false",
    "client.toolbarMode": "viewer",
}
"""What the atlas has among its own settings: the same for all."""


@dataclass(frozen=True)
class App:
    """One application.

    Attributes
    ----------
    name, title : str
        Short name, and what it is called in the results.
    started_by : tuple of str
        What Python is told to start, without the port, which comes last.
    panel : str
        CSS selector of the text beside the map that says the period.
    picture : str
        CSS selector of a picture that stands for the map until it has come; empty if there is none.
    has_map : bool
    map_in : {"frame", "page"}
        Where its map is drawn.
    slider : str
        CSS selector of the year slider; for a mouse, of its whole length.
    moved_by : {"key", "mouse"}
        How it is moved: by an arrow key where it takes one.
    stops : int
        Where a mouse has to know how many there are.
    streamlit : bool
        Whether it is a page of Streamlit.
    environment : Mapping of str to str
        Variables that its server needs.
    """

    name: str
    title: str
    started_by: tuple[str, ...]
    panel: str = ".st-key-panel"
    picture: str = ""
    has_map: bool = True
    map_in: Literal["frame", "page"] = "frame"
    slider: str = '[role="slider"][aria-label="Year"], input[type="range"]'
    moved_by: Literal["key", "mouse"] = "key"
    streamlit: bool = True
    stops: int = 0
    environment: Mapping[str, str] = field(default_factory=dict)


def applications(stops: Sequence[str], folder: Path | None = None) -> tuple[App, ...]:
    """The atlas and its peers; a further peer is one more line here.

    Parameters
    ----------
    stops : sequence of str
        Identifiers of the periods.
    folder : Path, optional
        Folder of the atlas to show; the built-in one without it.
    """
    data = {} if folder is None else {FOLDER_VARIABLE: str(folder.resolve())}
    panel = '[role="status"], [aria-label="Factions"]'
    shown = [] if folder is None else [str(folder.resolve())]
    serve = ("-m", "dashboard.cli", "serve", *shown, "--port")
    return (
        App(ATLAS, "the atlas", serve, panel, "#atlas-opening svg"),
        _peer(FLOOR, "floor: empty fragment, one word", {STOPS_VARIABLE: " ".join(stops)}, has_map=False),
        _peer(WELL_WRITTEN, "well-written st_folium page", data),
        _peer(PLAIN, "plain st_folium page", data),
        _saved(TIME_SLIDER, "TimeSliderChoropleth, saved page", data, panel="output"),
        _saved(PUBLISHED, "the atlas, published page", data, panel='[role="status"]'),
        _peer(
            PLOTLY,
            "plotly animation in Streamlit",
            data,
            panel=".js-plotly-plot .slider-label",
            map_in="page",
            slider=".js-plotly-plot .slider-rail-touch-rect",
            moved_by="mouse",
            stops=len(stops),
        ),
    )


def _peer(name: str, title: str, environment: Mapping[str, str], **differences: Any) -> App:
    options = [f"--{option}={value}" for option, value in STREAMLIT_OPTIONS.items()]
    run = ("-m", "streamlit", "run", str(ROOT / "benchmarks" / "peers" / "app.py"), *options, "--server.port")
    return App(name, title, run, environment={PAGE_VARIABLE: name, **environment}, **differences)


def _saved(name: str, title: str, environment: Mapping[str, str], panel: str) -> App:
    started_by = ("-m", f"benchmarks.peers.{name}")
    return App(name, title, started_by, panel, map_in="page", streamlit=False, environment=environment)
