"""Tables in the forms that people have: the same texts come out of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from geodata import AtlasError
from geodata.importing.foreign_tables import decoded, read_foreign_table, separator_of
from tests.geodata.importing.raw import write_lines, write_ods, write_workbook

ROWS: Sequence[Sequence[Any]] = (
    ["Held & seen"],
    [],
    ["Unit ", "Day", "Troops", "Sure", ""],
    [" North", date(1950, 6, 1), 1200, True, ""],
    ["", "", "", "", ""],
    ["South <1>", "02.06.1950", 0.5, "yes", ""],
)

TEXTS = {
    4: ["North", "1950-06-01", "1200", "true"],
    6: ["South <1>", "02.06.1950", "0.5", "yes"],
}
"""By the row of the sheet."""


@pytest.mark.parametrize(("write", "ending"), [(write_workbook, "xlsx"), (write_ods, "ods")])
def test_a_workbook_as_somebody_kept_it(tmp_path: Path, write: Callable[..., Path], ending: str) -> None:
    """A title above, a blank row, a column without a name, days that are days and days that were typed."""
    table = read_foreign_table(write(tmp_path / f"held.{ending}", ROWS), {"header": 3})
    assert list(table.cells.columns) == ["Unit", "Day", "Troops", "Sure"]
    assert dict(zip(table.cells.index, table.cells.to_numpy().tolist(), strict=True)) == TEXTS
    assert (table.file, table.blank) == (f"held.{ending}", 1)


def test_parquet_has_texts_numbers_and_days(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {"unit": [" North", None], "day": [pd.Timestamp("1950-06-01"), pd.NaT], "n": [3.0, float("nan")]}
    )
    frame.to_parquet(tmp_path / "held.parquet")
    table = read_foreign_table(tmp_path / "held.parquet", {})
    assert table.cells.to_numpy().tolist() == [["North", "1950-06-01", "3"]]
    assert table.blank == 1


def test_a_quoted_cell_with_a_line_break_is_one_row(tmp_path: Path) -> None:
    path = write_lines(tmp_path, "held.csv", "unit,note", 'North,"one', 'two"', "South,three")
    table = read_foreign_table(path, {})
    assert list(table.cells.index) == [2, 4]
    assert table.column("note")[2] == "one\ntwo"


@pytest.mark.parametrize(
    ("lines", "separator"),
    [
        (["a,b", "1,2"], ","),
        (["a;b", "1,5;2,5"], ";"),
        (["a\tb, c", "1\t2"], "\t"),
        (["a|b|c", "1|2|3"], "|"),
        (["alone", "1"], ","),
        ([], ","),
    ],
)
def test_what_stands_between_the_cells(lines: list[str], separator: str) -> None:
    assert separator_of("\n".join(lines)) == separator


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["unit,who,unit", "a,b,c"], "unit: a column that stands twice"),
        (["unit,who", "a,b,c"], r"row 2: a row longer than the header"),
        ([",,", "a,b,c"], "no names of columns"),
    ],
)
def test_a_table_whose_columns_cannot_be_told_is_named(tmp_path: Path, lines: list[str], told: str) -> None:
    with pytest.raises(AtlasError, match=rf"held\.csv.*{told}"):
        read_foreign_table(write_lines(tmp_path, "held.csv", *lines), {})


def test_a_column_that_is_not_there_is_told_beside_those_that_are(tmp_path: Path) -> None:
    table = read_foreign_table(write_lines(tmp_path, "held.csv", "unit,who", "a,b"), {})
    with pytest.raises(AtlasError, match=r"column whom: no such column.*unit, who"):
        table.column("whom")


def test_an_encoding_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match="no known encoding"):
        decoded(write_lines(tmp_path, "held.csv", "unit,who"), "martian")
