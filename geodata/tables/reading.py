"""A folder of tables, read and checked as a whole.

An atlas is a Frictionless Data Package: ``datapackage.json`` beside CSV tables and one GeoJSON file. The Table
Schemas in it say what each column holds. `read_package` checks every cell, key and reference, so that one reading
lists everything that must be mended; nothing is loaded by halves.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry import shape

from geodata.errors import AtlasError, Problem
from geodata.shapes import CRS
from geodata.tables import cells, whole
from geodata.tables.fingerprint import fingerprint
from geodata.tables.neighbours import FILE as NEIGHBOURS
from geodata.tables.neighbours import read_neighbours

DESCRIPTOR = "datapackage.json"
GEOMETRY_RESOURCE = "provinces"
TABLES = (
    "periods", "alliances", "factions", "places", "claims", "scopes", "events", "event_claims", "sources",
)  # fmt: skip


_sound: set[str] = set()
"""Fingerprints of what this process has read and found without a fault: their checks need not be made again."""


@dataclass(frozen=True)
class Package:
    """The checked content of an atlas folder.

    Attributes
    ----------
    folder : pathlib.Path
        Where it was read.
    descriptor : Mapping
        The content of ``datapackage.json``.
    tables : Mapping of str to pandas.DataFrame
        One frame per table; text columns hold str with ``""`` for an empty cell, number columns float, boolean
        columns bool. The index is the line of the file, the header being line 1.
    provinces : geopandas.GeoDataFrame
        Province shapes with their lifetimes, EPSG:4326, indexed by the number of the feature, the first being 1.
    neighbours : geopandas.GeoDataFrame
        As `geodata.neighbours.read_neighbours` gives them.
    """

    folder: Path
    descriptor: Mapping[str, Any]
    tables: Mapping[str, pd.DataFrame]
    provinces: gpd.GeoDataFrame
    neighbours: gpd.GeoDataFrame


def read_package(folder: str | Path) -> Package:
    """Read an atlas folder and check it as a whole.

    Parameters
    ----------
    folder : str or pathlib.Path
        Folder that holds ``datapackage.json``.

    Returns
    -------
    Package

    Raises
    ------
    AtlasError
        If anything is wrong; it lists all problems found.
    """
    folder = Path(folder)
    descriptor, resources = _read_descriptor(folder)
    problems: list[Problem] = []
    texts: dict[str, pd.DataFrame] = {}
    files = {DESCRIPTOR, NEIGHBOURS, *(resources[name]["path"] for name in (*TABLES, GEOMETRY_RESOURCE))}
    before = fingerprint(folder, files)
    for name in TABLES:
        frame, found = _read_table(folder, resources[name])
        problems += found
        if frame is not None:
            texts[name] = frame
    provinces, found = _read_provinces(folder, resources[GEOMETRY_RESOURCE])
    problems += found
    neighbours, found = read_neighbours(folder)
    problems += found
    # Asked again, because a file may have been written to while it was read.
    if before not in _sound or before != fingerprint(folder, files):
        problems += _check(texts, provinces, resources, sound_so_far=not problems)
    if problems or provinces is None:
        raise AtlasError(problems)
    _sound.add(before)
    tables = {name: cells.typed(frame, resources[name]["schema"]) for name, frame in texts.items()}
    return Package(folder, descriptor, tables, provinces, neighbours)


def _check(
    texts: Mapping[str, pd.DataFrame],
    provinces: gpd.GeoDataFrame | None,
    resources: Mapping[str, dict[str, Any]],
    sound_so_far: bool,
) -> list[Problem]:
    problems: list[Problem] = []
    for name, frame in texts.items():
        problems += cells.check_cells(frame, resources[name]["schema"], resources[name]["path"])
    problems += whole.check_references(texts, provinces, resources)
    if sound_so_far and not problems:
        problems += whole.check_meaning(texts, provinces, resources)
    return problems


def _read_descriptor(folder: Path) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    if not folder.is_dir():
        raise AtlasError(
            [Problem("no such folder", file=str(folder), hint="Give the folder that holds datapackage.json")]
        )
    path = folder / DESCRIPTOR
    try:
        descriptor = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise AtlasError(
            [
                Problem(
                    "missing",
                    file=DESCRIPTOR,
                    hint=f"An atlas folder holds {DESCRIPTOR}; copy the one of the built-in atlas to begin with",
                )
            ]
        ) from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        row = getattr(error, "lineno", None)
        raise AtlasError(
            [Problem(f"not valid JSON in UTF-8 ({error})", file=DESCRIPTOR, row=row, hint="Mend the syntax")]
        ) from None
    listed = descriptor.get("resources") if isinstance(descriptor, dict) else None
    resources = {
        resource["name"]: resource
        for resource in (listed if isinstance(listed, list) else [])
        if isinstance(resource, dict) and isinstance(resource.get("name"), str)
    }
    problems = []
    for name in (*TABLES, GEOMETRY_RESOURCE):
        schema_key = "properties_schema" if name == GEOMETRY_RESOURCE else "schema"
        resource = resources.get(name)
        if resource is None:
            problems.append(Problem(f'no resource "{name}"', file=DESCRIPTOR, hint="Describe this resource"))
        elif not isinstance(resource.get("path"), str) or not _has_fields(resource.get(schema_key)):
            problems.append(
                Problem(
                    f'the resource "{name}" has no path or no {schema_key} with fields',
                    file=DESCRIPTOR,
                    hint="Take over the schema of the built-in atlas",
                )
            )
    if problems:
        raise AtlasError(problems)
    return descriptor, resources


def _has_fields(schema: Any) -> bool:
    fields = schema.get("fields") if isinstance(schema, dict) else None
    return isinstance(fields, list) and all(isinstance(one, dict) and {"name", "type"} <= one.keys() for one in fields)


def _read_table(folder: Path, resource: Mapping[str, Any]) -> tuple[pd.DataFrame | None, list[Problem]]:
    """Every cell as text: typing comes after checking, so that no value is altered unseen."""
    file = resource["path"]
    columns = [field["name"] for field in resource["schema"]["fields"]]
    try:
        with (folder / file).open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.reader(handle, strict=True)
            numbered = [(reader.line_num, row) for row in reader if row]
    except FileNotFoundError:
        return None, [Problem("missing", file=file, hint=f"{DESCRIPTOR} lists this table; add the file")]
    except OSError as error:
        return None, [Problem(f"can't be read ({error.strerror})", file=file, hint="Give a file that can be read")]
    except UnicodeDecodeError as error:
        return None, [Problem(f"not in UTF-8 ({error.reason})", file=file, hint="Save the file as UTF-8")]
    except csv.Error as error:
        return None, [
            Problem(f"not readable as CSV ({error})", file=file, row=reader.line_num, hint="Check the quotation marks")
        ]
    if not numbered:
        return None, [
            Problem("empty", file=file, row=1, hint=f"The first line names the columns: {', '.join(columns)}")
        ]
    header = numbered[0][1]
    if header != columns:
        return None, [_header_problem(file, header, columns)]
    problems = [
        Problem(
            f"{len(row)} cells where the header has {len(columns)}",
            file=file,
            row=line,
            hint="Check for a missing or additional comma; put text with commas in quotation marks",
        )
        for line, row in numbered[1:]
        if len(row) != len(columns)
    ]
    rows = [(line, row) for line, row in numbered[1:] if len(row) == len(columns)]
    frame = pd.DataFrame([row for _, row in rows], columns=columns, index=[line for line, _ in rows], dtype=object)
    return frame, problems


def _header_problem(file: str, header: list[str], columns: list[str]) -> Problem:
    missing = [name for name in columns if name not in header]
    unknown = [name for name in header if name not in columns]
    parts = []
    if missing:
        parts.append(f"missing columns: {', '.join(missing)}")
    if unknown:
        parts.append(f"unknown columns: {', '.join(unknown)}")
    return Problem(
        "; ".join(parts) or "columns out of order",
        file=file,
        row=1,
        column=next(iter(missing + unknown), None),
        hint=f"Expected, in this order: {', '.join(columns)}",
    )


def _read_provinces(folder: Path, resource: Mapping[str, Any]) -> tuple[gpd.GeoDataFrame | None, list[Problem]]:
    file = resource["path"]
    schema = resource["properties_schema"]
    try:
        collection = json.loads((folder / file).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None, [Problem("missing", file=file, hint=f"{DESCRIPTOR} lists this file; add it")]
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        row = getattr(error, "lineno", None)
        return None, [Problem(f"not valid JSON in UTF-8 ({error})", file=file, row=row, hint="Mend the syntax")]
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list) or not features:
        return None, [Problem("no features", file=file, hint="A GeoJSON FeatureCollection with province shapes is due")]
    problems: list[Problem] = []
    columns = [field["name"] for field in schema["fields"]]
    records: list[dict[str, str]] = []
    geometries: list[Any] = []
    for number, feature in enumerate(features, start=1):
        properties = (feature.get("properties") or {}) if isinstance(feature, dict) else {}
        records.append({name: "" if properties.get(name) is None else str(properties[name]) for name in columns})
        geometries.append(_shape(feature.get("geometry") if isinstance(feature, dict) else None))
        found = None if geometries[-1] is None else geometries[-1].geom_type
        if found not in ("Polygon", "MultiPolygon") or geometries[-1].is_empty:
            problems.append(
                Problem(
                    "no polygon" if found is None else f"a {found} where a polygon is due",
                    file=file,
                    row=number,
                    column="geometry",
                    value=records[-1].get("shape_id"),
                    hint="Draw the province as a Polygon or MultiPolygon (EPSG:4326)",
                )
            )
    frame = pd.DataFrame(records, columns=columns, index=range(1, len(records) + 1), dtype=object)
    problems += cells.check_cells(frame, schema, file)
    return gpd.GeoDataFrame(frame, geometry=geometries, crs=CRS), problems


def _shape(geometry: Any) -> shapely.Geometry | None:
    """A shape, or None for what is none: the caller says where it stands."""
    try:
        if geometry["type"] != "Polygon" or not geometry["coordinates"]:
            return shape(geometry)
        # The usual kind, built from whole arrays: three times as fast as point by point.
        shell, *holes = [shapely.linearrings(np.asarray(ring, dtype=float)) for ring in geometry["coordinates"]]
        return shapely.polygons(shell, holes=holes or None)
    except Exception:
        return None
