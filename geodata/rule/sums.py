"""Sums of a period: provinces and area that each faction leads, firm and weak apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import geopandas as gpd
import pandas as pd

from geodata.frames import records
from geodata.rule.vocabulary import HELD, LED, SHARED

SUMS = ("provinces", "shared_provinces", "area_km2", "share")
SUMMARY_COLUMNS = ("period_id", "faction_id", "status", "strength", *SUMS)

LEADS = "led"
"""Status of a row about a faction: what it holds alone, and its part of what it shares."""


def summarise(calls: Mapping[str, gpd.GeoDataFrame]) -> pd.DataFrame:
    """Sum provinces and area per period, leading faction and strength.

    Only held and shared provinces count for a faction, and firm and weak ones are never added up. A shared province is
    divided among its parties in area and counted once in provinces: in a row of its own. Areas of parts are not summed.

    Parameters
    ----------
    calls : Mapping of str to geopandas.GeoDataFrame
        Calls as `Atlas.control` gives them, by period.

    Returns
    -------
    pandas.DataFrame
        Columns `SUMMARY_COLUMNS`, ordered by period, then area. ``led`` rows: ``provinces`` are those held alone,
        ``shared_provinces`` those that the faction shares, and the area is that of the former with its part of the
        latter. A ``shared`` row counts the shared provinces; their area stands with the factions. Contested, unclear,
        partly and no-evidence have rows of their own; `faction_id` is empty in all but ``led`` rows, `strength` where
        the status has none. Provinces of a period sum to all provinces, shares to 1.
    """
    rows = [
        (period_id, *row)
        for period_id, frame in calls.items()
        for row in _parts(records(pd.DataFrame(frame)), float(frame["area_km2"].sum()))
    ]
    keys = list(SUMMARY_COLUMNS[: -len(SUMS)])
    summed = pd.DataFrame(rows, columns=list(SUMMARY_COLUMNS)).groupby(keys, as_index=False, sort=False).sum()
    order = {period_id: number for number, period_id in enumerate(calls)}
    largest_first = {"_order": True, "area_km2": False, "status": True, "faction_id": True, "strength": True}
    return (
        summed.assign(_order=summed["period_id"].map(order))
        .sort_values(list(largest_first), ascending=list(largest_first.values()))
        .drop(columns="_order")
        .reset_index(drop=True)
    )


def _parts(calls: list[dict[str, Any]], total: float) -> Iterator[tuple[Any, ...]]:
    for call in calls:
        status, strength, area = call["status"], call["strength"] or "", call["area_km2"]
        if status not in LED:
            yield "", status, strength, 1, 0, area, area / total
            continue
        factions = call["factions"]
        part = area / len(factions)
        for faction_id in factions:
            yield faction_id, LEADS, strength, int(status == HELD), int(status == SHARED), part, part / total
        if status == SHARED:
            yield "", SHARED, strength, 1, 0, 0.0, 0.0
