"""Timeline: dated events on an axis that shows how precisely each is dated."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard.edition import Edition
from dashboard.parts import CHART_STYLE
from dashboard.state import choose, chosen, remember
from dashboard.views.timeline.data import find_events, timeline_events
from dashboard.views.timeline.html import timeline_html
from dashboard.widgets import choose_factions, choose_one, clickable, province_names

STYLE = CHART_STYLE


def show(edition: Edition) -> None:
    """Show the view."""
    st.html(STYLE)
    events = timeline_events(edition)
    provinces = province_names(edition, chosen().period)
    with_events = {one.province_id for one in events} | {chosen().province}
    kinds = {one.kind: one.kind_name for one in sorted(events, key=lambda one: one.kind_name)}
    first, second, third = st.columns(3)
    with first:
        factions = choose_factions(edition)
    with second:
        kind = choose_one(edition.words, "filter-kind", "kind", kinds)
    with third:
        some = {key: name for key, name in provinces.items() if key in with_events}
        province = choose_one(edition.words, "filter-province", "province", some)
    found = find_events(events, factions, kind, province)
    event = chosen().event if chosen().event in {one.event_id for one in found} else None
    remember(edition, factions=factions, kind=kind, province=province, event=event)
    clickable(timeline_html(edition, found, len(events), event, factions), "timeline", partial(_press, edition))


def _press(edition: Edition, pressed: str) -> None:
    what, _, event_id = pressed.partition(" ")
    if what == "clear":
        choose(edition, factions=(), kind=None, province=None, event=None)
    elif what == "faction":
        narrowed = tuple(one for one in chosen().factions if one != event_id)
        choose(edition, factions=narrowed if event_id in chosen().factions else (*narrowed, event_id))
    elif what == "event":
        choose(edition, event=event_id)
    else:
        event = next(one for one in timeline_events(edition) if one.event_id == event_id)
        shown = province_names(edition, event.period.id)
        province = event.province_id if event.province_id in shown else None
        layers = tuple(dict.fromkeys([*chosen().layers, *(("events",) if event.place else ())]))
        choose(edition, view="map", period=event.period.id, province=province, event=event_id, layers=layers)
