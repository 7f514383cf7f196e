"""One table of an atlas, read from its CSV file: every cell as text, for typing comes after checking."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pandas as pd

from geodata.errors import AtlasError, Problem
from geodata.tables.csv_text import read_rows
from geodata.tables.files import read_text
from geodata.tables.schema import LANGUAGE_COLUMN, Field, Table

MARKED = re.compile(r"'(?='*[=+\-@\t\r＝＋－＠])")
"""What exports put before a text that a spreadsheet would run as a formula: taken off again here."""

LISTED = "datapackage.json lists this file; add it"


def read_table(
    folder: Path, file: str, table: Table, added: Mapping[str, str]
) -> tuple[pd.DataFrame | None, list[Problem]]:
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
    tuple
        A frame of all cells as str, indexed by the line on which a row begins, the header being line 1, or None if
        the file is no such table; and the problems found.
    """
    prose = {field["name"] for field in table.fields if field.get("prose")}
    try:
        rows, problems = read_rows(read_text(folder, file, "table", LISTED), file, prose)
    except AtlasError as error:
        return None, list(error.problems)
    if not rows:
        hint = f"The first line names the columns: {', '.join(table.columns)}"
        return None, problems or [Problem("empty", file=file, row=1, hint=hint)]
    header = rows[0][1]
    if faults := header_problems(header, table, added, file):
        return None, faults
    problems += [
        Problem(
            f"{len(row)} cells where the header has {len(header)}",
            file=file,
            row=line,
            hint="Check for a missing or additional comma; put text with commas in quotation marks",
        )
        for line, row in rows[1:]
        if len(row) != len(header)
    ]
    sound = [(line, row) for line, row in rows[1:] if len(row) == len(header)]
    cells = [[MARKED.sub("", cell, count=1) if cell[:1] == "'" else cell for cell in row] for _, row in sound]
    return pd.DataFrame(cells, columns=header, index=[line for line, _ in sound], dtype=object), problems


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
        return [Problem(f"no table of {table.title.lower()}", file=file, row=1, hint=hint)]
    return [
        *_missing(header, table.fields, file),
        *_unknown([name for name in header if table.field(name, added) is None], header, table, file),
        *(
            Problem("a column that stands twice", file, 1, name, hint="Keep one of the two")
            for name in dict.fromkeys(header)
            if header.count(name) > 1
        ),
    ]


def _missing(header: Sequence[str], fields: Iterable[Field], file: str) -> list[Problem]:
    return [
        Problem("this column is missing", file, 1, field["name"], hint=field["description"])
        for field in fields
        if field.get("constraints", {}).get("required") and field["name"] not in header
    ]


def _unknown(unknown: Sequence[str], header: Sequence[str], table: Table, file: str) -> list[Problem]:
    free = [name for name in table.columns if name not in header]
    problems = []
    for name in unknown:
        near = difflib.get_close_matches(name, free, n=1)
        hint = (
            f"Did you mean {near[0]}?"
            if near
            else "Describe it in datapackage.json (resources, schema, fields), or remove it"
        )
        if LANGUAGE_COLUMN.fullmatch(name):
            hint = "This table has no names: remove the column"
        problems.append(Problem("an unknown column", file, 1, name, hint=hint))
    return problems
