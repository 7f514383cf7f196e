"""Tables of an atlas for other programs, beside the calls of a period: changes, events, sums, claims, factions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import geopandas as gpd
import pandas as pd

from geodata.atlas import Atlas

TABLES: dict[str, Callable[[Atlas], pd.DataFrame]] = {
    "events": lambda atlas: atlas.events(),
    "summary": lambda atlas: atlas.summary(),
    "claims": lambda atlas: atlas.claims(),
    "factions": lambda atlas: atlas.factions,
}
"""Tables on the whole atlas by name."""


def changes_of(atlas: Atlas, first: str, second: str) -> gpd.GeoDataFrame:
    """What changed between two periods, with the shape of each province in the later one, else in the earlier one."""
    shapes: dict[str, Any] = {}
    for period in (first, second):
        provinces = atlas.provinces(period)
        shapes |= dict(zip(provinces["province_id"], provinces.geometry, strict=True))
    found = atlas.changes(first, second)
    found.insert(0, "period_from", first)
    found.insert(1, "period_to", second)
    return gpd.GeoDataFrame(found, geometry=[shapes[one] for one in found["province_id"]], crs="EPSG:4326")
