"""Small conveniences for data frames."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

Rows = Sequence[Mapping[str, Any]]
"""Rows as dictionaries: many small questions are answered from these much faster than from a data frame."""


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as dictionaries, keyed by column name."""
    names = [str(name) for name in frame.columns]
    columns = [frame.iloc[:, number].tolist() for number in range(len(names))]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def grouped_records(frame: pd.DataFrame, column: str) -> Mapping[Any, Rows]:
    """Rows as dictionaries by the value of a column; an unknown value has none."""
    groups: defaultdict[Any, list[dict[str, Any]]] = defaultdict(list)
    for row in records(frame):
        groups[row[column]].append(row)
    return groups
