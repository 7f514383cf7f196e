"""What the page's own script paints when the reader moves to another year, colours or names, as data."""

from __future__ import annotations

from typing import Any

from dashboard.edition import Edition
from dashboard.parts.headline import headline
from dashboard.parts.legend import all_looks, legend_html
from dashboard.parts.pictures import pictures_css
from dashboard.parts.reading import reading_data
from dashboard.parts.summary import summary_data
from geodata.looks import colourings_for


def moves_payload(edition: Edition) -> dict[str, Any]:
    """Headline, notes, provinces and legends of every period.

    Parameters
    ----------
    edition : Edition

    Returns
    -------
    dict
        ``periods``: list of ``{id, label, headline, summary, notes, provinces}``, provinces as ``[id, name]`` by name.
        ``colourings``: what the fill can mean. ``legends[colouring]``: the number of the legend of each period among
        ``pages``, which has each HTML once. Of a reading that is not the atlas's own also ``reading``, see
        `dashboard.parts.reading.reading_data`, and ``css``: the pictures of looks that the own one does not have.
    """
    pages: dict[str, int] = {}
    colourings = colourings_for(edition.atlas.has)
    legends = {
        colouring: [
            pages.setdefault(legend_html(edition, period.id, colouring, ()), len(pages))
            for period in edition.atlas.periods
        ]
        for colouring in colourings
    }
    moves = {
        "periods": [_period(edition, period.id) for period in edition.atlas.periods],
        "colourings": list(colourings),
        "legends": legends,
        "pages": list(pages),
    }
    return moves if edition.is_own else moves | {"reading": reading_data(edition), "css": _further_pictures(edition)}


def _further_pictures(edition: Edition) -> str:
    known = all_looks(edition.own)
    return pictures_css([look for name, look in all_looks(edition).items() if name not in known], {})


def _period(edition: Edition, period_id: str) -> dict[str, Any]:
    summary = summary_data(edition, period_id)
    provinces = edition.atlas.provinces(period_id).sort_values("name")
    return {
        "id": period_id,
        "label": edition.atlas.period(period_id).label,
        "headline": headline(edition, period_id),
        "summary": summary["sentence"],
        "notes": summary["notes"],
        "provinces": [list(one) for one in zip(provinces["province_id"], provinces["name"], strict=True)],
    }
