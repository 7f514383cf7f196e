"""Files for other programs: the calls of a period, the sources, the whole data package.

What is exported says itself what it is: citation, licence, version of atlas and rule, and period stand inside each
file, for CSV in a metadata file beside it (CSV on the Web), since CSV has no place for them.
"""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import geopandas as gpd
import shapely

from geodata import geofiles
from geodata.about import about
from geodata.archive import archive
from geodata.atlas import Atlas
from geodata.bibliography import bibtex, csl_json
from geodata.errors import AtlasError, Problem
from geodata.files import check_targets, write_together
from geodata.frames import records
from geodata.table_checks import LIST_SEPARATOR

Facts = dict[str, Any]
Columns = dict[str, dict[str, str]]

FORMATS = {
    ".geojson": "calls of a period as GeoJSON (RFC 7946)",
    ".gpkg": "calls of a period as GeoPackage",
    ".parquet": "calls of a period as GeoParquet",
    ".csv": "calls of a period as CSV without shapes, with a metadata file beside it (CSV on the Web)",
    ".zip": "the whole data package",
    ".bib": "all sources as BibTeX",
    ".json": "all sources as CSL-JSON",
}
"""What is written, by the ending of the file name."""

OF_A_PERIOD = frozenset({".geojson", ".gpkg", ".parquet", ".csv"})
METADATA_ENDING = "-metadata.json"


def write(atlas: Atlas, period: str | None, path: str | Path, force: bool = False) -> tuple[Path, ...]:
    """Write an atlas, or its calls of a period, to a file; the ending of the name says in which format.

    Parameters
    ----------
    atlas : Atlas
        The atlas, whole or without some sources.
    period : str or None
        Identifier of the period for `.geojson`, `.gpkg`, `.parquet` and `.csv`; the other formats hold the whole atlas
        and take no notice of it.
    path : str or pathlib.Path
        Where to write: a name with one of the endings in `FORMATS`.
    force : bool, optional
        Replace files that are there already.

    Returns
    -------
    tuple of pathlib.Path
        The files written: one, and for CSV its metadata file.

    Raises
    ------
    AtlasError
        If there is no format with this ending, a file exists and `force` is not given, or it can't be written; what
        was there stays as it was.
    KeyError
        If the atlas has no such period.
    ValueError
        If the format needs a period and none is given.

    Examples
    --------
    >>> import geodata
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     (file,) = write(geodata.load(), "1985", f"{folder}/calls.geojson")
    ...     len(gpd.read_file(file))
    29
    """
    path = Path(path)
    ending = format_of(path)
    targets = [path, metadata_path(path)] if ending == ".csv" else [path]
    check_targets(targets, force)
    files = contents(atlas, period, path)
    write_together(files, force)
    return tuple(files)


def contents(atlas: Atlas, period: str | None, path: Path) -> dict[Path, bytes]:
    """What `write` writes, without writing it.

    Parameters
    ----------
    atlas : Atlas
    period : str or None
    path : pathlib.Path
        The ending says in which format; CSV metadata name the file.

    Returns
    -------
    dict of pathlib.Path to bytes

    Raises
    ------
    AtlasError
        If there is no format with this ending.
    KeyError
        If the atlas has no such period.
    ValueError
        If the format needs a period and none is given.
    """
    ending = format_of(path)
    if ending not in OF_A_PERIOD:
        return {path: _of_the_whole(atlas, ending)}
    if period is None:
        known = ", ".join(one.id for one in atlas.periods)
        raise ValueError(f"{ending} holds the calls of one period: give one of {known}")
    return _of_a_period(calls_of(atlas, period), about(atlas, period), path, ending)


def format_of(path: Path) -> str:
    """The ending that names the format, in small letters.

    Raises
    ------
    AtlasError
        If there is no such format; the hint lists those there are.

    Examples
    --------
    >>> format_of(Path("calls.GeoJSON"))
    '.geojson'
    """
    ending = path.suffix.lower()
    if ending not in FORMATS:
        hint = "Known: " + "; ".join(f"{known} ({what})" for known, what in FORMATS.items())
        raise AtlasError([Problem("the ending of the name says no format", str(path), hint=hint)])
    return ending


def metadata_path(path: Path) -> Path:
    """Where the metadata of a CSV file are looked for: beside it, by the rule of CSV on the Web."""
    return path.with_name(path.name + METADATA_ENDING)


def calls_of(atlas: Atlas, period: str) -> gpd.GeoDataFrame:
    """The calls as exported: those of `Atlas.control`, and before them ``period_id`` and ``period`` (EDTF)."""
    calls = atlas.control(period)
    one = atlas.period(period)
    calls.insert(0, "period_id", one.id)
    calls.insert(1, "period", one.edtf)
    return calls


@cache
def columns() -> Columns:
    """Type and description of each exported column, in order."""
    return tomllib.loads((Path(__file__).parent / "columns.toml").read_text(encoding="utf-8"))


def _of_the_whole(atlas: Atlas, ending: str) -> bytes:
    if ending == ".zip":
        return archive(atlas)
    text = bibtex(atlas.sources) if ending == ".bib" else csl_json(atlas.sources)
    return text.encode()


def _of_a_period(calls: gpd.GeoDataFrame, facts: Facts, path: Path, ending: str) -> dict[Path, bytes]:
    if ending == ".csv":
        return {path: _csv(calls), metadata_path(path): _csv_metadata(facts, path)}
    writers: dict[str, Callable[[gpd.GeoDataFrame, Facts], bytes]] = {
        ".geojson": _geojson,
        ".gpkg": lambda calls, facts: geofiles.geopackage(calls, facts, columns()),
        ".parquet": lambda calls, facts: geofiles.geoparquet(calls, facts, columns()),
    }
    return {path: writers[ending](calls, facts)}


def _geojson(calls: gpd.GeoDataFrame, facts: Facts) -> bytes:
    """RFC 7946: WGS 84 without a crs member, rings by the right-hand rule, a bbox; `about` is a foreign member."""
    shapes = shapely.orient_polygons(calls.geometry.to_numpy(), exterior_cw=False)
    features = []
    for row, shape in zip(records(calls.drop(columns="geometry")), shapes, strict=True):
        geometry = shapely.geometry.mapping(shape)
        features.append(
            {"type": "Feature", "id": row["province_id"], "bbox": shape.bounds, "properties": row, "geometry": geometry}
        )
    told = facts | {"columns": {name: column["description"] for name, column in columns().items()}}
    head = {"type": "FeatureCollection", "bbox": list(map(float, calls.total_bounds)), "about": told}
    # One province a line: files of two versions can be compared.
    lines = ",\n".join(json_text(feature) for feature in features)
    return f'{json_text(head)[:-1]},"features":[\n{lines}\n]}}\n'.encode()


def json_text(value: Any) -> str:
    """JSON in one line."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _csv(calls: gpd.GeoDataFrame) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns())
    writer.writerows([cell_text(row[name]) for name in columns()] for row in records(calls.drop(columns="geometry")))
    return text.getvalue().encode()


def cell_text(value: Any) -> str:
    """As in the tables of the data package: ids with `;` between, true and false, nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return LIST_SEPARATOR.join(value) if isinstance(value, tuple) else str(value)


def _csv_metadata(facts: Facts, path: Path) -> bytes:
    """Table description by the W3C recommendation "Metadata Vocabulary for Tabular Data" (CSV on the Web)."""
    described = []
    for name, column in columns().items():
        listed = column["type"] == "list"
        datatype = "string" if listed else column["type"]
        entry = {"name": name, "titles": name, "dc:description": column["description"], "datatype": datatype}
        described.append(entry | {"separator": LIST_SEPARATOR} if listed else entry)
    metadata = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": quote(path.name),
        "dc:title": f"{facts['title']}: calls of {facts['period']['label']}",
        "dc:bibliographicCitation": facts["citation"],
        "dc:license": [{"@id": one["path"]} for one in facts["licenses"] if "path" in one],
        "dc:temporal": facts["period"]["edtf"],
        "notes": [facts],
        "tableSchema": {"columns": described, "primaryKey": "province_id"},
    }
    return (json.dumps(metadata, ensure_ascii=False, indent=2) + "\n").encode()
