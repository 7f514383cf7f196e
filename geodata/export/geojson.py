"""GeoJSON (RFC 7946) with what must be known of the file inside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from geodata.frames import records


def geojson(frame: gpd.GeoDataFrame, facts: Mapping[str, Any], id_column: str | None = None) -> bytes:
    """Write a table with places or shapes: rings by the right-hand rule, a bbox, no crs member.

    Parameters
    ----------
    frame : geopandas.GeoDataFrame
        EPSG:4326. A row without a place keeps its properties and has no geometry.
    facts : Mapping
        Goes into ``about``, a foreign member.
    id_column : str, optional
        The column that names a feature.

    Returns
    -------
    bytes
        One feature a line: files of two versions can be compared.

    Examples
    --------
    >>> point = gpd.GeoSeries([shapely.Point(69.17, 34.53)], crs="EPSG:4326")
    >>> kabul = gpd.GeoDataFrame({"name": ["Kabul"]}, geometry=point)
    >>> json.loads(geojson(kabul, {"title": "Here"}))["features"][0]["properties"]
    {'name': 'Kabul'}
    """
    rows = records(pd.DataFrame(frame.drop(columns="geometry")))
    features = [
        _feature(row, shape, None if id_column is None else row[id_column])
        for row, shape in zip(rows, frame.geometry, strict=True)
    ]
    head: dict[str, Any] = {"type": "FeatureCollection"}
    if any(one["geometry"] is not None for one in features):
        head["bbox"] = list(map(float, frame.total_bounds))
    head["about"] = facts
    lines = ",\n".join(map(_text, features))
    return f'{_text(head)[:-1]},"features":[\n{lines}\n]}}\n'.encode()


def _feature(row: dict[str, Any], shape: shapely.Geometry | None, feature_id: str | None) -> dict[str, Any]:
    feature: dict[str, Any] = {"type": "Feature"}
    if feature_id is not None:
        feature["id"] = feature_id
    if shape is None or shape.is_empty:
        return feature | {"properties": row, "geometry": None}
    turned = shapely.orient_polygons(shape, exterior_cw=False)
    return feature | {"bbox": turned.bounds, "properties": row, "geometry": shapely.geometry.mapping(turned)}


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
