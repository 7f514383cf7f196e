"""From one period to another, and sums over a period."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import pandas as pd

from geodata.frames import records
from geodata.rule.countryside import LED
from geodata.rule.grades import is_firm

NO_EVIDENCE = "no-evidence"
CONTESTED = "contested"

KINDS = (
    "changed-hands", "changed-in-part", "became-contested", "settled", "newly-known", "evidence-lost", "party-named",
    "party-not-named", "created", "dissolved", "unchanged",
)  # fmt: skip
"""Every kind of change, in the order in which they are listed."""


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
        where the province did not exist. The kind is one of `KINDS`: between led provinces ``changed-hands``,
        ``changed-in-part`` (some of the leading factions stayed), or ``party-named`` and ``party-not-named`` where the
        same side led and only one of the two calls names a party; ``became-contested`` and ``settled`` (contested
        before); ``newly-known`` and ``evidence-lost``; ``created`` and ``dissolved``; ``unchanged``.
    """
    before, after = (_calls(frame) for frame in (first, second))
    rows = []
    for province_id in sorted({**before, **after}):
        one, other = before.get(province_id), after.get(province_id)
        name = (other or one or {})["name"]
        rows.append((province_id, name, _leaders(one), _leaders(other), _kind(one, other)))
    return pd.DataFrame(rows, columns=["province_id", "name", "from", "to", "kind"], dtype=object)


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


Call = Mapping[Any, Any]


def _calls(frame: gpd.GeoDataFrame) -> dict[str, Call]:
    return {call["province_id"]: call for call in records(frame)}


def _leaders(call: Call | None) -> str | None:
    if call is None:
        return None
    return " + ".join(call["factions"]) if call["status"] in LED else str(call["status"])


def _kind(before: Call | None, after: Call | None) -> str:
    if before is None:
        return "created"
    if after is None:
        return "dissolved"
    if _leaders(before) == _leaders(after):
        return "unchanged"
    if before["status"] == NO_EVIDENCE:
        return "newly-known"
    if after["status"] == NO_EVIDENCE:
        return "evidence-lost"
    if after["status"] == CONTESTED:
        return "became-contested"
    return "settled" if before["status"] == CONTESTED else _kind_between_led(before, after)


def _kind_between_led(before: Call, after: Call) -> str:
    """A source that names no party does not say that the party before has gone."""
    if before["side"] == after["side"] and before["names_party"] != after["names_party"]:
        return "party-named" if after["names_party"] else "party-not-named"
    return "changed-in-part" if set(before["factions"]) & set(after["factions"]) else "changed-hands"
