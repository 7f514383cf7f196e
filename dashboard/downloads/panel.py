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


def show_take_away(html: str, language: str) -> None:
    """Show what `dashboard.downloads.offer.take_away_html` gives; `language` becomes that of the page."""
    _mounted(key="take-away", data={"html": html, "language": language})
