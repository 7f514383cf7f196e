"""Remedies of cells: misspelt, empty, out of range, given twice, ids of nothing."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from geodata.errors import Problem
from geodata.frames import split_list
from geodata.tables.plausible import meant, slug
from geodata.tables.remedies.desk import KEPT, NOBODY_KNOWS, Desk, Remedy, Remedying
from geodata.tables.remedies.spans import of_period
from geodata.tables.schema import Field, tables

GREY = "#808080"


def _cell_remedy(desk: Desk, problem: Problem) -> Remedy:
    field = desk.field(problem)
    if field is None:
        return NOBODY_KNOWS
    read = meant(problem.value or "", field)
    if read is not None and not (_must_be_own(field) and read[0].casefold() in desk.taken(
        desk.names[problem.file or ""], str(field["name"]))):  # fmt: skip
        certain = read[1]
        return [desk.set_cell(problem, read[0])], certain, None if certain else f"Whether {read[0]} was meant"
    return _least(desk, problem, field)


def _empty(desk: Desk, problem: Problem) -> Remedy:
    field = desk.field(problem)
    return NOBODY_KNOWS if field is None else _least(desk, problem, field)


def _range(desk: Desk, problem: Problem) -> Remedy:
    table = desk.table(problem)
    if table and problem.column in ("lon", "lat"):
        lon, lat = (desk.cell(table.name, problem.row, name) for name in ("lon", "lat"))
        if _within(lon, 90) and _within(lat, 180):
            edits = [desk.set_cell(problem, lat, "lon"), desk.set_cell(problem, lon, "lat")]
            return edits, False, "Whether longitude and latitude stand in each other's place"
    return _empty(desk, problem)


def _must_be_own(field: Field) -> bool:
    return bool(field.get("constraints", {}).get("unique"))


def _least(desk: Desk, problem: Problem, field: Field) -> Remedy:
    """What claims least: an empty cell, what the rest of the row says, a word of the schema, or no row."""
    constraints = field.get("constraints", {})
    if not constraints.get("required"):
        return [desk.set_cell(problem, "")], False, "Only you can say what was meant; without it the cell is left empty"
    told = _told_by_the_row(desk, problem, field)
    if told:
        return [desk.set_cell(problem, told)], False, f"What was meant; {told} is what the rest of the row says"
    if least := field.get("least"):
        return [desk.set_cell(problem, str(least))], False, f"What was meant; {least} claims least"
    return desk.without_row(problem)


def _told_by_the_row(desk: Desk, problem: Problem, field: Field) -> str:
    name, line, column = desk.names.get(problem.file or "", ""), problem.row, problem.column or ""
    table = tables()[name]

    def cell(other: str) -> str:
        return desk.cell(name, line, other)

    if field.get("format") == "colour":
        return GREY
    if name == "periods" and column in ("start", "end", "edtf"):
        return of_period(column, cell("start"), cell("end"), cell("edtf"))
    if name == "provinces" and column == "valid_from":
        return min(filter(None, desk.frames.get("periods", pd.DataFrame({"start": []}))["start"]), default="")
    if name == "provinces" and column == "province_id":
        return slug(cell("shape_id").rpartition("-")[0] or cell("name"))
    if name == "claims" and column == "scope":
        scoped = set(desk.frames["scopes"]["claim_id"]) if "scopes" in desk.frames else set()
        return "provinces" if cell("claim_id") in scoped else "national"
    if column == "order":
        return str(len(desk.frames[name]))
    if column in ("name", "short_name", "label"):
        others = [one for one in ("name", "short_name", "label") if one != column and one in table.columns]
        return next(filter(None, [*map(cell, others), cell(table.key[0]), problem.value or ""]), "")
    if column == "code":
        return desk.code(name, cell("short_name") or cell("name") or cell(table.key[0]))
    if column in (*table.key[:1], "sentence_id") and "pattern" in field.get("constraints", {}):
        made = slug(problem.value or "") or slug(cell("name") or cell("label") or cell(table.key[0]))
        return desk.own(name, column, made or f"{name}-{line}")
    return ""


def _duplicate(desk: Desk, problem: Problem) -> Remedy:
    table = desk.table(problem)
    if table is None:
        return NOBODY_KNOWS
    frame = desk.frames[table.name]
    first, second = frame.loc[problem.about["first"]], frame.loc[problem.row]
    if first.astype(str).equals(second.astype(str)):
        return [{"do": "delete-row", "file": problem.file, "row": problem.row}], True, None
    column = problem.column or ""
    if column == "code":
        made = desk.code(table.name, str(second.get("short_name", "")) + str(second.get("name", "")))
        return [desk.set_cell(problem, made)], False, "Which of the two keeps the code"
    if table.name in KEPT and column == table.key[0]:
        own = desk.own(table.name, column, problem.value or table.name)
        return [desk.set_cell(problem, own)], False, "What the second is called"
    return desk.without_row(problem)


def _renamed(desk: Desk, problem: Problem) -> Remedy:
    return [desk.set_cell(problem, problem.about["meant"])], False, f"Whether {problem.about['meant']} is this one"


def _unknown_id(desk: Desk, problem: Problem) -> Remedy:
    field = desk.field(problem)
    if field is None:
        return NOBODY_KNOWS
    name, column = desk.names[problem.file or ""], problem.column or ""
    near = problem.about["near"]
    if field.get("list"):
        ids = split_list(desk.cell(name, problem.row, column))
        kept = [near if one == problem.value else one for one in ids]
        value = ";".join(one for one in kept if one)
        return [desk.set_cell(problem, value)], False, f"Whether {near} was meant" if near else "Which one was meant"
    if near:
        return [desk.set_cell(problem, near)], False, f"Whether {near} was meant"
    if field.get("constraints", {}).get("required"):
        return desk.without_row(problem)
    return [desk.set_cell(problem, "")], False, "Which one was meant; without it the cell is left empty"


def _within(value: str, most: float) -> bool:
    try:
        return abs(float(value)) <= most
    except ValueError:
        return False


OF_CELLS: Mapping[str, Remedying] = {
    "number": _cell_remedy,
    "blanks": _cell_remedy,
    "character": _cell_remedy,
    "enum": _cell_remedy,
    "pattern": _cell_remedy,
    "boolean": _cell_remedy,
    "date": _cell_remedy,
    "edtf": _cell_remedy,
    "uri": _cell_remedy,
    "reserved": _cell_remedy,
    "empty": _empty,
    "range": _range,
    "duplicate": _duplicate,
    "renamed": _renamed,
    "unknown-id": _unknown_id,
}
"""By the kind of the problem."""
