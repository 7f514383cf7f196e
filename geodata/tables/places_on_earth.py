"""Coordinates of a stranger: whether they are degrees, in the right order, of polygons that can be drawn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd
import shapely

from geodata.errors import Problem
from geodata.shapes import on_one_globe, told_km2, true_km2

POLYGONAL = ("Polygon", "MultiPolygon")
SHAPE_HINT = "Draw it as a Polygon or MultiPolygon (EPSG:4326)"
AXES_HINT = "Write the longitude before the latitude"

MOST_LONGITUDE = 360
"""Data sets count from -180 to 180, from 0 to 360, or on over 180."""

MOST_LATITUDE = 90

DEGREES = re.compile(r"(?:.*CRS84h?|.*EPSG:(?:[\d.]*:)?(?:4326|4979))", re.IGNORECASE)
"""Names of systems whose coordinates are longitude and latitude by WGS 84, as GeoJSON has them."""

_AT = re.compile(r"\[(-?[\d.e+-]+) (-?[\d.e+-]+)\]")


def foreign_crs(collection: Any) -> str | None:
    """The system that a GeoJSON file says its coordinates are in, if it is another than longitude and latitude.

    Examples
    --------
    >>> foreign_crs({"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}})
    'urn:ogc:def:crs:EPSG::3857'
    >>> foreign_crs({"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}}) is None
    True
    """
    crs = collection.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if crs is None or (isinstance(name, str) and DEGREES.fullmatch(name)):
        return None
    return name if isinstance(name, str) else "unnamed"


def placed(
    shapes: Sequence[shapely.Geometry | None], ids: pd.Series[str], file: str
) -> tuple[list[shapely.Geometry | None], list[Problem]]:
    """Put shapes on one globe, and tell what keeps one from being there.

    Parameters
    ----------
    shapes : sequence of shapely geometries or None
        As they stand in the file.
    ids : pandas.Series
        What each is called, indexed by its number.
    file : str
        File name for the messages.

    Returns
    -------
    tuple
        The shapes between -180° and 180°, None for those that are none on earth, and the problems found. A polygon
        whose outline crosses itself is there and told.
    """
    found: list[shapely.Geometry | None] = []
    problems: list[Problem] = []
    for number, name, shape in zip(range(1, len(shapes) + 1), ids, shapes, strict=True):
        fault = _fault(shape)
        if fault is not None or shape is None:
            kind, message, hint = fault or ("no-polygon", "no polygon", SHAPE_HINT)
            problems.append(Problem(message, file, number, "geometry", str(name), hint, kind=kind))
            found.append(None)
            continue
        whole = on_one_globe(shape)
        found.append(whole)
        if not whole.is_valid:
            problems.append(_crossing(whole, number, str(name), file))
    return found, _together(problems, len(shapes), file)


def _fault(shape: shapely.Geometry | None) -> tuple[str, str, str] | None:
    """Kind, message and hint."""
    if shape is None:
        return "no-polygon", "no polygon", SHAPE_HINT
    if shape.geom_type not in POLYGONAL or shape.is_empty:
        return "no-polygon", f"a {shape.geom_type} where a polygon is due", SHAPE_HINT
    points = shapely.get_coordinates(shape)
    if not np.isfinite(points).all():
        return "no-number", "a point without a number", "Give each point a longitude and a latitude"
    far_x, far_y = np.abs(points).max(axis=0)
    if far_x <= MOST_LONGITUDE and far_y <= MOST_LATITUDE:
        return None
    if far_x <= MOST_LATITUDE and far_y <= MOST_LONGITUDE:
        return "axes", f"latitude and longitude stand in each other's place (a latitude of {far_y:g})", AXES_HINT
    if max(far_x, far_y) > 2 * MOST_LONGITUDE:
        message = f"coordinates that are no degrees, up to {max(far_x, far_y):,.0f}: of a map in metres, it seems"
        return "no-degrees", message, "Write longitude and latitude in degrees (EPSG:4326)"
    return (
        "off-earth",
        "a point that is none on earth (longitude -360 to 360, latitude -90 to 90)",
        "Mend the point, or draw the shape anew",
    )


def _crossing(shape: shapely.Geometry, number: int, name: str, file: str) -> Problem:
    """What is wrong with an outline, where, and how much land would change if it were mended by itself."""
    reason = str(shapely.is_valid_reason(shape))
    at = _AT.search(reason)
    place = (float(at[1]), float(at[2])) if at else None
    message = f"not a valid polygon ({reason})"
    hint = "Mend the outline: rings must not cross or touch themselves"
    try:
        mended = shapely.make_valid(shape)
        before, after = true_km2(shape), true_km2(mended)
        hint += f"; mended by itself, its area would go from {told_km2(before)} to {told_km2(after)}"
        size = abs(after - before)
    except shapely.errors.GEOSException:
        size = None
    return Problem(message, file, number, "geometry", name, hint, kind="ring", place=place, area_km2=size)


def _together(problems: Iterable[Problem], count: int, file: str) -> list[Problem]:
    """One problem in place of one for each shape, where all have the same: it is a fault of the file."""
    found = list(problems)
    for kind in ("axes", "no-degrees"):
        same = [one for one in found if one.kind == kind]
        if len(same) == count > 1:
            first = same[0]
            message = f"all {count} shapes have {first.message}" if kind == "no-degrees" else first.message
            whole = Problem(message, file, None, "geometry", None, first.hint, kind=kind)
            found = [one for one in found if one.kind != kind] + [whole]
    return found
