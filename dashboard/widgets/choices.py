"""Boxes to choose from that several views share."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import streamlit as st

from dashboard.edition import Edition, cached
from dashboard.state import place_in
from dashboard.text import Texts
from geodata.frames import records


def choose_one(words: Texts, label: str, key: str, options: Mapping[str, str]) -> str | None:
    """Choose one of several, or none.

    Parameters
    ----------
    words : Texts
    label : str
        Key of the text.
    key : str
        Field of the state that it shows.
    options : Mapping of str to str
        Values and what the reader sees of each.
    """
    return st.selectbox(
        words(label),
        list(options),
        index=place_in(list(options), st.session_state[key]),
        format_func=options.__getitem__,
        key=key,
        placeholder=words("filter-any"),
    )


@cached(1, for_each_period=True)
def province_names(edition: Edition, period: str) -> Mapping[str, str]:
    """Ids and names of the provinces of a period."""
    provinces = edition.atlas.provinces(period)
    return MappingProxyType(dict(zip(provinces["province_id"], provinces["name"], strict=True)))


def choose_factions(edition: Edition) -> tuple[str, ...]:
    """Choose any number of factions; what else was pinned in a legend is unpinned."""
    names = {row["faction_id"]: row["name"] for row in records(edition.atlas.factions)}
    st.session_state["factions"] = [one for one in st.session_state["factions"] if one in names]
    some = st.multiselect(
        edition.words("filter-faction"), list(names), format_func=names.__getitem__, key="factions",
        placeholder=edition.words("filter-any"),
    )  # fmt: skip
    return tuple(some)
