"""Tables as people have them: CSV in any dialect, Excel, OpenDocument, Parquet; every cell becomes a text."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from geodata.errors import AtlasError, Problem
from geodata.extras import MissingExtraError, extra

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
PARQUET = frozenset({".parquet", ".pq"})
SEPARATORS = (",", ";", "\t", "|")
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""What the first bytes of a text file say of its encoding."""

OLD_ENCODINGS = (
    "windows-1252 (western Europe), windows-1250 (central Europe), windows-1251 (Cyrillic), windows-1256 (Arabic)"
)


@dataclass(frozen=True)
class ForeignTable:
    """A table.

    Attributes
    ----------
    file : str
        For messages: the name of the file, with its sheet.
    cells : pandas.DataFrame
        Texts without blanks around them, indexed by the row of the file, the first being 1; blank rows are left out.
    blank : int
        How many were.
    """

    file: str
    cells: pd.DataFrame
    blank: int

    def column(self, name: str) -> pd.Series[str]:
        """One column; a problem that names those there are, if it is none."""
        if name not in self.cells:
            hint = f"Its columns are {', '.join(map(str, self.cells.columns))}"
            raise AtlasError([Problem("no such column", self.file, column=name, hint=hint)])
        found: pd.Series[str] = self.cells[name]
        return found


def read_foreign_table(path: Path, options: Mapping[str, Any]) -> ForeignTable:
    """Read a table.

    Parameters
    ----------
    path : pathlib.Path
    options : Mapping
        ``sheet, header, encoding, separator``, as the mapping has them; what is left out is found out.

    Returns
    -------
    ForeignTable

    Raises
    ------
    AtlasError
        If it can't be read.
    MissingExtraError
        If it is a workbook, and what reads them is not installed.
    """
    if not path.is_file():
        raise AtlasError([Problem("no such file", str(path), hint="Name it from the folder of the mapping")])
    header, ending = int(options.get("header", 1)), path.suffix.lower()
    name = path.name
    try:
        if ending in PARQUET:
            frame = pd.read_parquet(path)
            columns = [str(one) for one in frame.columns]
            rows = zip(*(map(text_of, frame.iloc[:, number]) for number in range(len(columns))), strict=True)
            return _table(name, columns, enumerate(rows, start=1))
        if ending in WORKBOOKS:
            sheet = options.get("sheet", 0)
            name = f"{name}, sheet {sheet}" if sheet else name
            with extra("import", f"Reading {path.name}"):
                # The name of the library is told by the error, whatever it is that pandas asks for.
                import python_calamine  # noqa: F401, PLC0415
            read = pd.read_excel(path, sheet_name=sheet, header=None, engine="calamine", keep_default_na=False)
            cells = [[text_of(cell) for cell in row] for row in read.itertuples(index=False, name=None)]
            return _from_rows(name, list(enumerate(cells, start=1)), header)
        return _from_rows(name, list(_csv_rows(path, options)), header)
    except (AtlasError, MissingExtraError):
        raise
    except Exception as error:  # The readers of workbooks and of Parquet have errors of their own.
        hint = "CSV, Excel (.xlsx, .xls), OpenDocument (.ods) and Parquet are read"
        raise AtlasError([Problem(f"can't be read as a table ({error})", name, hint=hint)]) from error


def decoded(path: Path, encoding: str = "") -> str:
    """The text of a file: as its first bytes say, else UTF-8, unless the encoding is told.

    Raises
    ------
    AtlasError
        If it is encoded otherwise: which of the old encodings it is only a person can see.
    """
    content = path.read_bytes()
    marked = next((name for mark, name in MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding or marked)
    except LookupError:
        raise AtlasError([Problem("no known encoding", path.name, value=encoding, hint=OLD_ENCODINGS)]) from None
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        hint = f"Name its encoding in the mapping: {OLD_ENCODINGS}"
        raise AtlasError([Problem(f"not in {encoding or 'UTF-8'}", path.name, row, hint=hint)]) from None


def separator_of(text: str) -> str:
    """What stands between the cells: of the four usual marks the one that the first lines have alike, most often."""
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    if not lines:
        return SEPARATORS[0]

    def weight(mark: str) -> tuple[bool, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=mark)]
        return widths[0] > 1 and len(set(widths)) == 1, lines[0].count(mark)

    return max(SEPARATORS, key=weight)


def text_of(cell: Any) -> str:
    """A cell as text: days without a time of day, whole numbers without a point, nothing for what is empty.

    Examples
    --------
    >>> text_of(1985.0), text_of(datetime(2021, 8, 15)), text_of(float("nan")), text_of(True)
    ('1985', '2021-08-15', '', 'true')
    """
    if isinstance(cell, str):
        return cell.strip()
    if cell is None or cell is pd.NaT or (isinstance(cell, float) and math.isnan(cell)):
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime) and (cell.hour, cell.minute, cell.second) == (0, 0, 0):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell).strip()


def _csv_rows(path: Path, options: Mapping[str, Any]) -> Iterable[tuple[int, list[str]]]:
    text = decoded(path, options.get("encoding", ""))
    told = options.get("separator", "")
    separator = "\t" if told in ("tab", "\\t") else told or separator_of(text)
    if len(separator) != 1:
        raise AtlasError([Problem("a separator is one character", path.name, value=separator, hint="Such as ;")])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    begin = 1
    for row in reader:
        yield begin, [cell.strip() for cell in row]
        begin = reader.line_num + 1


def _from_rows(file: str, rows: Sequence[tuple[int, list[str]]], header: int) -> ForeignTable:
    body = [(number, row) for number, row in rows if number >= header]
    if not body or not any(body[0][1]):
        hint = "Say in `header` which row has the names of the columns"
        raise AtlasError([Problem("no names of columns", file, header, hint=hint)])
    names = body[0][1]
    # Spreadsheets write columns beside the table that have neither a name nor a cell.
    while names and not names[-1]:
        names = names[:-1]
    problems = [
        Problem("a row longer than the header", file, number, hint="Look for a separator too many")
        for number, row in body[1:]
        if any(row[len(names) :])
    ]
    if problems:
        raise AtlasError(problems)
    padded = ((number, (row + [""] * len(names))[: len(names)]) for number, row in body[1:])
    return _table(file, names, padded)


def _table(file: str, columns: list[str], rows: Iterable[tuple[int, Sequence[str]]]) -> ForeignTable:
    named = [(number, name) for number, name in enumerate(columns) if name]
    twice = sorted({name for _, name in named if columns.count(name) > 1})
    if twice:
        hint = "Give each column a name of its own"
        raise AtlasError([Problem("a column that stands twice", file, column=one, hint=hint) for one in twice])
    numbered = [(number, row) for number, row in rows]
    filled = [(number, row) for number, row in numbered if any(row)]
    cells = pd.DataFrame(
        [[row[place] for place, _ in named] for _, row in filled],
        columns=[name for _, name in named],
        index=[number for number, _ in filled],
        dtype=object,
    )
    return ForeignTable(file, cells, len(numbered) - len(filled))
