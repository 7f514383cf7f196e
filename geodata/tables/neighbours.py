"""The countries around the provinces of an atlas, for context; they carry no claim and no colour."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import shapely

from geodata.errors import Problem
from geodata.shapes import CRS

FILE = "neighbours.geojson"
COLUMNS = ("neighbour_id", "name", "name_fa", "name_ps", "note")
POLYGONAL = ("Polygon", "MultiPolygon")


def read_neighbours(folder: Path) -> tuple[gpd.GeoDataFrame, list[Problem]]:
    """Read the neighbours of an atlas.

    Parameters
    ----------
    folder : pathlib.Path
        The folder of the atlas.

    Returns
    -------
    tuple
        A frame ``neighbour_id, name, name_fa, name_ps, note, geometry`` (EPSG:4326), a row each, empty if the folder
        has no ``neighbours.geojson``; and a problem for a file that is no GeoJSON and for each feature without a name
        or a polygon.
    """
    none = gpd.GeoDataFrame(columns=[*COLUMNS, "geometry"], geometry="geometry", crs=CRS)
    path = folder / FILE
    if not path.is_file():
        return none, []
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        rows = [{name: one["properties"].get(name, "") for name in COLUMNS} for one in features]
        shapes = [shapely.geometry.shape(one["geometry"]) for one in features]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, shapely.errors.ShapelyError) as error:
        hint = f"Expected a FeatureCollection of named polygons ({error}); mend the file or remove it"
        return none, [Problem("no GeoJSON that can be read", FILE, hint=hint)]
    problems = [
        Problem("a neighbour needs a name and a polygon", FILE, row=number, value=f"{row['name']!r}, {shape.geom_type}")
        for number, (row, shape) in enumerate(zip(rows, shapes, strict=True), start=1)
        if not row["name"] or shape.geom_type not in POLYGONAL
    ]
    return gpd.GeoDataFrame(rows, columns=list(COLUMNS), geometry=shapes, crs=CRS), problems
