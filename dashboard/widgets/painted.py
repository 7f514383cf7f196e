"""HTML that the page's own script paints and moves: sent once, whatever the reader chooses.

The server hears of a move by the address that the page has after it, and by the last one that the server had sent
before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import parse_qsl

import streamlit as st

from dashboard.widgets.to_the_end import to_the_end

Parameters = Mapping[str, str]
"""Of an address."""

JOINING = Path(__file__).with_name("joining.js").read_text(encoding="utf-8")
"""What the script of a part calls that joins the page's own script."""

_mounted = st.components.v2.component(
    "control_atlas_painted",
    html='<div class="painted"></div>',
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8") + JOINING,
    isolate_styles=False,
)


def parameters_of(search: str) -> Parameters:
    """Parameters of an address, from what a browser has behind its path."""
    return dict(parse_qsl(search.removeprefix("?")))


def painted(html: str, key: str, moves: str, on_move: Callable[[Parameters, Parameters], None] | None = None) -> None:
    """Show HTML that the page's script takes care of.

    Parameters
    ----------
    html : str
        Trusted markup, from a template that escapes its values.
    key : str
        Name of this part of the page.
    moves : str
        Address of what changes from period to period, see `dashboard.parts.moves_payload`.
    on_move : callable, optional
        Called before the page is made again, with parameters of two addresses: what the page had from the server, and
        what it has after the move. Through one of the parts of a page.
    """

    def heard() -> None:
        moved: Sequence[str] | None = st.session_state[f"painted-{key}"].get("moved")
        if on_move is not None and moved is not None:
            seen, address = map(parameters_of, moved)
            on_move(seen, address)

    _mounted(
        key=f"painted-{key}",
        data={"html": html, "part": key, "moves": moves, "hears": on_move is not None},
        on_moved_change=to_the_end(heard),
    )
