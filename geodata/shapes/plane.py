"""The plane that a map is drawn in: one answer for the browser, the pictures and the printed figure.

A country is drawn in degrees, which the browser's own map turns into its projection. What that would tear or blow up is
drawn flat instead: the world in Equal Earth, and what lies around a pole or is half a world wide in the azimuthal
equal-area projection around its middle. Where the earth is cut open follows the shapes: not at 180° if they lie there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import geopandas as gpd
import numpy as np
import pyproj
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.shapes.globe import HALF, TURN, on_one_globe
from geodata.shapes.projection import Centre, centre_of, equal_area

Kind = Literal["degrees", "azimuthal", "world"]

METRES = 111_319.490_793_273_58
"""A unit of a flat plane in metres: as long as a degree of the equator, so that lengths mean much the same in both."""

WIDE_DEGREES = 100.0
HIGH_LATITUDE = 72.0
"""Wider or nearer to a pole, the browser's own projection shows nothing of the true size."""

WORLD_DEGREES = 75.0
"""From the middle to the farthest corner: beyond, the azimuthal projection bends shapes out of their form."""

STEP_DEGREES = 1.0
"""Straight lines between points that are further apart than this would leave their place on a plane that is bent."""

SPECK = 1e-9
"""Square units, some square metres: what a cut may leave and no country is."""

CLOSE = 9
"""Decimals of a unit to which points of a plane are rounded, a tenth of a millimetre: two sides of a cut are one."""


@dataclass(frozen=True)
class Plane:
    """What a map is drawn in.

    Attributes
    ----------
    kind : {"degrees", "azimuthal", "world"}
    longitude, latitude : float
        The middle; of degrees only the longitude counts.
    """

    kind: Kind
    longitude: float
    latitude: float = 0.0

    @property
    def is_flat(self) -> bool:
        """Whether its units are lengths on a plane and no degrees."""
        return self.kind != "degrees"

    @cached_property
    def crs(self) -> pyproj.CRS:
        """The projection in metres; of degrees, longitude and latitude."""
        if self.kind == "degrees":
            return pyproj.CRS("EPSG:4326")
        if self.kind == "world":
            return pyproj.CRS.from_proj4(f"+proj=eqearth +lon_0={self.longitude:g} +datum=WGS84 +units=m +no_defs")
        return equal_area(Centre(self.longitude, self.latitude))

    @cached_property
    def _to_plane(self) -> pyproj.Transformer:
        return pyproj.Transformer.from_crs("EPSG:4326", self.crs, always_xy=True)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place lies.

        Examples
        --------
        >>> Plane("degrees", 179.0).at(-179.5, 8.0)
        (180.5, 8.0)
        """
        if not self.is_flat:
            turned = self.longitude + (longitude - self.longitude + HALF) % TURN - HALF
            return (longitude if abs(longitude - self.longitude) <= HALF else turned), latitude
        x, y = self._to_plane.transform(longitude, latitude)
        return x / METRES, y / METRES

    def drawn(self, shapes: Sequence[BaseGeometry]) -> np.ndarray:
        """Shapes as they lie in the plane, in one piece where they were cut only because the earth is round.

        Parameters
        ----------
        shapes : sequence of shapely geometries
            Polygons in EPSG:4326, between -180° and 180°; those that shared a border still do.

        Returns
        -------
        numpy.ndarray of shapely geometries
        """
        return np.array([self._drawn(shape) for shape in shapes], dtype=object)

    def in_metres(self, shapes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        """A frame of shapes as they lie in a flat plane, in metres of `crs`."""
        drawn = [
            shape if shape is None or shape.is_empty else shapely.transform(self._drawn(shape), lambda at: at * METRES)
            for shape in shapes.geometry
        ]
        return shapes.set_geometry(gpd.GeoSeries(drawn, index=shapes.index, crs=self.crs))

    def _drawn(self, shape: BaseGeometry) -> BaseGeometry:
        if self.kind == "degrees":
            west, _, east, _ = shape.bounds
            if west >= self.longitude - HALF and east <= self.longitude + HALF:
                return shape
        if self.kind != "azimuthal":
            # Turned so that the middle is 0, the cut falls where the plane ends, and nothing lies beyond it.
            turned = shapely.transform(shape, lambda at: at - np.array([self.longitude, 0.0]))
            whole = _joined(on_one_globe(turned))
            if self.kind == "degrees":
                return shapely.transform(whole, lambda at: at + np.array([self.longitude, 0.0]))
            return _rounded(shapely.segmentize(whole, STEP_DEGREES), Plane("world", 0.0)._to_plane)
        flat = _rounded(shapely.segmentize(shape, STEP_DEGREES), self._to_plane)
        if not _at_the_edge(shape):
            return flat
        return _without_specks(_joined(flat if flat.is_valid else shapely.make_valid(flat, method="structure")))


def plane_of(shapes: gpd.GeoDataFrame) -> Plane:
    """Choose the plane that some shapes are drawn in.

    Parameters
    ----------
    shapes : geopandas.GeoDataFrame
        All that the map is ever to show, EPSG:4326.

    Returns
    -------
    Plane

    Examples
    --------
    >>> from shapely.geometry import box
    >>> def plane(*boxes):
    ...     return plane_of(gpd.GeoDataFrame(geometry=[box(*one) for one in boxes], crs="EPSG:4326"))
    >>> plane((60, 30, 75, 38)).kind, plane((177, -20, 180, -16), (-180, -20, -178, -16))
    ('degrees', Plane(kind='degrees', longitude=179.5, latitude=0.0))
    >>> plane((-170, -50, 170, 70)).kind, plane((-180, 70, 180, 90)).kind
    ('world', 'azimuthal')
    """
    if shapes.empty:
        return Plane("degrees", 0.0)
    parts = shapely.get_parts(shapes.geometry.to_numpy())
    bounds = shapely.bounds(parts)
    west, east = _span(bounds)
    middle = round((west + east) / 2, 3)
    south, north = float(bounds[:, 1].min()), float(bounds[:, 3].max())
    if east - west <= WIDE_DEGREES and max(-south, north) <= HIGH_LATITUDE:
        return Plane("degrees", 0.0 if west >= -HALF and east <= HALF else middle)
    # Corners alone say little of a shape that is half a world wide.
    dense = shapes.set_geometry(shapely.segmentize(shapes.geometry.to_numpy(), STEP_DEGREES), crs=shapes.crs)
    centre = centre_of(dense)
    if _reach(dense, centre) <= WORLD_DEGREES:
        return Plane("azimuthal", centre.longitude, centre.latitude)
    return Plane("world", _world_middle(parts, west, east))


def printed_plane_of(shapes: gpd.GeoDataFrame) -> Plane:
    """Choose the plane of a printed map of some shapes: the world as the browser has it, all else azimuthal."""
    chosen = plane_of(shapes)
    return chosen if chosen.kind == "world" else Plane("azimuthal", *centre_of(shapes))


def _span(bounds: np.ndarray) -> tuple[float, float]:
    """West and east of all parts, the widest empty stretch left out; east may be over 180."""
    ordered = bounds[np.argsort(bounds[:, 0])]
    reached = np.maximum.accumulate(ordered[:, 2])
    gaps = ordered[1:, 0] - reached[:-1]
    around = ordered[0, 0] + TURN - reached[-1]
    if not len(gaps) or around >= gaps.max():
        return float(ordered[0, 0]), float(reached[-1])
    place = int(gaps.argmax())
    return float(ordered[place + 1, 0]), float(reached[place] + TURN)


def _reach(shapes: gpd.GeoDataFrame, centre: tuple[float, float]) -> float:
    """Degrees of a great circle from the middle to the farthest point."""
    points = np.radians(shapely.get_coordinates(shapes.geometry.to_numpy()))
    longitude, latitude = np.radians(centre)
    cosine = np.sin(latitude) * np.sin(points[:, 1]) + np.cos(latitude) * np.cos(points[:, 1]) * np.cos(
        points[:, 0] - longitude
    )
    return float(np.degrees(np.arccos(np.clip(cosine, -1, 1)).max()))


def _world_middle(parts: np.ndarray, west: float, east: float) -> float:
    """The middle meridian: the earth is cut opposite to it, where that goes through the least land."""
    if not any(_at_the_edge(part) for part in parts) and west >= -HALF:
        return 0.0
    if TURN - (east - west) > STEP_DEGREES:
        return round(((west + east) / 2 + HALF) % TURN - HALF, 3)
    cuts = np.arange(-HALF, HALF, STEP_DEGREES)
    meridians = [shapely.LineString([(at, -60), (at, 85)]) for at in cuts]
    land = [float(shapely.length(shapely.intersection(parts, line)).sum()) for line in meridians]
    least = cuts[int(np.argmin(land))]
    return float((least + TURN) % TURN - HALF)


def _at_the_edge(shape: BaseGeometry) -> bool:
    west, south, east, north = shape.bounds
    return bool(west <= -HALF or east >= HALF or south <= -90 or north >= 90)


def _rounded(shape: BaseGeometry, to_plane: pyproj.Transformer) -> BaseGeometry:
    return shapely.transform(
        shape, lambda at: np.round(np.column_stack(to_plane.transform(at[:, 0], at[:, 1])) / METRES, CLOSE)
    )


def _without_specks(shape: BaseGeometry) -> BaseGeometry:
    """Leave out holes of no size, which the two sides of a cut may enclose where they meet at a pole."""
    parts = [
        shapely.Polygon(part.exterior, [ring for ring in part.interiors if shapely.Polygon(ring).area > SPECK])
        for part in shapely.get_parts(shape)
        if part.geom_type == "Polygon"
    ]
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)


def _joined(shape: BaseGeometry) -> BaseGeometry:
    """Pieces that share a side, as one."""
    parts = shapely.get_parts(shape)
    return shape if len(parts) < 2 else shapely.union_all(parts)
