"""Dates of foreign tables: the days that a cell means, and no guess at the order of day and month."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ][0-9:.]+(?:Z|[+-]\d\d:?\d\d)?)?")
YEAR = re.compile(r"(\d{4})(?:\.0+)?")

DECADE = 10


@dataclass(frozen=True)
class Span:
    """What a date means.

    Attributes
    ----------
    text : str
        As an atlas writes it (EDTF): ``1985``, ``1985-06``, ``1985-06-17``, or two of them with ``/`` between.
    first, last : datetime.date
        Its first and last day.
    """

    text: str
    first: date
    last: date


@lru_cache(maxsize=65536)
def read_span(text: str, form: str = "") -> Span | None:
    """Read a date of a table.

    Parameters
    ----------
    text : str
        A year of four digits, a month or a day, ISO 8601 unless `form` says otherwise, or two of them with ``/``
        between; a time of day behind it is passed over.
    form : str, optional
        As `datetime.datetime.strptime` takes it. A date that is as exact may be ISO 8601 all the same, unless the
        format has the year in front too.

    Returns
    -------
    Span or None
        None if it is no such date.

    Examples
    --------
    >>> read_span("1985-06").last, read_span("1985.0").text, read_span("17/06/1985", "%d/%m/%Y").text
    (datetime.date(1985, 6, 30), '1985', '1985-06-17')
    >>> read_span("03/04/1985") is None, read_span("1985-06-17", "%d.%m.%Y").text, read_span("1985-06-17", "%Y-%d-%m")
    (True, '1985-06-17', None)
    """
    text = text.strip()
    try:
        if form:
            return _by_format(text, form)
        if text.count("/") == 1:
            first, _, last = text.partition("/")
            return between(read_span(first), read_span(last))
        if match := YEAR.fullmatch(text):
            return _calendar(int(match[1]), None, None)
        if match := ISO.fullmatch(text):
            return _calendar(int(match[1]), *(int(one) if one else None for one in match.groups()[1:]))
    except ValueError:
        pass
    return None


def _by_format(text: str, form: str) -> Span | None:
    """A date written as told, or as ISO 8601: in one column of a workbook some days are days and others were typed."""
    has_day = any(one in form for one in ("%d", "%j", "%x", "%c", "%e"))
    has_month = has_day or any(one in form for one in ("%m", "%b", "%B"))
    match = ISO.fullmatch(text)
    # As exact as the format; and where that has the year in front too, one could be taken for the other.
    if match and not form.startswith("%Y") and (bool(match[2]), bool(match[3])) == (has_month, has_day):
        return read_span(text)
    found = datetime.strptime(text, form).date()
    return _calendar(found.year, found.month if has_month else None, found.day if has_day else None)


def between(first: Span | None, last: Span | None) -> Span | None:
    """The days from the first of one date to the last of another; None if there are none."""
    if first is None or last is None or last.last < first.first:
        return None
    return first if first == last else Span(f"{first.text}/{last.text}", first.first, last.last)


def of_days(first: date, last: date) -> Span:
    """The days from one to another."""
    return Span(first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}", first, last)


def stop_of(day: date, each: str) -> Span:
    """The day, month, year or decade that a day lies in.

    Examples
    --------
    >>> stop_of(date(1985, 6, 17), "month").text, stop_of(date(1985, 6, 17), "decade").text
    ('1985-06', '198X')
    """
    if each == "decade":
        first = max(day.year // DECADE * DECADE, 1)
        return Span(f"{day.year // DECADE:03d}X", date(first, 1, 1), date(day.year // DECADE * DECADE + 9, 12, 31))
    return _calendar(day.year, None if each == "year" else day.month, day.day if each == "day" else None)


def next_day(day: date) -> date:
    """The day after; the last day that there is stays itself."""
    return day if day == date.max else day + timedelta(days=1)


def _calendar(year: int, month: int | None, day: int | None) -> Span:
    if month is None:
        return Span(f"{year:04d}", date(year, 1, 1), date(year, 12, 31))
    if day is None:
        return Span(
            f"{year:04d}-{month:02d}", date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        )
    found = date(year, month, day)
    return Span(found.isoformat(), found, found)
