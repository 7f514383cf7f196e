"""HTML of the view Compare."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from dashboard import templating
from dashboard.edition import Edition
from dashboard.parts import listed, pictures_css
from dashboard.views.compare.data import Change, changes, matrix, totals_by_entry
from geodata import Period
from geodata.looks import CHANGE_ENTRIES, CHANGE_LOOKS
from geodata.rule import UNCHANGED
from geodata.telling import DATA_SET_BASIS

MOST_LISTED = 60
"""Changes of one kind that stand in the list with all their claims; the others are on the map and in the file."""

MOST_NAMES = 60
"""Provinces that a cell of the table from whom to whom names when it is pointed at."""

_render = partial(templating.render, Path(__file__).parent / "templates")


def period_html(period: Period) -> str:
    """The heading above the legend of one of the two maps."""
    return _render("period.html.j2", label=period.label)


def change_legend_html(edition: Edition, first: str, second: str, pins: tuple[str, ...] = ()) -> str:
    """The kinds of change with counts and area, as the legend of the map of what changed."""
    totals = totals_by_entry(changes(edition, first, second))
    return _render("legend.html.j2", texts=edition.words, totals=totals, looks=CHANGE_LOOKS, pins=pins)


def change_looks_css() -> str:
    """Style sheet with the pictures of the kinds of change."""
    return pictures_css(CHANGE_LOOKS.values(), {})


def change_tables_html(edition: Edition, first: str, second: str, province_id: str | None) -> str:
    """The changes with what tells of them and the claims on both sides, and the matrix from whom to whom.

    Parameters
    ----------
    edition : Edition
    first, second : str
        The two periods.
    province_id : str or None
        The province whose change stands open.
    """
    found = changes(edition, first, second)
    groups = [
        (entry, _listed(some, province_id), len(some))
        for entry in CHANGE_ENTRIES
        if (some := [one for one in found if one.entry == entry and one.kind != UNCHANGED])
    ]
    kinds = [
        edition.words("compare-kind", kind=edition.words(f"change-{entry}"), count=count)
        for entry, (count, _) in totals_by_entry(found).items()
    ]
    labels = {"first": edition.atlas.period(first).label, "second": edition.atlas.period(second).label}
    return _render(
        "tables.html.j2",
        texts=edition.words,
        kinds=kinds,
        groups=groups,
        matrix=matrix(edition, found),
        looks=CHANGE_LOOKS,
        chosen=province_id,
        data_set=DATA_SET_BASIS,
        names=lambda some: listed(some, edition.words, MOST_NAMES),
        **labels,
    )


def _listed(some: Sequence[Change], chosen: str | None) -> list[Change]:
    """The first changes of a kind, and the one that is chosen."""
    return [one for number, one in enumerate(some) if number < MOST_LISTED or one.province_id == chosen]
