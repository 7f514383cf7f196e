"""Entry of the Streamlit page: configuration, head, and the view to show."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.map.legend import legend_css
from dashboard.panels.problems import show_problems
from dashboard.panels.summary import footer_html, header_html
from dashboard.served import served_atlas
from dashboard.session import begin, remember
from dashboard.state import VIEWS
from dashboard.text import Texts, texts
from dashboard.views import map_view, method_view
from geodata import Atlas, AtlasError

HERE = Path(__file__).parent


def show_page(atlas: Atlas, words: Texts) -> None:
    """Show head, chosen view and foot."""
    begin(atlas)
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
    if view == "method":
        method_view.show(atlas, words)
    else:
        map_view.show(atlas, words)
    st.html(footer_html(atlas, words))


words = texts()
st.set_page_config(page_title=words("app-name"), page_icon=HERE / "icon.png", layout="wide")
for sheet in (HERE / "map" / "parts.css", HERE / "page.css"):
    st.html(sheet)
try:
    atlas = served_atlas()
except AtlasError as error:
    show_problems(error, words)
else:
    show_page(atlas, words)
