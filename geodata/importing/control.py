"""Control as tables tell it: long, wide, or an attribute of the shapes; a value each, not yet joined with anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from geodata.errors import AtlasError, Problem
from geodata.importing.foreign_tables import ForeignTable, read_foreign_table
from geodata.importing.mapping import ImportMapping
from geodata.importing.report import ImportReport, Tally
from geodata.importing.spans import Span, read_span

EVENTS = "events"
NO_VALUE = "no value"

NEEDED: Mapping[str, tuple[str, ...]] = {
    "long": ("unit", "date", "category"),
    "wide": ("unit", "columns"),
    "attribute": ("category",),
    EVENTS: ("file", "lon", "lat", "date", "category", "rule"),
}
"""Keys without which a layout can't be read."""


@dataclass(frozen=True)
class Value:
    """One value of a table.

    Attributes
    ----------
    tally : Tally
        Where it is counted.
    row : int
    unit, parent, by : str
        What it is of: a name or, with `by` ``id``, an identifier. A shape's own value has its number as `unit`, and
        `by` is ``shape``.
    span : Span or None
        When; None for as long as the shape stands.
    category : str
    source_id, note : str
    """

    tally: Tally
    row: int
    unit: str
    parent: str
    by: str
    span: Span | None
    category: str
    source_id: str
    note: str = ""


def read_values(mapping: ImportMapping, shapes: ForeignTable, report: ImportReport) -> list[Value]:
    """Read all tables of control but those of events.

    Parameters
    ----------
    mapping : ImportMapping
    shapes : ForeignTable
        The attributes of the shapes.
    report : ImportReport

    Returns
    -------
    list of Value

    Raises
    ------
    AtlasError
        If a table, a column or a date can't be read, or the mapping lacks a key for the layout.
    """
    values: list[Value] = []
    for number, options in enumerate(mapping.sections("control"), start=1):
        _check_keys(mapping, options, f"control.{number}")
        if options["layout"] == EVENTS:
            continue
        table = read_foreign_table(mapping.file(options["file"]), options) if "file" in options else shapes
        reader = _Reader(mapping, options, f"control.{number}", table, report)
        values += reader.read()
    return values


def date_of(mapping: ImportMapping, where: str, options: Mapping[str, Any], table: ForeignTable) -> dict[Any, Span]:
    """When each row is of: a column, or one date for the whole table; rows without a date are left out.

    Raises
    ------
    AtlasError
        If it is neither, or a cell is no date.
    """
    told, form = options["date"], options.get("date_format", "")
    if told not in table.cells:
        span = read_span(told)
        if span is None:
            hint = f"Name a column ({', '.join(map(str, table.cells.columns))}), or write a date such as 2021-08-15"
            raise AtlasError([mapping.problem("neither a column nor a date", f"{where}.date", told, hint)])
        return dict.fromkeys(table.cells.index, span)
    found = {row: (text, read_span(text, form)) for row, text in table.column(told).items() if text}
    problems = [
        Problem("no date", table.file, int(str(row)), told, text, "Say in date_format how dates are written: %d/%m/%Y")
        for row, (text, span) in found.items()
        if span is None
    ]
    if problems:
        raise AtlasError(problems[:100])
    return {row: span for row, (_, span) in found.items() if span is not None}


def _check_keys(mapping: ImportMapping, options: Mapping[str, Any], where: str) -> None:
    missing = [key for key in NEEDED[options["layout"]] if key not in options]
    if "source" not in options and "source_column" not in options:
        missing.append("source")
    if missing:
        told = f"needed with layout: {options['layout']}"
        raise AtlasError([mapping.problem("this key is missing", f"{where}.{key}", hint=told) for key in missing])


class _Reader:
    """Reads one table."""

    def __init__(
        self, mapping: ImportMapping, options: Mapping[str, Any], where: str, table: ForeignTable, report: ImportReport
    ) -> None:
        self._mapping, self._options, self._where = mapping, options, where
        self._table, self._report = table, report

    def read(self) -> list[Value]:
        return list({"long": self._long, "wide": self._wide, "attribute": self._attribute}[self._options["layout"]]())

    def _tally(self, what: str, count: int) -> Tally:
        tally = self._report.tally(self._table.file, what, count)
        if self._table.blank:
            tally.read += self._table.blank
            tally.leave_out("blank row", self._table.blank)
        return tally

    def _long(self) -> Iterator[Value]:
        tally = self._tally("rows", len(self._table.cells))
        when = date_of(self._mapping, self._where, self._options, self._table)
        units, categories = (self._table.column(self._options[one]) for one in ("unit", "category"))
        for row in map(int, self._table.cells.index):
            if not categories[row]:
                tally.leave_out(NO_VALUE)
            elif not units[row]:
                tally.leave_out("no unit named")
            elif row not in when:
                tally.leave_out("no date")
            else:
                yield self._value(tally, row, units[row], when[row], categories[row])

    def _wide(self) -> Iterator[Value]:
        units, form = self._table.column(self._options["unit"]), self._options.get("date_format", "")
        columns = {name: read_span(text) or read_span(text, form) for name, text in self._options["columns"].items()}
        problems = [
            self._mapping.problem("no date", f"{self._where}.columns.{name}", hint="Write 2021-08-15, 2021-08 or 2021")
            for name, span in columns.items()
            if span is None
        ]
        if problems:
            raise AtlasError(problems)
        tally = self._report.tally(self._table.file, "cells", len(self._table.cells) * len(columns))
        for name, span in columns.items():
            cells = self._table.column(name)
            for row in map(int, self._table.cells.index):
                category = cells[row]
                if not category:
                    tally.leave_out(NO_VALUE)
                elif not units[row]:
                    tally.leave_out("no unit named")
                else:
                    yield self._value(tally, row, units[row], span, category)

    def _attribute(self) -> Iterator[Value]:
        tally = self._tally("shapes' values", len(self._table.cells))
        options = self._options
        when = None if "date" not in options else date_of(self._mapping, self._where, options, self._table)
        if when is None and "valid_from" not in self._mapping.content["shapes"]:
            hint = "The shapes have no lifetimes: say of which date the attribute is"
            raise AtlasError([self._mapping.problem("this key is missing", f"{self._where}.date", hint=hint)])
        for row, category in self._table.column(options["category"]).items():
            if not category:
                tally.leave_out(NO_VALUE)
            elif when is not None and row not in when:
                tally.leave_out("no date")
            else:
                span = None if when is None else when[row]
                yield self._value(tally, row, str(row), span, category, by="shape")

    def _value(self, tally: Tally, row: Any, unit: str, span: Span | None, category: str, by: str = "") -> Value:
        options, table = self._options, self._table
        parent = table.column(options["parent"])[row] if "parent" in options else ""
        source = table.column(options["source_column"])[row] if "source_column" in options else options["source"]
        note = table.column(options["note"])[row] if "note" in options else ""
        return Value(tally, int(row), unit, parent, by or options.get("match", "name"), span, category, source, note)
