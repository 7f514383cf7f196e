"""The part of the page under every view with what there is to take away."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_mounted = st.components.v2.component(
    "control_atlas_take_away",
    html='<div class="downloads"></div>',
    js=Path(__file__).with_name("take-away.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def show_foot(html: str, language: str, view: str) -> None:
    """Show what stands below a view, once the map has been seen.

    Parameters
    ----------
    html : str
        Begins with what `dashboard.downloads.offer.take_away_html` gives.
    language : str
        Becomes that of the page.
    view : str
        The view above it; where it is another than before, the page is scrolled to its head.
    """
    _mounted(key="take-away", data={"html": html, "language": language, "view": view})
