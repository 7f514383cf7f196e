"""HTML of the view Compare."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from dashboard import templating
from dashboard.edition import Edition
from dashboard.parts import pictures_css
from dashboard.views.compare.data import changes, matrix, totals_by_entry
from geodata.looks import CHANGE_ENTRIES, CHANGE_LOOKS

_render = partial(templating.render, Path(__file__).parent / "templates")


def change_legend_html(edition: Edition, first: str, second: str, pins: tuple[str, ...] = ()) -> str:
    """The kinds of change with counts and area, as the legend of the map of what changed."""
    totals = totals_by_entry(changes(edition, first, second))
    return _render("legend.html.j2", texts=edition.words, totals=totals, looks=CHANGE_LOOKS, pins=pins)


def change_looks_css() -> str:
    """Style sheet with the pictures of the kinds of change."""
    return pictures_css(CHANGE_LOOKS.values(), {})


def change_tables_html(edition: Edition, first: str, second: str, province_id: str | None) -> str:
    """The matrix from whom to whom, and the changes with the claims on both sides.

    Parameters
    ----------
    edition : Edition
    first, second : str
        The two periods.
    province_id : str or None
        The province whose change stands open.
    """
    found = changes(edition, first, second)
    changed = [one for one in found if one.kind != "unchanged"]
    groups = [(entry, some) for entry in CHANGE_ENTRIES if (some := [one for one in changed if one.entry == entry])]
    labels = {"first": edition.atlas.period(first).label, "second": edition.atlas.period(second).label}
    return _render(
        "tables.html.j2",
        texts=edition.words,
        changed=changed,
        all=len(found),
        groups=groups,
        matrix=matrix(edition, found),
        looks=CHANGE_LOOKS,
        chosen=province_id,
        **labels,
    )
