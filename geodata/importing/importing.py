"""From a mapping and the files that it names to the folder of an atlas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import geopandas as gpd

from geodata.dates import Period
from geodata.errors import AtlasError, Problem
from geodata.export import check_targets, write_together
from geodata.importing.actors import in_the_mapping, told_rows
from geodata.importing.control import Value, read_values
from geodata.importing.events import ControlRule, control_of_events, event_spans
from geodata.importing.foreign_shapes import read_foreign_shapes
from geodata.importing.joining import join_values, unread
from geodata.importing.mapping import ImportMapping
from geodata.importing.matching import Matcher
from geodata.importing.meanings import Meanings
from geodata.importing.mending import SLITS_M, Step, mend
from geodata.importing.places import Points, place_points, read_points
from geodata.importing.report import ImportReport
from geodata.importing.spans import Span, read_span
from geodata.importing.stops import make_stops
from geodata.importing.units import Units, read_units
from geodata.importing.writing import atlas_files, written_into
from geodata.shapes import CRS
from geodata.tables import DESCRIPTOR, read_package, tables


def import_atlas(
    mapping: ImportMapping,
    folder: str | Path | None = None,
    *,
    force: bool = False,
    rule: ControlRule | None = None,
    step: Step | None = None,
) -> ImportReport:
    """Make an atlas of the files that a mapping names.

    Parameters
    ----------
    mapping : ImportMapping
    folder : str or pathlib.Path, optional
        A new or empty folder. Without it nothing is written: the report says what would be.
    force : bool, optional
        The folder may hold an atlas already: the files that are made take the place of those there, others stay.
    rule : callable, optional
        What counts as control in event tables, in place of the rule of the mapping.
    step : callable, optional
        Told how far a work is that takes long: done, of how many, what.

    Returns
    -------
    ImportReport

    Raises
    ------
    AtlasError
        If anything can't be read, joined or understood; it lists all such problems. Nothing is written then.

    Examples
    --------
    >>> from geodata.importing import read_mapping
    >>> import_atlas(read_mapping("mapping.yaml"), "my-atlas")  # doctest: +SKIP
    """
    step = step or _silent
    target = None if folder is None else Path(folder)
    if target is not None:
        _check_folder(target, force)
    report = ImportReport()
    shapes = read_foreign_shapes(mapping.file(mapping.content["shapes"]["file"]), mapping.content["shapes"])
    units = read_units(shapes, mapping, report)
    values = read_values(mapping, shapes.table, report)
    points = read_points(mapping)
    stops = make_stops(mapping, _spans(mapping, values, points, units))
    units = _with_lifetimes(units, stops, report)
    matcher, meanings = Matcher(units.frame, mapping), Meanings(mapping)
    joined = join_values(values, units, stops, matcher, meanings, report)
    slits = mapping.content["shapes"].get("slits_m", SLITS_M)
    frame = mend(units.frame, stops, slits, report, step)
    counted = control_of_events(mapping, frame, stops, meanings, report, step, rule)
    placed = place_points(points, frame, stops, meanings, report)
    if problems := list(meanings.problems()):
        raise AtlasError(problems)
    report.warnings += [*matcher.unused(), *meanings.unused()]
    rows = {
        **told_rows(mapping),
        "periods": [_period(one) for one in stops],
        "observations": joined.observations,
        "claims": [*joined.claims, *counted.claims, *placed.claims.values()],
        "scopes": [*joined.scopes, *counted.scopes, *placed.scopes],
        "places": list(placed.places.values()),
    }
    if lost := unread(report.tallies):
        raise AssertionError(f"rows of {', '.join(lost)} are neither used nor left out")
    step(0, 1, "checks")
    files = atlas_files(mapping, _provinces(frame, mapping), rows, report)
    _check(files, mapping, rows)
    step(1, 1, "checks")
    if target is not None:
        target.mkdir(parents=True, exist_ok=True)
        write_together({target / name: content for name, content in files.items()}, force)
    return report


def _silent(_done: int, _whole: int, _what: str) -> None:
    """Nobody wants to know how far it is."""


def _check_folder(folder: Path, force: bool) -> None:
    if not folder.exists():
        return
    hint = "Give the name of a new folder"
    if not folder.is_dir():
        raise AtlasError([Problem("is no folder", file=str(folder), hint=hint)])
    if any(folder.iterdir()):
        if not force:
            hint = f"{hint}, or --force (in Python: force=True) to replace the atlas in it"
            raise AtlasError([Problem("exists already and is not empty", file=str(folder), hint=hint)])
        if not (folder / DESCRIPTOR).is_file():
            raise AtlasError([Problem("holds no atlas that could be replaced", file=str(folder), hint=hint)])
    check_targets([folder / table.file for table in tables().values()], force)


def _spans(mapping: ImportMapping, values: Sequence[Value], points: Sequence[Points], units: Units) -> Iterable[Span]:
    """When anything is told of; the lifetimes of shapes, where values hold as long as they."""
    found = {value.span for value in values if value.span is not None}
    found |= {span for one in points for span in one.when.values()}
    found |= set(event_spans(mapping))
    if any(value.span is None for value in values):
        days = {*units.frame["begin"], *units.frame["end"]} - {""}
        ends = [span for day in days if (span := read_span(day)) is not None]
        first, last = min(one.first for one in ends), max(one.last for one in ends)
        found.add(Span(f"{first.isoformat()}/{last.isoformat()}", first, last))
    return found


def _with_lifetimes(units: Units, stops: Sequence[Period], report: ImportReport) -> Units:
    """Shapes of a file without lifetimes stand from the first stop on."""
    if units.has_lifetimes:
        return units
    report.inferred.append("the shapes have no lifetimes: they are told as standing from the first stop on")
    begin = stops[0].start.isoformat()
    return Units(gpd.GeoDataFrame(units.frame.assign(begin=begin), crs=CRS), units.has_lifetimes)


def _period(stop: Period) -> Mapping[str, str]:
    return {
        "period_id": stop.id,
        "label": stop.label,
        "start": stop.start.isoformat(),
        "end": stop.end.isoformat(),
        "edtf": stop.edtf,
        "note": stop.note,
    }


def _provinces(frame: gpd.GeoDataFrame, mapping: ImportMapping) -> gpd.GeoDataFrame:
    """The table `provinces`; columns that are empty throughout are left out."""
    options = mapping.content["shapes"]
    ids: list[str] = []
    seen: set[str] = set()
    for province_id, begin in zip(frame["province_id"], frame["begin"], strict=True):
        # The year tells shapes of a unit apart, unless it has two of one year.
        short = f"{province_id}-{begin[:4]}"
        ids.append(f"{province_id}-{begin}" if short in seen else short)
        seen.add(ids[-1])
    columns = {
        "shape_id": ids,
        "province_id": frame["province_id"],
        "name": frame["name"],
        "other_names": frame["other_names"],
        "parent": frame["parent"],
        "kind": "province",
        "valid_from": frame["begin"],
        "valid_to": frame["end"],
        "boundary": options.get("boundary", "as-today"),
        "source_id": options.get("source", ""),
    }
    made = gpd.GeoDataFrame(
        {name: values for name, values in columns.items() if name in tables()["provinces"].columns},
        geometry=frame.geometry,
        crs=CRS,
    )
    empty = [name for name in made.columns if name != "geometry" and (made[name] == "").all()]
    return gpd.GeoDataFrame(made.drop(columns=empty), crs=CRS)


def _check(files: Mapping[str, bytes], mapping: ImportMapping, rows: Mapping[str, list[Mapping[str, str]]]) -> None:
    """Read what is to be written as any other atlas is read: what is wrong with it is told before it is there."""
    with TemporaryDirectory() as folder:
        written_into(Path(folder), files)
        try:
            read_package(folder)
        except AtlasError as error:
            raise AtlasError([in_the_mapping(one, mapping, rows) for one in error.problems]) from None
