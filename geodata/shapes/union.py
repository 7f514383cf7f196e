"""The land of several shapes as one."""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from shapely.geometry.base import BaseGeometry


def union(shapes: Sequence[BaseGeometry]) -> BaseGeometry:
    """Join shapes that fit together without overlaps.

    Parameters
    ----------
    shapes : sequence of shapely geometries
        Polygons of a coverage.

    Returns
    -------
    shapely geometry
        Valid. GEOS before 3.14 draws a hole that touches the outer line at a point as a part of that line.

    Examples
    --------
    >>> from shapely.geometry import box
    >>> union([box(0, 0, 1, 1), box(1, 0, 2, 1)]).bounds
    (0.0, 0.0, 2.0, 1.0)
    """
    whole = shapely.coverage_union_all(shapes)
    return whole if whole.is_valid else shapely.make_valid(whole)
