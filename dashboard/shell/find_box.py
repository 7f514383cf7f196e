"""The box in the head that finds while a reader types: the browser has what can be found, and asks nobody."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.edition import Edition
from dashboard.shell.find import find_data, period_with, province_of
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
    found = " ".join(where)
    if kind == "faction" and found in set(edition.atlas.factions["faction_id"]):
        choose(edition, view="factions", factions=(found,), text="")
    province_id = province_of(edition, kind, found)
    if province_id is not None:
        period = period_with(edition, province_id, chosen().period)
        town = ("towns",) if kind == "town" else ()
        layers = tuple(dict.fromkeys([*chosen().layers, *town]))
        choose(edition, view="map", period=period, province=province_id, layers=layers)


def _stands(edition: Edition, period_id: str, province_id: str) -> bool:
    """Whether a period has a province: the browser says which ones it asks for."""
    if period_id not in {period.id for period in edition.atlas.periods}:
        return False
    return province_id in set(edition.atlas.provinces(period_id)["province_id"])
