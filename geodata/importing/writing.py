"""The folder of an atlas, written from rows."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely

from geodata.errors import shown
from geodata.importing.mapping import ImportMapping
from geodata.importing.report import ImportReport
from geodata.importing.text_templates import text_templates
from geodata.tables import DESCRIPTOR, README, Table, number_of_format, table_schema, tables

Row = Mapping[str, str]

TABLE_FILE = {"type": "table", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
SHAPES_FILE = {"format": "geojson", "mediatype": "application/geo+json"}
ATLAS_KEYS = ("title", "version", "description", "control", "attribution", "words")
PROVINCES = "provinces"


def atlas_files(
    mapping: ImportMapping, units: gpd.GeoDataFrame, rows: Mapping[str, Sequence[Row]], report: ImportReport
) -> dict[str, bytes]:
    """Every file of an atlas by its name.

    Parameters
    ----------
    mapping : ImportMapping
    units : geopandas.GeoDataFrame
        The columns of `provinces` that are not empty, as text, and the geometry.
    rows : Mapping of str to sequence of Mapping
        By table. A table that no atlas must have and that has no rows is left out.
    report : ImportReport
        Told how many rows each table has.
    """
    files: dict[str, bytes] = {}
    resources: list[dict[str, Any]] = []
    for name, table in tables().items():
        if table.has_shapes:
            if name != PROVINCES:
                continue
            columns: list[str] = [str(one) for one in units.columns if one != "geometry"]
            files[table.file] = _geojson(units)
            report.made[name] = len(units)
            told: dict[str, Any] = {**SHAPES_FILE, "properties_schema": table_schema(table, columns, {})}
            told["properties_schema"].pop("missingValues")
        else:
            found = rows.get(name, ())
            if not found and not table.required:
                continue
            columns = _columns(table, found)
            files[table.file] = _csv(columns, found)
            if found:
                report.made[name] = len(found)
            told = {**TABLE_FILE, "schema": table_schema(table, columns, {})}
        resources.append(
            {"name": name, "path": table.file, "title": table.title, "description": table.description, **told}
        )
    files[DESCRIPTOR] = _descriptor(mapping, resources)
    files[README] = _readme(mapping, report)
    return files


def raw_files(mapping: ImportMapping) -> Iterator[tuple[str, str]]:
    """The files that an atlas is made of, each with the digest of its content."""
    named = [mapping.content["shapes"]["file"]]
    named += [one["file"] for part in ("control", "places") for one in mapping.sections(part) if "file" in one]
    for name in (mapping.path.name, *dict.fromkeys(named)):
        with mapping.file(name).open("rb") as handle:
            yield name, hashlib.file_digest(handle, "sha256").hexdigest()


def _columns(table: Table, rows: Sequence[Row]) -> list[str]:
    """Those that a row has, and those that must be there; names in other languages behind them."""
    filled = {name for row in rows for name, value in row.items() if value != ""}
    required = {one["name"] for one in table.fields if one.get("constraints", {}).get("required")}
    known = [name for name in table.columns if name in filled | required]
    return known + sorted(filled - set(table.columns))


def _csv(columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row.get(name, "") for name in columns] for row in rows)
    return text.getvalue().encode()


def _geojson(units: gpd.GeoDataFrame) -> bytes:
    """One feature a line; coordinates as they are, since neighbours share them."""
    shapes = shapely.to_geojson(units.geometry.to_numpy())
    names = [str(one) for one in units.columns if one != "geometry"]
    columns = [units[name].tolist() for name in names]
    told = [json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in zip(*columns, strict=True)]
    features = (
        f'{{"type":"Feature","properties":{properties},"geometry":{shape}}}'
        for properties, shape in zip(told, shapes, strict=True)
    )
    return ('{"type":"FeatureCollection","features":[\n' + ",\n".join(features) + "\n]}\n").encode()


def _descriptor(mapping: ImportMapping, resources: Sequence[Mapping[str, Any]]) -> bytes:
    told = mapping.content["atlas"]
    content: dict[str, Any] = {"format": number_of_format(), **{key: told[key] for key in ATLAS_KEYS if key in told}}
    content["near_days"] = int(told.get("near_days", 0))
    if told.get("licences"):
        content["licenses"] = told["licences"]
    content["resources"] = list(resources)
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _readme(mapping: ImportMapping, report: ImportReport) -> bytes:
    environment = text_templates()
    # What stands in the data is shown as text: indented as code it is no markup, whatever it holds.
    told = {
        "title": " ".join(mapping.content["atlas"]["title"].split()),
        "description": mapping.content["atlas"].get("description", ""),
        "files": [(shown(name), digest) for name, digest in raw_files(mapping)],
        "lines": list(map(shown, report.lines())),
    }
    return environment.get_template("readme.md.j2").render(told).encode()


def written_into(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder that is there."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
