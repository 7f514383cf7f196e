"""Entry of the Streamlit page: configuration, head, and the view to show."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from dashboard.downloads import show_foot, take_away_html
from dashboard.edition import Edition, edition_of
from dashboard.parts import footer_html, reading_html
from dashboard.shell.head import server_html
from dashboard.shell.head_bar import show_head
from dashboard.shell.opened import begin_with, show_opened
from dashboard.state import LABORATORY, OPENING, choose, chosen, remember
from dashboard.text import texts
from dashboard.views import what_if
from dashboard.views.compare import view as compare_view
from dashboard.views.evidence import view as evidence_view
from dashboard.views.factions import view as factions_view
from dashboard.views.map import view as map_view
from dashboard.views.method import view as method_view
from dashboard.views.open_atlas import view as open_view
from dashboard.views.timeline import view as timeline_view
from dashboard.views.trends import view as trends_view
from dashboard.widgets import clickable
from geodata import Atlas

HERE = Path(__file__).parent

MAP_OF = "map-of"
"""In the session: the atlas and the language in which the map was last looked at."""

OTHER_VIEWS = {
    "compare": compare_view,
    "trends": trends_view,
    "timeline": timeline_view,
    "evidence": evidence_view,
    "factions": factions_view,
    "method": method_view,
    OPENING: open_view,
}


def show(atlas: Atlas) -> None:
    """Show head, chosen view and foot."""
    st.set_page_config(page_title=texts()("app-name"), page_icon=HERE / "icon.svg", layout="wide")
    begin_with(edition_of(atlas))
    edition = edition_of(atlas, chosen().language).read_by(chosen().rule)
    words = edition.words
    # In every language there is something in this place: what follows keeps its own.
    st.html(HERE / ("right-to-left.css" if words.direction == "rtl" else "left-to-right.css"))
    show_head(edition)
    st.html(server_html(words))
    show_opened(edition)
    remember(edition)
    view = chosen().view
    # Tabs and bookmarks of different views can be distinguished.
    st.set_page_config(page_title=f"{words(f'view-{view}')} · {edition.atlas.title}")
    _show_view(edition, view)
    show_foot(take_away_html(edition, chosen()) + footer_html(edition), words.language, view)


def _show_view(edition: Edition, view: str) -> None:
    """Show a view; a map that was looked at stays in the page behind the others, so that coming back makes no new one.

    A map that was never looked at is not made: a frame that begins out of sight would load for nothing.
    """
    if view not in OTHER_VIEWS:
        st.session_state[MAP_OF] = edition.place, edition.language
    with st.container(key="atlas-map-view"):
        if st.session_state.get(MAP_OF) == (edition.place, edition.language):
            map_view.show(edition, in_sight=view not in OTHER_VIEWS)
    with st.container(key="atlas-other-view"):
        if view == LABORATORY:
            # Here, where nothing of the map moves by it.
            st.html(what_if.STYLE)
        if view in OTHER_VIEWS:
            if not edition.is_own:
                clickable(reading_html(edition, painted=False), "reading", partial(_change_reading, edition))
            OTHER_VIEWS[view].show(edition)


def _change_reading(edition: Edition, how: str) -> None:
    if how == "own":
        choose(edition, rule=edition.own.atlas.rule)
    else:
        choose(edition, view=LABORATORY)
