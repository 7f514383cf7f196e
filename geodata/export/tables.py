"""Tables of an atlas for other programs, beside the calls of a period: changes, events, sums, claims, and more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd
import shapely

from geodata.export.readable import rounded, with_names
from geodata.frames import records
from geodata.rule import LED
from geodata.shapes import union

if TYPE_CHECKING:
    from geodata.atlas import Atlas

TABLES: dict[str, Callable[[Atlas], pd.DataFrame]] = {
    "events": lambda atlas: with_names(atlas.events(), atlas.sources),
    "summary": lambda atlas: rounded(atlas.summary()),
    "claims": lambda atlas: atlas.claims(),
    "factions": lambda atlas: with_names(pd.DataFrame(atlas.factions), atlas.sources),
    "sources": lambda atlas: pd.DataFrame(atlas.sources),
}
"""Tables on the whole atlas by name."""


def changes_of(atlas: Atlas, first: str, second: str) -> gpd.GeoDataFrame:
    """What changed between two periods, with the shape of each province in the later one, else in the earlier one."""
    shapes = _last_shapes(atlas, (first, second))
    found = atlas.changes(first, second)
    found.insert(0, "period_from", first)
    found.insert(1, "period_to", second)
    return gpd.GeoDataFrame(found, geometry=[shapes[one] for one in found["province_id"]], crs="EPSG:4326")


def claims_on_map(atlas: Atlas) -> gpd.GeoDataFrame:
    """All claims, each with the provinces that it speaks of as they stood last; a national claim has no place."""
    shapes = _last_shapes(atlas, [period.id for period in atlas.periods])
    claims = atlas.claims()
    return gpd.GeoDataFrame(
        claims, geometry=[_together(shapes, ids) for ids in claims["province_ids"]], crs="EPSG:4326"
    )


def factions_on_map(atlas: Atlas) -> gpd.GeoDataFrame:
    """Where each faction leads in each period, contested provinces left out.

    Returns
    -------
    geopandas.GeoDataFrame
        ``period_id, faction_id, name, leads, present, geometry`` (EPSG:4326): the provinces that it leads, alone or
        with others, as ids and shape, and those where it is only reported.
    """
    names = atlas.factions.set_index("faction_id")["name"]
    rows: list[dict[str, Any]] = []
    for period in atlas.periods:
        calls = atlas.control(period.id)
        shapes = dict(zip(calls["province_id"], calls.geometry, strict=True))
        leads: dict[str, list[str]] = {}
        present: dict[str, list[str]] = {}
        for call in records(calls.drop(columns="geometry")):
            leading = call["factions"] if call["status"] in LED else ()
            for found, faction_ids in ((leads, leading), (present, call["others"])):
                for faction_id in faction_ids:
                    found.setdefault(faction_id, []).append(call["province_id"])
        rows.extend(
            {
                "period_id": period.id,
                "faction_id": faction_id,
                "name": names[faction_id],
                "leads": tuple(leads.get(faction_id, ())),
                "present": tuple(present.get(faction_id, ())),
                "geometry": _together(shapes, leads.get(faction_id, ())),
            }
            for faction_id in sorted(leads.keys() | present.keys())
        )
    return gpd.GeoDataFrame(rows, crs="EPSG:4326")


ON_MAP: dict[str, Callable[[Atlas], gpd.GeoDataFrame]] = {"claims": claims_on_map, "factions": factions_on_map}
"""Tables that have shapes only in GeoJSON."""


def _last_shapes(atlas: Atlas, period_ids: Iterable[str]) -> dict[str, Any]:
    shapes: dict[str, Any] = {}
    for period_id in period_ids:
        provinces = atlas.provinces(period_id)
        shapes |= dict(zip(provinces["province_id"], provinces.geometry, strict=True))
    return shapes


def _together(shapes: Mapping[str, Any], province_ids: Iterable[str]) -> shapely.Geometry | None:
    found = [shapes[one] for one in province_ids if one in shapes]
    return union(found) if found else None
