"""HTML of the views Evidence and Factions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from dashboard import templating
from dashboard.state import SORTS
from dashboard.text import Texts
from dashboard.views.evidence.claims import ClaimRow
from dashboard.views.evidence.coverage import agreement, coverage, source_list
from geodata import Atlas

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


def coverage_html(atlas: Atlas, words: Texts) -> str:
    """The matrix of provinces and years by grade."""
    return _render("coverage.html.j2", texts=words, coverage=coverage(atlas, words))


def agreement_html(atlas: Atlas, words: Texts, period_id: str) -> str:
    """The table of agreement of a period."""
    period = atlas.period(period_id)
    rows = agreement(atlas, period_id)
    titles = dict(zip(atlas.sources["source_id"], atlas.sources["title"], strict=True))
    return _render("agreement.html.j2", texts=words, rows=rows, titles=titles, period=period.label, period_id=period_id)


def sources_html(atlas: Atlas, words: Texts) -> str:
    """The list of sources."""
    return _render("sources.html.j2", texts=words, rows=source_list(atlas))
