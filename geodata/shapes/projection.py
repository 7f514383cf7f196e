"""The equal-area projection of a printed map, and lengths for its scale bar."""

from __future__ import annotations

from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pyproj
import shapely

STEPS = (1, 2, 5)
"""First digits of round lengths."""


class Centre(NamedTuple):
    """Where the projection touches the earth, in degrees."""

    longitude: float
    latitude: float


def centre_of(shapes: gpd.GeoDataFrame) -> Centre:
    """Find the middle of some shapes on the globe, also across the antimeridian and around a pole.

    Parameters
    ----------
    shapes : geopandas.GeoDataFrame
        In EPSG:4326.

    Returns
    -------
    Centre
        Middle of the extent, to a tenth of a degree.

    Examples
    --------
    >>> from shapely.geometry import box
    >>> centre_of(gpd.GeoDataFrame(geometry=[box(178, -1, 180, 1), box(-180, -1, -176, 1)], crs="EPSG:4326"))
    Centre(longitude=-179.0, latitude=0.0)
    """
    # A mean of directions is near the middle wherever that is; the extent as seen from there has a middle of its own.
    longitude, latitude = np.radians(shapely.get_coordinates(shapes.geometry.to_numpy())).T
    x, y, z = (np.cos(latitude) * np.cos(longitude)).mean(), (np.cos(latitude) * np.sin(longitude)).mean(), 0.0
    z = float(np.sin(latitude).mean())
    rough = Centre(float(np.degrees(np.arctan2(y, x))), float(np.degrees(np.arctan2(z, np.hypot(x, y)))))
    crs = equal_area(rough)
    west, south, east, north = shapes.to_crs(crs).total_bounds
    back = pyproj.Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
    middle = back.transform((west + east) / 2, (south + north) / 2)
    return Centre(*(round(float(degrees), 1) + 0.0 for degrees in middle))


def equal_area(centre: Centre) -> pyproj.CRS:
    """The Lambert azimuthal equal-area projection around a centre: true areas, and for a country hardly bent shapes.

    Parameters
    ----------
    centre : Centre

    Returns
    -------
    pyproj.CRS
        In metres.

    Examples
    --------
    >>> equal_area(Centre(66.0, 34.0)).coordinate_operation.method_name
    'Lambert Azimuthal Equal Area'
    """
    return pyproj.CRS.from_proj4(
        f"+proj=laea +lat_0={centre.latitude:g} +lon_0={centre.longitude:g} +datum=WGS84 +units=m +no_defs"
    )


def round_length(longest: float) -> float:
    """The longest round length, 1, 2 or 5 times a power of ten, that is no longer than allowed.

    Examples
    --------
    >>> round_length(730), round_length(200), round_length(0.3)
    (500.0, 200.0, 0.2)
    """
    power = 10.0 ** np.floor(np.log10(longest) + 1e-9)
    return float(max(step * power for step in STEPS if step * power <= longest * (1 + 1e-9)))
