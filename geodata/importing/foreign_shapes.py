"""Files of shapes as people have them: whatever GDAL reads, and GeoParquet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely

from geodata.errors import AtlasError, Problem
from geodata.importing.foreign_tables import PARQUET, ForeignTable, text_of
from geodata.shapes import CRS

DEGREES_BY_NATURE = frozenset({".json", ".topojson", ".geojson", ".kml", ".kmz"})
"""Formats whose own rules say longitude and latitude where a file says nothing."""

POINTERS = frozenset({".vrt", ".xml"})
"""Files that lead to other files, or to the net."""

DIGITS = 7
"""Of a degree: a centimetre on the ground. More are the noise of projections and tell neighbours apart that touch."""


@dataclass(frozen=True)
class ForeignShapes:
    """A file of shapes.

    Attributes
    ----------
    table : ForeignTable
        Its attributes; the row is the number of the feature, the first being 1.
    geometry : geopandas.GeoSeries
        EPSG:4326, two dimensions, with the same index; None where a feature has none.
    inferred : list of str
        What was taken for granted.
    """

    table: ForeignTable
    geometry: gpd.GeoSeries
    inferred: list[str] = field(default_factory=list)


def read_foreign_shapes(path: Path, options: Mapping[str, Any]) -> ForeignShapes:
    """Read a file of shapes.

    Parameters
    ----------
    path : pathlib.Path
    options : Mapping
        ``layer, crs, encoding``, as the mapping has them.

    Returns
    -------
    ForeignShapes

    Raises
    ------
    AtlasError
        If it can't be read, has several layers of which none is named, or does not say what its coordinates are.
    """
    if not path.is_file():
        raise AtlasError([Problem("no such file", str(path), hint="Name it from the folder of the mapping")])
    if path.suffix.lower() in POINTERS:
        raise AtlasError(
            [Problem("a file that leads to others", path.name, hint="Give the file with the shapes itself")]
        )
    inferred: list[str] = []
    frame = _read(path, options)
    if "crs" in options:
        frame = frame.set_crs(_checked_crs(path, options["crs"]), allow_override=True)
    elif frame.crs is None:
        if path.suffix.lower() not in DEGREES_BY_NATURE:
            hint = "Name it in the mapping, such as crs: EPSG:4326 if these are degrees"
            raise AtlasError([Problem("names no coordinate reference system", path.name, hint=hint)])
        inferred.append(f"{path.name}: longitude and latitude, as the format has it")
        frame = frame.set_crs(CRS)
    try:
        frame = frame.to_crs(CRS)
    except Exception as error:  # Whatever pyproj finds, it is the file that has to change.
        raise AtlasError([Problem(f"can't be turned into degrees ({error})", path.name)]) from error
    bare = pd.DataFrame(frame.drop(columns=frame.geometry.name))
    cells = pd.DataFrame({str(name): [text_of(cell) for cell in bare[name]] for name in bare.columns}, dtype=object)
    index = pd.RangeIndex(1, len(frame) + 1)
    shapes = np.asarray(shapely.force_2d(frame.geometry.to_numpy()), dtype=object)
    rounded = shapely.transform(shapes, lambda points: np.round(points, DIGITS))
    geometry = gpd.GeoSeries(rounded, index=index, crs=CRS)
    return ForeignShapes(ForeignTable(path.name, cells.set_index(index), 0), geometry, inferred)


def layers_of(path: Path) -> list[str]:
    """Names of the layers of a file that GDAL reads."""
    return [str(name) for name in pyogrio.list_layers(path)[:, 0]]


def _read(path: Path, options: Mapping[str, Any]) -> gpd.GeoDataFrame:
    layer = options.get("layer")
    try:
        if path.suffix.lower() in PARQUET:
            return gpd.read_parquet(path)
        layers = layers_of(path)
        if layer is not None and layer not in layers:
            raise AtlasError([Problem("no such layer", path.name, value=layer, hint=f"It has {', '.join(layers)}")])
        if layer is None and len(layers) > 1:
            hint = f"Name one of them in the mapping (layer): {', '.join(layers)}"
            raise AtlasError([Problem(f"has {len(layers)} layers", path.name, hint=hint)])
        read = pyogrio.read_dataframe(
            path, layer=layer or layers[0], encoding=options.get("encoding"), datetime_as_string=True
        )
    except AtlasError:
        raise
    except Exception as error:  # GDAL and pyarrow have errors of their own for each format.
        hint = "Give a file of shapes: GeoJSON, TopoJSON, Shapefile, GeoPackage, KML or GeoParquet"
        raise AtlasError([Problem(f"can't be read as shapes ({error})", path.name, hint=hint)]) from error
    if not isinstance(read, gpd.GeoDataFrame) or read.empty:
        raise AtlasError([Problem("has no shapes", path.name, value=layer, hint="Give a file with polygons")])
    return read


def _checked_crs(path: Path, text: str) -> str:
    from pyproj import CRS as KnownCrs  # noqa: N811, PLC0415
    from pyproj.exceptions import CRSError  # noqa: PLC0415

    try:
        KnownCrs.from_user_input(text)
    except CRSError:
        hint = "Write it as EPSG:4326"
        raise AtlasError(
            [Problem("no coordinate reference system", path.name, column="crs", value=text, hint=hint)]
        ) from None
    return text
