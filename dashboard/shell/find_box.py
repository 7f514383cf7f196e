"""The box in the head that finds while a reader types, without asking the server."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.edition import Edition
from dashboard.shell.find import find_data, findable, period_with
from dashboard.state import choose, chosen

HERE = Path(__file__).parent
FIND = "find"
ANSWER = "answer"
"""Kind of what stands for an answer: the stop and the province that it speaks of follow."""

_mounted = st.components.v2.component(
    "control_atlas_find",
    html='<div class="find-box"></div>',
    css=(HERE / "find-box.css").read_text(encoding="utf-8"),
    js=(HERE / "find-box.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def show_find(edition: Edition) -> None:
    """Show the box; what is chosen in it is gone to before the page is made again."""

    def go() -> None:
        key = st.session_state[FIND].get("chosen")
        if key is not None:
            _go_to(edition, key)

    _mounted(key=FIND, data=find_data(edition), on_chosen_change=go)


def _go_to(edition: Edition, key: str) -> None:
    kind, *where = key.split(" ")
    if kind == ANSWER and len(where) == 2 and _stands(edition, *where):
        choose(edition, view="map", period=where[0], province=where[1])
        return
    one = next((one for one in findable(edition) if one.key == key), None)
    if one is None:
        return
    if one.kind == "faction":
        choose(edition, view="factions", factions=(one.id,), text="")
    else:
        period = period_with(edition, one.province_id, chosen().period)
        town = ("towns",) if one.kind == "town" else ()
        layers = tuple(dict.fromkeys([*chosen().layers, *town]))
        choose(edition, view="map", period=period, province=one.province_id, layers=layers)


def _stands(edition: Edition, period_id: str, province_id: str) -> bool:
    """Whether a period has a province: the browser says which ones it asks for."""
    if period_id not in {period.id for period in edition.atlas.periods}:
        return False
    return province_id in set(edition.atlas.provinces(period_id)["province_id"])
