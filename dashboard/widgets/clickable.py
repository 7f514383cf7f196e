"""HTML of our own in the page, whose buttons the server hears of.

An element with ``data-choose="value"`` (a ``<button>``, so that it can be reached and pressed by keyboard) sends its
value when it is pressed. Style sheets of the page apply to it as to everything else.

Only what changed is drawn again, so focus and open details stay where they are. The script travels with every change
of the HTML: it has no comments.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from dashboard.widgets.to_the_end import to_the_end

SCRIPT = Path(__file__).with_suffix(".js")

_mounted = st.components.v2.component(
    "control_atlas_clickable",
    html='<div class="clickable"></div>',
    js=SCRIPT.read_text(encoding="utf-8"),
    isolate_styles=False,
)


def clickable(html: str, key: str, on_choose: Callable[[str], None]) -> None:
    """Show HTML and call a function with the value of the button that is pressed.

    Parameters
    ----------
    html : str
        Trusted markup, from a template that escapes its values.
    key : str
        Name of this part of the page; stays the same when the HTML changes.
    on_choose : callable
        Called with the ``data-choose`` of the button, before the page is made again.
    """

    def tell() -> None:
        chosen = st.session_state[key].get("chosen")
        if chosen is not None:
            on_choose(chosen)

    _mounted(key=key, data={"html": html}, on_chosen_change=to_the_end(tell))
