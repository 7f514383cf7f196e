"""HTML that the page's own script paints and moves: sent once, whatever the reader chooses.

The server hears of a move (`moved`) and finds what was chosen in the address.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_mounted = st.components.v2.component(
    "control_atlas_painted",
    html='<div class="painted"></div>',
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def painted(html: str, key: str, moves: str, *, hears: bool = False) -> None:
    """Show HTML that the page's script takes care of.

    Parameters
    ----------
    html : str
        Trusted markup, from a template that escapes its values.
    key : str
        Name of this part of the page.
    moves : str
        Address of what changes from period to period, see `dashboard.parts.moves_payload`.
    hears : bool, optional
        Whether the server hears of moves through this part: one of those on a page.
    """
    _mounted(
        key=f"painted-{key}", data={"html": html, "part": key, "moves": moves, "hears": hears}, on_moved_change=_heard
    )


def _heard() -> None:
    """The run that follows reads the address: there is nothing to do before."""
