"""Remedies of rows, columns and files: too short or long, unknown, missing, written otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from geodata.errors import Edit, Problem
from geodata.tables.cells import is_sound
from geodata.tables.descriptor_values import DESCRIPTOR
from geodata.tables.remedies.desk import KEPT, NOBODY_KNOWS, Desk, Remedy, Remedying
from geodata.tables.schema import Field


def _cells(desk: Desk, problem: Problem) -> Remedy:
    table = desk.table(problem)
    row, header = problem.about["cells"], problem.about["header"]
    if table is None:
        return NOBODY_KNOWS
    spare = row[len(header) :]
    if spare and not any(spare):
        return [_row(problem, row[: len(header)])], True, None
    fields = [table.field(name, desk.added.get(table.name, {})) for name in header]
    fitting = [one for one in _rows_of(row, len(header)) if _fits(one, fields)]
    if fitting:
        return [_row(problem, fitting[0])], False, "Where a comma is missing or too many"
    return desk.without_row(problem)


def _row(problem: Problem, cells: Sequence[str]) -> Edit:
    return {"do": "set-row", "file": problem.file, "row": problem.row, "cells": list(cells)}


def _row_remedy(_: Desk, problem: Problem) -> Remedy:
    lines = problem.about.get("lines", 1)
    edit = {"do": "unquote", "file": problem.file, "row": problem.row, "lines": lines}
    return [edit], False, "Where the quotation marks belong"


def _separator(_: Desk, problem: Problem) -> Remedy:
    return [{"do": "separate-by-commas", "file": problem.file, "from": problem.about["separator"]}], True, None


def _encoding(_: Desk, problem: Problem) -> Remedy:
    source = problem.about["from"]
    sure = source == "utf-16"
    edit = {"do": "re-encode", "file": problem.file, "from": source}
    return [edit], sure, None if sure else f"Whether the file is in {source}"


def _column_missing(_: Desk, problem: Problem) -> Remedy:
    edit = {"do": "add-column", "file": problem.file, "column": problem.column}
    return [edit], False, "What stands in the column"


def _column_twice(_: Desk, problem: Problem) -> Remedy:
    edit = {"do": "delete-repeated-column", "file": problem.file, "column": problem.column}
    return [edit], False, "Which of the two is right"


def _column_nameless(_: Desk, problem: Problem) -> Remedy:
    return [{"do": "rename-column", "file": problem.file, "column": "", "to": "unnamed"}], False, "What it is"


def _column_unknown(desk: Desk, problem: Problem) -> Remedy:
    table = desk.table(problem)
    if near := problem.about["near"]:
        edit = {"do": "rename-column", "file": problem.file, "column": problem.column, "to": near}
        return [edit], False, f"Whether {near} was meant"
    if table is None or problem.column is None or problem.column.startswith("name_"):
        edit = {"do": "delete-column", "file": problem.file, "column": problem.column}
        return [edit], False, "Whether the column is needed"
    edit = {"do": "describe-column", "file": DESCRIPTOR, "resource": table.name, "column": problem.column}
    return [edit], True, "What it means: say it in the description"


def _missing(desk: Desk, problem: Problem) -> Remedy:
    table = desk.table(problem)
    if table is None or not table.required:
        return [{"do": "delete-resource", "file": DESCRIPTOR, "path": problem.file}], False, "Where the file is"
    if table.name in KEPT:
        return NOBODY_KNOWS
    edit = {"do": "write", "file": problem.file, "text": ",".join(table.columns) + "\n"}
    return [edit], False, "Where the file is; without it the table is empty"


def _rows_of(row: Sequence[str], count: int) -> Iterable[list[str]]:
    """A row with as many cells as are due: cells joined again at a comma, or empty ones put in, anywhere."""
    extra = len(row) - count
    for place in range(count):
        if extra > 0:
            yield [*row[:place], ",".join(row[place : place + extra + 1]), *row[place + extra + 1 :]]
        else:
            yield [*row[:place], *[""] * -extra, *row[place:]]


def _fits(row: Sequence[str], fields: Sequence[Field | None]) -> bool:
    return all(field is None or is_sound(cell, field) for cell, field in zip(row, fields, strict=True))


OF_ROWS: Mapping[str, Remedying] = {
    "cells": _cells,
    "row": _row_remedy,
    "quotes": _row_remedy,
    "separator": _separator,
    "encoding": _encoding,
    "column-missing": _column_missing,
    "column-twice": _column_twice,
    "column-nameless": _column_nameless,
    "column-unknown": _column_unknown,
    "missing": _missing,
    "no-table": _missing,
}
"""By the kind of the problem."""
