"""What every remedy works with: the tables as they were read, and how a cell is set or a row left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from geodata.errors import Edit, Problem
from geodata.tables.schema import Field, Table, tables

KEPT = ("periods", "sides", "provinces")
"""Tables of which no row is left out where that would leave nothing."""

Remedy = tuple[Sequence[Edit], bool, str | None]
"""Edits, whether they are certain, what a person must decide."""

NOBODY_KNOWS: Remedy = ((), False, "Only you can say: nothing in the atlas tells what was meant")


@dataclass
class Desk:
    """All tables at hand."""

    frames: Mapping[str, pd.DataFrame]
    names: Mapping[str, str]
    added: Mapping[str, Mapping[str, str]]

    def table(self, problem: Problem) -> Table | None:
        """The table that a problem lies in; None where the file is none of the atlas's."""
        name = self.names.get(problem.file or "")
        return tables().get(name) if name else None

    def field(self, problem: Problem) -> Field | None:
        """What the schema says of the column that a problem lies in."""
        table = self.table(problem)
        return None if table is None else table.field(problem.column or "", self.added.get(table.name, {}))

    def cell(self, table: str, line: int | None, column: str) -> str:
        """A cell as it was read; empty where there is none."""
        frame = self.frames.get(table)
        if frame is None or line is None or column not in frame or line not in frame.index:
            return ""
        return str(frame.loc[line, column])

    def taken(self, table: str, column: str) -> set[str]:
        """What stands in a column already, without regard to case."""
        frame = self.frames.get(table)
        return set() if frame is None or column not in frame else {str(one).casefold() for one in frame[column]}

    def set_cell(self, problem: Problem, value: str, column: str | None = None) -> Edit:
        """The edit that puts a value into the cell of a problem, or into another of its row."""
        return {
            "do": "set",
            "file": problem.file,
            "row": problem.row,
            "column": column or problem.column,
            "value": value,
        }

    def without_row(self, problem: Problem) -> Remedy:
        """The row left out, where that leaves something of the table."""
        name = self.names.get(problem.file or "", "")
        if name in KEPT and len(self.frames.get(name, ())) < 2:
            return NOBODY_KNOWS
        told = "Only you can say what was meant; without it the row is left out, and whatever rests on it"
        return [{"do": "delete-row", "file": problem.file, "row": problem.row}], False, told

    def own(self, name: str, column: str, wanted: str) -> str:
        """A value that the column does not have yet: as wanted, or with a number."""
        taken = self.taken(name, column)
        return next(
            one
            for one in (wanted, *(f"{wanted}-{number}" for number in range(2, 9_999)))
            if one.casefold() not in taken
        )

    def code(self, name: str, text: str) -> str:
        """A code of up to four letters that no row of the table has yet."""
        letters = [one for one in text.upper() if one.isalpha()] or ["X"]
        taken = self.taken(name, "code")
        made = ["".join(letters[:length]) for length in (3, 2, 4, 1)]
        made += [letters[0] + chr(65 + one) + chr(65 + two) for one in range(26) for two in range(26)]
        return next((one for one in made if one.casefold() not in taken), "")


Remedying = Callable[[Desk, Problem], Remedy]
"""Finds the remedy of a problem of one kind."""
