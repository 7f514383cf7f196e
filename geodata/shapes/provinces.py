"""Provinces as they stood: shapes of a period, lineage, areas."""

from __future__ import annotations

from datetime import date
from typing import Any

import geopandas as gpd
import pandas as pd

from geodata.shapes.disputed import claimed_twice

CRS = "EPSG:4326"
"""Longitude and latitude, of every shape and place."""

AREA_CRS = "EPSG:6933"
"""Equal-area projection of the whole world: agrees with geodesic areas to a few parts in a million, and no
country needs one of its own."""


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

    Of land that two provinces claim, each has half: a sum counts it once.

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
    for one, other, land in claimed_twice(provinces) if "province_id" in provinces else ():
        half = float(gpd.GeoSeries([land], crs=provinces.crs).to_crs(AREA_CRS).area.iloc[0]) / 2e6
        areas.iloc[[one, other]] -= half
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
