"""Land of a shape: its polygons, and what they enclose."""

from __future__ import annotations

import shapely
from shapely.geometry.base import BaseGeometry

LEAST_M2 = 1.0
"""Less is the last digit of a coordinate and no land."""

POLYGONAL = ("Polygon", "MultiPolygon")


def is_land(shape: BaseGeometry | None) -> bool:
    """Whether a shape is a polygon or several, and not empty."""
    return shape is not None and not shape.is_empty and shape.geom_type in POLYGONAL


def valid(shape: BaseGeometry) -> BaseGeometry:
    """The shape, its rings taken apart where they cross themselves."""
    return shape if shape.is_valid else land_of(shapely.make_valid(shape))


def land_of(shape: BaseGeometry) -> BaseGeometry:
    """The polygons of a shape, without the lines and points at which others touch it."""
    parts = [part for piece in shapely.get_parts(shape) for part in shapely.get_parts(piece)]
    polygons = [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]
    return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)


def hollows(joined: BaseGeometry) -> list[BaseGeometry]:
    """What land encloses, also where it touches itself only at a point."""
    faces = shapely.get_parts(shapely.polygonize([shapely.unary_union(joined.boundary)]))
    return [face for face in faces if not joined.contains(shapely.point_on_surface(face))]
