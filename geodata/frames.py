"""Rows and cells of data frames."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast, overload

import numpy as np
import pandas as pd

Rows = Sequence[Mapping[str, Any]]
"""Rows as dictionaries: many small questions are answered from these much faster than from a data frame."""

LIST_SEPARATOR = ";"
"""Between the values of a cell that holds several."""


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as dictionaries, keyed by column name."""
    names = [str(name) for name in frame.columns]
    # All at once: of a table of few rows a walk over its columns takes five times as long.
    return [dict(zip(names, row, strict=True)) for row in frame.to_numpy(dtype=object).tolist()]


def shared_cells(frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """Rows as tuples in which equal cells of a column are one object, see `shared_values`."""
    return zip(*(shared_values(column) for _, column in frame.items()), strict=True)


def shared_values(column: pd.Series[Any]) -> list[Any]:
    """Cells of a column; equal ones are one object, and equal texts are so wherever they were read.

    Of 100,000 rows with few different values the texts take less memory, and comparing them takes less time.
    """
    codes, values = pd.factorize(column, use_na_sentinel=False)
    shared = np.empty(len(values), dtype=object)
    shared[:] = [sys.intern(value) if type(value) is str else value for value in np.asarray(values, dtype=object)]
    return cast(list[Any], shared[codes].tolist())


def grouped_records(frame: pd.DataFrame, column: str) -> Mapping[Any, Rows]:
    """Rows as dictionaries by the value of a column; an unknown value has none."""
    groups: defaultdict[Any, list[dict[str, Any]]] = defaultdict(list)
    for row in records(frame):
        groups[row[column]].append(row)
    return groups


class ColumnRows(Sequence[Mapping[str, Any]]):
    """Rows of columns, each made into a dictionary when somebody looks at it.

    Dictionaries of thousands of rows take several times the memory of their columns.

    Parameters
    ----------
    columns : Mapping of str to sequence
        Of one length.

    Examples
    --------
    >>> rows = ColumnRows({"claim": ["c1", "c2"], "about": ["south", "north"]})
    >>> len(rows), rows[1], [row["claim"] for row in rows]
    (2, {'claim': 'c2', 'about': 'north'}, ['c1', 'c2'])
    """

    def __init__(self, columns: Mapping[str, Sequence[Any]]) -> None:
        self._names, self._columns = tuple(columns), tuple(columns.values())

    def __len__(self) -> int:
        return len(self._columns[0]) if self._columns else 0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        names = self._names
        return (dict(zip(names, row, strict=True)) for row in zip(*self._columns, strict=True))

    @overload
    def __getitem__(self, place: int) -> dict[str, Any]: ...

    @overload
    def __getitem__(self, place: slice) -> ColumnRows: ...

    def __getitem__(self, place: int | slice) -> dict[str, Any] | ColumnRows:
        cells = [column[place] for column in self._columns]
        of_row = dict(zip(self._names, cells, strict=True))
        return ColumnRows(of_row) if isinstance(place, slice) else of_row


class RowsByKey:
    """Rows of a frame by the value of a column, made into dictionaries when they are asked for.

    Of a frame of thousands of rows whoever looks at one needs no dictionaries of the others.

    Parameters
    ----------
    frame : pandas.DataFrame
    column : str

    Examples
    --------
    >>> rows = RowsByKey(pd.DataFrame({"claim": ["c1", "c2", "c3"], "about": ["south", "north", "south"]}), "about")
    >>> [row["claim"] for row in rows.all_of("south")], rows.one("north")["claim"], rows.all_of("west")
    (['c1', 'c3'], 'c2', [])
    """

    def __init__(self, frame: pd.DataFrame, column: str) -> None:
        # Cell by cell: taking a row out of a frame makes a frame of it, which takes a hundred times as long.
        self._columns = [(str(name), series.array) for name, series in frame.items()]
        self._places: defaultdict[Any, list[int]] = defaultdict(list)
        for place, key in enumerate(frame[column].tolist()):
            self._places[key].append(place)

    def one(self, key: object) -> dict[str, Any]:
        """The first row with a value; a KeyError if there is none."""
        return self._row(self.place_of(key))

    def place_of(self, key: object) -> int:
        """The place in the frame of the first row with a value; a KeyError if there is none."""
        if key not in self._places:
            raise KeyError(key)
        return self._places[key][0]

    def all_of(self, key: object) -> list[dict[str, Any]]:
        """All rows with a value, in their order."""
        return [self._row(place) for place in self._places[key]] if key in self._places else []

    def _row(self, place: int) -> dict[str, Any]:
        cells = ((name, column[place]) for name, column in self._columns)
        return {name: cell.item() if isinstance(cell, np.generic) else cell for name, cell in cells}


def split_list(cell: str) -> list[str]:
    """Split a cell that holds several values, `;` between.

    Examples
    --------
    >>> split_list("laghman; kunar")
    ['laghman', 'kunar']
    """
    return [part.strip() for part in cell.split(LIST_SEPARATOR) if part.strip()]


def tuple_or_empty(ids: object) -> tuple[str, ...]:
    """Take ids as they come; a left join leaves NaN where nothing was joined."""
    return ids if isinstance(ids, tuple) else ()
