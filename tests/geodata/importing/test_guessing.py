"""What columns seem to be: only for a draft, which a person corrects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import pytest

from geodata.importing.foreign_tables import ForeignTable
from geodata.importing.guessing import (
    best_join,
    category_column,
    date_column,
    date_headers,
    key_column,
    lifetime_columns,
    name_column,
    place_columns,
    within_column,
)


def table(columns: Mapping[str, Sequence[str]]) -> ForeignTable:
    return ForeignTable("t.csv", pd.DataFrame(columns, dtype=object), 0)


UNITS = table(
    {
        "OBJECTID": ["1", "2", "3"],
        "PCODE": ["AA1", "AA2", "BB1"],
        "REGION": ["West", "East", "East"],
        "ADM2_EN": ["Mary", "Mary", "Kell"],
        "start": ["1900-01-01", "1900-01-01", "1950-01-01"],
        "end_date": ["1949-12-31", "2019-12-31", "2019-12-31"],
    }
)


def test_columns_of_shapes() -> None:
    assert key_column(UNITS) == "OBJECTID"
    # Both are headed like names; the one that tells no fewer apart and stands first is taken.
    assert name_column(UNITS) == "REGION"
    assert within_column(UNITS, "ADM2_EN") == "REGION"
    assert within_column(UNITS, "PCODE") is None
    assert lifetime_columns(UNITS) == ("start", "end_date")


def test_columns_that_are_not_there_are_not_guessed() -> None:
    bare = table({"x1": ["a", "b"], "x2": ["c", "c"]})
    assert (key_column(bare), lifetime_columns(bare), place_columns(bare)) == (None, (None, None), None)
    assert date_column(bare, ()) == (None, "")
    assert name_column(bare) == "x1"


@pytest.mark.parametrize(
    ("cells", "form"),
    [
        (["1950-01-02", "1950-01-03"], ""),
        (["13/02/1950", "02/03/1950"], "%d/%m/%Y"),
        (["01/02/1950", "02/03/1950"], "?"),
        (["13.02.1950", "1950-03-02", "14.02.1950"], "%d.%m.%Y"),
        (["March 1950", "May 1950"], "%B %Y"),
    ],
)
def test_how_dates_are_written(cells: list[str], form: str) -> None:
    found = table({"unit": ["a"] * len(cells), "when": cells})
    assert date_column(found, {"unit"}) == ("when", form)


def test_a_wide_table_has_dates_for_headings() -> None:
    wide = table({"unit": ["a"], "y1950": ["x"], "1951-06": ["x"], "in 1952": ["x"], "sum": ["x"], "no 7": ["x"]})
    assert date_headers(wide) == {"y1950": "1950", "1951-06": "1951-06", "in 1952": "1952"}


def test_places() -> None:
    assert place_columns(table({"Longitude": ["1"], "lat": ["2"]})) == ("Longitude", "lat")
    assert place_columns(table({"lon": ["1"]})) is None


def test_the_join_that_tells_most_units_apart() -> None:
    held = table({"area": ["West", "East", "East"], "unit": ["mary", "Kell", "ode"], "who": ["Blue", "Red", "Red"]})
    names = table({"REGION": ["West", "East", "East"], "NAME": ["Mary", "Ode", "Kell"]})
    assert best_join(held, names) == ("unit", "NAME", 1.0)
    assert best_join(table({"unit": ["x", "y"]}), names) == (None, None, 0.0)


def test_the_category_is_no_column_that_is_taken() -> None:
    held = table({"unit": ["a", "b"], "holder": ["Blue", "Red"], "remark": ["x", "y"]})
    assert category_column(held, {"unit"}) == "holder"
    assert category_column(held, {"unit", "holder"}) == "remark"
    assert category_column(held, {"unit", "holder", "remark"}) is None
