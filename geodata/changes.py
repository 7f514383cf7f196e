"""From one period to another, and sums over a period."""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd
import pandas as pd

from geodata.grades import is_firm

NO_EVIDENCE = "no-evidence"
CONTESTED = "contested"
LED = ("held", "shared")


def compare(first: gpd.GeoDataFrame, second: gpd.GeoDataFrame) -> pd.DataFrame:
    """Compare the calls of two periods.

    Parameters
    ----------
    first, second : geopandas.GeoDataFrame
        Calls as `Atlas.control` gives them.

    Returns
    -------
    pandas.DataFrame
        One row per province of either period, ordered by province_id: ``province_id, name, from, to, kind``. `from`
        and `to` hold the ids of the leading factions, `` + `` between, or ``contested``, ``no-evidence``, or None
        where the province did not exist. Kinds: ``unchanged``, ``changed-hands``, ``became-contested``, ``settled``
        (contested before), ``newly-known``, ``evidence-lost``, ``created``, ``dissolved``.
    """
    before, after = (_leaders(frame) for frame in (first, second))
    names = {**_names(first), **_names(second)}
    rows = [
        (province_id, names[province_id], before.get(province_id), after.get(province_id))
        for province_id in sorted(names)
    ]
    return pd.DataFrame(
        [(*row, _kind(row[2], row[3])) for row in rows],
        columns=["province_id", "name", "from", "to", "kind"],
        dtype=object,
    )


def summarise(calls: Mapping[str, gpd.GeoDataFrame]) -> pd.DataFrame:
    """Sum provinces and area per period and leading faction; see `Atlas.summary`."""
    rows = []
    for period_id, frame in calls.items():
        total = frame["area_km2"].sum()
        for call in frame.itertuples(index=False):
            leads = call.status in LED
            leaders = call.factions if leads else ("",)
            for faction_id in leaders:
                area = call.area_km2 / len(leaders)
                status = "led" if leads else call.status
                rows.append(
                    (period_id, faction_id, status, 1, area, area if is_firm(call.grade) else 0.0, area / total)
                )
    columns = ["period_id", "faction_id", "status", "provinces", "area_km2", "firm_area_km2", "share"]
    summed = pd.DataFrame(rows, columns=columns).groupby(columns[:3], as_index=False, sort=False).sum()
    order = {period_id: number for number, period_id in enumerate(calls)}
    return (
        summed.assign(_order=summed["period_id"].map(order))
        .sort_values(["_order", "area_km2"], ascending=[True, False])
        .drop(columns="_order")
        .reset_index(drop=True)
    )


def _names(calls: gpd.GeoDataFrame) -> dict[str, str]:
    return dict(zip(calls["province_id"], calls["name"], strict=True))


def _leaders(calls: gpd.GeoDataFrame) -> dict[str, str]:
    return {
        province_id: " + ".join(factions) if status in LED else status
        for province_id, status, factions in zip(calls["province_id"], calls["status"], calls["factions"], strict=True)
    }


def _kind(before: str | None, after: str | None) -> str:
    if before is None:
        return "created"
    if after is None:
        return "dissolved"
    if before == after:
        return "unchanged"
    if before == NO_EVIDENCE:
        return "newly-known"
    if after == NO_EVIDENCE:
        return "evidence-lost"
    if after == CONTESTED:
        return "became-contested"
    return "settled" if before == CONTESTED else "changed-hands"
