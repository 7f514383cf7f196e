"""Evidence: every claim, how much is known where, how far sources agree, and what rests on each source."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from urllib.parse import quote

import streamlit as st

from dashboard.edition import Edition
from dashboard.parts import EVIDENCE_STYLE
from dashboard.state import (
    DESCENDING,
    LABORATORY,
    NO_FILTERS,
    PARTS,
    choose,
    chosen,
    remember,
    rule_from_address,
)
from dashboard.views.evidence.claims import bases, claim_rows, find_claims, sort_claims
from dashboard.views.evidence.html import PAGE, agreement_html, claims_html, coverage_html, rows_at_once, sources_html
from dashboard.widgets import choose_factions, choose_one, clickable, province_names
from geodata.frames import records
from geodata.rule import GRADES
from geodata.telling import cite, plain_markdown

SHOWN = "evidence-shown"
"""In the session: rows of the table that were asked for beyond the first ones."""
KEY = "evidence-table"

LEAVE_OUT = "without "
"""Before the id of a source that a reader wants to see the map without."""
"""One place on the page for the table of every part, so that no part can stay behind another."""

STYLE = EVIDENCE_STYLE


def show(edition: Edition) -> None:
    """Show the view."""
    st.html(STYLE)
    part = st.segmented_control(
        edition.words("evidence-part"),
        PARTS,
        default=chosen().part,
        format_func=lambda name: edition.words(f"evidence-part-{name}"),
        key="part",
        required=True,
        label_visibility="collapsed",
    )
    if part != chosen().part:
        st.session_state[SHOWN] = 0
    remember(edition, part=part)
    {"coverage": _coverage, "agreement": _agreement, "sources": _sources}.get(part or PARTS[0], _claims)(edition)


def _claims(edition: Edition) -> None:
    _filters(edition)
    rows = claim_rows(edition)
    found = find_claims(rows, chosen())
    sort, descending = chosen().sort.removeprefix(DESCENDING), chosen().sort.startswith(DESCENDING)
    html = claims_html(
        edition.words,
        sort_claims(found, sort, descending),
        len(rows),
        st.session_state.get(SHOWN, 0) + PAGE,
        sort,
        descending,
    )
    clickable(html, KEY, partial(_press, edition))


def _filters(edition: Edition) -> None:
    provinces = province_names(edition, chosen().period)
    periods = {period.id: period.label for period in edition.atlas.periods}
    sources = {row["source_id"]: f"{row['source_id']}: {cite(row)}" for row in records(edition.atlas.sources)}
    with st.container(key="evidence-filters"):
        text = st.text_input(
            edition.words("filter-text"), key="text", placeholder=edition.words("filter-text-hint"), max_chars=200
        )
        first, second, third = st.columns(3)
        with first:
            province = choose_one(edition.words, "filter-province", "province", provinces)
            grade = choose_one(
                edition.words, "filter-grade", "grade", {one: edition.words(f"grade-{one}") for one in GRADES}
            )
        with second:
            within = choose_one(edition.words, "filter-within", "within", periods)
            basis = choose_one(
                edition.words,
                "filter-basis",
                "basis",
                {one: edition.words(f"basis-{one}") for one in bases(edition)},
            )
        with third:
            some = choose_factions(edition)
            source = choose_one(edition.words, "filter-source", "source", sources)
        if grade:
            st.caption(edition.words("evidence-grade-note"))
    wanted = {
        "text": text.strip(), "province": province, "within": within, "factions": some, "grade": grade,
        "basis": basis, "source": source,
    }  # fmt: skip
    if any(getattr(chosen(), key) != value for key, value in wanted.items()):
        st.session_state[SHOWN] = 0
    remember(edition, **wanted)


def _press(edition: Edition, pressed: str) -> None:
    if pressed == "clear":
        choose(edition, **NO_FILTERS)
    elif pressed == "more":
        _show_more(edition, PARTS[0])
    elif pressed.startswith("sort "):
        column = pressed.removeprefix("sort ")
        choose(edition, sort=DESCENDING + column if chosen().sort == column else column)


def _coverage(edition: Edition) -> None:
    shown = st.session_state.get(SHOWN, 0) + rows_at_once(edition, "coverage")
    clickable(coverage_html(edition, shown), KEY, _to_map(edition, "coverage"))


def _agreement(edition: Edition) -> None:
    # Streamlit takes the labels of these buttons for Markdown; those of a list to choose from are text.
    labels = {period.id: plain_markdown(period.label) for period in edition.atlas.periods}
    period = st.segmented_control(
        edition.words("filter-within"),
        list(labels),
        default=chosen().period,
        format_func=labels.__getitem__,
        key="period",
        required=True,
    )
    remember(edition, period=period)
    shown = st.session_state.get(SHOWN, 0) + rows_at_once(edition, "agreement")
    clickable(agreement_html(edition, period or chosen().period, shown), KEY, _to_map(edition, "agreement"))


def _sources(edition: Edition) -> None:
    def go(pressed: str) -> None:
        source_id = pressed.removeprefix(LEAVE_OUT)
        if source_id == pressed:
            choose(edition, **{**NO_FILTERS, "source": source_id}, part=PARTS[0])
        else:
            choose(edition, view=LABORATORY, rule=rule_from_address({"without": quote(source_id, safe="")}, edition))

    clickable(sources_html(edition), KEY, go)


def _show_more(edition: Edition, part: str) -> None:
    st.session_state[SHOWN] = st.session_state.get(SHOWN, 0) + rows_at_once(edition, part)


def _to_map(edition: Edition, part: str) -> Callable[[str], None]:
    def go(pressed: str) -> None:
        if pressed == "more":
            _show_more(edition, part)
            return
        province_id, _, period_id = pressed.partition(" ")
        choose(edition, view="map", period=period_id, province=province_id)

    return go
