"""Land that two provinces claim, where the atlas says that they do."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.frames import split_list
from geodata.shapes.land import LEAST_M2, land_of
from geodata.shapes.measures import size_m2


def claimed_twice(provinces: gpd.GeoDataFrame) -> list[tuple[int, int, BaseGeometry]]:
    """Land that two provinces claim, where the atlas says that they do.

    Parameters
    ----------
    provinces : geopandas.GeoDataFrame
        Of one time, fitted together, with ``province_id`` and perhaps ``disputed_with``.

    Returns
    -------
    list of tuple
        Places of the two in the frame, the first before the second, and the land.
    """
    shapes = provinces.geometry.to_numpy()
    claims = claims_in(provinces)
    found = []
    for one, other in sorted(claims):
        land = land_of(shapely.intersection(shapes[one], shapes[other]))
        if not land.is_empty and size_m2(land) > LEAST_M2:
            found.append((one, other, land))
    return found


def alone(provinces: gpd.GeoDataFrame) -> np.ndarray:
    """The shapes without the land that another claims too, so that every place is in one of them at most."""
    shapes: np.ndarray = provinces.geometry.to_numpy().copy()
    for one, other, land in claimed_twice(provinces):
        for place in (one, other):
            rest = land_of(shapely.difference(shapes[place], land))
            # A province of which another claims everything is still drawn somewhere.
            shapes[place] = shapes[place] if rest.is_empty else rest
    return shapes


def claims_in(provinces: gpd.GeoDataFrame) -> set[tuple[int, int]]:
    """Pairs of places in the frame of which one says that it disputes land with the other."""
    if "disputed_with" not in provinces:
        return set()
    places = {str(one): place for place, one in enumerate(provinces["province_id"])}
    named = [(place, split_list(str(cell))) for place, cell in enumerate(provinces["disputed_with"])]
    pairs = [(place, places[other]) for place, others in named for other in others if other in places]
    return {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}
