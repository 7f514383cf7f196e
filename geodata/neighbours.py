"""The countries around the provinces of an atlas, for context; they carry no claim and no colour."""

from __future__ import annotations

import json

import geopandas as gpd
import shapely

from geodata.errors import AtlasError, Problem
from geodata.package import Package

FILE = "neighbours.geojson"
COLUMNS = ("neighbour_id", "name", "name_fa", "name_ps", "note")
POLYGONAL = ("Polygon", "MultiPolygon")


def read_neighbours(package: Package) -> gpd.GeoDataFrame:
    """Read the neighbours of an atlas.

    Parameters
    ----------
    package : Package

    Returns
    -------
    geopandas.GeoDataFrame
        ``neighbour_id, name, name_fa, name_ps, note, geometry`` (EPSG:4326), a row each; empty if the atlas has no
        ``neighbours.geojson``.

    Raises
    ------
    AtlasError
        If the file is no GeoJSON, or a feature has no name or no polygon.
    """
    path = package.folder / FILE
    if not path.is_file():
        return gpd.GeoDataFrame(columns=[*COLUMNS, "geometry"], geometry="geometry", crs="EPSG:4326")
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        rows = [{name: one["properties"].get(name, "") for name in COLUMNS} for one in features]
        shapes = [shapely.geometry.shape(one["geometry"]) for one in features]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, shapely.errors.ShapelyError) as error:
        hint = f"Expected a FeatureCollection of named polygons ({error}); mend the file or remove it"
        raise AtlasError([Problem("no GeoJSON that can be read", FILE, hint=hint)]) from error
    problems = [
        Problem("a neighbour needs a name and a polygon", FILE, row=number, value=f"{row['name']!r}, {shape.geom_type}")
        for number, (row, shape) in enumerate(zip(rows, shapes, strict=True), start=1)
        if not row["name"] or shape.geom_type not in POLYGONAL
    ]
    if problems:
        raise AtlasError(problems)
    return gpd.GeoDataFrame(rows, columns=list(COLUMNS), geometry=shapes, crs="EPSG:4326")
