"""A folder of tables, read and checked as a whole.

An atlas is a Frictionless Data Package: ``datapackage.json`` beside CSV tables and GeoJSON files. What a table must be
is said by the program's own schema (``schema.json``). `read_package` checks every cell, key and reference, so that one
reading lists everything that must be mended; nothing is loaded by halves, and whatever bytes a file holds, there is
either an atlas or a list of problems.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from geodata.errors import AtlasError, Problem
from geodata.shapes import CRS
from geodata.tables import cells, files, whole
from geodata.tables.content import Last, content_of
from geodata.tables.descriptor import Descriptor, read_descriptor
from geodata.tables.descriptor_values import DESCRIPTOR
from geodata.tables.features import read_features
from geodata.tables.references import check_references
from geodata.tables.remedies import remedied
from geodata.tables.schema import fields_of, tables
from geodata.tables.table_file import read_table
from geodata.tables.told_apart import told_apart


@dataclass(frozen=True)
class Package:
    """The checked content of an atlas folder.

    Attributes
    ----------
    folder : pathlib.Path
        Where it was read.
    descriptor : Mapping
        The content of ``datapackage.json``; ``near_days`` and ``area_radius_km`` are always there.
    tables : Mapping of str to pandas.DataFrame
        One frame per CSV table of the schema, empty if the atlas has none; text columns hold str with ``""`` for an
        empty cell, number columns float, boolean columns bool. Every column of the schema is there, and those that the
        atlas adds. The index is the line of the file on which the row begins, the header being line 1. Sides stand in
        their order.
    provinces, neighbours, areas : geopandas.GeoDataFrame
        Province shapes with their lifetimes, those that share a name with their parent beside it; countries around;
        shapes of parts: EPSG:4326, indexed by the number of the feature, the first being 1.
    documents : Mapping of str to str
        Text of the documents in Markdown that the folder has (`README.md`, `CHANGELOG.md`), by name.
    added : Mapping of str to Mapping of str to str
        By table, what the descriptor says of its columns.
    left_out : tuple of str
        Sources whose claims were left out.
    warnings : tuple of Problem
        What its author should know although it keeps nothing from being used.
    """

    folder: Path
    descriptor: Mapping[str, Any]
    tables: Mapping[str, pd.DataFrame]
    provinces: gpd.GeoDataFrame
    neighbours: gpd.GeoDataFrame
    areas: gpd.GeoDataFrame
    documents: Mapping[str, str]
    added: Mapping[str, Mapping[str, str]]
    left_out: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()

    def columns(self, table: str) -> tuple[str, ...]:
        """The columns of one table, those that its file leaves out included; a geometry is none."""
        shapes = {"provinces": self.provinces, "neighbours": self.neighbours, "areas": self.areas}
        frame = shapes[table] if table in shapes else self.tables[table]
        return tuple(str(column) for column in frame.columns if column != "geometry")

    def copied(self, folder: Path) -> Package:
        """The same of a folder with the same content, with tables of its own."""
        return replace(
            self,
            folder=folder,
            tables={name: frame.copy() for name, frame in self.tables.items()},
            provinces=self.provinces.copy(),
            neighbours=self.neighbours.copy(),
            areas=self.areas.copy(),
        )


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
    if not folder.is_dir():
        hint = f"Give the folder that holds {DESCRIPTOR}"
        raise AtlasError([Problem("no such folder", file=str(folder), hint=hint)])
    descriptor, problems = read_descriptor(folder)
    content = None if problems else content_of(folder, descriptor)
    known = None if content is None else _last.get(content)
    if known is not None:
        return known.copied(folder)
    package = _read(folder, descriptor, problems)
    # What was saved meanwhile is not what was digested.
    if content is not None and content == content_of(folder, descriptor):
        _last.keep(content, package.copied(folder))
    return package


_last: Last[Package] = Last()


def _read(folder: Path, descriptor: Descriptor, problems: list[Problem]) -> Package:
    frames, doubtful, found = _read_frames(folder, descriptor)
    problems += found
    documents, found = _read_documents(folder, descriptor)
    problems += found
    problems += check_references(frames, descriptor.paths, doubtful)
    problems += whole.check_meaning(frames, descriptor.paths, doubtful)
    if any(problem.severity == "error" for problem in problems):
        raise AtlasError(remedied(problems, frames, descriptor))
    shapes = {name: gpd.GeoDataFrame(frame, crs=CRS) for name, frame in frames.items() if tables()[name].has_shapes}
    texts = {name: frame for name, frame in frames.items() if name not in shapes}
    texts["sides"] = texts["sides"].sort_values("order", kind="stable")
    return Package(
        folder,
        descriptor.content,
        texts,
        told_apart(shapes["provinces"]),
        shapes["neighbours"],
        shapes["areas"],
        documents,
        descriptor.added,
        warnings=tuple(problems),
    )


def _read_frames(
    folder: Path, descriptor: Descriptor
) -> tuple[dict[str, pd.DataFrame], dict[str, frozenset[str]], list[Problem]]:
    """Each table typed, if all its cells are sound, else as text; one that can't be read at all is left out.

    Beside them what stands in rows that could not be read, by table.
    """
    frames: dict[str, pd.DataFrame] = {}
    doubtful: dict[str, frozenset[str]] = {}
    problems: list[Problem] = []
    for name, table in tables().items():
        path, added = descriptor.paths.get(name), descriptor.added.get(name, {})
        frame: pd.DataFrame | None
        if path is None and table.required:
            continue  # told as a resource that is missing
        if path is None:
            frame = pd.DataFrame(columns=list(table.columns), dtype=object)
            found: list[Problem] = []
            if table.has_shapes:
                frame = gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries([], crs=CRS))
        elif table.has_shapes:
            frame, found = read_features(folder, path, table, added)
        else:
            read = read_table(folder, path, table, added)
            frame, found, doubtful[name] = read.frame, read.problems, read.doubtful
            if frame is not None:
                found += cells.check_cells(frame, fields_of(table, frame.columns, added), table.key, path)
        problems += found
        if frame is not None:
            frames[name] = frame if any(one.severity == "error" for one in found) else _typed(frame, name)
    return frames, doubtful, problems


def _typed(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    fields = tables()[name].fields
    if not isinstance(frame, gpd.GeoDataFrame):
        return cells.typed(frame, fields)
    properties = cells.typed(pd.DataFrame(frame.drop(columns="geometry")), fields)
    return pd.DataFrame(gpd.GeoDataFrame(properties, geometry=frame.geometry, crs=CRS))


def _read_documents(folder: Path, descriptor: Descriptor) -> tuple[dict[str, str], list[Problem]]:
    """Documents to be shown; whatever else goes with the tables is only looked at."""
    documents: dict[str, str] = {}
    problems: list[Problem] = []
    others = [one["path"] for one in descriptor.content["resources"] if one["name"] not in tables()]
    for name in files.companions(folder):
        try:
            if name in files.DOCUMENTS:
                documents[name] = files.read_text(folder, name, "document")
            else:
                files.read_bytes(folder, name, "document")
        except AtlasError as error:
            problems += error.problems
    for name in others:
        try:
            files.read_bytes(folder, name, "table", f"{DESCRIPTOR} lists this file; add it")
        except AtlasError as error:
            problems += error.problems
    return documents, problems
