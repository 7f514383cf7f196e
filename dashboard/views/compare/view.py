"""Compare: two periods side by side, a map of what changed, from whom to whom, and on what evidence."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st
from streamlit_folium import st_folium

from dashboard.assets import map_assets
from dashboard.map import AtlasMap, comparing
from dashboard.parts import legend_html
from dashboard.state import MODES, adopt_choice_from_map, chosen, entries, pinned, place_in, remember, toggle_pin
from dashboard.text import Texts
from dashboard.views.compare.asset import changes_asset
from dashboard.views.compare.data import pair_of
from dashboard.views.compare.html import change_legend_html, change_looks_css, change_tables_html
from dashboard.widgets import clickable
from geodata import COLOURINGS, Atlas, Period
from geodata.looks import CHANGE_ENTRIES

STYLE = Path(__file__).with_name("compare.css")
MAPS_KEY = "compare-maps"
MAP_HEIGHT = 480
"""Pixels before the style sheet adapts the frame to the width of the page."""

FIRST, SECOND = "compare-first", "compare-second"


@st.fragment
def show(atlas: Atlas, words: Texts) -> None:
    """Show the view."""
    st.html(STYLE)
    st.html(f"<style>{change_looks_css()}</style>")
    if len(atlas.periods) < 2:
        st.info(words("compare-one-period"))
        return
    _choose_periods(atlas, words)
    pair = pair_of(atlas, chosen().period, chosen().compare)
    first, second = pair
    mode = st.session_state["mode"] or MODES[0]
    province = st.session_state.get("province")
    keys = entries(atlas, COLOURINGS[0]) if mode == "both" else CHANGE_ENTRIES
    pins = pinned(chosen(), keys)
    with st.container(key="atlas-compare"):
        _maps(atlas, words, pair, province, mode, pins)
    if mode == "both":
        for column, period in zip(st.columns(2, gap="medium"), pair, strict=True):
            with column:
                st.html(f'<h2 class="compare-period">{period.label}</h2>')
                legend = legend_html(atlas, words, period.id, COLOURINGS[0], pins)
                clickable(legend, f"compare-legend-{pair.index(period)}", partial(toggle_pin, atlas))
    else:
        legend = change_legend_html(atlas, words, first.id, second.id, pins)
        clickable(legend, "compare-legend-change", partial(toggle_pin, atlas))
    st.html(change_tables_html(atlas, words, first.id, second.id, province))
    remember(atlas, mode=mode, province=province)


def _choose_periods(atlas: Atlas, words: Texts) -> None:
    labels = {period.id: period.label for period in atlas.periods}
    for key, period in zip((FIRST, SECOND), pair_of(atlas, chosen().period, chosen().compare), strict=True):
        st.session_state[key] = period.id
    with st.container(key="compare-choices", horizontal=True, vertical_alignment="bottom"):
        for key, other in ((FIRST, SECOND), (SECOND, FIRST)):
            options = [period_id for period_id in labels if period_id != st.session_state[other]]
            st.selectbox(
                words(key),
                options,
                index=place_in(options, st.session_state[key]) or 0,
                format_func=labels.__getitem__,
                key=key,
                on_change=partial(_take_over, atlas),
                width=180,
            )
        st.segmented_control(
            words("compare-mode"), MODES, format_func=lambda mode: words(f"compare-mode-{mode}"), key="mode",
            required=True,
        )  # fmt: skip


def _take_over(atlas: Atlas) -> None:
    """The year of the map stays what it was if it is still one of the two."""
    pair = [st.session_state[FIRST], st.session_state[SECOND]]
    period = chosen().period if chosen().period in pair else max(pair, key=[one.id for one in atlas.periods].index)
    pair.remove(period)
    st.session_state["period"], st.session_state["compare"] = period, pair[0]
    remember(atlas, period=period, compare=pair[0])


def _maps(
    atlas: Atlas, words: Texts, pair: tuple[Period, Period], province: str | None, mode: str, pins: tuple[str, ...]
) -> None:
    assets = map_assets(atlas, words)
    folium_map = AtlasMap(
        scripts=[assets.script.address, assets.compare_script.address],
        styles=[assets.style.address, assets.compare_style.address],
        config={
            "geometry": assets.geometry.address,
            "calls": assets.calls.address,
            "frameTitle": words("compare-frame"),
        },
        attribution=words("map-attribution"),
        script="AtlasCompare",
    )
    changed = changes_asset(atlas, words, pair[0].id, pair[1].id)
    st_folium(
        folium_map,
        key=MAPS_KEY,
        height=MAP_HEIGHT,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=comparing(pair, province, changed.address, mode, pins),
        on_change=partial(adopt_choice_from_map, atlas, MAPS_KEY),
    )
