"""Scopes carried to the provinces of a period: what a claim about one province says of those made from it, and back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Set
from datetime import date
from typing import Any

import pandas as pd

from geodata import dates
from geodata.frames import records


class Lineage:
    """Which provinces came out of which.

    Parameters
    ----------
    links : pandas.DataFrame
        Columns ``province_id``, ``made_from_id``, ``since``: a later province, one that it was made from, and the first
        day of the later one (ISO 8601).
    """

    def __init__(self, links: pd.DataFrame) -> None:
        self._links = [(row["province_id"], row["made_from_id"], row["since"]) for row in records(links)]
        self.origins: Set[str] = {earlier for _, earlier, _ in self._links}

    def made_since(self, origin: str, claimed: date | None) -> Iterator[str]:
        """Provinces that came out of `origin` after the day of a claim, and out of those.

        Once a later province exists, a claim about the earlier one means what was left of it. A claim of unknown
        beginning (None) comes before all.
        """
        for later, earlier, since in self._links:
            if earlier == origin and (claimed is None or claimed < date.fromisoformat(since)):
                yield later
                yield from self.made_since(later, claimed)

    def standing_before(self, province_id: str, current: Collection[str]) -> Iterator[str]:
        """The nearest provinces of a period that a later one was made from."""
        for later, earlier, _ in self._links:
            if later == province_id:
                if earlier in current:
                    yield earlier
                else:
                    yield from self.standing_before(earlier, current)


Reach = dict[str, Any]
"""A claim and a province that it speaks of: the cells of both, and ``regional``."""


def reach_of_period(rows: Iterable[Reach], lineage: Lineage, current: Set[str]) -> list[Reach]:
    """Carry what claims speak of to the provinces of a period.

    A claim about the whole of a province, made before a later one came out of it, speaks for the later one too, as
    regional. A claim about a later province speaks, in a period before that was made, for a part of those it was made
    from. Both reach over several generations of provinces.

    Parameters
    ----------
    rows : iterable of Reach
        One for each claim and province: ``claim_id, date, province_id, extent, place_id, part, named, regional``.
    lineage : Lineage
    current : set of str
        The provinces of the period.

    Returns
    -------
    list of Reach
        One row for each claim and province of the period. Where a claim reaches a province by two ways, the whole
        comes before a part, whatever the order of the rows.
    """
    kept: dict[tuple[str, str], Reach] = {}
    moving: list[Reach] = []
    for row in rows:
        province_id = row["province_id"]
        if province_id in current:
            kept[row["claim_id"], province_id] = row
            if province_id in lineage.origins:
                moving.append(row)
        else:
            moving.append(row)
    carried: dict[tuple[str, str], Reach] = {}
    for row in moving:
        for one in _carried(row, lineage, current):
            key = one["claim_id"], one["province_id"]
            if key not in kept and (key not in carried or _sort_key(one) < _sort_key(carried[key])):
                carried[key] = one
    return [*kept.values(), *carried.values()]


def _carried(row: Reach, lineage: Lineage, current: Set[str]) -> Iterator[Reach]:
    # Of a part nobody knows whether it went to the later province.
    if row["extent"] == "whole":
        for later in lineage.made_since(row["province_id"], dates.parse(row["date"]).earliest):
            if later in current:
                yield row | {"province_id": later, "regional": True}
    if row["province_id"] not in current:
        for earlier in lineage.standing_before(row["province_id"], current):
            yield row | {"province_id": earlier, "extent": "part"}


def _sort_key(row: Reach) -> tuple[bool, bool, str, str]:
    return row["extent"] != "whole", not row["named"], row["place_id"], row["part"]
