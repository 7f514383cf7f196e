"""What the map stands on: the plane of an atlas, and how fine its outlines are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.edition import Edition, cached
from geodata.shapes import Plane, plane_of

COARSEST = 0.012
"""Units by which an outline may leave the true one at most: about 1.2 km, under one pixel at the first zoom on a wide
screen. Shared edges stay shared."""

COARSE_WIDTH = 0.36
"""Width of the smallest province, in units, from which on the coarsest outlines do: about 40 km."""

STEEPNESS = 2.5
"""Outlines get finer faster than provinces get smaller: quarters of a town, 2 km wide, are drawn within a metre."""

FINEST = 5e-6
"""Half a metre: what no map needs to know better."""

MOST_POINTS = 150_000
"""In more, the typical province decides how fine all are, so that the page stays light."""

DIGITS = 3
"""Decimals at least: about 100 m, a tenth of a pixel at the closest useful zoom of a country."""

Points = npt.NDArray[np.float64]

MOST_DIGITS = 6
"""A whole number of such parts of 360 is as much as the browser's bit operations hold."""


@dataclass(frozen=True)
class MapGround:
    """What the outlines of an atlas are drawn on.

    Attributes
    ----------
    plane : Plane
    tolerance : float
        Units of the plane by which an outline may leave the true one.
    decimals : int
        With which coordinates are written.
    """

    plane: Plane
    tolerance: float
    decimals: int

    def at(self, place: dict[str, Any]) -> list[float]:
        """Where a place with ``lon`` and ``lat`` lies."""
        return [round(value, self.decimals) for value in self.plane.at(float(place["lon"]), float(place["lat"]))]

    def points(self, line: BaseGeometry) -> Points:
        """Points of a line or ring, with as many decimals as mean something."""
        rounded: Points = np.round(shapely.get_coordinates(line), self.decimals)
        return rounded

    def outlines(self, shape: BaseGeometry) -> list[list[Points]]:
        """Polygons of rings of points."""
        return [
            [self.points(ring) for ring in (part.exterior, *part.interiors)]
            for part in shapely.get_parts(shape)
            if part.geom_type == "Polygon"
        ]

    def rings(self, shape: BaseGeometry) -> list[list[list[list[float]]]]:
        """The same as lists, for JSON."""
        return [[ring.tolist() for ring in rings] for rings in self.outlines(shape)]


def map_ground(edition: Edition) -> MapGround:
    """The ground of all maps of an atlas: whatever period and reading they show, they lie in one plane."""
    return _ground(edition.own)


@cached(1)
def _ground(edition: Edition) -> MapGround:
    shapes = [edition.atlas.provinces(period.id)[["shape_id", "geometry"]] for period in edition.atlas.periods]
    every = gpd.GeoDataFrame(pd.concat(shapes).drop_duplicates("shape_id"), geometry="geometry", crs="EPSG:4326")
    plane = plane_of(every)
    tolerance = _tolerance(every.geometry.to_numpy())
    decimals = max(DIGITS, -floor(log10(tolerance / 4)))
    return MapGround(plane, tolerance, min(decimals, MOST_DIGITS))


def is_flat(edition: Edition) -> bool:
    """Whether the map of an atlas is drawn on a plane of its own, which no basemap and no foreign layer fits."""
    return map_ground(edition).plane.is_flat


def _tolerance(shapes: Sequence[BaseGeometry]) -> float:
    if not len(shapes):
        return COARSEST
    widths = np.sqrt(shapely.area(shapes))
    light = int(shapely.get_num_coordinates(shapes).sum()) <= MOST_POINTS
    width = float(widths[widths > 0].min() if light else np.median(widths))
    return float(np.clip(COARSEST * (width / COARSE_WIDTH) ** STEEPNESS, FINEST, COARSEST))
