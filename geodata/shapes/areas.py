"""Areas of parts of provinces: a shape that the atlas has for a place, or a circle around it, cut to the province.

A drawing aid and no border: what a source says of a valley, a district or the surroundings of a town has to be drawn
somewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.frames import records
from geodata.shapes.provinces import CRS

COLUMNS = (
    "province_id", "place_id", "place", "status", "side", "side_strength", "factions", "strength", "grade", "claim_ids",
)  # fmt: skip

ASKED_OF_PLACES = ("place_id", "name", "lon", "lat", "radius_km")

CIRCLE_SEGMENTS = 12
"""To a quarter: at most 0.3 % of the radius off the true circle."""


def part_areas(
    parts: Sequence[Mapping[str, Any]],
    provinces: gpd.GeoDataFrame,
    places: pd.DataFrame,
    shapes: gpd.GeoDataFrame,
    radius_km: float,
) -> gpd.GeoDataFrame:
    """Give each part its area.

    Parameters
    ----------
    parts : sequence of Mapping
        ``province_id``, ``place_id`` and whatever is to be kept of `COLUMNS`.
    provinces : geopandas.GeoDataFrame
        Provinces of the period.
    places : pandas.DataFrame
        Places of the atlas; ``radius_km`` may be missing or empty.
    shapes : geopandas.GeoDataFrame
        ``place_id`` and the shape that the atlas has for it.
    radius_km : float
        Of the circle around a place without either.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns `COLUMNS` and ``geometry`` (EPSG:4326), the largest first; see `Atlas.areas`.
    """
    outlines = dict(zip(provinces["province_id"], provinces.geometry, strict=True))
    # An atlas may have no shapes of its own, and then not their columns either.
    own = dict(zip(shapes["place_id"], shapes.geometry, strict=True)) if len(shapes) else {}
    asked = [name for name in ASKED_OF_PLACES if name in places]
    known = {place["place_id"]: place for place in records(places[asked])}
    rows = []
    for part in parts:
        place = known[part["place_id"]]
        radius = place.get("radius_km")
        shape = part_shape(
            float(place["lon"]),
            float(place["lat"]),
            float(radius) if radius and radius > 0 else radius_km,
            outlines[part["province_id"]],
            own.get(part["place_id"]),
        )
        if not shape.is_empty:
            rows.append({**{name: part.get(name) for name in COLUMNS}, "place": place["name"], "geometry": shape})
    rows.sort(key=lambda row: -row["geometry"].area)
    frame = pd.DataFrame(rows, columns=[*COLUMNS, "geometry"], dtype=object)
    return gpd.GeoDataFrame(frame, geometry="geometry", crs=CRS)


@lru_cache(maxsize=4096)
def part_shape(
    lon: float, lat: float, radius_km: float, province: BaseGeometry, shape: BaseGeometry | None = None
) -> BaseGeometry:
    """The area of a place in a province.

    Parameters
    ----------
    lon, lat : float
        Of the place, EPSG:4326.
    radius_km : float
        Of the circle that is drawn where the atlas has no shape.
    province : shapely geometry
        Outline of the province, EPSG:4326.
    shape : shapely geometry, optional
        The shape that the atlas has for the place, EPSG:4326.

    Returns
    -------
    shapely geometry
        EPSG:4326, within the province; empty where the place lies outside of it.
    """
    area = circle(lon, lat, radius_km) if shape is None else shape
    parts = [part for part in shapely.get_parts(shapely.intersection(area, province)) if part.geom_type == "Polygon"]
    return shapely.MultiPolygon(parts) if len(parts) != 1 else parts[0]


@lru_cache(maxsize=8192)
def circle(lon: float, lat: float, radius_km: float) -> BaseGeometry:
    """A circle on the ground, EPSG:4326.

    Examples
    --------
    >>> west, south, east, north = circle(10, 60, 111.2).bounds
    >>> round(north - south, 1), round(east - west, 1)
    (2.0, 4.0)
    """
    local = pyproj.CRS.from_proj4(f"+proj=aeqd +lat_0={lat} +lon_0={lon} +datum=WGS84 +units=m")
    to_degrees = pyproj.Transformer.from_crs(local, CRS, always_xy=True).transform
    around = shapely.Point(0, 0).buffer(radius_km * 1000, CIRCLE_SEGMENTS)
    return shapely.transform(around, lambda at: np.column_stack(to_degrees(at[:, 0], at[:, 1])))
