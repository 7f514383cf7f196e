"""Sizes and distances on the ellipsoid, and how they are told."""

from __future__ import annotations

from math import pi

import pyproj
import shapely
from shapely.geometry.base import BaseGeometry

EARTH = pyproj.Geod(ellps="WGS84")


def width_m(shape: BaseGeometry) -> float:
    """Mean width of something long and thin in metres: twice its area by its outline."""
    area, outline = EARTH.geometry_area_perimeter(shape)
    return float(2 * abs(area) / outline) if outline else 0.0


def roundness(shape: BaseGeometry) -> float:
    """How round a shape is: 1 for a circle, nearly 0 for a slit."""
    area, outline = EARTH.geometry_area_perimeter(shape)
    return float(4 * pi * abs(area) / outline**2) if outline else 0.0


def told_km2(km2: float) -> str:
    """An area with the digits that mean something: three, or all of a whole number.

    Examples
    --------
    >>> told_km2(6154.23), told_km2(0.44123), told_km2(0.0000123)
    ('6,154 km²', '0.441 km²', '12.3 m²')
    """
    if km2 < 1e-3:
        return f"{km2 * 1e6:.3g} m²"
    return f"{km2:,.0f} km²" if km2 >= 100 else f"{km2:.3g} km²"


def distance_km(longitude: float, latitude: float, shape: BaseGeometry) -> float:
    """How far a place lies from a shape, over the ground.

    Examples
    --------
    >>> round(distance_km(3, 0, shapely.box(0, -1, 1, 1)))
    223
    """
    nearest = shapely.shortest_line(shape, shapely.Point(longitude, latitude))
    (x, y), _ = nearest.coords
    return float(EARTH.inv(longitude, latitude, x, y)[2]) / 1000


def true_km2(shape: BaseGeometry) -> float:
    """Area on the ellipsoid in square kilometres."""
    return size_m2(shape) / 1e6


def size_m2(shape: BaseGeometry) -> float:
    """Area on the ellipsoid in square metres."""
    return abs(float(EARTH.geometry_area_perimeter(shape)[0]))


def point_inside(shape: BaseGeometry) -> tuple[float, float]:
    """Longitude and latitude of a place in a shape, to some ten centimetres."""
    point = shapely.point_on_surface(shape)
    return round(point.x, 6), round(point.y, 6)


def metres_text(length: float) -> str:
    """A length in metres with the digits that mean something."""
    return f"{length:,.0f} m" if length >= 10 else f"{length:.2g} m"


def place_text(place: tuple[float, float]) -> str:
    """Longitude and latitude, to some ten metres."""
    return f"{place[0]:.4f}, {place[1]:.4f}"
