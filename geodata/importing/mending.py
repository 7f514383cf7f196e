"""Geometry mended: rings that cross themselves, slits and overlaps between neighbours; each change told in km²."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from geodata.dates import Period
from geodata.importing.report import ImportReport, some
from geodata.shapes import CRS, areas_km2

METRES_OF_A_DEGREE = 111_320
SLITS_M = 10.0
"""Slits and overlaps up to so wide are closed, unless the mapping says otherwise."""

LEAST_SHOWN_KM2 = 0.001
LONGEST_SIDE = 0.1
"""Degrees, of what is measured."""

PASSES = 2
"""A second look at all stops: what was mended for one may meet other neighbours in another."""

SUPPORTED = hasattr(shapely, "coverage_clean") and shapely.geos_version >= (3, 14, 0)
"""Whether the library can close slits; older ones leave them to `atlas validate`, which tells where they are."""

Shapes = np.ndarray[Any, Any]
Step = Callable[[int, int, str], None]
"""Told how far a work is: done, of how many, what."""


def mend(
    frame: gpd.GeoDataFrame, stops: Sequence[Period], slits_m: float, report: ImportReport, step: Step
) -> gpd.GeoDataFrame:
    """Make shapes valid, and let those that stand at the same time fit together.

    Parameters
    ----------
    frame : geopandas.GeoDataFrame
        ``name, begin, end`` (ISO 8601, an end may be empty) and the geometry, EPSG:4326.
    stops : sequence of Period
        When shapes stand together: on the last day of a stop.
    slits_m : float
        Slits and overlaps up to so wide are closed; wider ones stay, they may be meant.
    report : ImportReport
        Told what was changed, in km², for each date.
    step : callable

    Returns
    -------
    geopandas.GeoDataFrame
    """
    frame = _valid(frame, report)
    if slits_m <= 0:
        return frame
    if not SUPPORTED:
        report.warnings.append("slits between shapes were not closed: GEOS 3.14 and shapely 2.2 can, older ones can't")
        return frame
    shapes: Shapes = np.array(frame.geometry.to_numpy(), dtype=object)
    width = slits_m / METRES_OF_A_DEGREE
    told: dict[str, tuple[float, list[str]]] = {}
    for _ in range(PASSES):
        changed = False
        before: np.ndarray[Any, np.dtype[np.intp]] = np.array([], dtype=np.intp)
        for number, stop in enumerate(stops, start=1):
            standing = standing_on(frame, stop.end)
            step(number, len(stops), "fit of shapes")
            new = np.setdiff1d(standing, before)
            before = standing
            if new.size:
                changed |= _close(frame, shapes, standing, new, width, stop, told)
        if not changed:
            break
    for label, (km2, names) in told.items():
        report.mended.append(
            f"{label}: slits and overlaps up to {slits_m:g} m wide closed, {km2:.3f} km² in all ({some(names)})"
        )
    return gpd.GeoDataFrame(frame.set_geometry(gpd.GeoSeries(shapes, frame.index, crs=CRS)), crs=CRS)


def standing_on(frame: gpd.GeoDataFrame, day: date) -> np.ndarray[Any, np.dtype[np.intp]]:
    """Places of the shapes that stand on a day."""
    text = day.isoformat()
    begin, end = frame["begin"].to_numpy(), frame["end"].to_numpy()
    return np.flatnonzero((begin <= text) & ((end == "") | (end >= text)))


def _valid(frame: gpd.GeoDataFrame, report: ImportReport) -> gpd.GeoDataFrame:
    shapes: Shapes = np.array(frame.geometry.to_numpy(), dtype=object)
    broken = np.flatnonzero(~shapely.is_valid(shapes))
    if not broken.size:
        return frame
    was = areas_km2(gpd.GeoDataFrame(geometry=shapes[broken], crs=CRS)).abs().to_numpy()
    shapes[broken] = [_polygons(one) for one in shapely.make_valid(shapes[broken])]
    now = areas_km2(gpd.GeoDataFrame(geometry=shapes[broken], crs=CRS)).to_numpy()
    for place, before, after in zip(broken, was, now, strict=True):
        name, row = frame["name"].iloc[place], frame.index[place]
        report.mended.append(f"{name} (shape {row}): a ring that crosses itself, {after - before:+.3f} km²")
    return gpd.GeoDataFrame(frame.set_geometry(gpd.GeoSeries(shapes, frame.index, crs=CRS)), crs=CRS)


def _polygons(shape: shapely.Geometry) -> shapely.Geometry:
    """The areas of a shape: lines and points that are left when rings are taken apart are none."""
    parts = [one for one in shapely.get_parts(shape) if one.geom_type in ("Polygon", "MultiPolygon")]
    return shapely.union_all(parts) if parts else shapely.Polygon()


def _close(
    frame: gpd.GeoDataFrame,
    shapes: Shapes,
    standing: np.ndarray[Any, np.dtype[np.intp]],
    new: np.ndarray[Any, np.dtype[np.intp]],
    width: float,
    stop: Period,
    told: dict[str, tuple[float, list[str]]],
) -> bool:
    """Let shapes that have come fit those around them; whether anything was changed."""
    looked_at = _with_neighbours(shapes, standing, new)
    faulty = looked_at[~shapely.is_empty(shapely.coverage_invalid_edges(shapes[looked_at], gap_width=width))]
    if not faulty.size:
        return False
    faulty = _but_wide_overlaps(shapes, _with_neighbours(shapes, standing, faulty), width)
    if faulty.size < 2:
        return False
    cleaned = shapely.coverage_clean(shapes[faulty], gap_width=width, snapping_distance=0.0)
    if not shapely.coverage_is_valid(cleaned, gap_width=width):
        # A slit that is open at one end is no gap: its two sides have to be drawn together, and with them all around.
        faulty = _but_wide_overlaps(shapes, standing, width)
        cleaned = shapely.coverage_clean(shapes[faulty], gap_width=width, snapping_distance=width)
    old = shapes[faulty]
    same = shapely.equals_exact(old, cleaned, normalize=True)
    moved = np.flatnonzero(~same & ~shapely.is_empty(cleaned))
    if not moved.size:
        return False
    # A long side with a point more is another curve in the projection that areas are measured in, though the same line
    # on the map: with points all along, both are the same there too.
    differ = shapely.segmentize(shapely.symmetric_difference(old[moved], cleaned[moved]), LONGEST_SIDE)
    km2 = areas_km2(gpd.GeoDataFrame(geometry=differ, crs=CRS)).to_numpy()
    # What one loses another may gain: land that changed is counted once.
    land = areas_km2(gpd.GeoDataFrame(geometry=[shapely.union_all(differ)], crs=CRS)).iloc[0]
    shapes[faulty[moved]] = cleaned[moved]
    names = [
        str(frame["name"].iloc[faulty[place]])
        for place, size in zip(moved, km2, strict=True)
        if size >= LEAST_SHOWN_KM2
    ]
    if names:
        sum_before, names_before = told.get(stop.label, (0.0, []))
        told[stop.label] = (sum_before + float(land), list(dict.fromkeys([*names_before, *names])))
    return True


def _with_neighbours(
    shapes: Shapes, standing: np.ndarray[Any, np.dtype[np.intp]], some_of_them: np.ndarray[Any, np.dtype[np.intp]]
) -> np.ndarray[Any, np.dtype[np.intp]]:
    if some_of_them.size == standing.size:
        return standing
    boxes = shapely.STRtree(shapes[standing])
    _, found = boxes.query(shapes[some_of_them])
    return np.union1d(standing[np.unique(found)], some_of_them)


def _but_wide_overlaps(
    shapes: Shapes, places: np.ndarray[Any, np.dtype[np.intp]], width: float
) -> np.ndarray[Any, np.dtype[np.intp]]:
    """Without those that claim land of others beyond a slit: which of them has it nobody has said."""
    tree = shapely.STRtree(shapes[places])
    one, other = tree.query(shapes[places], predicate="intersects")
    pairs = one < other
    one, other = one[pairs], other[pairs]
    shared = shapely.intersection(shapes[places[one]], shapes[places[other]])
    wide = ~shapely.is_empty(shapely.buffer(shared, -width / 2))
    claimed_twice = np.union1d(one[wide], other[wide])
    return np.delete(places, claimed_twice)
