"""Units: the provinces of an atlas, made of a file of shapes with or without lifetimes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import geopandas as gpd
import pandas as pd

from geodata.errors import AtlasError, Problem
from geodata.importing.foreign_shapes import ForeignShapes
from geodata.importing.mapping import ImportMapping
from geodata.importing.report import ImportReport, some
from geodata.importing.slugs import distinct_slugs
from geodata.importing.spans import Span, read_span
from geodata.shapes import CRS

POLYGONS = frozenset({"Polygon", "MultiPolygon"})
LAST_DAY = "9999-12-31"
NO_OPEN_END = "none"
SHARED_END = 0.2
"""If so large a share of all shapes ends on the last date of all, it may be a code for "still so": asked about."""


@dataclass(frozen=True)
class Units:
    """Shapes with their lifetimes.

    Attributes
    ----------
    frame : geopandas.GeoDataFrame
        ``province_id, key, name, parent, other_names, begin, end, geometry``, indexed by the number of the feature;
        ``key`` is the identifier as the file has it, ``begin`` and ``end`` are days (ISO 8601) or empty.
    has_lifetimes : bool
    """

    frame: gpd.GeoDataFrame
    has_lifetimes: bool


def read_units(shapes: ForeignShapes, mapping: ImportMapping, report: ImportReport) -> Units:
    """Make units of a file of shapes.

    Parameters
    ----------
    shapes : ForeignShapes
    mapping : ImportMapping
    report : ImportReport
        Told what was left out and taken for granted.

    Returns
    -------
    Units

    Raises
    ------
    AtlasError
        If shapes are no areas, have no name, or if it can't be told which are the same unit.
    """
    options = mapping.content["shapes"]
    table, file = shapes.table, shapes.table.file
    tally = report.tally(file, "shapes", len(table.cells))
    frame = gpd.GeoDataFrame(
        {
            "name": table.column(options["name"]),
            "key": table.column(options["id"]) if "id" in options else "",
            "parent": table.column(options["parent"]) if "parent" in options else "",
            "other_names": table.column(options["other_names"]) if "other_names" in options else "",
        },
        geometry=shapes.geometry,
        crs=CRS,
    )
    empty = frame.geometry.isna() | frame.geometry.is_empty
    tally.leave_out("no geometry", int(empty.sum()))
    frame = frame[~empty]
    _check_kinds(frame, file)
    frame = frame.assign(**_lifetimes(shapes, mapping, list(frame.index)))
    frame = _identified(frame, mapping, report, file)
    tally.used = len(frame)
    frame = _joined_parts(frame, report, file)
    report.inferred += shapes.inferred
    if "boundary" not in options:
        report.inferred.append(f"{file}: outlines are told as those of today (boundary: as-today)")
    return Units(gpd.GeoDataFrame(frame, crs=CRS), "valid_from" in options)


def _check_kinds(frame: gpd.GeoDataFrame, file: str) -> None:
    kinds = Counter(kind for kind in frame.geom_type if kind not in POLYGONS)
    if kinds:
        found = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
        hint = "Units are areas. Points that somebody held belong to `places` of the mapping"
        first = next(int(str(row)) for row, kind in frame.geom_type.items() if kind not in POLYGONS)
        raise AtlasError([Problem(f"{found} where areas are due", file, first, hint=hint)])
    if frame.empty:
        raise AtlasError([Problem("has no areas", file, hint="Give a file with polygons")])
    nameless = [int(str(row)) for row, name in frame["name"].items() if not name]
    if nameless:
        hint = "Give each shape a name, or name another column in the mapping"
        raise AtlasError([Problem("a shape without a name", file, row, "name", hint=hint) for row in nameless[:20]])
    west, south, east, north = frame.total_bounds
    if not (west >= -360 and east <= 360 and south >= -90 and north <= 90):
        hint = "These look like metres: name the coordinate reference system in the mapping (crs)"
        bounds = f"{west:g} {south:g} {east:g} {north:g}"
        raise AtlasError([Problem("coordinates that are no degrees", file, value=bounds, hint=hint)])


def _lifetimes(shapes: ForeignShapes, mapping: ImportMapping, rows: list[Any]) -> dict[str, list[str]]:
    """First and last day of each shape."""
    options, table = mapping.content["shapes"], shapes.table
    if "valid_from" not in options:
        if "valid_to" in options:
            raise AtlasError([mapping.problem("an end without a beginning", "shapes.valid_to", hint="Name valid_from")])
        return {"begin": [""] * len(rows), "end": [""] * len(rows)}
    form = options.get("date_format", "")
    begins = _spans(table.column(options["valid_from"]), rows, form, table.file, options["valid_from"])
    begin = ["" if one is None else one.first.isoformat() for one in begins]
    if missing := [row for row, day in zip(rows, begin, strict=True) if not day]:
        hint = "Give each shape the day since when it stands"
        raise AtlasError(
            [Problem("no beginning", table.file, row, options["valid_from"], hint=hint) for row in missing[:20]]
        )
    if "valid_to" not in options:
        return {"begin": begin, "end": [""] * len(rows)}
    texts = table.column(options["valid_to"])
    ends = _spans(texts, rows, form, table.file, options["valid_to"])
    coded = _open_end(ends, mapping, form)
    if "end" not in options:
        hint = "Say whether a shape still stands on that date: inclusive or exclusive"
        raise AtlasError([mapping.problem("not said what the end means", "shapes.end", hint=hint)])
    exclusive = options["end"] == "exclusive"
    end = ["" if one is None or (coded and one.last == coded.last) else _last_day(one, exclusive) for one in ends]
    wrong = [
        Problem("ends before it begins", table.file, row, options["valid_to"], texts[row], f"It begins on {first}")
        for row, first, last in zip(rows, begin, end, strict=True)
        if last and last < first
    ]
    if wrong:
        raise AtlasError(wrong)
    return {"begin": begin, "end": end}


def _last_day(span: Span, exclusive: bool) -> str:
    return (span.first - timedelta(days=1) if exclusive else span.last).isoformat()


def _spans(column: pd.Series[str], rows: list[Any], form: str, file: str, name: str) -> list[Span | None]:
    found = [read_span(column[row], form) if column[row] else None for row in rows]
    problems = [
        Problem("no date", file, row, name, column[row], "Say in date_format how dates are written, such as %d/%m/%Y")
        for row, one in zip(rows, found, strict=True)
        if one is None and column[row]
    ]
    if problems:
        raise AtlasError(problems)
    return found


def _open_end(ends: list[Span | None], mapping: ImportMapping, form: str) -> Span | None:
    """The date that stands for "still so"; a problem, if nobody has said whether the last one does."""
    told = mapping.content["shapes"].get("open_end")
    if told == NO_OPEN_END:
        return None
    if told is not None:
        coded = read_span(told) or read_span(told, form)
        if coded is None:
            raise AtlasError([mapping.problem("no date", "shapes.open_end", told, "Write 2019-12-31, or none")])
        return coded
    latest = suspected_open_end([one for one in ends if one is not None], len(ends))
    if latest is not None:
        count = sum(one is not None and one.last == latest for one in ends)
        hint = f'Say in open_end whether it stands for "still so": open_end: {latest.isoformat()}, or open_end: none'
        told = f"{count} of {len(ends)} shapes end on {latest.isoformat()}, the last date of all"
        raise AtlasError([mapping.problem(told, "shapes.open_end", hint=hint)])
    return None


def suspected_open_end(ends: list[Span], shapes: int) -> date | None:
    """The last end of all, if so many shapes share it that it may be a code for "still so"."""
    if not ends:
        return None
    latest = max(one.last for one in ends)
    return latest if sum(one.last == latest for one in ends) >= max(2, SHARED_END * shapes) else None


def _identified(frame: gpd.GeoDataFrame, mapping: ImportMapping, report: ImportReport, file: str) -> gpd.GeoDataFrame:
    """Units told apart: by the identifiers of the file, else by name and what they lie in."""
    by_key = "id" in mapping.content["shapes"]
    if by_key:
        if keyless := [int(str(row)) for row, key in frame["key"].items() if not key]:
            hint = "Give each shape an identifier, or leave `id` out of the mapping"
            raise AtlasError(
                [Problem("a shape without an identifier", file, row, "id", hint=hint) for row in keyless[:20]]
            )
        whole = frame["key"]
    else:
        whole = frame["parent"].where(frame["parent"] == "", frame["parent"] + " ") + frame["name"]
        alone = frame.groupby("name")["parent"].transform("nunique") == 1
        whole = whole.where(~alone, frame["name"])
        _check_names(frame, whole, file)
        report.inferred.append(f"{file}: identifiers of units are made from their names")
    known = list(dict.fromkeys(whole))
    ids = dict(zip(known, distinct_slugs(known, "unit"), strict=True))
    return frame.assign(province_id=whole.map(ids))


def _check_names(frame: gpd.GeoDataFrame, whole: pd.Series[str], file: str) -> None:
    """Shapes of one name that stand at the same time are two units, and nobody says which is which."""
    twice = []
    for name, rows in frame.groupby(whole, sort=False):
        if len(rows) > 1 and _overlap(list(zip(rows["begin"], rows["end"], strict=True))):
            twice.append((str(name), int(str(rows.index[0])), len(rows)))
    if twice:
        hint = "Name the column with identifiers (id), or with what the units lie in (parent)"
        raise AtlasError(
            [Problem(f"{count} shapes of this name", file, row, "name", name, hint) for name, row, count in twice[:50]]
        )


def _overlap(lifetimes: list[tuple[str, str]]) -> bool:
    ordered = sorted(lifetimes)
    return any((end or LAST_DAY) >= begin for (_, end), (begin, _) in pairwise(ordered))


def _joined_parts(frame: gpd.GeoDataFrame, report: ImportReport, file: str) -> gpd.GeoDataFrame:
    """Rows of one unit and lifetime are its parts: islands, say."""
    keys = ["province_id", "begin", "end"]
    if not frame.duplicated(keys).any():
        return frame
    several = sorted(set(frame.loc[frame.duplicated(keys), "name"]))
    report.inferred.append(f"{file}: shapes with one identifier and lifetime are parts of one unit ({some(several)})")
    first = frame.drop_duplicates(keys)
    joined = frame.dissolve(keys, sort=False)["geometry"]
    return first.set_geometry(
        gpd.GeoSeries([joined[tuple(one)] for one in first[keys].to_numpy()], first.index, crs=CRS)
    )
