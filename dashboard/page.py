"""Entry of the Streamlit page: configuration, head, and the view to show."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.clickable import clickable
from dashboard.downloads.offer import take_away_html
from dashboard.map.legend import legend_css
from dashboard.panels.problems import show_problems
from dashboard.panels.summary import footer_html, header_html
from dashboard.served import served_atlas
from dashboard.session import begin, chosen, remember
from dashboard.state import VIEWS
from dashboard.text import texts
from dashboard.views import (
    compare_view,
    evidence_view,
    factions_view,
    map_view,
    method_view,
    timeline_view,
    trends_view,
)
from geodata import Atlas, AtlasError

HERE = Path(__file__).parent


VIEW_MODULES = {
    "map": map_view,
    "compare": compare_view,
    "trends": trends_view,
    "timeline": timeline_view,
    "evidence": evidence_view,
    "factions": factions_view,
    "method": method_view,
}


def show_page(atlas: Atlas) -> None:
    """Show head, chosen view and foot."""
    begin(atlas)
    words = texts(chosen().language)
    st.html(f"<style>{legend_css(atlas)}</style>")
    st.html(header_html(atlas, words))
    view = st.segmented_control(
        words("view-label"),
        VIEWS,
        format_func=lambda name: words(f"view-{name}"),
        key="view",
        required=True,
        label_visibility="collapsed",
    )
    remember(atlas, view=view)
    VIEW_MODULES[view or VIEWS[0]].show(atlas, words)
    clickable(take_away_html(atlas, words, chosen()), "take-away")
    st.html(footer_html(atlas, words))


words = texts()
st.set_page_config(page_title=words("app-name"), page_icon=HERE / "icon.svg", layout="wide")
for sheet in (HERE / "map" / "parts.css", HERE / "page.css"):
    st.html(sheet)
try:
    atlas = served_atlas()
except AtlasError as error:
    show_problems(error, words)
else:
    show_page(atlas)
