"""Shapes as data sets have them, on one globe: across 180°, with longitudes over 180, around a pole.

An atlas keeps every shape between -180° and 180°, cut where it goes over: two pieces that meet at the edge.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

HALF = 180.0
TURN = 360.0
POLE = 90.0
NEAR_POLE = POLE - 1e-6

Ring = np.ndarray
"""Longitudes and latitudes, the last point the first again."""


def on_one_globe(shape: BaseGeometry) -> BaseGeometry:
    """Cut a shape at 180°, wherever its longitudes are counted from.

    A side that is more than half around the world is taken for one that goes the other way, over 180°; an outline that
    goes around the world once encloses the pole that it is nearer to.

    Parameters
    ----------
    shape : shapely geometry
        A Polygon or MultiPolygon in degrees; longitudes of -360 to 360.

    Returns
    -------
    shapely geometry
        The shape itself, if there is nothing to do.

    Examples
    --------
    >>> from shapely.geometry import Polygon
    >>> strip = Polygon([(178, 0), (-178, 0), (-178, 1), (178, 1)])
    >>> sorted(part.bounds for part in on_one_globe(strip).geoms)
    [(-180.0, 0.0, -178.0, 1.0), (178.0, 0.0, 180.0, 1.0)]
    """
    points = shapely.get_coordinates(shape)
    # Without a point more than half around the world from another, no side can be: of thousands of shapes nearly all.
    if np.abs(points[:, 0]).max() <= HALF and np.ptp(points[:, 0]) <= HALF:
        return shape
    rings = [np.asarray(ring.coords)[:, :2] for part in shapely.get_parts(shape) for ring in _rings(part)]
    if np.abs(points[:, 0]).max() <= HALF and not any(_jumps(ring).any() for ring in rings):
        return shape
    whole = [_unrolled(part) for part in shapely.get_parts(shape)]
    if not all(part.is_valid for part in whole):
        return shape  # told as an outline that crosses itself
    west, east = min(part.bounds[0] for part in whole), max(part.bounds[2] for part in whole)
    pieces = []
    for turn in range(int((west - HALF) // TURN), int((east + HALF) // TURN) + 1):
        strip = shapely.box(turn * TURN - HALF, -POLE, turn * TURN + HALF, POLE)
        for part in whole:
            cut = shapely.intersection(part, strip)
            moved = shapely.transform(cut, lambda at, by=turn * TURN: at - np.array([by, 0.0]))
            pieces += [one for one in shapely.get_parts(moved) if one.geom_type == "Polygon" and not one.is_empty]
    # Pieces around a pole meet at the line along which they were closed.
    return pieces[0] if len(pieces) == 1 else shapely.union_all(pieces)


def _rings(polygon: BaseGeometry) -> Sequence[BaseGeometry]:
    return [polygon.exterior, *polygon.interiors]


def _jumps(ring: Ring) -> np.ndarray:
    """Which sides go over 180°; one along the pole goes nowhere."""
    steps = np.abs(np.diff(ring[:, 0]))
    along_pole = (np.abs(ring[:-1, 1]) > NEAR_POLE) & (np.abs(ring[1:, 1]) > NEAR_POLE)
    level = (steps == TURN) & (ring[:-1, 1] == ring[1:, 1])
    return np.asarray((steps > HALF) & ~along_pole & ~(level & _is_band(ring)), dtype=bool)


def _is_band(ring: Ring) -> bool:
    """Whether sides around the whole world are meant as such: without them nothing would be left."""
    return bool(shapely.Polygon(_unroll(ring, np.abs(np.diff(ring[:, 0])) > HALF)).area == 0)


def _unroll(ring: Ring, jumps: np.ndarray) -> Ring:
    turns = np.concatenate([[0.0], np.cumsum(-np.sign(np.diff(ring[:, 0])) * jumps * TURN)])
    return np.column_stack([ring[:, 0] + turns, ring[:, 1]])


def _unrolled(polygon: BaseGeometry) -> BaseGeometry:
    """The polygon with longitudes that run on over 180°."""
    shell, *holes = [np.asarray(ring.coords)[:, :2] for ring in _rings(polygon)]
    outer = _unroll(shell, _jumps(shell))
    if outer[-1, 0] != outer[0, 0]:
        pole = POLE if outer[:, 1].mean() > 0 else -POLE
        outer = np.vstack([outer, [outer[-1, 0], pole], [outer[0, 0], pole], outer[0]])
    west, east = outer[:, 0].min(), outer[:, 0].max()
    inner = []
    for hole in holes:
        ring = _unroll(hole, _jumps(hole))
        middle = (ring[:, 0].min() + ring[:, 0].max()) / 2
        inner.append(ring + np.array([TURN * np.round(((west + east) / 2 - middle) / TURN), 0.0]))
    return shapely.Polygon(outer, inner)
