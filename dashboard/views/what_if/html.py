"""The laboratory as HTML, the list of what differs, and the reading list."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from dashboard import templating
from dashboard.edition import Edition, cached
from dashboard.parts import claims_text, differences, order_words, reading_data
from dashboard.views.what_if.data import laboratory
from dashboard.views.what_if.reading_list import reading_list

MOST_ROWS = 200
"""Differences that are listed on the page; the file has all."""

_render = partial(templating.render, Path(__file__).parent / "templates")


@cached(1)
def lab_html(edition: Edition) -> str:
    """What can be chosen; the page's script says what is, and writes it to the address.

    Parameters
    ----------
    edition : Edition
        By the atlas's own reading: it is the same for all others.
    """
    lab = laboratory(edition)
    return _render(
        "lab.html.j2",
        texts=edition.words,
        lab=lab,
        rules=json.dumps(lab["rules"]),
        groups=json.dumps(lab["groups"]),
        order_words=order_words,
    )


@cached(1)
def differences_html(edition: Edition) -> str:
    """The list of what the reading of an edition changes, over all periods."""
    periods = {period.id: period.label for period in edition.atlas.periods}
    found = differences(edition)
    rows = [
        {
            "one": one,
            "period": periods[one.period_id],
            "gone": claims_text(edition, one.gone),
            "came": claims_text(edition, one.came),
        }
        for one in found[:MOST_ROWS]
    ]
    reading = None if edition.is_own else reading_data(edition)
    return _render(
        "differences.html.j2",
        texts=edition.words,
        rows=rows,
        more=len(found) - len(rows),
        reading=reading,
        rule=edition.atlas.reading,
    )


@cached(1)
def reading_list_html(edition: Edition) -> str:
    """Where one more source would matter, by the reading of an edition."""
    return _render("reading-list.html.j2", texts=edition.words, rows=reading_list(edition))
