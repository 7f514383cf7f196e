"""Rows and cells of data frames."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

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
    """Rows as tuples in which equal cells of a column are one object.

    Of 100,000 rows with few different values the texts take less memory, and comparing them takes less time.
    """
    columns = []
    for _, column in frame.items():
        codes, values = pd.factorize(column, use_na_sentinel=False)
        columns.append(np.asarray(values, dtype=object)[codes].tolist())
    return zip(*columns, strict=True)


def grouped_records(frame: pd.DataFrame, column: str) -> Mapping[Any, Rows]:
    """Rows as dictionaries by the value of a column; an unknown value has none."""
    groups: defaultdict[Any, list[dict[str, Any]]] = defaultdict(list)
    for row in records(frame):
        groups[row[column]].append(row)
    return groups


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
