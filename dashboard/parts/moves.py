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
from geodata.frames import shared_cells
from geodata.looks import ColouringName, colourings_for
from geodata.telling import plain

Provinces = tuple[tuple[str, str], ...]
"""Id and name of each province of a period, in the order of the names."""


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
        ``periods``: list of ``{id, label, headline, summary, notes, provinces}``, where ``provinces`` is a number in
        the list ``provinces``, which has those of some periods as ``[id, name]``, in the order of the names.
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
    # Of many periods most have the same provinces.
    provinces: dict[Provinces, int] = {}
    moves = {
        "periods": [
            _period(edition, period.id)
            | {"provinces": provinces.setdefault(_provinces(edition.own, period.id), len(provinces))}
            for period in edition.atlas.periods
        ],
        "provinces": list(provinces),
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
    }


@cached(64)
def _provinces(edition: Edition, period_id: str) -> Provinces:
    provinces = edition.atlas.provinces(period_id).sort_values("name", key=lambda names: names.map(plain))
    return _kept_once(edition, tuple(shared_cells(provinces[["province_id", "name"]])))


@cached(64)
def _kept_once(_: Edition, provinces: Provinces) -> Provinces:
    """The first of all equal ones."""
    return provinces
