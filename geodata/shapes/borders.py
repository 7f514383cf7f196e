"""Lines of a map: country border, borders between provinces, and those that are only approximate."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely
from shapely import MultiLineString
from shapely.geometry.base import BaseGeometry

from geodata.shapes.union import union


def border_lines(provinces: gpd.GeoDataFrame) -> dict[str, BaseGeometry]:
    """Split the outlines of a coverage into lines that are each drawn once.

    Parameters
    ----------
    provinces : geopandas.GeoDataFrame
        Provinces of one period, a valid coverage; columns ``boundary`` and ``geometry``.

    Returns
    -------
    dict of str to shapely geometry
        ``outer``: the border of the whole; ``as-today``: between two provinces whose outlines are those of today;
        ``approximate``: between two of which either is approximate. In the CRS of `provinces`; kinds without a line
        are left out.

    Examples
    --------
    >>> from shapely.geometry import box
    >>> pair = gpd.GeoDataFrame({"boundary": ["as-today", "approximate"]}, geometry=[box(0, 0, 1, 1), box(1, 0, 2, 1)])
    >>> lines = border_lines(pair)
    >>> lines["approximate"].length, lines["outer"].length
    (1.0, 6.0)
    """
    geometries = list(provinces.geometry)
    marks = list(provinces["boundary"])
    tree = shapely.STRtree(geometries)
    collected: dict[str, list[BaseGeometry]] = {"as-today": [], "approximate": []}
    outlines = shapely.boundary(geometries)
    pairs = sorted(
        (first, second) for first, second in tree.query(geometries, "intersects").T.tolist() if first < second
    )
    first, second = np.array(pairs, dtype=int).reshape(-1, 2).T
    # All at once: of a large atlas there are tens of thousands.
    shared = shapely.intersection(outlines[first], outlines[second])
    for (one, other), line in zip(pairs, shared, strict=True):
        collected["approximate" if "approximate" in (marks[one], marks[other]) else "as-today"].append(line)
    lines = {"outer": shapely.line_merge(union(geometries).boundary)}
    for kind, shared_lines in collected.items():
        merged = shapely.line_merge(_only_lines(shapely.union_all(shared_lines)))
        if not merged.is_empty:
            lines[kind] = merged
    return lines


def _only_lines(geometry: BaseGeometry) -> BaseGeometry:
    """Provinces that meet in a point share no line."""
    parts = [part for part in _parts(geometry) if part.geom_type == "LineString"]
    return MultiLineString(parts)


def _parts(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Collections hold collections: an intersection of two outlines can be lines and points together."""
    return [
        part
        for piece in shapely.get_parts(geometry)
        for part in (shapely.get_parts(piece) if hasattr(piece, "geoms") else [piece])
    ]
