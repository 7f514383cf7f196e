"""Remedies of what no schema says: scopes, shares, dates that contradict each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from geodata.errors import Edit, Problem
from geodata.tables.remedies.desk import Desk, Remedy, Remedying
from geodata.tables.remedies.spans import day_before, of_period


def _no_scope(desk: Desk, problem: Problem) -> Remedy:
    return [desk.set_cell(problem, "national", "scope")], False, "Which provinces it speaks of"


def _national_scope(desk: Desk, problem: Problem) -> Remedy:
    scopes = desk.frames["scopes"]
    file = next(path for path, name in desk.names.items() if name == "scopes")
    lines = scopes.index[scopes["claim_id"] == problem.value]
    edits = [{"do": "delete-row", "file": file, "row": int(line)} for line in lines]
    return edits, False, "Whether it speaks of these provinces or of the whole country"


def _check_value(desk: Desk, problem: Problem) -> Remedy:
    if problem.value:
        return [desk.set_cell(problem, "")], False, "Whether it is a rank or a number"
    return desk.without_row(problem)


def _share(desk: Desk, problem: Problem) -> Remedy:
    share = float(problem.value or 0) / 100
    return ([desk.set_cell(problem, f"{share:g}")], True, None) if share <= 1 else desk.without_row(problem)


def _two_dates(desk: Desk, problem: Problem) -> Remedy:
    return [desk.set_cell(problem, "")], False, "Whether the date or the period is meant"


def _left_out(desk: Desk, problem: Problem) -> Remedy:
    return desk.without_row(problem)


def _period_backwards(desk: Desk, problem: Problem) -> Remedy:
    edtf = desk.cell("periods", problem.row, "edtf")
    start, end = of_period("start", "", "", edtf), of_period("end", "", "", edtf)
    if not (start and end and start <= end):
        start, end = problem.about["end"], problem.about["start"]
    return [desk.set_cell(problem, start, "start"), desk.set_cell(problem, end, "end")], False, "Which day is right"


def _period_order(desk: Desk, problem: Problem) -> Remedy:
    if problem.about["in_order"]:
        return [{"do": "sort-rows", "file": problem.file, "column": "start"}], True, None
    before = day_before(problem.value or "")
    above = problem.about["above"]
    if before and before >= desk.cell("periods", above, "start"):
        edit = {"do": "set", "file": problem.file, "row": above, "column": "end", "value": before}
        return [edit], False, "On which day the one ends and the other begins"
    return desk.without_row(problem)


def _lifetime_backwards(desk: Desk, problem: Problem) -> Remedy:
    return [desk.set_cell(problem, "")], False, "When the shape ended"


def _no_province(desk: Desk, problem: Problem) -> Remedy:
    path = next(path for path, name in desk.names.items() if name == "periods")
    return desk.without_row(replace(problem, file=path, row=problem.about["period"]))


def _shape_twice(_: Desk, problem: Problem) -> Remedy:
    rows = sorted(problem.about["rows"], key=lambda one: one[1])
    edits: list[Edit] = []
    for (row, begins), (_, after) in pairwise(rows):
        if begins == after:
            edits.append({"do": "delete-row", "file": problem.file, "row": row})
        else:
            last = day_before(after)
            edits.append({"do": "set", "file": problem.file, "row": row, "column": "valid_to", "value": last})
    return edits, False, "Until when the earlier shape was valid"


def _no_text(desk: Desk, problem: Problem) -> Remedy:
    return [desk.set_cell(problem, "")], False, "What stands there"


OF_SENSE: Mapping[str, Remedying] = {
    "no-scope": _no_scope,
    "national-scope": _national_scope,
    "check-value": _check_value,
    "share": _share,
    "two-dates": _two_dates,
    "left-out": _left_out,
    "no-date": _left_out,
    "calendar": _left_out,
    "value-twice": _left_out,
    "period-backwards": _period_backwards,
    "period-order": _period_order,
    "lifetime-backwards": _lifetime_backwards,
    "no-province": _no_province,
    "shape-twice": _shape_twice,
    "no-text": _no_text,
}
"""By the kind of the problem."""
