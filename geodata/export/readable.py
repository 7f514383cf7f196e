"""Tables as people and spreadsheets read them: numbers as precise as they are known, names beside identifiers."""

from __future__ import annotations

from collections.abc import Mapping
from math import isnan
from typing import Any, TypeVar

import pandas as pd

from geodata.frames import records
from geodata.telling import name_source

Frame = TypeVar("Frame", bound=pd.DataFrame)

SHARE_DIGITS = 4
AREA_DIGITS = 3
"""Digits of an area that mean something, or all of a whole number: outlines are simplified, and no area of a province
is known to the square metre, but that of a quarter of a town is more than nothing."""

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
    >>> rounded(pd.DataFrame({"area_km2": [0.28961753]})).iloc[0].tolist()
    [0.29]
    """
    found = frame.round({name: SHARE_DIGITS for name in ("share",) if name in frame})
    if "area_km2" in found:
        found["area_km2"] = found["area_km2"].map(_rounded_area)
    return found


def _rounded_area(km2: float) -> float:
    if isnan(km2):
        return km2
    return float(round(km2)) if not km2 or abs(km2) >= 10**AREA_DIGITS else float(f"{km2:.{AREA_DIGITS}g}")


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
