"""Points held by somebody: places with areas of their own, and claims about a part of the unit they lie in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata.dates import Period
from geodata.errors import AtlasError, Problem
from geodata.importing.claim_rows import claim_rows
from geodata.importing.control import NO_VALUE, date_of
from geodata.importing.foreign_shapes import read_foreign_shapes
from geodata.importing.foreign_tables import ForeignTable, read_foreign_table
from geodata.importing.mapping import ImportMapping
from geodata.importing.meanings import Meaning, Meanings
from geodata.importing.mending import standing_on
from geodata.importing.report import NO_STOP, ImportReport, Tally
from geodata.importing.slugs import distinct_slugs
from geodata.importing.spans import Span
from geodata.shapes import CRS

OUTSIDE = "in no unit that stands then"


@dataclass
class PointRows:
    """Rows of places and of what is claimed of them.

    Attributes
    ----------
    places : dict of str to Mapping of str to str
        By their identifier.
    claims : dict of str to Mapping of str to str
        Likewise.
    scopes : list of Mapping of str to str
    """

    places: dict[str, Mapping[str, str]] = field(default_factory=dict)
    claims: dict[str, Mapping[str, str]] = field(default_factory=dict)
    scopes: list[Mapping[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Points:
    """A file of points, read.

    Attributes
    ----------
    options : Mapping
        Its part of the mapping.
    table : ForeignTable
    geometry : geopandas.GeoSeries
    when : Mapping
        The date of each row that has one.
    """

    options: Mapping[str, Any]
    table: ForeignTable
    geometry: gpd.GeoSeries
    when: Mapping[Any, Span]


def read_points(mapping: ImportMapping) -> list[Points]:
    """Read the files of points that a mapping names.

    Raises
    ------
    AtlasError
        If one can't be read, or holds something else than points.
    """
    found = []
    for number, options in enumerate(mapping.sections("places"), start=1):
        path, where = mapping.file(options["file"]), f"places.{number}"
        if ("lon" in options) != ("lat" in options):
            missing = "lat" if "lon" in options else "lon"
            raise AtlasError([mapping.problem("this key is missing", f"{where}.{missing}", hint="Name both, or none")])
        if "lon" in options:
            table = read_foreign_table(path, options)
            geometry = _from_columns(table, options)
        else:
            shapes = read_foreign_shapes(path, options)
            table, geometry = shapes.table, shapes.geometry
        # Rows without a position have no kind; they are counted later.
        wrong = [int(str(row)) for row, kind in geometry.dropna().geom_type.items() if kind != "Point"]
        if wrong:
            hint = "Places are points; areas belong to `shapes` of the mapping"
            raise AtlasError([Problem("no point", table.file, row, hint=hint) for row in wrong[:20]])
        found.append(Points(options, table, geometry, date_of(mapping, where, options, table)))
    return found


def place_points(
    points: Sequence[Points],
    frame: gpd.GeoDataFrame,
    stops: Sequence[Period],
    meanings: Meanings,
    report: ImportReport,
) -> PointRows:
    """Make places of points, and claims of what their files say.

    Parameters
    ----------
    points : sequence of Points
    frame : geopandas.GeoDataFrame
        The units: ``province_id, begin, end`` and the geometry.
    stops : sequence of Period
    meanings : Meanings
    report : ImportReport

    Returns
    -------
    PointRows
    """
    rows = PointRows()
    for file in points:
        tally = report.tally(file.table.file, "rows", len(file.table.cells) + file.table.blank)
        tally.leave_out("blank row", file.table.blank)
        ids = _ids(file)
        radius = f"{file.options['radius_km']:g}"
        kept: list[tuple[Any, Span, Meaning, str]] = []
        for row in file.table.cells.index:
            if (span := file.when.get(row)) is None:
                tally.leave_out("no date")
            elif file.geometry[row] is None or file.geometry[row].is_empty:
                tally.leave_out("no position")
            else:
                kept += _spoken(file, row, span, stops, meanings, tally)
        units = _units_of(file, kept, frame, stops)
        for (row, span, meaning, category), province_id in zip(kept, units, strict=True):
            if province_id is None:
                tally.leave_out(OUTSIDE)
                continue
            tally.used += 1
            place_id, point = ids[row], file.geometry[row]
            name = file.table.column(file.options["name"])[row]
            rows.places[place_id] = {
                "place_id": place_id,
                "name": name,
                "province_id": province_id,
                "lon": f"{point.x:.6f}",
                "lat": f"{point.y:.6f}",
                "kind": file.options.get("kind", "town"),
                "position": "approximate",
                "radius_km": radius,
                "source_id": file.options["source"],
            }
            _claim(rows, file, row, span, meaning, category, name, place_id, province_id)
    return rows


def _spoken(
    file: Points, row: Any, span: Span, stops: Sequence[Period], meanings: Meanings, tally: Tally
) -> list[tuple[Any, Span, Meaning, str]]:
    category = file.table.column(file.options["category"])[row]
    if not category:
        tally.leave_out(NO_VALUE)
        return []
    meaning = meanings.look_up(category, file.table.file, int(row))
    if meaning is None:
        return []  # `Meanings.problems` tells of it.
    if meaning.reason:
        tally.leave_out(f"{category}: {meaning.reason}")
        return []
    if not any(stop.start <= span.last and span.first <= stop.end for stop in stops):
        tally.leave_out(NO_STOP)
        return []
    return [(row, span, meaning, category)]


def _units_of(
    file: Points, kept: Sequence[tuple[Any, Span, Meaning, str]], frame: gpd.GeoDataFrame, stops: Sequence[Period]
) -> list[str | None]:
    """The unit that each point lies in at the last stop that its date touches; on a border the first of the two."""
    found: list[str | None] = [None] * len(kept)
    by_stop: dict[Period, list[int]] = {}
    for number, (_, span, _, _) in enumerate(kept):
        touched = [one for one in stops if one.start <= span.last and span.first <= one.end]
        by_stop.setdefault(touched[-1], []).append(number)
    ids = frame["province_id"].to_numpy()
    for stop, numbers in by_stop.items():
        standing = standing_on(frame, stop.end)
        tree = shapely.STRtree(frame.geometry.to_numpy()[standing])
        points = np.array([file.geometry[kept[number][0]] for number in numbers], dtype=object)
        for place, unit in zip(*tree.query(points, predicate="intersects"), strict=True):
            if found[numbers[place]] is None:
                found[numbers[place]] = str(ids[standing[unit]])
    return found


def _claim(
    rows: PointRows,
    file: Points,
    row: Any,
    span: Span,
    meaning: Meaning,
    category: str,
    name: str,
    place_id: str,
    province_id: str,
) -> None:
    about, locator = (place_id, name), f"{file.table.file}, row {row}"
    for claim in claim_rows(meaning, about, span.text, category, file.options["source"], locator):
        claim_id = claim["claim_id"]
        if claim_id in rows.claims:
            continue  # The file says the same twice.
        rows.claims[claim_id] = claim
        scope = {"claim_id": claim_id, "province_id": province_id, "extent": "part", "place_id": place_id, "part": name}
        rows.scopes.append({**scope, "named": "true"})


def _ids(file: Points) -> dict[Any, str]:
    """An identifier for each row: rows of one identifier, or of one name and position, are one place."""
    names = file.table.column(file.options["name"])
    if "id" in file.options:
        keys: pd.Series[str] = file.table.column(file.options["id"])
    else:
        where = file.geometry.map(lambda point: "" if point is None else f"{point.x:.4f} {point.y:.4f}")
        keys = names + " " + where
    known = list(dict.fromkeys(keys))
    name_of = dict(zip(keys, names, strict=True))
    told = [name_of[key] if "id" not in file.options else key for key in known]
    ids = dict(zip(known, distinct_slugs(told, "place"), strict=True))
    return {row: ids[key] for row, key in keys.items()}


def _from_columns(table: ForeignTable, options: Mapping[str, Any]) -> gpd.GeoSeries:
    lon, lat = (
        pd.to_numeric(table.column(options[name]).str.replace(",", "."), errors="coerce") for name in ("lon", "lat")
    )
    wrong = (lon.notna() & ~lon.between(-180, 180)) | (lat.notna() & ~lat.between(-90, 90))
    if wrong.any():
        hint = "Longitude and latitude in degrees are due; were they exchanged?"
        raise AtlasError(
            [
                Problem(
                    "no place on earth", table.file, int(str(row)), options["lon"], f"{lon[row]:g} {lat[row]:g}", hint
                )
                for row in wrong.index[wrong][:20]
            ]
        )
    return gpd.GeoSeries(
        [None if pd.isna(x) or pd.isna(y) else shapely.Point(x, y) for x, y in zip(lon, lat, strict=True)],
        index=table.cells.index,
        crs=CRS,
    )
