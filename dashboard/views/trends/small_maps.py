"""All years at once, as small maps side by side."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from dashboard.edition import Edition, cached
from dashboard.map import COARSER, StaticMaps, calls_payload, geometry_payload
from dashboard.templating import render
from geodata.looks import ColouringName

TEMPLATES = Path(__file__).parent / "templates"

MOST_PERIODS = 12
"""More small maps than this can't be taken in at once."""

MOST_PROVINCES = 400
"""With more of them a province of a small map is a few pixels wide."""


@cached(8)
def small_maps_html(edition: Edition, colouring: ColouringName) -> str:
    """The map of every period, each a way to the large one.

    Nothing for one period, for very many, or for an atlas with so many provinces that small ones would show none.

    Parameters
    ----------
    edition : Edition
    colouring : str
        What the fill means.
    """
    periods, words = edition.atlas.periods, edition.words
    if not 1 < len(periods) <= MOST_PERIODS:
        return ""
    if max(len(edition.atlas.provinces(one.id)) for one in periods) > MOST_PROVINCES:
        return ""
    maps = StaticMaps(
        geometry_payload(edition, COARSER),
        calls_payload(edition, (colouring,)),
        colouring,
    )
    return render(
        TEMPLATES,
        "small-maps.html.j2",
        texts=words,
        definitions=Markup(maps.definitions),
        maps=[
            {
                "id": one.id,
                "label": one.label,
                "picture": Markup(maps.picture(one.id, words("small-map", period=one.label))),
            }
            for one in periods
        ],
    )
