"""What to do about each problem, for a program: a fix, or what a person must decide.

A fix is a list of edits that `geodata.tables.mending` can carry out. It is certain where it guesses nothing and loses
nothing. Where only the author can say, the fix takes what claims least (a word from the schema, or the row left out),
and `decide` says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pandas as pd

from geodata import dates
from geodata.errors import Edit, Problem
from geodata.frames import split_list
from geodata.tables.cells import is_sound
from geodata.tables.descriptor import DESCRIPTOR, Descriptor
from geodata.tables.plausible import meant, slug
from geodata.tables.schema import Field, Table, tables

KEPT = ("periods", "sides", "provinces")
"""Tables of which no row is left out where that would leave nothing."""

GREY = "#808080"

Remedy = tuple[Sequence[Edit], bool, str | None]
"""Edits, whether they are certain, what a person must decide."""

NOBODY_KNOWS: Remedy = ((), False, "Only you can say: nothing in the atlas tells what was meant")


def remedied(problems: Iterable[Problem], frames: Mapping[str, pd.DataFrame], descriptor: Descriptor) -> list[Problem]:
    """Give each problem its fix.

    Parameters
    ----------
    problems : iterable of Problem
    frames : Mapping of str to pandas.DataFrame
        The tables that could be read.
    descriptor : Descriptor

    Returns
    -------
    list of Problem
        The same, grouped by file, errors first, what causes others before what may follow from it.
    """
    desk = _Desk(frames, {path: name for name, path in descriptor.paths.items()}, descriptor.added)
    found = _once([desk.remedied(one) for one in problems])
    order = {name: place for place, name in enumerate([DESCRIPTOR, *descriptor.paths.values()])}
    return sorted(
        found,
        key=lambda one: (one.severity != "error", order.get(one.file or "", len(order)), one.file or "",
                         _RANK.get(one.kind, 1), one.row or 0),
    )  # fmt: skip


def _once(problems: Sequence[Problem]) -> list[Problem]:
    """Without what says of a cell, for another reason, what its own fault says already with the same fix."""
    told = {(one.file, one.row, one.column, str(one.fix)) for one in problems if one.kind != "renamed"}
    return [
        one for one in problems if one.kind != "renamed" or (one.file, one.row, one.column, str(one.fix)) not in told
    ]


_RANK = dict.fromkeys(
    ("missing", "encoding", "json", "separator", "no-table", "crs", "axes", "no-degrees", "quotes", "row",
     "column-missing", "column-twice", "column-unknown", "column-nameless", "renamed"), 0,
) | dict.fromkeys(("unknown-id", "no-scope", "hole", "slit", "closed"), 2)  # fmt: skip


@dataclass
class _Desk:
    """Works out fixes with all tables at hand."""

    frames: Mapping[str, pd.DataFrame]
    names: Mapping[str, str]
    added: Mapping[str, Mapping[str, str]]

    def remedied(self, problem: Problem) -> Problem:
        if problem.fix or problem.severity == "warning":
            return problem
        name = {"row": "_row_remedy", "number": "_cell_remedy", "no-number": "_off_earth"}.get(
            problem.kind, "_" + problem.kind.replace("-", "_")
        )
        work: Callable[[Problem], Remedy] | None = getattr(self, name, None)
        edits, certain, decide = work(problem) if work else NOBODY_KNOWS
        if not edits:
            return replace(problem, decide=decide or NOBODY_KNOWS[2])
        return replace(problem, fix=tuple(edits), certain=certain, decide=decide)

    # ---- what it works with

    def _table(self, problem: Problem) -> Table | None:
        name = self.names.get(problem.file or "")
        return tables().get(name) if name else None

    def _field(self, problem: Problem) -> Field | None:
        table = self._table(problem)
        return None if table is None else table.field(problem.column or "", self.added.get(table.name, {}))

    def _cell(self, table: str, line: int | None, column: str) -> str:
        frame = self.frames.get(table)
        if frame is None or line is None or column not in frame or line not in frame.index:
            return ""
        return str(frame.loc[line, column])

    def _taken(self, table: str, column: str) -> set[str]:
        frame = self.frames.get(table)
        return set() if frame is None or column not in frame else {str(one).casefold() for one in frame[column]}

    def _set(self, problem: Problem, value: str, column: str | None = None) -> Edit:
        return {
            "do": "set",
            "file": problem.file,
            "row": problem.row,
            "column": column or problem.column,
            "value": value,
        }

    def _without_row(self, problem: Problem) -> Remedy:
        name = self.names.get(problem.file or "", "")
        if name in KEPT and len(self.frames.get(name, ())) < 2:
            return NOBODY_KNOWS
        told = "Only you can say what was meant; without it the row is left out, and whatever rests on it"
        return [{"do": "delete-row", "file": problem.file, "row": problem.row}], False, told

    # ---- cells

    def _cell_remedy(self, problem: Problem) -> Remedy:
        field = self._field(problem)
        if field is None:
            return NOBODY_KNOWS
        read = meant(problem.value or "", field)
        if read is not None and not (self._must_be_own(field) and read[0].casefold() in self._taken(
            self.names[problem.file or ""], str(field["name"]))):  # fmt: skip
            certain = read[1]
            return [self._set(problem, read[0])], certain, None if certain else f"Whether {read[0]} was meant"
        return self._least(problem, field)

    _blanks = _character = _enum = _pattern = _boolean = _date = _edtf = _uri = _reserved = _cell_remedy

    def _empty(self, problem: Problem) -> Remedy:
        field = self._field(problem)
        return NOBODY_KNOWS if field is None else self._least(problem, field)

    def _range(self, problem: Problem) -> Remedy:
        table = self._table(problem)
        if table and problem.column in ("lon", "lat"):
            lon, lat = (self._cell(table.name, problem.row, name) for name in ("lon", "lat"))
            if _within(lon, 90) and _within(lat, 180):
                edits = [self._set(problem, lat, "lon"), self._set(problem, lon, "lat")]
                return edits, False, "Whether longitude and latitude stand in each other's place"
        return self._empty(problem)

    @staticmethod
    def _must_be_own(field: Field) -> bool:
        return bool(field.get("constraints", {}).get("unique"))

    def _least(self, problem: Problem, field: Field) -> Remedy:
        """What claims least: an empty cell, what the rest of the row says, a word of the schema, or no row."""
        constraints = field.get("constraints", {})
        if not constraints.get("required"):
            return [self._set(problem, "")], False, "Only you can say what was meant; without it the cell is left empty"
        told = self._told_by_the_row(problem, field)
        if told:
            return [self._set(problem, told)], False, f"What was meant; {told} is what the rest of the row says"
        if least := field.get("least"):
            return [self._set(problem, str(least))], False, f"What was meant; {least} claims least"
        return self._without_row(problem)

    def _told_by_the_row(self, problem: Problem, field: Field) -> str:
        name, line, column = self.names.get(problem.file or "", ""), problem.row, problem.column or ""
        table = tables()[name]

        def cell(other: str) -> str:
            return self._cell(name, line, other)

        if field.get("format") == "colour":
            return GREY
        if name == "periods" and column in ("start", "end", "edtf"):
            return _of_period(column, cell("start"), cell("end"), cell("edtf"))
        if name == "provinces" and column == "valid_from":
            return min(filter(None, self.frames.get("periods", pd.DataFrame({"start": []}))["start"]), default="")
        if name == "provinces" and column == "province_id":
            return slug(cell("shape_id").rpartition("-")[0] or cell("name"))
        if name == "claims" and column == "scope":
            scoped = set(self.frames["scopes"]["claim_id"]) if "scopes" in self.frames else set()
            return "provinces" if cell("claim_id") in scoped else "national"
        if column == "order":
            return str(len(self.frames[name]))
        if column in ("name", "short_name", "label"):
            others = [one for one in ("name", "short_name", "label") if one != column and one in table.columns]
            return next(filter(None, [*map(cell, others), cell(table.key[0]), problem.value or ""]), "")
        if column == "code":
            return self._code(name, cell("short_name") or cell("name") or cell(table.key[0]))
        if column in (*table.key[:1], "sentence_id") and "pattern" in field.get("constraints", {}):
            made = slug(problem.value or "") or slug(cell("name") or cell("label") or cell(table.key[0]))
            return self._own(name, column, made or f"{name}-{line}")
        return ""

    def _own(self, name: str, column: str, wanted: str) -> str:
        taken = self._taken(name, column)
        return next(
            one
            for one in (wanted, *(f"{wanted}-{number}" for number in range(2, 9_999)))
            if one.casefold() not in taken
        )

    def _code(self, name: str, text: str) -> str:
        letters = [one for one in text.upper() if one.isalpha()] or ["X"]
        taken = self._taken(name, "code")
        made = ["".join(letters[:length]) for length in (3, 2, 4, 1)]
        made += [letters[0] + chr(65 + one) + chr(65 + two) for one in range(26) for two in range(26)]
        return next((one for one in made if one.casefold() not in taken), "")

    def _duplicate(self, problem: Problem) -> Remedy:
        table = self._table(problem)
        if table is None:
            return NOBODY_KNOWS
        frame = self.frames[table.name]
        first, second = frame.loc[problem.about["first"]], frame.loc[problem.row]
        if first.astype(str).equals(second.astype(str)):
            return [{"do": "delete-row", "file": problem.file, "row": problem.row}], True, None
        column = problem.column or ""
        if column == "code":
            made = self._code(table.name, str(second.get("short_name", "")) + str(second.get("name", "")))
            return [self._set(problem, made)], False, "Which of the two keeps the code"
        if table.name in KEPT and column == table.key[0]:
            own = self._own(table.name, column, problem.value or table.name)
            return [self._set(problem, own)], False, "What the second is called"
        return self._without_row(problem)

    # ---- references

    def _renamed(self, problem: Problem) -> Remedy:
        return [self._set(problem, problem.about["meant"])], False, f"Whether {problem.about['meant']} is this one"

    def _unknown_id(self, problem: Problem) -> Remedy:
        field = self._field(problem)
        if field is None:
            return NOBODY_KNOWS
        name, column = self.names[problem.file or ""], problem.column or ""
        near = problem.about["near"]
        if field.get("list"):
            ids = split_list(self._cell(name, problem.row, column))
            kept = [near if one == problem.value else one for one in ids]
            value = ";".join(one for one in kept if one)
            return [self._set(problem, value)], False, f"Whether {near} was meant" if near else "Which one was meant"
        if near:
            return [self._set(problem, near)], False, f"Whether {near} was meant"
        if field.get("constraints", {}).get("required"):
            return self._without_row(problem)
        return [self._set(problem, "")], False, "Which one was meant; without it the cell is left empty"

    # ---- rows and columns

    def _cells(self, problem: Problem) -> Remedy:
        table = self._table(problem)
        row, header = problem.about["cells"], problem.about["header"]
        if table is None:
            return NOBODY_KNOWS
        spare = row[len(header) :]
        if spare and not any(spare):
            return [self._row(problem, row[: len(header)])], True, None
        fields = [table.field(name, self.added.get(table.name, {})) for name in header]
        fitting = [one for one in _rows_of(row, len(header)) if _fits(one, fields)]
        if fitting:
            return [self._row(problem, fitting[0])], False, "Where a comma is missing or too many"
        return self._without_row(problem)

    @staticmethod
    def _row(problem: Problem, cells: Sequence[str]) -> Edit:
        return {"do": "set-row", "file": problem.file, "row": problem.row, "cells": list(cells)}

    def _row_remedy(self, problem: Problem) -> Remedy:
        lines = problem.about.get("lines", 1)
        edit = {"do": "unquote", "file": problem.file, "row": problem.row, "lines": lines}
        return [edit], False, "Where the quotation marks belong"

    def _quotes(self, problem: Problem) -> Remedy:
        return self._row_remedy(problem)

    def _separator(self, problem: Problem) -> Remedy:
        return [{"do": "separate-by-commas", "file": problem.file, "from": problem.about["separator"]}], True, None

    def _encoding(self, problem: Problem) -> Remedy:
        source = problem.about["from"]
        sure = source == "utf-16"
        edit = {"do": "re-encode", "file": problem.file, "from": source}
        return [edit], sure, None if sure else f"Whether the file is in {source}"

    def _column_missing(self, problem: Problem) -> Remedy:
        edit = {"do": "add-column", "file": problem.file, "column": problem.column}
        return [edit], False, "What stands in the column"

    def _column_twice(self, problem: Problem) -> Remedy:
        edit = {"do": "delete-repeated-column", "file": problem.file, "column": problem.column}
        return [edit], False, "Which of the two is right"

    def _column_nameless(self, problem: Problem) -> Remedy:
        return [{"do": "rename-column", "file": problem.file, "column": "", "to": "unnamed"}], False, "What it is"

    def _column_unknown(self, problem: Problem) -> Remedy:
        table = self._table(problem)
        if near := problem.about["near"]:
            edit = {"do": "rename-column", "file": problem.file, "column": problem.column, "to": near}
            return [edit], False, f"Whether {near} was meant"
        if table is None or problem.column is None or problem.column.startswith("name_"):
            edit = {"do": "delete-column", "file": problem.file, "column": problem.column}
            return [edit], False, "Whether the column is needed"
        edit = {"do": "describe-column", "file": DESCRIPTOR, "resource": table.name, "column": problem.column}
        return [edit], True, "What it means: say it in the description"

    def _missing(self, problem: Problem) -> Remedy:
        table = self._table(problem)
        if table is None or not table.required:
            return [{"do": "delete-resource", "file": DESCRIPTOR, "path": problem.file}], False, "Where the file is"
        if table.name in KEPT:
            return NOBODY_KNOWS
        edit = {"do": "write", "file": problem.file, "text": ",".join(table.columns) + "\n"}
        return [edit], False, "Where the file is; without it the table is empty"

    _no_table = _missing

    # ---- what no schema says

    def _no_scope(self, problem: Problem) -> Remedy:
        return [self._set(problem, "national", "scope")], False, "Which provinces it speaks of"

    def _national_scope(self, problem: Problem) -> Remedy:
        scopes = self.frames["scopes"]
        file = next(path for path, name in self.names.items() if name == "scopes")
        lines = scopes.index[scopes["claim_id"] == problem.value]
        edits = [{"do": "delete-row", "file": file, "row": int(line)} for line in lines]
        return edits, False, "Whether it speaks of these provinces or of the whole country"

    def _check_value(self, problem: Problem) -> Remedy:
        if problem.value:
            return [self._set(problem, "")], False, "Whether it is a rank or a number"
        return self._without_row(problem)

    def _share(self, problem: Problem) -> Remedy:
        share = float(problem.value or 0) / 100
        return ([self._set(problem, f"{share:g}")], True, None) if share <= 1 else self._without_row(problem)

    def _two_dates(self, problem: Problem) -> Remedy:
        return [self._set(problem, "")], False, "Whether the date or the period is meant"

    def _left_out(self, problem: Problem) -> Remedy:
        return self._without_row(problem)

    _no_date = _calendar = _value_twice = _left_out

    def _period_backwards(self, problem: Problem) -> Remedy:
        edtf = self._cell("periods", problem.row, "edtf")
        start, end = _of_period("start", "", "", edtf), _of_period("end", "", "", edtf)
        if not (start and end and start <= end):
            start, end = problem.about["end"], problem.about["start"]
        return [self._set(problem, start, "start"), self._set(problem, end, "end")], False, "Which day is right"

    def _period_order(self, problem: Problem) -> Remedy:
        if problem.about["in_order"]:
            return [{"do": "sort-rows", "file": problem.file, "column": "start"}], True, None
        before = _day_before(problem.value or "")
        above = problem.about["above"]
        if before and before >= self._cell("periods", above, "start"):
            edit = {"do": "set", "file": problem.file, "row": above, "column": "end", "value": before}
            return [edit], False, "On which day the one ends and the other begins"
        return self._without_row(problem)

    def _lifetime_backwards(self, problem: Problem) -> Remedy:
        return [self._set(problem, "")], False, "When the shape ended"

    def _no_province(self, problem: Problem) -> Remedy:
        path = next(path for path, name in self.names.items() if name == "periods")
        return self._without_row(replace(problem, file=path, row=problem.about["period"]))

    def _shape_twice(self, problem: Problem) -> Remedy:
        rows = sorted(problem.about["rows"], key=lambda one: one[1])
        edits: list[Edit] = []
        for (row, begins), (_, after) in pairwise(rows):
            if begins == after:
                edits.append({"do": "delete-row", "file": problem.file, "row": row})
            else:
                last = _day_before(after)
                edits.append({"do": "set", "file": problem.file, "row": row, "column": "valid_to", "value": last})
        return edits, False, "Until when the earlier shape was valid"

    # ---- shapes

    def _shape_edit(self, problem: Problem, do: str, decide: str, **more: Any) -> Remedy:
        return [{"do": do, "file": problem.file, "row": problem.row, **more}], False, decide

    def _no_polygon(self, problem: Problem) -> Remedy:
        return self._without_row(problem)

    def _ring(self, problem: Problem) -> Remedy:
        return self._shape_edit(problem, "repair-shape", "Where the outline runs")

    def _off_earth(self, problem: Problem) -> Remedy:
        return self._shape_edit(problem, "drop-points", "Where the point lies")

    def _no_degrees(self, problem: Problem) -> Remedy:
        return self._shape_edit(problem, "reproject", "Which system the coordinates are in", **{"from": "EPSG:3857"})

    def _crs(self, problem: Problem) -> Remedy:
        return [{"do": "reproject", "file": problem.file, "row": None, "from": problem.value}], True, None

    def _place_axes(self, problem: Problem) -> Remedy:
        edits = [self._set(problem, problem.about[name], name) for name in ("lon", "lat")]
        return edits, False, "Whether longitude and latitude stand in each other's place"

    def _axes(self, problem: Problem) -> Remedy:
        edit = {"do": "swap-axes", "file": problem.file, "row": problem.row}
        return [edit], problem.decide is None, problem.decide

    def _overlap(self, problem: Problem) -> Remedy:
        (other, name), *_ = problem.about["others"]
        return self._shape_edit(problem, "cut-shape", f"Whose the land is; it is left to {name}", by=other)

    def _slit(self, problem: Problem) -> Remedy:
        others = [row for row, _ in problem.about["others"]]
        where = {"place": list(problem.place or ()), "with": others}
        return self._shape_edit(problem, "fill-hole", "Whose the land is", **where)

    def _no_text(self, problem: Problem) -> Remedy:
        return [self._set(problem, "")], False, "What stands there"


def _within(value: str, most: float) -> bool:
    try:
        return abs(float(value)) <= most
    except ValueError:
        return False


def _day_before(day: str) -> str:
    try:
        return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return ""


def _of_period(column: str, start: str, end: str, edtf: str) -> str:
    if column == "edtf":
        return f"{start}/{end}" if start and end else start or end
    try:
        found = dates.parse(edtf)
    except ValueError:
        return ""
    day = found.earliest if column == "start" else found.latest
    return "" if day is None else day.isoformat()


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
