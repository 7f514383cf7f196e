"""Rows and cells of data frames."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

Rows = Sequence[Mapping[str, Any]]
"""Rows as dictionaries: many small questions are answered from these much faster than from a data frame."""

LIST_SEPARATOR = ";"
"""Between the values of a cell that holds several."""


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as dictionaries, keyed by column name."""
    names = [str(name) for name in frame.columns]
    columns = [column.tolist() for _, column in frame.items()]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def grouped_records(frame: pd.DataFrame, column: str) -> Mapping[Any, Rows]:
    """Rows as dictionaries by the value of a column; an unknown value has none."""
    groups: defaultdict[Any, list[dict[str, Any]]] = defaultdict(list)
    for row in records(frame):
        groups[row[column]].append(row)
    return groups


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
