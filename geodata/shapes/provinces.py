"""Provinces as they stood: shapes of a period, lineage, areas, and whether the shapes fit together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from geodata.shapes.union import union

CRS = "EPSG:4326"
"""Longitude and latitude, of every shape and place."""

AREA_CRS = "EPSG:6933"
"""Equal-area projection of the whole world: agrees with geodesic areas to a few parts in a million, and no
country needs one of its own."""

GAP_WIDTH = 1e-4
"""Widest slit that counts as a drawing fault, in degrees, about 10 m. Wider tests take sharp corners of real
borders for slits; gaps closed on all sides are found whatever their width."""

MIN_OVERLAP_KM2 = 1e-6
"""One square metre: less is the last digit of a coordinate and not an overlap worth a number."""

Fault = tuple[str, str, str]
"""Shape, message, hint."""


def provinces_at(provinces: gpd.GeoDataFrame, start: date, end: date) -> gpd.GeoDataFrame:
    """Provinces of a period: those whose shape is valid on its last day.

    The last day decides because a coverage needs one day: a province made within the period counts with its
    new shape, and so do those it was made from. One made the day after does not count at all.

    Parameters
    ----------
    provinces : geopandas.GeoDataFrame
        Shapes with ``kind``, ``valid_from`` and ``valid_to`` (ISO 8601; empty while the shape lasts).
    start, end : datetime.date
        First and last day of the period.

    Returns
    -------
    geopandas.GeoDataFrame
        The rows of kind `province`, in the order and with the index they came in.

    Raises
    ------
    ValueError
        If the period ends before it begins.

    Examples
    --------
    >>> from shapely.geometry import box
    >>> shapes = gpd.GeoDataFrame(
    ...     {"kind": "province", "valid_from": ["1980-01-01", "1990-01-01"], "valid_to": ""},
    ...     index=["old", "new"],
    ...     geometry=[box(0, 0, 2, 1), box(0, 0, 1, 1)],
    ... )
    >>> list(provinces_at(shapes, date(1988, 1, 1), date(1989, 12, 31)).index)
    ['old']
    """
    return _valid_on_last_day(provinces, "province", start, end)


def announced_in(provinces: gpd.GeoDataFrame, start: date, end: date) -> gpd.GeoDataFrame:
    """Provinces announced and not yet made on the last day of a period: the same rule as in `provinces_at`.

    Parameters
    ----------
    provinces : geopandas.GeoDataFrame
        Shapes with ``kind``, ``valid_from`` and ``valid_to``.
    start, end : datetime.date
        First and last day of the period.

    Returns
    -------
    geopandas.GeoDataFrame
        The rows of kind `announced`; they lie over provinces and are not part of the coverage.

    Examples
    --------
    >>> shapes = gpd.GeoDataFrame({"kind": ["announced"], "valid_from": "1988-04-04", "valid_to": ""})
    >>> [len(announced_in(shapes, date(year, 1, 1), date(year, 12, 31))) for year in (1987, 1988)]
    [0, 1]
    """
    return _valid_on_last_day(provinces, "announced", start, end)


def areas_km2(provinces: gpd.GeoDataFrame) -> pd.Series[float]:
    """Areas in square kilometres, measured in the equal-area projection `AREA_CRS`.

    Parameters
    ----------
    provinces : geopandas.GeoDataFrame
        Shapes in any coordinate reference system.

    Returns
    -------
    pandas.Series
        Named ``area_km2``, with the index of the shapes.

    Examples
    --------
    >>> from shapely.geometry import box
    >>> square = gpd.GeoDataFrame(geometry=[box(0, 0, 1, 1)], crs="EPSG:4326")
    >>> areas_km2(square).round().tolist()
    [12308.0]
    """
    areas: pd.Series[float] = provinces.geometry.to_crs(AREA_CRS).area.div(1e6).rename("area_km2")
    return areas


def lineage(provinces: gpd.GeoDataFrame) -> pd.DataFrame:
    """Which provinces later ones were made from.

    Parameters
    ----------
    provinces : geopandas.GeoDataFrame
        Shapes with ``province_id``, ``kind``, ``valid_from`` and ``made_from`` (ids separated by `;`).

    Returns
    -------
    pandas.DataFrame
        One row per later province and origin, ordered: ``province_id``, ``made_from_id`` and ``since``, the
        first day of the later province (ISO 8601). Announced provinces have no lineage until they are made.

    Examples
    --------
    >>> made = {"province_id": ["c"], "kind": "province", "valid_from": "2001-01-01", "made_from": "b;a"}
    >>> lineage(gpd.GeoDataFrame(made)).values.tolist()
    [['c', 'a', '2001-01-01'], ['c', 'b', '2001-01-01']]
    """
    columns = ["province_id", "kind", "valid_from", "made_from"]
    rows = [
        (province_id, origin.strip(), _iso(since))
        for province_id, kind, since, origins in provinces[columns].itertuples(index=False, name=None)
        if kind == "province" and isinstance(origins, str)
        for origin in origins.split(";")
        if origin.strip()
    ]
    # A province may have had several shapes: the earliest tells when it was made.
    frame = pd.DataFrame(sorted(rows), columns=["province_id", "made_from_id", "since"], dtype=object)
    return frame.drop_duplicates(["province_id", "made_from_id"], ignore_index=True)


def ancestors(links: pd.DataFrame, province_id: str) -> tuple[str, ...]:
    """All provinces that a province was made from, directly or through others.

    Parameters
    ----------
    links : pandas.DataFrame
        Lineage, as `lineage` gives it.
    province_id : str
        The later province.

    Returns
    -------
    tuple of str
        Identifiers, nearest first.

    Examples
    --------
    >>> ancestors(pd.DataFrame({"province_id": ["c", "b"], "made_from_id": ["b", "a"]}), "c")
    ('b', 'a')
    """
    found: dict[str, None] = {}
    waiting = [province_id]
    while waiting:
        current = waiting.pop(0)
        for origin in links.loc[links["province_id"] == current, "made_from_id"]:
            if origin not in found and origin != province_id:
                found[origin] = None
                waiting.append(origin)
    return tuple(found)


def coverage_problems(provinces: gpd.GeoDataFrame) -> list[Fault]:
    """Find what keeps shapes from forming a coverage: overlaps, gaps, borders that differ by a vertex.

    Parameters
    ----------
    provinces : geopandas.GeoDataFrame
        Shapes valid at the same time, EPSG:4326, with ``shape_id``.

    Returns
    -------
    list of tuple
        ``(shape_id, message, hint)``, empty for a clean coverage. Only valid polygons are tested for fit.

    Examples
    --------
    >>> from shapely.geometry import box
    >>> boxes = [box(0, 0, 1, 1), box(0.5, 0, 2, 1)]
    >>> squares = gpd.GeoDataFrame({"shape_id": ["a", "b"]}, geometry=boxes, crs="EPSG:4326")
    >>> coverage_problems(squares)[0][:2]
    ('a', 'overlaps b by 6154.23 km²')
    """
    faults = list(_polygon_faults(provinces))
    broken = {shape_id for shape_id, _, _ in faults}
    sound = provinces[~provinces["shape_id"].isin(broken)]
    faults += _edge_faults(sound)
    # A gap is a hole in the union, and shapes that overlap have no union worth asking.
    return faults or [*_gap_faults(sound)]


def capitals_outside(provinces: gpd.GeoDataFrame, places: pd.DataFrame) -> list[Fault]:
    """Find provinces whose capital lies outside their shape.

    Parameters
    ----------
    provinces : geopandas.GeoDataFrame
        Shapes with ``shape_id`` and ``capital_place_id``.
    places : pandas.DataFrame
        Places with ``place_id``, ``lon`` and ``lat`` in the coordinate reference system of the shapes.

    Returns
    -------
    list of tuple
        ``(shape_id, message, hint)``. Provinces without a capital that `places` knows are passed over.

    Examples
    --------
    >>> from shapely.geometry import box
    >>> square = gpd.GeoDataFrame({"shape_id": ["a"], "capital_place_id": "seat"}, geometry=[box(0, 0, 1, 1)])
    >>> capitals_outside(square, pd.DataFrame({"place_id": ["seat"], "lon": 0.5, "lat": 2.0}))[0][:2]
    ('a', 'its capital seat lies outside')
    """
    points = dict(zip(places["place_id"], shapely.points(places["lon"], places["lat"]), strict=True))
    hint = "Check the position of the place and the outline of the province"
    columns = ["shape_id", "capital_place_id", provinces.geometry.name]
    return [
        (shape_id, f"its capital {capital} lies outside", hint)
        for shape_id, capital, shape in provinces[columns].itertuples(index=False, name=None)
        if capital in points and not shape.covers(points[capital])
    ]


def _valid_on_last_day(provinces: gpd.GeoDataFrame, kind: str, start: date, end: date) -> gpd.GeoDataFrame:
    if end < start:
        raise ValueError(f"the period ends ({end}) before it begins ({start})")
    last = end.isoformat()
    begins, ends = provinces["valid_from"].map(_iso), provinces["valid_to"].map(_iso)
    return provinces[(provinces["kind"] == kind) & (begins <= last) & ((ends == "") | (ends >= last))]


def _iso(value: Any) -> str:
    """Write a date as text, whose order is that of the days; empty for a missing one."""
    if isinstance(value, str):
        return value
    return "" if pd.isna(value) else value.isoformat()[:10]


def _polygon_faults(provinces: gpd.GeoDataFrame) -> Iterator[Fault]:
    for shape_id, shape in zip(provinces["shape_id"], provinces.geometry, strict=True):
        if shape is None or shape.is_empty or shape.geom_type not in ("Polygon", "MultiPolygon"):
            yield shape_id, "no polygon", "Draw the province as a Polygon or MultiPolygon (EPSG:4326)"
        elif not shape.is_valid:
            hint = "Mend the outline: rings must not cross or touch themselves"
            yield shape_id, f"not a valid polygon ({shapely.is_valid_reason(shape)})", hint


def _edge_faults(provinces: gpd.GeoDataFrame) -> Iterator[Fault]:
    ids: Sequence[str] = list(provinces["shape_id"])
    shapes = provinces.geometry.to_numpy()
    edges = shapely.coverage_invalid_edges(shapes, gap_width=GAP_WIDTH)
    wrong = [number for number, edge in enumerate(edges) if not edge.is_empty]
    overlapping: set[int] = set()
    for number in wrong:
        for other in shapely.STRtree(shapes).query(shapes[number]):
            # Each pair once: from the lower number, unless only the higher is wrong (inside the other).
            if other == number or (other in wrong and other < number):
                continue
            shared = gpd.GeoSeries([shapes[number].intersection(shapes[other])], crs=provinces.crs)
            area = float(shared.to_crs(AREA_CRS).area.iloc[0]) / 1e6
            if area > MIN_OVERLAP_KM2:
                overlapping |= {number, int(other)}
                hint = "Draw every piece of land once"
                yield ids[number], f"overlaps {ids[other]} by {area:.2f} km²", hint
    for number in wrong:
        if number not in overlapping:
            x, y = shapely.get_coordinates(edges[number])[0]
            hint = "Give both sides of a shared border the same vertices, in full precision"
            yield ids[number], f"its border does not match that of its neighbour near {x:.4f}, {y:.4f}", hint


def _gap_faults(provinces: gpd.GeoDataFrame) -> Iterator[Fault]:
    """Find land that several provinces enclose and none has; a hole in one alone is drawn on purpose."""
    shapes = provinces.geometry.to_numpy()
    for part in shapely.get_parts(union(shapes)):
        for ring in part.interiors:
            around = [
                shape_id
                for shape_id, shape in zip(provinces["shape_id"], shapes, strict=True)
                if shapely.length(shape.boundary.intersection(ring)) > 0
            ]
            if len(around) > 1:
                x, y = shapely.Polygon(ring).representative_point().coords[0]
                message = f"a gap lies between it and {', '.join(around[1:])} near {x:.4f}, {y:.4f}"
                yield around[0], message, "Give the land to one of them"
