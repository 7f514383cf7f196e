"""Scopes carried to the provinces of a period: what a claim about one province says of those made from it, and back."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

import pandas as pd

from geodata import dates
from geodata.frames import records


def scopes_of_period(dated_scopes: pd.DataFrame, lineage: pd.DataFrame, province_ids: Collection[str]) -> pd.DataFrame:
    """Carry scopes to the provinces of a period.

    A claim about the whole of a province, made before a later one came out of it, speaks for the later one too, as
    regional. A claim about a later province speaks, in a period before that was made, for a part of those it was made
    from. Both reach over several generations of provinces.

    Parameters
    ----------
    dated_scopes : pandas.DataFrame
        Rows of the table `scopes` with the ``date`` of the claim.
    lineage : pandas.DataFrame
        Columns ``province_id``, ``made_from_id``, ``since``; see `geodata.shapes.lineage`.
    province_ids : collection of str
        The provinces of the period.

    Returns
    -------
    pandas.DataFrame
        The columns of `scopes` and ``regional``: whether the claim speaks of several provinces, or was carried forward.
        One row per claim and province of the period.
    """
    current = set(province_ids)
    several = dated_scopes.groupby("claim_id")["province_id"].transform("nunique") > 1
    rows = dated_scopes.assign(regional=several)
    stated = set(zip(rows["claim_id"], rows["province_id"], strict=True))
    links = [(link["province_id"], link["made_from_id"], link["since"]) for link in records(lineage)]
    carried = []
    origins = {earlier for _, earlier, _ in links}
    for row in records(rows[rows["province_id"].isin(origins) | ~rows["province_id"].isin(current)]):
        # Of a part nobody knows whether it went to the later province.
        if row["extent"] == "whole":
            for later in _made_since(row["province_id"], dates.parse(row["date"]).earliest, links):
                if later in current and (row["claim_id"], later) not in stated:
                    carried.append(row | {"province_id": later, "regional": True})
        if row["province_id"] not in current:
            for earlier in _standing_before(row["province_id"], current, links):
                if (row["claim_id"], earlier) not in stated:
                    carried.append(row | {"province_id": earlier, "extent": "part"})
    kept = rows[rows["province_id"].isin(current)]
    together = pd.concat([kept, pd.DataFrame(carried, columns=rows.columns)], ignore_index=True) if carried else kept
    # Where a claim reaches a province by two ways, the whole comes before a part, whatever the order of the rows.
    ordered = together.sort_values(["extent", "place_id", "part"], ascending=[False, True, True])
    return ordered.drop(columns="date").drop_duplicates(["claim_id", "province_id"])


def _made_since(origin: str, claimed: date | None, links: list[tuple[str, str, str]]) -> Iterator[str]:
    """Provinces that came out of `origin` after the day of the claim, and out of those.

    Once a later province exists, a claim about the earlier one means what was left of it.
    """
    for later, earlier, since in links:
        if earlier == origin and (claimed is None or claimed < date.fromisoformat(since)):
            yield later
            yield from _made_since(later, claimed, links)


def _standing_before(province_id: str, current: set[str], links: list[tuple[str, str, str]]) -> Iterator[str]:
    """The nearest provinces of the period that a later one was made from."""
    for later, earlier, _ in links:
        if later == province_id:
            if earlier in current:
                yield earlier
            else:
                yield from _standing_before(earlier, current, links)
