"""Rows and cells of data frames."""

from __future__ import annotations

import pandas as pd
import pytest

from geodata.frames import RowsByKey, shared_cells


def test_equal_cells_are_one_object_and_nothing_else_changes() -> None:
    frame = pd.DataFrame({"who": ["ja", "mi", "ja"], "sure": [True, False, True], "day": ["1985", "1985", "1986"]})
    first, second, third = shared_cells(frame)
    assert (first, second, third) == (("ja", True, "1985"), ("mi", False, "1985"), ("ja", True, "1986"))
    assert first[0] is third[0]
    assert first[2] is second[2]


def test_a_missing_cell_stays_missing() -> None:
    ((known,), (missing,)) = shared_cells(pd.DataFrame({"who": ["ja", None]}))
    assert known == "ja"
    assert pd.isna(missing)


def test_of_an_empty_table_there_are_no_rows() -> None:
    assert list(shared_cells(pd.DataFrame({"who": [], "day": []}))) == []


def test_a_row_has_its_place_in_the_table() -> None:
    rows = RowsByKey(pd.DataFrame({"who": ["mi", "ja", "mi"]}), "who")
    assert (rows.place_of("mi"), rows.place_of("ja")) == (0, 1)
    with pytest.raises(KeyError):
        rows.place_of("nobody")
