"""References between tables: every id that is referred to exists, and the fault is told where it is.

If the id of a row was misspelt, every row that refers to it is right; if a row could not be read, nothing is known of
its id. Both are told once, at the row that is wrong, and not at each row that is not.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from geodata.errors import Problem
from geodata.frames import split_list
from geodata.tables.cells import is_sound
from geodata.tables.schema import tables

Frames = Mapping[str, pd.DataFrame]
Paths = Mapping[str, str]

MOST_NEAR = 1_000
"""Up to so many known ids the nearest one is looked for."""

LIKE = 0.7
"""How alike two ids must be for one to be taken for the other."""

DIGITS = re.compile(r"[0-9]+")


class Reference(NamedTuple):
    """A cell that refers to other tables: where it stands, the id, and what it may be an id of."""

    table: str
    line: int
    column: str
    value: str
    targets: tuple[str, ...]


def check_references(frames: Frames, paths: Paths, doubtful: Mapping[str, Collection[str]]) -> list[Problem]:
    """Check that every id that is referred to exists.

    Parameters
    ----------
    frames : Mapping of str to pandas.DataFrame
        The tables that could be read; references into the others are not checked.
    paths : Mapping of str to str
        Their files.
    doubtful : Mapping of str to collection of str
        By table, texts of rows that could not be read.

    Returns
    -------
    list of Problem
    """
    missing: dict[tuple[tuple[str, ...], str], list[Reference]] = defaultdict(list)
    used: dict[str, Counter[str]] = defaultdict(Counter)
    known = _known(frames, doubtful)
    for one in _references(frames):
        if any(one.value in known[target] for target in one.targets):
            for target in one.targets:
                used[target][one.value] += 1
        else:
            missing[one.targets, one.value].append(one)
    renamed = _renamed(missing, used, frames)
    problems = []
    for (targets, value), found in missing.items():
        there = " or ".join(_file(paths, target.partition(".")[0]) for target in targets)
        if (targets, value) in renamed:
            target, line, written = renamed[targets, value]
            table, _, column = target.partition(".")
            rows = f"{len(found)} row{'s' if len(found) > 1 else ''}"
            hint = f"Did you mean {value}?"
            message = f"{rows} elsewhere refer to {value}, which is not there, and none to this"
            about = {"meant": value, "rows": [(_file(paths, one.table), one.line) for one in found]}
            problems.append(
                Problem(message, _file(paths, table), line, column, written, hint, kind="renamed", about=about)
            )
            continue
        near = _near(value, [known[target] for target in targets], len(found))
        hint = f"Did you mean {near}?" if near else f"Add it to {there} or use an id that is there"
        problems += [
            Problem(
                f"unknown in {there}",
                _file(paths, one.table),
                one.line,
                one.column,
                value,
                hint,
                kind="unknown-id",
                about={"near": near},
            )
            for one in found
        ]
    return problems


def _file(paths: Paths, table: str) -> str:
    return paths.get(table, tables()[table].file)


def _known(frames: Frames, doubtful: Mapping[str, Collection[str]]) -> dict[str, set[str]]:
    referred = {one for table in tables().values() for field in table.fields for one in field.get("refers", ())}
    return {
        f"{name}.{column}": set(map(str, frame[column].tolist())) | set(doubtful.get(name, ()))
        for name, frame in frames.items()
        for column in map(str, frame.columns)
        if f"{name}.{column}" in referred
    }


def _references(frames: Frames) -> Iterator[Reference]:
    for name, frame in frames.items():
        for field in tables()[name].fields:
            targets = tuple(field.get("refers", ()))
            there = all(_has(frames, target) for target in targets)
            if not targets or field["name"] not in frame or not there:
                continue
            # As lists: a cell at a time out of a column of texts takes longer than all that is done with it.
            for line, cell in zip(list(frame.index), list(frame[field["name"]]), strict=True):
                for value in split_list(str(cell)) if field.get("list") else filter(None, [str(cell)]):
                    yield Reference(name, int(str(line)), field["name"], value, targets)


def _has(frames: Frames, target: str) -> bool:
    table, _, column = target.partition(".")
    return table in frames and column in frames[table]


def _renamed(
    missing: Mapping[tuple[tuple[str, ...], str], list[Reference]], used: Mapping[str, Counter[str]], frames: Frames
) -> dict[tuple[tuple[str, ...], str], tuple[str, int, str]]:
    """Ids that are missing because the row that should have them has another one, to which nobody refers."""
    found: dict[tuple[tuple[str, ...], str], tuple[str, int, str]] = {}
    taken: set[tuple[str, int]] = set()
    for (targets, value), rows in missing.items():
        for target in targets:
            table, _, column = target.partition(".")
            lonely = [
                (int(str(line)), str(cell))
                for line, cell in frames[table][column].items()
                if (not used[target][str(cell)] or _stands_twice(frames[table], column, str(cell), line))
                and (target, int(str(line))) not in taken
            ]
            field = tables()[table].field(column)
            # One row against one: the id that others refer to is more often right than the one who refers to it.
            several = len({(one.table, one.line) for one in rows}) > 1
            odd = [
                one for one in lonely if (several and _alike(value, one[1])) or (field and not is_sound(one[1], field))
            ]
            pick = odd[0] if len(odd) == 1 else None
            # A row that refers to itself says nothing of its own id.
            if pick is not None and not all(one.table == table and one.line == pick[0] for one in rows):
                found[targets, value] = (target, *pick)
                taken.add((target, pick[0]))
                break
    return found


def _stands_twice(frame: pd.DataFrame, column: str, cell: str, line: object) -> bool:
    """Whether the id is one that a row above has already, in a table where it must be its own."""
    above = frame[column][frame[column] == cell]
    return len(above) > 1 and above.index[0] != line


def _near(value: str, known: list[set[str]], rows: int) -> str | None:
    """The id that was meant, if that is likely: numbers tell rows apart, so that only their form may differ."""
    ids = sorted(set().union(*known) - {""})
    plain = _plain(value)
    same = [one for one in ids if _plain(one) == plain]
    if len(same) == 1:
        return same[0]
    if rows > 2 or len(ids) > MOST_NEAR:
        return None  # Nobody misspells the same word in every row: the row that it speaks of is missing.
    return next((one for one in difflib.get_close_matches(value, ids, n=3) if _alike(value, one)), None)


def _alike(one: str, other: str) -> bool:
    if [int(number) for number in DIGITS.findall(one)] != [int(number) for number in DIGITS.findall(other)]:
        return False
    return _plain(one) == _plain(other) or difflib.SequenceMatcher(None, one, other).ratio() >= LIKE


def _plain(text: str) -> str:
    """An id without what people change in passing: capitals, marks between words, leading noughts."""
    words = DIGITS.sub(lambda found: str(int(found[0])), text.lower())
    return "".join(letter for letter in words if letter.isalnum())
