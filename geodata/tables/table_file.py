"""One table of an atlas, read from its CSV file: every cell as text, for typing comes after checking."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from geodata.errors import AtlasError, Problem
from geodata.tables.csv_text import NumberedRow, read_rows
from geodata.tables.files import read_text
from geodata.tables.schema import LANGUAGE_COLUMN, Field, Table

MARKED = re.compile(r"'(?='*[=+\-@\t\r＝＋－＠])")
"""What exports put before a text that a spreadsheet would run as a formula: taken off again here."""

WHOLLY_CURLY = re.compile(r"[“”„‟][^“”„‟]*[“”„‟]")
"""A cell in the quotation marks of a word processor, which mean what straight ones mean there."""

LISTED = "datapackage.json lists this file; add it"


@dataclass(frozen=True)
class TableFile:
    """A table as its file has it.

    Attributes
    ----------
    frame : pandas.DataFrame or None
        All cells as str, indexed by the line on which a row begins, the header being line 1; None if the file is no
        such table.
    problems : list of Problem
    doubtful : set of str
        Texts of the rows that could not be read: an id among them is not known, and not unknown either.
    """

    frame: pd.DataFrame | None
    problems: list[Problem]
    doubtful: frozenset[str] = frozenset()


def read_table(folder: Path, file: str, table: Table, added: Mapping[str, str]) -> TableFile:
    """Read a table.

    Parameters
    ----------
    folder : pathlib.Path
        The folder of the atlas.
    file : str
        The file in it.
    table : Table
        What it must be.
    added : Mapping of str to str
        Columns that the atlas adds, with what they mean.

    Returns
    -------
    TableFile
    """
    prose = {field["name"] for field in table.fields if field.get("prose")}
    try:
        rows = read_rows(read_text(folder, file, "table", LISTED), file, prose)
    except AtlasError as error:
        return TableFile(None, list(error.problems))
    problems = rows.problems
    if not rows.found:
        hint = f"The first line names the columns: {', '.join(table.columns)}"
        return TableFile(None, problems or [Problem("empty", file=file, row=1, hint=hint, kind="no-table")])
    header, body = _without_empty_columns(rows.found)
    if faults := header_problems(header, table, added, file):
        problems += faults
        if not set(header) & set(table.columns) or len(set(header)) < len(header):
            return TableFile(None, problems)
    sound = []
    doubtful = {cell for line in rows.refused for cell in re.split(r'[,;\t"]', line)}
    for line, row in body:
        if len(row) == len(header):
            sound.append((line, row))
            continue
        doubtful |= set(row)
        hint = "Check for a missing or additional comma; put text with commas in quotation marks"
        message = f"{len(row)} cells where the header has {len(header)}"
        about = {"cells": row, "header": header}
        problems.append(Problem(message, file, line, hint=hint, kind="cells", about=about))
    index = [line for line, _ in sound]
    frame = pd.DataFrame([list(map(_clean, row)) for _, row in sound], columns=header, index=index, dtype=object)
    return TableFile(frame, problems, frozenset(doubtful))


def _clean(cell: str) -> str:
    """Take off what exports put before formulas, and curly quotation marks around the whole cell."""
    if cell[:1] == "'":
        return MARKED.sub("", cell, count=1)
    return cell[1:-1] if WHOLLY_CURLY.fullmatch(cell) else cell


def _without_empty_columns(rows: list[NumberedRow]) -> tuple[list[str], list[NumberedRow]]:
    """Columns that have neither a name nor a cell are what a spreadsheet writes beside a table."""
    header = [name.strip() for name in rows[0][1]]
    nameless = [number for number, name in enumerate(header) if not name]
    empty = {
        number for number in nameless if not any(row[number : number + 1] not in ([], [""]) for _, row in rows[1:])
    }
    if not empty:
        return header, rows[1:]

    def kept(row: list[str]) -> list[str]:
        return [cell for number, cell in enumerate(row) if number not in empty]

    return kept(header), [(line, kept(row)) for line, row in rows[1:]]


def header_problems(header: Sequence[str], table: Table, added: Mapping[str, str], file: str) -> list[Problem]:
    """Compare the columns of a file with those that its table must have and may have.

    Parameters
    ----------
    header : sequence of str
        The columns of the file.
    table : Table
    added : Mapping of str to str
        Columns that the atlas adds.
    file : str
        File name for the messages.

    Returns
    -------
    list of Problem
        Empty if all is well; the order is free.
    """
    if not set(header) & set(table.columns):
        # What stands in a file that is no such table is nobody's business.
        hint = f"The first line names the columns: {', '.join(table.columns)}"
        return [Problem(f"no table of {table.title.lower()}", file=file, row=1, hint=hint, kind="no-table")]
    return [
        *_missing(header, table.fields, file),
        *_unknown([name for name in header if table.field(name, added) is None], header, table, file),
        *(
            Problem("a column that stands twice", file, 1, name, hint="Keep one of the two", kind="column-twice")
            for name in dict.fromkeys(header)
            if header.count(name) > 1
        ),
    ]


def _missing(header: Sequence[str], fields: Iterable[Field], file: str) -> list[Problem]:
    return [
        Problem("this column is missing", file, 1, field["name"], hint=field["description"], kind="column-missing")
        for field in fields
        if field.get("constraints", {}).get("required") and field["name"] not in header
    ]


def _unknown(unknown: Sequence[str], header: Sequence[str], table: Table, file: str) -> list[Problem]:
    free = [name for name in table.columns if name not in header]
    problems = []
    for name in unknown:
        if not name:
            hint = "Name the column in the first line, or remove its cells"
            problems.append(Problem("a column without a name", file, 1, name, hint=hint, kind="column-nameless"))
            continue
        folded = re.sub(r"[\W_]+", "_", name.strip().lower())
        near = [folded] if folded in free else difflib.get_close_matches(name, free, n=1)
        hint = (
            f"Did you mean {near[0]}?"
            if near
            else "Describe it in datapackage.json (resources, schema, fields), or remove it"
        )
        if LANGUAGE_COLUMN.fullmatch(name):
            hint = "This table has no names: remove the column"
            near = []
        about = {"near": near[0] if near else None}
        problems.append(Problem("an unknown column", file, 1, name, hint=hint, kind="column-unknown", about=about))
    return problems
