"""Compare: two periods side by side, a map of what changed, from whom to whom, and on what evidence."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st
from streamlit_folium import st_folium

from dashboard.assets import map_assets
from dashboard.edition import Edition
from dashboard.map import AtlasMap, comparing
from dashboard.parts import legend_html
from dashboard.state import (
    MODES,
    adopt_choice_from_map,
    chosen,
    entries,
    goes_through_history,
    pinned,
    place_in,
    reading_query,
    remember,
    toggle_pin,
)
from dashboard.views.compare.asset import changes_asset
from dashboard.views.compare.data import pair_of
from dashboard.views.compare.html import change_legend_html, change_looks_css, change_tables_html, period_html
from dashboard.widgets import clickable, to_the_end
from geodata import COLOURINGS, Period
from geodata.looks import CHANGE_ENTRIES

STYLE = Path(__file__).with_name("compare.css")
MAPS_KEY = "compare-maps"
MAP_HEIGHT = 480
"""Pixels before the style sheet adapts the frame to the width of the page."""

FIRST, SECOND = "compare-first", "compare-second"


@st.fragment
def show(edition: Edition) -> None:
    """Show the view."""
    st.html(STYLE)
    st.html(f"<style>{change_looks_css()}</style>")
    if len(edition.atlas.periods) < 2:
        st.info(edition.words("compare-one-period"))
        return
    _choose_periods(edition)
    pair = pair_of(edition, chosen().period, chosen().compare)
    first, second = pair
    mode = st.session_state["mode"] or MODES[0]
    province = st.session_state.get("province")
    keys = entries(edition, COLOURINGS[0]) if mode == "both" else CHANGE_ENTRIES
    pins = pinned(chosen(), keys)
    with st.container(key="atlas-compare"):
        _maps(edition, pair, province, mode, pins)
    if mode == "both":
        for column, period in zip(st.columns(2, gap="medium"), pair, strict=True):
            with column:
                st.html(period_html(period))
                legend = legend_html(edition, period.id, COLOURINGS[0], pins)
                clickable(legend, f"compare-legend-{pair.index(period)}", partial(toggle_pin, edition))
    else:
        legend = change_legend_html(edition, first.id, second.id, pins)
        clickable(legend, "compare-legend-change", partial(toggle_pin, edition))
    st.html(change_tables_html(edition, first.id, second.id, province))
    remember(edition, mode=mode, province=province)


def _choose_periods(edition: Edition) -> None:
    labels = {period.id: period.label for period in edition.atlas.periods}
    for key, period in zip((FIRST, SECOND), pair_of(edition, chosen().period, chosen().compare), strict=True):
        st.session_state[key] = period.id
    with st.container(key="compare-choices", horizontal=True, vertical_alignment="bottom"):
        for key, other in ((FIRST, SECOND), (SECOND, FIRST)):
            options = [period_id for period_id in labels if period_id != st.session_state[other]]
            st.selectbox(
                edition.words(key),
                options,
                index=place_in(options, st.session_state[key]) or 0,
                format_func=labels.__getitem__,
                key=key,
                on_change=to_the_end(partial(_take_over, edition)),
                width=180,
            )
        st.segmented_control(
            edition.words("compare-mode"),
            MODES,
            format_func=lambda mode: edition.words(f"compare-mode-{mode}"),
            key="mode",
            required=True,
        )


def _take_over(edition: Edition) -> None:
    """The year of the map stays what it was if it is still one of the two."""
    if goes_through_history():
        return
    pair = [st.session_state[FIRST], st.session_state[SECOND]]
    period = (
        chosen().period if chosen().period in pair else max(pair, key=[one.id for one in edition.atlas.periods].index)
    )
    pair.remove(period)
    st.session_state["period"], st.session_state["compare"] = period, pair[0]
    remember(edition, period=period, compare=pair[0])


def _maps(
    edition: Edition, pair: tuple[Period, Period], province: str | None, mode: str, pins: tuple[str, ...]
) -> None:
    assets = map_assets(edition)
    query = reading_query(edition)
    folium_map = AtlasMap(
        scripts=[assets.script.address, assets.compare_script.address],
        styles=[assets.style.address, assets.compare_style.address],
        config={
            "geometry": assets.geometry.address,
            "calls": assets.calls.address + (f"?{query}" if query else ""),
            "frameTitle": edition.words("compare-frame"),
        },
        attribution=edition.credit,
        script="AtlasCompare",
    )
    changed = changes_asset(edition, pair[0].id, pair[1].id)
    # One frame for each atlas and reading: what it has loaded can't be changed in it.
    key = MAPS_KEY + edition.place + (f"-{query}" if query else "")
    st_folium(
        folium_map,
        key=key,
        height=MAP_HEIGHT,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=comparing(pair, province, changed.address, mode, pins),
        on_change=to_the_end(partial(adopt_choice_from_map, edition, key)),
    )
