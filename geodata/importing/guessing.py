"""What the columns of foreign files seem to be: for a draft that a person corrects, never for an import."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from geodata.importing.foreign_tables import ForeignTable
from geodata.importing.slugs import folded
from geodata.importing.spans import read_span

NAMES = re.compile(
    r"name|nam|district|province|county|country|region|state|unit|admin|adm\d?_?en|shapename", re.IGNORECASE
)
KEYS = re.compile(r"(^|_|\b)(id|code|pcode|fips|iso\w*|gid|key|gwcode|uid|nuts\w*)(\d|_|\b|$)|code$|id$", re.IGNORECASE)
BEGINS = re.compile(r"start|from|begin|since|gwsdate|gwsyear|sdate|syear", re.IGNORECASE)
ENDS = re.compile(r"end|(^|_)to($|_)|until|gwedate|gweyear|edate|eyear", re.IGNORECASE)
DATES = re.compile(r"date|day|year|month|time|when|period", re.IGNORECASE)
CATEGORIES = re.compile(
    r"control|actor|holder|held|owner|faction|party|group|side|status|who|ruler|sovereign", re.IGNORECASE
)
LON = re.compile(r"lon(g|gitude)?|x|lng", re.IGNORECASE)
LAT = re.compile(r"lat(itude)?|y", re.IGNORECASE)

FORMATS = (
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d.%m.%Y",
    "%Y/%m/%d",
    "%Y%m%d",
    "%d-%m-%Y",
    "%m-%d-%Y",
    "%d %B %Y",
    "%d %b %Y",
    "%B %Y",
    "%b %Y",
    "%m/%Y",
)
MOST_LOOKED_AT = 2_000
MOST_CATEGORIES = 200
MOST_DATES_MISSING = 0.1


def name_column(table: ForeignTable) -> str | None:
    """The column with names: by its heading, else the one with most different texts."""
    texts = [name for name in _columns(table) if _is_text(table.cells[name])]
    by_heading = [name for name in texts if NAMES.search(name)]
    return max(by_heading or texts or _columns(table), key=lambda name: table.cells[name].nunique(), default=None)


def key_column(table: ForeignTable) -> str | None:
    """The column with identifiers: headed like one, filled, and different in nearly every row."""
    for name in _columns(table):
        cells = table.cells[name]
        if KEYS.search(name) and (cells != "").all() and cells.nunique() > len(cells) / 2:
            return name
    return None


def lifetime_columns(table: ForeignTable) -> tuple[str | None, str | None]:
    """The columns with the first and the last date of shapes."""
    begin = next((name for name in _columns(table) if BEGINS.search(name) and _are_dates(table.cells[name])), None)
    end = next(
        (name for name in _columns(table) if name != begin and ENDS.search(name) and _are_dates(table.cells[name])),
        None,
    )
    return (begin, end) if begin is not None else (None, None)


def date_headers(table: ForeignTable) -> dict[str, str]:
    """Columns whose headings hold a date, each with that date: the mark of a wide table."""
    found = {}
    for name in _columns(table):
        text = re.sub(r"^[A-Za-z_ ]+", "", name)
        if (span := read_span(text)) is not None and len(text) >= len("1900"):
            found[name] = span.text
    return found


def place_columns(table: ForeignTable) -> tuple[str, str] | None:
    """The columns with longitude and latitude: the mark of an event table."""
    lon = next((name for name in _columns(table) if LON.fullmatch(name)), None)
    lat = next((name for name in _columns(table) if LAT.fullmatch(name)), None)
    return None if lon is None or lat is None else (lon, lat)


def best_join(table: ForeignTable, shapes: ForeignTable) -> tuple[str | None, str | None, float]:
    """The column of a table and that of the shapes that share most values, and the share of the table's that fit."""
    known = {name: set(map(folded, shapes.cells[name])) - {""} for name in _columns(shapes)}
    best: tuple[str | None, str | None, float] = (None, None, 0.0)
    most = 0
    for column in _columns(table):
        values = set(map(folded, table.cells[column].drop_duplicates())) - {""}
        for name, others in known.items():
            both = len(values & others)
            # The column that tells most units apart, if most of its values fit: what they lie in fits as well.
            if both > most and both > len(values) / 2:
                best, most = (column, name, both / len(values)), both
    return best


def within_column(shapes: ForeignTable, name: str | None) -> str | None:
    """What units lie in: a column of texts that tells apart names that stand twice."""
    if name is None or not shapes.cells[name].duplicated().any():
        return None
    for other in _columns(shapes):
        if other != name and _is_text(shapes.cells[other]):
            pairs = shapes.cells[[name, other]]
            if not pairs.duplicated().any() and shapes.cells[other].nunique() < len(pairs):
                return other
    return None


def date_column(table: ForeignTable, taken: Iterable[str]) -> tuple[str | None, str]:
    """The column with dates, and how they are written; a question mark where two ways would do."""
    free = [name for name in _columns(table) if name not in set(taken)]
    for name in sorted(free, key=lambda one: not DATES.search(one)):
        cells = _sample(table.cells[name])
        if not cells:
            continue
        if _share(cells, "") > 1 - MOST_DATES_MISSING and (DATES.search(name) or not all(map(str.isdecimal, cells))):
            return name, ""
        fitting = [form for form in FORMATS if _share(cells, form) == 1]
        if fitting:
            return name, fitting[0] if len(fitting) == 1 else "?"
    return None, ""


def category_column(table: ForeignTable, taken: Iterable[str]) -> str | None:
    """The column that tells who: by its heading, else the texts of which there are fewest."""
    free = [name for name in _columns(table) if name not in set(taken) and _is_text(table.cells[name])]
    few = [name for name in free if 1 < table.cells[name].nunique() <= MOST_CATEGORIES]
    by_heading = [name for name in few or free if CATEGORIES.search(name)]
    return min(by_heading or few or free, key=lambda name: table.cells[name].nunique(), default=None)


def _columns(table: ForeignTable) -> list[str]:
    return [str(name) for name in table.cells.columns]


def _sample(cells: pd.Series[str]) -> list[str]:
    return list(cells[cells != ""].drop_duplicates()[:MOST_LOOKED_AT])


def _share(cells: list[str], form: str) -> float:
    return sum(read_span(one, form) is not None for one in cells) / len(cells)


def _are_dates(cells: pd.Series[str]) -> bool:
    found = _sample(cells)
    return bool(found) and _share(found, "") == 1


def _is_text(cells: pd.Series[str]) -> bool:
    """Whether most cells hold letters."""
    found = _sample(cells)
    return bool(found) and sum(any(map(str.isalpha, one)) for one in found) > len(found) / 2
