"""Whether the provinces of a period fit together, and the slits between them closed.

Shapes from other programs fit nearly: borders differ by the last digits of a coordinate, by a vertex, by some metres.
What is narrower than `tolerance_m` is closed, and how much land that moves is told. Anything wider is a problem with
its size and place, but for two things that are meant: land that two provinces claim, where the atlas says so, and a
hole that belongs to nobody, a lake or an enclave.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.shapes.disputed import claims_in
from geodata.shapes.land import LEAST_M2, hollows, is_land, land_of, valid
from geodata.shapes.measures import (
    metres_text,
    place_text,
    point_inside,
    roundness,
    size_m2,
    told_km2,
    true_km2,
    width_m,
)
from geodata.shapes.union import union

METRES_PER_DEGREE = 111_320

NARROW_SHARE = 1 / 1000
"""Of the width of a typical province: a slit or overlap narrower than this is a drawing fault."""

WIDEST_M = 1_000
"""However large the provinces are."""

EDGE_WIDTH = 1e-4
"""Slits up to this width are looked for along every border, in degrees, about 10 m: wider tests take sharp corners of
real borders for slits. Slits closed on all sides are found whatever their width."""

LEAST_ROUND = 0.06
"""Of a hole, 1 being a circle: what is longer and thinner is a slit between two borders, neither lake nor enclave."""


@dataclass(frozen=True)
class Fault:
    """Something about the fit of shapes that their author should know.

    Attributes
    ----------
    shape_id, kind, message, hint : str
    severity : {"error", "warning"}
        A warning tells of what is drawn all the same.
    place : tuple of float or None
        Longitude and latitude.
    area_km2 : float or None
    others : tuple of str
        The other shapes that it is about.
    """

    shape_id: str
    kind: str
    message: str
    hint: str
    severity: Literal["error", "warning"] = "error"
    place: tuple[float, float] | None = None
    area_km2: float | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fitted:
    """Shapes of one time, fitted together.

    Attributes
    ----------
    shapes : numpy.ndarray of shapely geometries
        In the order of the provinces, slits closed; as they came where there is nothing to close or too much is wrong.
    faults : list of Fault
    """

    shapes: np.ndarray
    faults: list[Fault] = field(default_factory=list)


def coverage_faults(provinces: gpd.GeoDataFrame, whole: bool = True) -> list[Fault]:
    """Tell how well shapes of one time fit together.

    Parameters
    ----------
    provinces : geopandas.GeoDataFrame
        Shapes valid at the same time, EPSG:4326, with ``shape_id``, ``province_id`` and perhaps ``disputed_with``.
    whole : bool, optional
        Whether all of them are here: if not, holes say nothing.

    Returns
    -------
    list of Fault
        Empty for a clean coverage. Of a shape that is no valid polygon, nothing is told: that is another's business.

    Examples
    --------
    >>> from shapely.geometry import box
    >>> boxes = [box(0, 0, 1, 1), box(0.5, 0, 2, 1)]
    >>> squares = gpd.GeoDataFrame({"shape_id": ["a", "b"], "province_id": ["a", "b"]}, geometry=boxes, crs="EPSG:4326")
    >>> coverage_faults(squares)[0].message
    'overlaps b by 6,154 km² near 0.7500, 0.5000'
    """
    return fit_together(provinces, whole).faults


def fit_together(provinces: gpd.GeoDataFrame, whole: bool = True) -> Fitted:
    """Close the slits and overlaps between shapes that are too narrow to be meant.

    Parameters
    ----------
    provinces, whole
        As for `coverage_faults`.

    Returns
    -------
    Fitted
    """
    shapes = provinces.geometry.to_numpy()
    ids: Sequence[str] = [str(one) for one in provinces["shape_id"]]
    usable = [number for number, shape in enumerate(shapes) if is_land(shape)]
    doubtful = {number for number in usable if not shapes[number].is_valid}
    whole = whole and len(usable) == len(shapes)
    standing = np.array([valid(shapes[number]) for number in usable], dtype=object)
    narrow = tolerance_m(standing)
    slits = _open_slits(standing, narrow)
    fits = shapely.coverage_is_valid(standing, gap_width=EDGE_WIDTH) and not slits
    if not doubtful and fits and not hollows(union(list(standing))):
        return Fitted(shapes)
    names = [ids[number] for number in usable]
    unsure = {place for place, number in enumerate(usable) if number in doubtful}
    claims = claims_in(provinces.iloc[usable])
    faults = [
        *_overlaps(standing, names, unsure, narrow, claims),
        *(_holes(standing, names, unsure, narrow) if whole else ()),
    ]
    if unsure or any(one.severity == "error" for one in faults):
        return Fitted(shapes, faults)
    filled = standing.copy()
    for place, land in slits:
        filled[place] = land_of(shapely.union(filled[place], land))
    closed = _closed(filled, narrow, claims)
    faults += _changes(standing, closed, names, narrow)
    result = shapes.copy()
    result[usable] = closed
    return Fitted(result, faults)


def tolerance_m(shapes: Sequence[BaseGeometry] | np.ndarray) -> float:
    """The width in metres below which a slit or overlap is closed: it follows the size of the provinces.

    Examples
    --------
    >>> from shapely.geometry import box
    >>> round(tolerance_m([box(0, 0, 1, 1)])), round(tolerance_m([box(0, 0, 0.01, 0.01)]))
    (111, 1)
    """
    if not len(shapes):
        return 0.0
    return float(min(np.median(_widths_m(shapes)) * NARROW_SHARE, WIDEST_M))


def _widths_m(shapes: Sequence[BaseGeometry] | np.ndarray) -> np.ndarray:
    """About how wide shapes are: sides of squares of their area, as near as a tolerance needs to know."""
    bounds = shapely.bounds(shapes)
    shrunk = np.cos(np.radians(np.clip((bounds[:, 1] + bounds[:, 3]) / 2, -89, 89)))
    return np.asarray(np.sqrt(shapely.area(shapes) * shrunk) * METRES_PER_DEGREE)


def _open_slits(shapes: np.ndarray, narrow: float) -> list[tuple[int, BaseGeometry]]:
    """Find slits between two shapes that are open at an end, and so no holes: each with the shape that may have it."""
    width = narrow / METRES_PER_DEGREE
    edges = shapely.coverage_invalid_edges(shapes, gap_width=width)
    wrong = [number for number, edge in enumerate(edges) if not edge.is_empty]
    bands = shapely.buffer(edges[wrong], width, cap_style="flat")
    bands_of = dict(zip(wrong, bands, strict=True))
    found = []
    # Of thousands of shapes that don't fit each is near a few others.
    near_by = shapely.STRtree(bands).query(bands, "intersects").T.tolist()
    for one, other in sorted((wrong[a], wrong[b]) for a, b in near_by if a < b):
        if _overlap_widely(shapes[one], shapes[other], narrow):
            continue
        near = shapely.intersection(bands_of[one], bands_of[other])
        free = shapely.difference(near, shapely.union(valid(shapes[one]), valid(shapes[other])))
        lands = [part for part in shapely.get_parts(land_of(free)) if size_m2(part) > LEAST_M2]
        found += [(one, part) for part in lands if roundness(part) < LEAST_ROUND]
    return found


def _overlap_widely(one: BaseGeometry, other: BaseGeometry, narrow: float) -> bool:
    """Whether shapes share more than a drawing fault: the sides of what they share are no slit."""
    land = land_of(shapely.intersection(valid(one), valid(other)))
    return not land.is_empty and width_m(land) > narrow


def _overlaps(
    shapes: np.ndarray, ids: Sequence[str], unsure: set[int], narrow: float, claims: set[tuple[int, int]]
) -> Iterator[Fault]:
    edges = shapely.coverage_invalid_edges(shapes)
    wrong = {number for number, edge in enumerate(edges) if not edge.is_empty}
    tree = shapely.STRtree(shapes)
    pairs = {
        (min(one, int(other)), max(one, int(other)))
        for one in wrong
        for other in tree.query(shapes[one], "intersects")
        if other != one
    }
    for one, other in sorted(pairs):
        if {one, other} & unsure:
            continue
        land = land_of(shapely.intersection(shapes[one], shapes[other]))
        if land.is_empty or size_m2(land) <= LEAST_M2:
            continue
        km2, place = true_km2(land), point_inside(land)
        if (one, other) in claims:
            yield Fault(
                ids[one],
                "claimed-twice",
                f"it and {ids[other]} both claim {told_km2(km2)} near {place_text(place)}",
                "Drawn as claimed by both; sums give half of it to each, so that it counts once",
                "warning",
                place,
                km2,
                (ids[other],),
            )
        elif width_m(land) > narrow:
            yield Fault(
                ids[one],
                "overlap",
                f"overlaps {ids[other]} by {told_km2(km2)} near {place_text(place)}",
                "Draw every piece of land once, or name the other in disputed_with where both claim it",
                "error",
                place,
                km2,
                (ids[other],),
            )


def _holes(shapes: np.ndarray, ids: Sequence[str], unsure: set[int], narrow: float) -> Iterator[Fault]:
    """Find land that several provinces enclose and none has; a hole in one alone is drawn on purpose."""
    tree = shapely.STRtree(shapes)
    for hole in hollows(shapely.union_all(shapes)):
        outline = hole.exterior
        near = sorted(int(one) for one in tree.query(outline, "intersects"))
        around = [one for one in near if shapely.length(shapely.intersection(shapes[one].boundary, outline)) > 0]
        if len(around) < 2 or set(around) & unsure or width_m(hole) <= narrow:
            continue
        km2, place = true_km2(hole), point_inside(hole)
        names = [ids[one] for one in around]
        slit = roundness(hole) < LEAST_ROUND
        yield Fault(
            names[0],
            "slit" if slit else "hole",
            f"a {'slit' if slit else 'hole'} of {told_km2(km2)} lies between it and {', '.join(names[1:])} near "
            f"{place_text(place)}",
            f"Give the land to one of them: slits narrower than {metres_text(narrow)} are closed by themselves"
            if slit
            else "Drawn as nobody's, as a lake or an enclave is; if it is land of a province, draw it there",
            "error" if slit else "warning",
            place,
            km2,
            tuple(names[1:]),
        )


def _closed(shapes: np.ndarray, narrow: float, claims: set[tuple[int, int]]) -> np.ndarray:
    """The shapes as a coverage: land that two claim is set apart, fitted as a piece of its own, and given back."""
    degrees = narrow / METRES_PER_DEGREE
    # Corners are moved by less than what tells the smallest shape apart from a point.
    finest = float(_widths_m(shapes).min()) * NARROW_SHARE / METRES_PER_DEGREE
    pieces, owners = list(shapes), [{number} for number in range(len(shapes))]
    for one, other in sorted(claims):
        land = land_of(shapely.intersection(pieces[one], pieces[other]))
        if not land.is_empty:
            pieces[one] = land_of(shapely.difference(pieces[one], land))
            pieces[other] = land_of(shapely.difference(pieces[other], land))
            pieces.append(land)
            owners.append({one, other})
    kept = [number for number, piece in enumerate(pieces) if not piece.is_empty]
    fitted = shapely.coverage_clean(
        [pieces[number] for number in kept], gap_width=degrees, snapping_distance=min(finest, degrees)
    )
    closed = shapes.copy()
    for number in range(len(shapes)):
        own = [piece for place, piece in zip(kept, fitted, strict=True) if number in owners[place]]
        closed[number] = own[0] if len(own) == 1 else land_of(shapely.coverage_union_all(own))
    return closed


def _changes(before: np.ndarray, after: np.ndarray, ids: Sequence[str], narrow: float) -> Iterator[Fault]:
    for shape_id, old, new in zip(ids, before, after, strict=True):
        moved = land_of(shapely.symmetric_difference(old, new))
        if moved.is_empty or size_m2(moved) <= LEAST_M2:
            continue
        km2, place = true_km2(moved), point_inside(max(shapely.get_parts(moved), key=lambda part: part.area))
        message = f"slits and overlaps narrower than {metres_text(narrow)} were closed: {told_km2(km2)} changed"
        hint = "Nothing needs doing; give both sides of a border the same vertices to decide it yourself"
        yield Fault(shape_id, "closed", message, hint, "warning", place, km2)
