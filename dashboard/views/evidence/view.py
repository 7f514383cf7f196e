"""Evidence: every claim, how much is known where, how far sources agree, and what rests on each source."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard.parts import EVIDENCE_STYLE
from dashboard.state import DESCENDING, NO_FILTERS, PARTS, choose, chosen, remember
from dashboard.text import Texts
from dashboard.views.evidence.claims import claim_rows, find_claims, sort_claims
from dashboard.views.evidence.html import PAGE, agreement_html, claims_html, coverage_html, sources_html
from dashboard.widgets import choose_factions, choose_one, clickable, province_names
from geodata import Atlas
from geodata.frames import records
from geodata.rule import GRADES
from geodata.telling import cite

SHOWN = "evidence-shown"
KEY = "evidence-table"
"""One place on the page for the table of every part, so that no part can stay behind another."""

STYLE = EVIDENCE_STYLE


def show(atlas: Atlas, words: Texts) -> None:
    """Show the view."""
    st.html(STYLE)
    part = st.segmented_control(
        words("evidence-part"),
        PARTS,
        default=chosen().part,
        format_func=lambda name: words(f"evidence-part-{name}"),
        key="part",
        required=True,
        label_visibility="collapsed",
    )
    remember(atlas, part=part)
    {"coverage": _coverage, "agreement": _agreement, "sources": _sources}.get(part or PARTS[0], _claims)(atlas, words)


def _claims(atlas: Atlas, words: Texts) -> None:
    _filters(atlas, words)
    rows = claim_rows(atlas, words)
    found = find_claims(rows, chosen())
    sort, descending = chosen().sort.removeprefix(DESCENDING), chosen().sort.startswith(DESCENDING)
    html = claims_html(
        words, sort_claims(found, sort, descending), len(rows), st.session_state.get(SHOWN, PAGE), sort, descending
    )
    clickable(html, KEY, partial(_press, atlas))


def _filters(atlas: Atlas, words: Texts) -> None:
    provinces = province_names(atlas, chosen().period)
    periods = {period.id: period.label for period in atlas.periods}
    sources = {row["source_id"]: f"{row['source_id']}: {cite(row)}" for row in records(atlas.sources)}
    with st.container(key="evidence-filters"):
        text = st.text_input(words("filter-text"), key="text", placeholder=words("filter-text-hint"), max_chars=200)
        first, second, third = st.columns(3)
        with first:
            province = choose_one(words, "filter-province", "province", provinces)
            grade = choose_one(words, "filter-grade", "grade", {one: words(f"grade-{one}") for one in GRADES})
        with second:
            within = choose_one(words, "filter-within", "within", periods)
            basis = choose_one(
                words, "filter-basis", "basis", {one: words(f"basis-{one}") for one in ("stated", "inferred")}
            )
        with third:
            some = choose_factions(atlas, words)
            source = choose_one(words, "filter-source", "source", sources)
        if grade:
            st.caption(words("evidence-grade-note"))
    wanted = {
        "text": text.strip(), "province": province, "within": within, "factions": some, "grade": grade,
        "basis": basis, "source": source,
    }  # fmt: skip
    if any(getattr(chosen(), key) != value for key, value in wanted.items()):
        st.session_state[SHOWN] = PAGE
    remember(atlas, **wanted)


def _press(atlas: Atlas, pressed: str) -> None:
    if pressed == "clear":
        choose(atlas, **NO_FILTERS)
    elif pressed == "more":
        st.session_state[SHOWN] = st.session_state.get(SHOWN, PAGE) + PAGE
    elif pressed.startswith("sort "):
        column = pressed.removeprefix("sort ")
        choose(atlas, sort=DESCENDING + column if chosen().sort == column else column)


def _coverage(atlas: Atlas, words: Texts) -> None:
    clickable(coverage_html(atlas, words), KEY, _to_map(atlas))


def _agreement(atlas: Atlas, words: Texts) -> None:
    labels = {period.id: period.label for period in atlas.periods}
    period = st.segmented_control(
        words("filter-within"), list(labels), default=chosen().period, format_func=labels.__getitem__, key="period",
        required=True,
    )  # fmt: skip
    remember(atlas, period=period)
    clickable(agreement_html(atlas, words, period or chosen().period), KEY, _to_map(atlas))


def _sources(atlas: Atlas, words: Texts) -> None:
    def narrow(source_id: str) -> None:
        choose(atlas, **{**NO_FILTERS, "source": source_id}, part=PARTS[0])

    clickable(sources_html(atlas, words), KEY, narrow)


def _to_map(atlas: Atlas) -> Callable[[str], None]:
    def go(pressed: str) -> None:
        province_id, _, period_id = pressed.partition(" ")
        choose(atlas, view="map", period=period_id, province=province_id)

    return go
