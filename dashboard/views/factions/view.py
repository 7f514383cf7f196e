"""Factions: a card for each, by alliance."""

from __future__ import annotations

import streamlit as st

from dashboard.edition import Edition
from dashboard.parts import EVIDENCE_STYLE
from dashboard.state import NO_FILTERS, PARTS, choose, chosen, remember
from dashboard.views.factions.cards import faction_cards, find_factions
from dashboard.views.factions.html import factions_html
from dashboard.widgets import choose_factions, clickable

STYLE = EVIDENCE_STYLE

WITH_MORE = {"alliances", "leaders"}
"""What a search looks through besides names."""


def show(edition: Edition) -> None:
    """Show the view."""
    st.html(STYLE)
    first, second = st.columns(2)
    with first:
        text = st.text_input(
            edition.words("factions-search"),
            key="text",
            placeholder=edition.words(
                "factions-search-hint" if edition.atlas.has >= WITH_MORE else "factions-search-names"
            ),
            max_chars=200,
        )
    with second:
        only = choose_factions(edition)
    remember(edition, text=text.strip(), factions=only)
    cards = faction_cards(edition)
    found = find_factions(cards, chosen().text, chosen().factions)

    def press(pressed: str) -> None:
        wanted, _, faction_id = pressed.partition(" ")
        if wanted == "claims":
            choose(edition, **{**NO_FILTERS, "factions": (faction_id,)}, view="evidence", part=PARTS[0])
        else:
            choose(edition, text="", factions=(faction_id,) if wanted == "faction" else ())

    clickable(factions_html(edition.words, found, len(cards)), "faction-cards", press)
