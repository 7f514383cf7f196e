"""An atlas that a reader has opened in place of the server's: what the page says over it, and the way back."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.edition import Edition
from dashboard.parts import legend_css
from dashboard.shell.head import opened_html
from dashboard.state import begin, begin_anew
from dashboard.uploads import session_id, shelf
from dashboard.widgets import to_the_end

HERE = Path(__file__).parent
PLACE = "place-of-the-atlas"
"""In the session: where the files of the atlas are that the page showed last."""

CLOSED = "closed-the-atlas"
"""In the session: the reader has closed the atlas, and need not be told where it is."""


def begin_with(edition: Edition) -> None:
    """Take over what the reader has chosen; with another atlas than the last time it begins anew.

    Parameters
    ----------
    edition : Edition
    """
    before = st.session_state.get(PLACE, edition.place)
    if before == edition.place:
        begin(edition)
    else:
        begin_anew(edition)
        if not edition.place and not st.session_state.pop(CLOSED, False):
            st.toast(edition.words("opened-gone"), duration="infinite")
    st.session_state[PLACE] = edition.place


def show_opened(edition: Edition) -> None:
    """Say whose atlas it is, if it is the reader's own; its colours come with it."""
    if not edition.place:
        return
    st.html(f"<style>{legend_css(edition)}</style>")
    st.html(HERE / "opened.css")
    with st.container(key="atlas-opened", horizontal=True, vertical_alignment="center"):
        st.html(opened_html(edition.words))
        st.button(edition.words("opened-close"), key="close-opened", on_click=to_the_end(_close))


def _close() -> None:
    st.session_state[CLOSED] = True
    shelf.close(session_id())
