"""What the files are that a reader gives: the archive of an atlas, or shapes with or without a table."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from dashboard.uploads.answers import Files
from dashboard.uploads.archive import path_fault, read_archive
from dashboard.uploads.limits import LARGEST_UPLOAD, MEGABYTE
from geodata import AtlasError, Problem
from geodata.tables import DESCRIPTOR

ZIP = ".zip"
SHAPEFILE = (".shp", ".shx", ".dbf", ".prj", ".cpg")
BESIDE_A_SHAPEFILE = (*SHAPEFILE, ".sbn", ".sbx", ".qix", ".qmd", ".txt", ".html", ".md", ".pdf", ".xml")
"""What is found in zipped shapefiles; only `SHAPEFILE` is unpacked."""

PARQUET = (".parquet", ".pq")
SHAPES = (".geojson", ".json", ".topojson", ".gpkg", ZIP, *PARQUET)
TABLES = (".csv", ".tsv", ".xlsx", ".xls", ".ods", *PARQUET)
ENDINGS = tuple(dict.fromkeys((*SHAPES, *TABLES)))
LONGEST_NAME = 100

BEGINNINGS: Mapping[str, tuple[bytes, str]] = {
    ".gpkg": (b"SQLite format 3\x00", "GeoPackage"),
    ".shp": (b"\x00\x00\x27\x0a", "Shapefile"),
    ".parquet": (b"PAR1", "Parquet file"),
    ".pq": (b"PAR1", "Parquet file"),
    ".geojson": (b"{", "GeoJSON file"),
    ".topojson": (b"{", "TopoJSON file"),
    ".json": (b"{", "GeoJSON or TopoJSON file"),
}
"""How files begin: what reads shapes goes by the content, and some contents lead to other files or to the net."""


@dataclass(frozen=True)
class Sorted:
    """Files of which it is known what they are.

    Attributes
    ----------
    content : Mapping of str to bytes
        What is to be written, by names that are plain.
    shapes, table : str
        Which of them have the shapes and the table; empty if there is none. An atlas has neither.
    """

    content: Mapping[str, bytes]
    shapes: str = ""
    table: str = ""


def sorted_files(files: Files) -> Sorted:
    """Find out what files are, and refuse what no atlas can be made of.

    Parameters
    ----------
    files : tuple of tuple of str and bytes

    Raises
    ------
    AtlasError
        Nothing has been written then.
    """
    if sum(len(content) for _, content in files) > LARGEST_UPLOAD:
        hint = f"At most {LARGEST_UPLOAD // MEGABYTE} MB together; atlas import and atlas serve have no such limit"
        raise AtlasError([Problem("too large", ", ".join(name for name, _ in files), hint=hint)])
    shapes: dict[str, Mapping[str, bytes]] = {}
    tables: dict[str, Mapping[str, bytes]] = {}
    for name, content in files:
        ending = PurePosixPath(name).suffix.lower()
        if ending not in ENDINGS:
            raise AtlasError([Problem("not a kind of file that is read", name, hint=f"Give {', '.join(ENDINGS)}")])
        if "/" in name or len(name) > LONGEST_NAME or path_fault(name):
            raise AtlasError([Problem("no plain name of a file", name, hint="Give it another name")])
        if ending == ZIP:
            members = read_archive(content, name)
            if any(PurePosixPath(one).name == DESCRIPTOR for one in members):
                return _atlas(name, members, alone=len(files) == 1)
            shapefile = _shapefile(name, members)
            shapes[next(iter(shapefile))] = shapefile
            continue
        _check_beginning(name, ending, content)
        is_shapes = ending in SHAPES and (ending not in PARQUET or _has_geometry(content, name))
        (shapes if is_shapes else tables)[name] = {name: content}
    return _pair(shapes, tables)


def _pair(shapes: Mapping[str, Mapping[str, bytes]], tables: Mapping[str, Mapping[str, bytes]]) -> Sorted:
    if len(shapes) != 1 or len(tables) > 1:
        told = f"{len(shapes)} files of shapes and {len(tables)} tables"
        hint = "Give the zip of an atlas, or one file of shapes and one table"
        raise AtlasError([Problem(told, ", ".join([*shapes, *tables]) or None, hint=hint)])
    (name, content), table = next(iter(shapes.items())), next(iter(tables), "")
    return Sorted({**content, **(tables[table] if table else {})}, name, table)


def _atlas(name: str, members: Mapping[str, bytes], *, alone: bool) -> Sorted:
    """The files of an atlas, without the folders that they are packed in."""
    found = [one for one in members if PurePosixPath(one).name == DESCRIPTOR]
    if len(found) > 1:
        raise AtlasError([Problem(f"{len(found)} files {DESCRIPTOR}", name, hint="Pack one atlas alone")])
    if not alone:
        raise AtlasError([Problem("an atlas with other files beside it", name, hint="Give it alone")])
    around = found[0].removesuffix(DESCRIPTOR)
    return Sorted({one.removeprefix(around): content for one, content in members.items() if one.startswith(around)})


def _shapefile(name: str, members: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of the one shapefile of an archive, the one with the shapes first."""
    found = [one for one in members if one.lower().endswith(".shp")]
    if len(found) != 1:
        told = f"neither an atlas ({DESCRIPTOR}) nor a shapefile" if not found else f"{len(found)} shapefiles"
        raise AtlasError([Problem(told, name, hint="Pack the folder of an atlas, or one shapefile")])
    stem = found[0][: -len(".shp")]
    strange = [one for one in members if not one.lower().endswith(BESIDE_A_SHAPEFILE)]
    if strange:
        hint = f"Pack {', '.join(SHAPEFILE)} and nothing else"
        raise AtlasError([Problem("no part of a shapefile", name, value=one, hint=hint) for one in strange])
    plain = PurePosixPath(stem).name
    _check_beginning(found[0], ".shp", members[found[0]])
    parts = {
        f"{plain}{ending}": content
        for one, content in members.items()
        for ending in SHAPEFILE
        if one.startswith(stem) and one[len(stem) :].lower() == ending
    }
    return {f"{plain}.shp": parts.pop(f"{plain}.shp"), **parts}


def _check_beginning(name: str, ending: str, content: bytes) -> None:
    if ending in BEGINNINGS:
        beginning, kind = BEGINNINGS[ending]
        text = content.removeprefix(b"\xef\xbb\xbf").lstrip() if beginning == b"{" else content
        if not text.startswith(beginning):
            raise AtlasError([Problem(f"no {kind}", name, hint="Save it anew in the format that its name tells")])


def _has_geometry(content: bytes, name: str) -> bool:
    import pyarrow.parquet  # noqa: PLC0415  Only what reads needs it.

    try:
        return b"geo" in (pyarrow.parquet.read_schema(io.BytesIO(content)).metadata or {})
    except Exception as error:  # Errors of its own for whatever is wrong.
        raise AtlasError([Problem(f"can't be read ({error})", name, hint="Save it anew as Parquet")]) from None
