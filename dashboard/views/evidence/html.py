"""HTML of the views Evidence and Factions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from dashboard import templating
from dashboard.edition import Edition
from dashboard.state import SORTS
from dashboard.text import Texts
from dashboard.views.evidence.claims import ClaimRow
from dashboard.views.evidence.coverage import agreement, coverage, source_list

PAGE = 40
"""Claims that are shown at first, and that come with each further press."""

_render = partial(templating.render, Path(__file__).parent / "templates")


def claims_html(
    words: Texts, found: Sequence[ClaimRow], all_claims: int, shown: int, sort: str, descending: bool
) -> str:
    """The table of claims.

    Parameters
    ----------
    words : Texts
    found : sequence of ClaimRow
        Sorted.
    all_claims : int
        How many there are without filters.
    shown : int
        How many are shown.
    sort : str
        Column that they are sorted by.
    descending : bool
    """
    return _render(
        "claims.html.j2",
        texts=words,
        rows=found[:shown],
        total=len(found),
        all=all_claims,
        page=PAGE,
        sorts=SORTS,
        sort=sort,
        descending=descending,
    )


MOST_CELLS = 1200
"""Of the matrix, that are shown at first, and that come with each further press; at least `FEWEST_ROWS` rows."""

FEWEST_ROWS = 10
ROWS = 400
"""Of the table of agreement, likewise."""


def rows_at_once(edition: Edition, part: str) -> int:
    """Rows of a table that are shown at first, and that come with each further press."""
    if part == "coverage":
        return max(FEWEST_ROWS, MOST_CELLS // len(edition.atlas.periods))
    return ROWS if part == "agreement" else PAGE


def coverage_html(edition: Edition, shown: int) -> str:
    """The matrix of provinces and years by grade; so many rows of it."""
    found = coverage(edition)
    step = rows_at_once(edition, "coverage")
    return _render("coverage.html.j2", texts=edition.words, coverage=found, shown=shown, step=step)


def agreement_html(edition: Edition, period_id: str, shown: int) -> str:
    """The table of agreement of a period; so many rows of it."""
    period = edition.atlas.period(period_id)
    rows = agreement(edition, period_id)
    titles = dict(zip(edition.atlas.sources["source_id"], edition.atlas.sources["title"], strict=True))
    return _render(
        "agreement.html.j2",
        texts=edition.words,
        rows=rows[:shown],
        more=len(rows) - shown,
        step=rows_at_once(edition, "agreement"),
        titles=titles,
        period=period.label,
        period_id=period_id,
    )


def sources_html(edition: Edition) -> str:
    """The list of sources."""
    return _render("sources.html.j2", texts=edition.words, rows=source_list(edition))
