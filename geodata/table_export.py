"""Tables of an atlas for other programs, beside the calls of a period: changes, events, sums, claims, factions."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import geopandas as gpd
import pandas as pd
import shapely

from geodata.about import about
from geodata.atlas import Atlas
from geodata.export import cell_text, json_text, metadata_path
from geodata.frames import records

TABLES: dict[str, Callable[[Atlas], pd.DataFrame]] = {
    "events": lambda atlas: atlas.events(),
    "summary": lambda atlas: atlas.summary(),
    "claims": lambda atlas: atlas.claims(),
    "factions": lambda atlas: atlas.factions,
}
"""Tables on the whole atlas by name."""


def table_files(atlas: Atlas, frame: pd.DataFrame, title: str, path: Path) -> dict[Path, bytes]:
    """A table as CSV, with its description and citation beside it (CSV on the Web).

    Parameters
    ----------
    atlas : Atlas
    frame : pandas.DataFrame
        A ``geometry`` is left out.
    title : str
        What the table is.
    path : pathlib.Path
        Name of the CSV file.

    Returns
    -------
    dict of pathlib.Path to bytes
        The table and its metadata file.
    """
    plain = pd.DataFrame(frame.drop(columns="geometry", errors="ignore"))
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(plain.columns)
    writer.writerows([cell_text(row[name]) for name in plain.columns] for row in records(plain))
    facts = about(atlas)
    metadata = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": quote(path.name),
        "dc:title": f"{facts['title']}: {title}",
        "dc:bibliographicCitation": facts["citation"],
        "dc:license": [{"@id": one["path"]} for one in facts["licenses"] if "path" in one],
        "notes": [facts],
        "tableSchema": {"columns": [{"name": name, "titles": name} for name in plain.columns]},
    }
    described = (json.dumps(metadata, ensure_ascii=False, indent=2) + "\n").encode()
    return {path: text.getvalue().encode(), metadata_path(path): described}


def table_geojson(atlas: Atlas, frame: gpd.GeoDataFrame, title: str) -> bytes:
    """A table with places or shapes as GeoJSON (RFC 7946), citation and versions inside.

    Parameters
    ----------
    atlas : Atlas
    frame : geopandas.GeoDataFrame
        EPSG:4326. A row without a place keeps its properties and has no geometry.
    title : str
        What the table is.

    Returns
    -------
    bytes
    """
    features = []
    for row, shape in zip(records(pd.DataFrame(frame.drop(columns="geometry"))), frame.geometry, strict=True):
        located = shape is not None and not shape.is_empty
        geometry = _mapping(shape) if located else None
        features.append(json_text({"type": "Feature", "properties": row, "geometry": geometry}))
    told = about(atlas) | {"table": title}
    head = json_text({"type": "FeatureCollection", "about": told})
    lines = ",\n".join(features)
    return f'{head[:-1]},"features":[\n{lines}\n]}}\n'.encode()


def changes_of(atlas: Atlas, first: str, second: str) -> gpd.GeoDataFrame:
    """What changed between two periods, with the shape of each province in the later one, else in the earlier one."""
    shapes: dict[str, Any] = {}
    for period in (first, second):
        provinces = atlas.provinces(period)
        shapes |= dict(zip(provinces["province_id"], provinces.geometry, strict=True))
    found = atlas.changes(first, second)
    found.insert(0, "period_from", first)
    found.insert(1, "period_to", second)
    return gpd.GeoDataFrame(found, geometry=[shapes[one] for one in found["province_id"]], crs="EPSG:4326")


def _mapping(shape: shapely.Geometry) -> dict[str, Any]:
    turned = shapely.orient_polygons(shape, exterior_cw=False)
    mapping: dict[str, Any] = shapely.geometry.mapping(turned)
    return mapping
