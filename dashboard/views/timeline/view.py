"""Timeline: dated events on an axis that shows how precisely each is dated."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard.parts import CHART_STYLE
from dashboard.state import choose, chosen, remember
from dashboard.text import Texts
from dashboard.views.timeline.data import find_events, timeline_events
from dashboard.views.timeline.html import timeline_html
from dashboard.widgets import choose_factions, choose_one, clickable, province_names
from geodata import Atlas

STYLE = CHART_STYLE


def show(atlas: Atlas, words: Texts) -> None:
    """Show the view."""
    st.html(STYLE)
    events = timeline_events(atlas, words)
    provinces = province_names(atlas, chosen().period)
    with_events = {one.province_id for one in events} | {chosen().province}
    kinds = {one.kind: one.kind_name for one in sorted(events, key=lambda one: one.kind_name)}
    first, second, third = st.columns(3)
    with first:
        factions = choose_factions(atlas, words)
    with second:
        kind = choose_one(words, "filter-kind", "kind", kinds)
    with third:
        some = {key: name for key, name in provinces.items() if key in with_events}
        province = choose_one(words, "filter-province", "province", some)
    found = find_events(events, factions, kind, province)
    event = chosen().event if chosen().event in {one.event_id for one in found} else None
    remember(atlas, factions=factions, kind=kind, province=province, event=event)
    clickable(
        timeline_html(atlas, words, found, len(events), event, factions), "timeline", partial(_press, atlas, words)
    )


def _press(atlas: Atlas, words: Texts, pressed: str) -> None:
    what, _, event_id = pressed.partition(" ")
    if what == "clear":
        choose(atlas, factions=(), kind=None, province=None, event=None)
    elif what == "faction":
        narrowed = tuple(one for one in chosen().factions if one != event_id)
        choose(atlas, factions=narrowed if event_id in chosen().factions else (*narrowed, event_id))
    elif what == "event":
        choose(atlas, event=event_id)
    else:
        event = next(one for one in timeline_events(atlas, words) if one.event_id == event_id)
        shown = province_names(atlas, event.period.id)
        province = event.province_id if event.province_id in shown else None
        layers = tuple(dict.fromkeys([*chosen().layers, *(("events",) if event.place else ())]))
        choose(atlas, view="map", period=event.period.id, province=province, event=event_id, layers=layers)
