"""What the page's own script paints when the reader moves to another year, colours or names, as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.edition import Edition, cached
from dashboard.parts.headline import headline
from dashboard.parts.legend import all_looks, at_once, legend_html
from dashboard.parts.pictures import pictures_css
from dashboard.parts.reading import reading_data
from dashboard.parts.summary import summary_data
from geodata.looks import ColouringName, colourings_for
from geodata.telling import plain


def moves_payload(edition: Edition, colourings: Sequence[ColouringName] | None = None) -> dict[str, Any]:
    """Headline, notes, provinces and legends of every period.

    Parameters
    ----------
    edition : Edition
    colourings : sequence of str, optional
        Those whose legends are wanted: `dashboard.parts.legend.at_once` if left out.

    Returns
    -------
    dict
        ``periods``: list of ``{id, label, headline, summary, notes, provinces}``, provinces as ``[id, name]`` by name.
        ``colourings``: what the fill can mean. ``legends[colouring]``: for each of those that are wanted, the number of
        the legend of each period among ``pages``, which has each HTML once. ``css``: the pictures of looks that the
        page's style sheet does not have. Of a reading that is not the atlas's own also ``reading``, see
        `dashboard.parts.reading.reading_data`.
    """
    wanted = tuple(at_once(edition) if colourings is None else colourings)
    pages: dict[str, int] = {}
    legends = {
        colouring: [
            pages.setdefault(legend_html(edition, period.id, colouring, ()), len(pages))
            for period in edition.atlas.periods
        ]
        for colouring in wanted
    }
    moves = {
        "periods": [_period(edition, period.id) for period in edition.atlas.periods],
        "colourings": list(colourings_for(edition.atlas.has)),
        "legends": legends,
        "pages": list(pages),
    }
    if further := _further_pictures(edition, wanted):
        moves["css"] = further
    return moves if edition.is_own else moves | {"reading": reading_data(edition)}


def _further_pictures(edition: Edition, colourings: tuple[ColouringName, ...]) -> str:
    known = all_looks(edition.own, at_once(edition.own))
    return pictures_css([look for name, look in all_looks(edition, colourings).items() if name not in known], {})


def _period(edition: Edition, period_id: str) -> dict[str, Any]:
    summary = summary_data(edition, period_id)
    return {
        "id": period_id,
        "label": edition.atlas.period(period_id).label,
        "headline": headline(edition, period_id),
        "summary": summary["sentence"],
        "notes": summary["notes"],
        "provinces": _provinces(edition.own, period_id),
    }


@cached(64)
def _provinces(edition: Edition, period_id: str) -> list[list[str]]:
    provinces = edition.atlas.provinces(period_id).sort_values("name", key=lambda names: names.map(plain))
    return [list(one) for one in zip(provinces["province_id"], provinces["name"], strict=True)]
