"""What to do about each problem, for a program: a fix, or what a person must decide.

A fix is a list of edits that `geodata.tables.mending` can carry out. It is certain where it guesses nothing and loses
nothing. Where only the author can say, the fix takes what claims least (a word from the schema, or the row left out),
and `decide` says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from geodata.errors import Problem
from geodata.tables.descriptor import Descriptor
from geodata.tables.descriptor_values import DESCRIPTOR
from geodata.tables.remedies.cells import OF_CELLS
from geodata.tables.remedies.desk import NOBODY_KNOWS, Desk
from geodata.tables.remedies.rows import OF_ROWS
from geodata.tables.remedies.sense import OF_SENSE
from geodata.tables.remedies.shapes import OF_SHAPES

__all__ = ["remedied"]

REMEDIES = {**OF_CELLS, **OF_ROWS, **OF_SENSE, **OF_SHAPES}


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
    desk = Desk(frames, {path: name for name, path in descriptor.paths.items()}, descriptor.added)
    found = _once([_with_remedy(desk, one) for one in problems])
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


def _with_remedy(desk: Desk, problem: Problem) -> Problem:
    if problem.fix or problem.severity == "warning":
        return problem
    find = REMEDIES.get(problem.kind)
    edits, certain, decide = find(desk, problem) if find else NOBODY_KNOWS
    if not edits:
        return replace(problem, decide=decide or NOBODY_KNOWS[2])
    return replace(problem, fix=tuple(edits), certain=certain, decide=decide)
