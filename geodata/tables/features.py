"""Shapes of an atlas, read from GeoJSON: provinces, areas of parts, and the countries around."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry import shape

from geodata.errors import AtlasError, Problem
from geodata.shapes import CRS
from geodata.tables.cells import check_cells
from geodata.tables.json_text import read_json
from geodata.tables.places_on_earth import foreign_crs, placed
from geodata.tables.schema import Table, fields_of
from geodata.tables.table_file import LISTED, header_problems


def read_features(
    folder: Path, file: str, table: Table, added: Mapping[str, str]
) -> tuple[gpd.GeoDataFrame | None, list[Problem]]:
    """Read a file of shapes.

    Parameters
    ----------
    folder : pathlib.Path
        The folder of the atlas.
    file : str
        The file in it.
    table : Table
        What its properties must be.
    added : Mapping of str to str
        Properties that the atlas adds, with what they mean.

    Returns
    -------
    tuple
        A frame with a row for each feature (EPSG:4326), indexed by its number, the first being 1, all properties as
        str; or None if the file has no features. And the problems found.
    """
    try:
        collection = read_json(folder, file, "shapes", LISTED, no_number=None)
    except AtlasError as error:
        return None, list(error.problems)
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list) or (table.required and not features):
        hint = f"A GeoJSON FeatureCollection of {table.title.lower()} is due"
        return None, [Problem("no features", file=file, hint=hint, kind="no-table")]
    objects = [_properties(feature) for feature in features]
    columns = list(dict.fromkeys(name for properties in objects for name in properties))
    # A property that no feature has is left out as a column is, unless it must be there: told with each feature.
    required = [one["name"] for one in table.fields if one.get("constraints", {}).get("required")]
    columns += [name for name in required if name not in columns]
    problems: list[Problem] = []
    if features and (faults := header_problems(columns, table, added, file)):
        problems += [replace(one, row=None) for one in faults]
        if not set(columns) & set(table.columns):
            return None, problems
    columns = columns if features else list(table.columns)
    for number, properties in enumerate(objects, start=1):
        problems += _no_texts(properties, number, file)
    cells = [[_text(properties.get(name)) for name in columns] for properties in objects]
    numbers = range(1, len(features) + 1)
    frame = pd.DataFrame(cells, columns=columns, index=numbers, dtype=object)
    shapes = [_shape(feature.get("geometry") if isinstance(feature, dict) else None) for feature in features]
    foreign = foreign_crs(collection)
    if foreign is None:
        shapes, faults = placed(shapes, frame.get(table.key[0], frame.index.to_series().map(str)), file)
        problems += faults
    else:
        # Nothing else that could be said of where they lie would be true.
        shapes = [None] * len(shapes)
        hint = "Write longitude and latitude (EPSG:4326), and leave crs out"
        problems.append(Problem("coordinates in another system", file, None, "crs", foreign, hint, kind="crs"))
    problems += check_cells(frame, fields_of(table, columns, added), table.key, file)
    return gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries(shapes, index=frame.index, crs=CRS)), problems


def _properties(feature: Any) -> Mapping[str, Any]:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    return properties if isinstance(properties, dict) else {}


def _text(value: Any) -> str:
    """As a cell of a table: what is no text or number has been told as a problem."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str | int | float) else ""


def _no_texts(properties: Mapping[str, Any], number: int, file: str) -> Iterable[Problem]:
    for name, value in properties.items():
        if not isinstance(value, str | int | float | None):
            hint = "Give a text, a number or null"
            yield Problem("a list or object where a text is due", file, number, name, hint=hint, kind="no-text")


def _shape(geometry: Any) -> shapely.Geometry | None:
    """A flat shape, or None for what is none: the caller says where it stands."""
    try:
        if geometry["type"] != "Polygon" or not geometry["coordinates"]:
            return shapely.force_2d(shape(geometry))
        # The usual kind, built from whole arrays: three times as fast as point by point.
        shell, *holes = [shapely.linearrings(np.asarray(ring, dtype=float)[:, :2]) for ring in geometry["coordinates"]]
        return shapely.polygons(shell, holes=holes or None)
    except Exception:
        return None
