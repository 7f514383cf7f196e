"""The head in the page: what is pressed in it is gone to before the page is made again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from dashboard.edition import Edition
from dashboard.shell.find import find_data, period_with, province_of
from dashboard.shell.head import head_html
from dashboard.state import adopt_move, choose, choose_language, chosen, views_of
from dashboard.text import LANGUAGES
from dashboard.widgets import JOINING, parameters_of, to_the_end

HERE = Path(__file__).parent
HEAD = "atlas-head"
ANSWER = "answer"
"""Kind of what stands for an answer: the stop and the province that it speaks of follow."""

_mounted = st.components.v2.component(
    "control_atlas_head",
    html='<div class="head-place"></div>',
    css=(HERE / "find-box.css").read_text(encoding="utf-8"),
    js="\n".join((HERE / name).read_text(encoding="utf-8") for name in ("head-bar.js", "find-box.js")) + JOINING,
    isolate_styles=False,
)


def show_head(edition: Edition) -> None:
    """Show the head: one part, so that a browser has little to make before the map."""

    def pressed(what: str) -> str | None:
        told: Sequence[str] | None = st.session_state[HEAD].get(what)
        if told is None:
            return None
        value, *addresses = told
        if addresses:
            adopt_move(edition, *map(parameters_of, addresses))
        return value

    def read() -> None:
        if (view := pressed("view")) in views_of(edition):
            choose(edition, view=view)

    def speak() -> None:
        if (language := pressed("language")) in LANGUAGES:
            choose_language(edition, language)

    def go() -> None:
        if (key := pressed("found")) is not None:
            _go_to(edition, key)

    data = {
        # The same for all views, which the browser marks: it need not be made again when another one is read.
        "html": head_html(edition),
        "find": find_data(edition),
        "view": chosen().view,
        "language": edition.language,
    }
    _mounted(
        key=HEAD,
        data=data,
        on_view_change=to_the_end(read),
        on_language_change=to_the_end(speak),
        on_found_change=to_the_end(go),
    )


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
