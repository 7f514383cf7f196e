"""CSV of a stranger: no row is lost in another one, and every fault has its line.

By RFC 4180: a cell that holds a comma, a quotation mark or a line break stands in quotation marks, and those inside
are doubled. A line break in a cell is allowed only where it is plainly one: in a column of prose, and no line of the
row could be a row by itself. A quotation mark that opens in one row and closes in a later one would otherwise
swallow the rows between without a word.

Office programs write semicolons or tabs between the cells, rows of nothing but commas, and curly quotation marks. The
first is told, and the file read all the same so that everything else is told with it; the others are read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from geodata.errors import AtlasError, Problem

COMMA = ","
SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "vertical lines"}
"""What stands between cells in files that are no CSV by the letter."""

CURLY = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
"""Quotation marks that word processors put where straight ones hold a cell together."""

NumberedRow = tuple[int, list[str]]

QUOTES_HINT = 'Put the whole cell in quotation marks and double those inside it: "said ""no"", and left"'
ONE_LINE_HINT = "Write the cell on one line, or mend the quotation mark that is missing or too many"


LONGEST_CELL = 131_072
"""The limit of Python's own reader, which any library of the process can change for all."""


@dataclass
class Rows:
    """A CSV file taken apart.

    Attributes
    ----------
    found : list of tuple
        Rows with the number of the line on which each begins, the header first, blank rows left out.
    refused : list of str
        The lines of rows that are not plainly one.
    problems : list of Problem
    separator : str
        What stands between the cells.
    """

    found: list[NumberedRow]
    refused: list[str]
    problems: list[Problem]
    separator: str


def read_rows(text: str, file: str, prose: Collection[str]) -> Rows:
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
    Rows
        With a problem for each row that is not plainly one, which is left out.

    Raises
    ------
    AtlasError
        If quotation marks do not match: nothing after them can be told.
    """
    lines = list(io.StringIO(text, newline=""))
    separator = _separator(lines)
    rows = Rows([], [], [], separator)
    if separator != COMMA:
        message = f"{SEPARATORS[separator]} stand between the cells, where commas are due"
        hint = "Save the file as CSV with commas"
        rows.problems.append(Problem(message, file, 1, hint=hint, kind="separator", about={"separator": separator}))
    whole = _row_pattern(separator)
    reader = csv.reader(lines, strict=True, delimiter=separator)
    begin = 1
    while (row := _next(reader, begin, file, rows.problems)) is not None:
        written = lines[begin - 1 : reader.line_num]
        header = rows.found[0][1] if rows.found else []
        fault = _fault(written, row, header, prose, whole, separator)
        if fault is not None:
            rows.problems.append(
                Problem(fault[0], file, begin, hint=fault[1], kind="row", about={"lines": len(written)})
            )
            rows.refused += written
        elif any(cell.strip() for cell in row):
            cells = [cell.replace("\r\n", "\n") for cell in row] if len(written) > 1 else row
            rows.found.append((begin, _straight(cells, written, header, separator)))
        begin = reader.line_num + 1
    return rows


def _separator(lines: list[str]) -> str:
    """A comma, unless the first line that holds anything has none and something else between its words."""
    first = next((line for line in lines if line.strip()), "")
    if COMMA in first:
        return COMMA
    return max(SEPARATORS, key=first.count) if any(mark in first for mark in SEPARATORS) else COMMA


def _row_pattern(separator: str) -> re.Pattern[str]:
    mark = re.escape(separator)
    cell = rf'(?:"(?:[^"]++|"")*+"|[^"{mark}\r\n]*+)'
    return re.compile(rf"{cell}(?:{mark}{cell})*+(?:\r\n|\r|\n)?")


def _straight(row: list[str], written: list[str], header: list[str], separator: str) -> list[str]:
    """The row with curly quotation marks read as straight ones, where only so it has as many cells as the header."""
    if not header or len(row) == len(header) or len(written) > 1 or '"' in written[0]:
        return row
    straight = written[0].translate(CURLY)
    if straight == written[0] or not _row_pattern(separator).fullmatch(straight):
        return row
    again = next(csv.reader([straight], delimiter=separator), row)
    return again if len(again) == len(header) else row


def _next(reader: Any, begin: int, file: str, problems: list[Problem]) -> list[str] | None:
    """The next row; None at the end."""
    try:
        row: list[str] | None = next(reader, None)
    except csv.Error:
        follow = reader.line_num - begin
        hint = f"{ONE_LINE_HINT}: it runs on over the next {follow} lines" if follow > 0 else QUOTES_HINT
        found = Problem("quotation marks that do not match", file, begin, hint=hint, kind="quotes")
        raise AtlasError([*problems, found]) from None
    return row


def _fault(
    written: list[str],
    row: list[str],
    header: list[str],
    prose: Collection[str],
    whole: re.Pattern[str],
    separator: str,
) -> tuple[str, str] | None:
    """Message and hint, if the lines are not plainly one row."""
    if any(len(cell) > LONGEST_CELL for cell in row):
        return f"a cell of more than {LONGEST_CELL:,} characters", QUOTES_HINT
    if any('"' in line for line in written) and not whole.fullmatch("".join(written)):
        return "a quotation mark inside a cell that does not begin with one", QUOTES_HINT
    if len(written) == 1:
        return None
    broken = [name for name, cell in zip(header, row, strict=False) if "\n" in cell or "\r" in cell]
    if not set(broken) <= set(prose):
        return f"a line break in the column {broken[0]}", ONE_LINE_HINT
    if any(line.count(separator) >= len(header) - 1 for line in written):
        # Whether the commas stand within quotation marks or not: so every row that is swallowed whole is found.
        return f"a cell of {len(written)} lines, and one of them could be a row by itself", ONE_LINE_HINT
    return None
