"""CSV of a stranger: no row is lost in another one, and every fault has its line.

By RFC 4180: a cell that holds a comma, a quotation mark or a line break stands in quotation marks, and those inside
are doubled. A line break in a cell is allowed only where it is plainly one: in a column of prose, and no line of the
row could be a row by itself. A quotation mark that opens in one row and closes in a later one would otherwise
swallow the rows between without a word.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection
from typing import Any

from geodata.errors import AtlasError, Problem

_CELL = r'(?:"(?:[^"]++|"")*+"|[^",\r\n]*+)'
_ROW = re.compile(rf"{_CELL}(?:,{_CELL})*+(?:\r\n|\r|\n)?")

NumberedRow = tuple[int, list[str]]

QUOTES_HINT = 'Put the whole cell in quotation marks and double those inside it: "said ""no"", and left"'
ONE_LINE_HINT = "Write the cell on one line, or mend the quotation mark that is missing or too many"


LONGEST_CELL = 131_072
"""The limit of Python's own reader, which any library of the process can change for all."""


def read_rows(text: str, file: str, prose: Collection[str]) -> tuple[list[NumberedRow], list[Problem]]:
    """Take a CSV file apart.

    Parameters
    ----------
    text : str
        The whole file.
    file : str
        File name for the messages.
    prose : collection of str
        Columns in which a cell may hold line breaks.

    Returns
    -------
    tuple
        Rows with the number of the line on which each begins, the header first, blank lines left out; and a problem
        for each row that is not plainly one. These are left out too.

    Raises
    ------
    AtlasError
        If quotation marks do not match: nothing after them can be told.
    """
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, strict=True)
    rows: list[NumberedRow] = []
    problems: list[Problem] = []
    begin = 1
    while (row := _next(reader, begin, file, problems)) is not None:
        written = lines[begin - 1 : reader.line_num]
        header = rows[0][1] if rows else []
        fault = _fault(written, row, header, prose)
        if fault is not None:
            problems.append(Problem(fault[0], file, begin, hint=fault[1]))
        elif row:
            rows.append((begin, [cell.replace("\r\n", "\n") for cell in row] if len(written) > 1 else row))
        begin = reader.line_num + 1
    return rows, problems


def _next(reader: Any, begin: int, file: str, problems: list[Problem]) -> list[str] | None:
    """The next row; None at the end."""
    try:
        row: list[str] | None = next(reader, None)
    except csv.Error:
        follow = reader.line_num - begin
        hint = f"{ONE_LINE_HINT}: it runs on over the next {follow} lines" if follow > 0 else QUOTES_HINT
        raise AtlasError([*problems, Problem("quotation marks that do not match", file, begin, hint=hint)]) from None
    return row


def _fault(written: list[str], row: list[str], header: list[str], prose: Collection[str]) -> tuple[str, str] | None:
    """Message and hint, if the lines are not plainly one row."""
    if any(len(cell) > LONGEST_CELL for cell in row):
        return f"a cell of more than {LONGEST_CELL:,} characters", QUOTES_HINT
    if any('"' in line for line in written) and not _ROW.fullmatch("".join(written)):
        return "a quotation mark inside a cell that does not begin with one", QUOTES_HINT
    if len(written) == 1:
        return None
    broken = [name for name, cell in zip(header, row, strict=False) if "\n" in cell or "\r" in cell]
    if not set(broken) <= set(prose):
        return f"a line break in the column {broken[0]}", ONE_LINE_HINT
    if any(line.count(",") >= len(header) - 1 for line in written):
        # Whether the commas stand within quotation marks or not: so every row that is swallowed whole is found.
        return f"a cell of {len(written)} lines, and one of them could be a row by itself", ONE_LINE_HINT
    return None
