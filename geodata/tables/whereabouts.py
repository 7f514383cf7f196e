"""Where places lie: in their province, near it, far from it, or in it if the axes are exchanged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.errors import Problem
from geodata.frames import records
from geodata.shapes import distance_km, true_km2

FAR_KM = 25.0
"""At least so far outside its province is far: a town on a border, a port or an island lies outside many outlines."""


def check_places(places: pd.DataFrame, provinces: gpd.GeoDataFrame, files: tuple[str, str]) -> Iterator[Problem]:
    """Hold the position of each place against the shapes of its province.

    Parameters
    ----------
    places : pandas.DataFrame
        ``place_id, province_id, lon, lat``, the positions sound; the index is the line of the file.
    provinces : geopandas.GeoDataFrame
        ``province_id`` and valid shapes; the index is the number of the feature.
    files : tuple of str
        The files of the two, for the messages.
    """
    shapes: dict[str, list[BaseGeometry]] = {}
    for province_id, shape in zip(provinces["province_id"], provinces.geometry, strict=True):
        shapes.setdefault(str(province_id), []).append(shape)
    outlines = {province_id: shapely.union_all(some) for province_id, some in shapes.items()}
    known = places[places["province_id"].isin(set(outlines))]
    found: dict[str, list[tuple[int, dict[str, Any], float]]] = {"near": [], "turned": [], "far": []}
    for line, place in zip(known.index, records(known), strict=True):
        where, away = _whereabouts(place, outlines[str(place["province_id"])])
        found[where].append((int(str(line)), place, away))
    near, turned, far = found["near"], found["turned"], found["far"]
    if len(turned) > 1 and not near and not far:
        hint = "Write the longitude before the latitude, in the shapes or in the places: nothing tells which is wrong"
        message = f"every place lies in its province only with latitude and longitude exchanged, all {len(turned)}"
        yield Problem(
            message, files[1], None, "geometry", None, hint, kind="axes", decide="Whether shapes or places are"
        )
        return
    for line, place, _ in turned:
        message = f"lies in {place['province_id']} only with longitude and latitude exchanged"
        about = {"lon": f"{place['lat']}", "lat": f"{place['lon']}"}
        hint = f"Set lon to {place['lat']} and lat to {place['lon']}"
        yield Problem(message, files[0], line, "lon", f"{place['lon']}", hint, kind="place-axes", about=about)
    for line, place, away in far:
        hint = "Check the position, the province, and the outline of the province"
        message = f"lies {away:,.0f} km outside of {place['province_id']}"
        at = (float(place["lon"]), float(place["lat"]))
        yield Problem(
            message, files[0], line, "lon", f"{place['lon']}", hint, kind="place-far", severity="warning", place=at
        )


def _whereabouts(place: Mapping[str, Any], outline: BaseGeometry) -> tuple[str, float]:
    lon, lat = float(place["lon"]), float(place["lat"])
    if outline.covers(shapely.Point(lon, lat)):
        return "near", 0.0
    away = distance_km(lon, lat, outline)
    if away <= max(FAR_KM, true_km2(outline) ** 0.5 / 2):
        return "near", away
    return ("turned" if outline.covers(shapely.Point(lat, lon)) else "far"), away
