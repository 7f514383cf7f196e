"""Tables as people and spreadsheets read them: numbers as precise as they are known, names beside identifiers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import pandas as pd

from geodata.frames import records
from geodata.telling import name_source

Frame = TypeVar("Frame", bound=pd.DataFrame)

DIGITS = {"area_km2": 0, "share": 4}
"""Digits behind the point: outlines are simplified, and no area is known to the square metre."""

BETWEEN = " | "
"""Between names of sources, which have commas and semicolons of their own."""

NAMED = {"source_ids": "sources", "dissenting_source_ids": "dissenting_sources", "source_id": "source"}
"""Columns with identifiers of sources, and those with the names."""


def rounded(frame: Frame) -> Frame:
    """Round what is measured.

    Examples
    --------
    >>> rounded(pd.DataFrame({"area_km2": [43676.534883384365], "share": [0.0669012345]})).iloc[0].tolist()
    [43677.0, 0.0669]
    """
    return frame.round({name: digits for name, digits in DIGITS.items() if name in frame})


def with_names(frame: Frame, sources: pd.DataFrame) -> Frame:
    """Put the names of sources right behind the columns that have their identifiers.

    Examples
    --------
    >>> sources = pd.DataFrame({"source_id": ["S1"], "author": ["A. Writer"], "title": ["A Book"], "year": ["1950"],
    ...                         "publisher": [""]})
    >>> with_names(pd.DataFrame({"source_ids": [("S1",), ()]}), sources)["sources"].tolist()
    ['A. Writer, A Book (1950)', '']
    """
    names = {row["source_id"]: name_source(row) for row in records(sources)}
    named = frame.copy()
    for ids, column in NAMED.items():
        if ids in named and column not in named:
            named.insert(list(named.columns).index(ids) + 1, column, [_names(cell, names) for cell in frame[ids]])
    return named


def _names(cell: Any, names: Mapping[str, str]) -> str:
    listed = cell if isinstance(cell, tuple) else [one.strip() for one in str(cell or "").split(";")]
    return BETWEEN.join(names[one] for one in listed if one in names)
