"""EDTF dates: what they cover, and how near they are to a period."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import Any, Literal

import edtf

Fit = Literal["overlaps", "near"]

DECADE_YEARS = 10
"""A date that spans this many years or more says no more than the decade: it is vague."""

UNCERTAIN_OR_DECADE = re.compile(r"[?%]|\d{3}X")
"""EDTF's marks for an uncertain date, and a year of which only the decade is known; `~`, about, is neither."""

CALENDAR_DATE = re.compile(r"(\d{4})(?:-([01]\d)(?:-(\d\d))?)?[?~%]?")
"""Plain calendar dates, which are most: read without the full grammar, which takes milliseconds for each."""

OPEN_ENDS = frozenset({"..", ""})


@dataclass(frozen=True)
class EdtfDate:
    """An EDTF date reduced to the days it can mean.

    Attributes
    ----------
    text : str
        The date as written.
    earliest, latest : datetime.date or None
        First and last day that it can mean; None where the interval is open or its end unknown.
    """

    text: str
    earliest: date | None
    latest: date | None

    @cached_property
    def is_vague(self) -> bool:
        """Whether the date is uncertain at either end, known only to the decade, or spans ten years or more.

        Examples
        --------
        >>> [parse(text).is_vague for text in ("1987?", "198X", "1980/1989", "1987~", "1980/1988")]
        [True, True, True, False, False]
        """
        return bool(UNCERTAIN_OR_DECADE.search(self.text)) or self._spans_a_decade

    def touches(self, start: date, end: date) -> bool:
        """Whether the date, vague or not, falls in a period; an open interval does where its known end falls.

        Examples
        --------
        >>> [parse(text).touches(date(1985, 1, 1), date(1985, 12, 31)) for text in ("1985?", "1984/..", "198X")]
        [True, False, False]
        """
        if self.earliest is None or self.latest is None:
            known = self.earliest or self.latest
            return known is not None and start <= known <= end
        return self.earliest <= end and self.latest >= start and not self._spans_a_decade

    def fit(self, start: date, end: date, near_days: int) -> Fit | None:
        """Say how the date stands to a period. Time points one way: what begins later says nothing.

        Parameters
        ----------
        start, end : datetime.date
            First and last day of the period.
        near_days : int
            A date that ended at most this many days before the period began is near.

        Returns
        -------
        {"overlaps", "near"} or None
            ``overlaps``: dated in the period. ``near``: ended shortly before it; or begun before it, with an open end;
            or touching it, but vague. None: begins after the period, or ended too long before it. An open start says
            that something had ended: it says nothing of a later period, and of an earlier one only if that ended at
            most `near_days` before the known day.

        Examples
        --------
        >>> year = date(1985, 1, 1), date(1985, 12, 31)
        >>> [parse(text).fit(*year, near_days=730) for text in ("1985-06", "1984", "198X", "1986", "../1984-12")]
        ['overlaps', 'near', 'near', None, None]
        """
        dated_in: Fit = "near" if self.is_vague else "overlaps"
        earliest, latest = self.earliest, self.latest
        if earliest is None:
            if latest is None or latest < start:
                return None
            return dated_in if latest <= end else _near((latest - end).days, near_days)
        if earliest > end:
            return None
        if latest is None:
            return dated_in if earliest >= start else "near"
        return dated_in if latest >= start else _near((start - latest).days, near_days)

    @property
    def _spans_a_decade(self) -> bool:
        if self.earliest is None or self.latest is None or self.earliest.year + DECADE_YEARS > date.max.year:
            return False
        day = 28 if (self.earliest.month, self.earliest.day) == (2, 29) else self.earliest.day
        return self.latest >= self.earliest.replace(year=self.earliest.year + DECADE_YEARS, day=day) - timedelta(days=1)


@lru_cache(maxsize=4096)
def parse(text: str) -> EdtfDate:
    """Read an EDTF date (ISO 8601-2, levels 0 to 2).

    Parameters
    ----------
    text : str
        For example ``1988-06-17``, ``1988-22`` (summer), ``198X``, ``1984~``, ``1988-08/..``.

    Returns
    -------
    EdtfDate

    Raises
    ------
    ValueError
        If the text is no EDTF date, or an interval ends before it begins.

    Examples
    --------
    >>> parse("1988/1989").latest
    datetime.date(1989, 12, 31)
    """
    if "/" in text:
        first, _, last = text.partition("/")
        earliest = None if first in OPEN_ENDS else _bounds(first)[0]
        latest = None if last in OPEN_ENDS else _bounds(last)[1]
    else:
        earliest, latest = _bounds(text)
    if earliest is not None and latest is not None and earliest > latest:
        raise ValueError(f"{text!r} ends before it begins")
    return EdtfDate(text, earliest, latest)


def _bounds(text: str) -> tuple[date | None, date | None]:
    calendar_date = CALENDAR_DATE.fullmatch(text)
    if calendar_date:
        if calendar_date[1] == "0000":
            raise ValueError("the year 0 is none of the years 1 to 9999")
        try:
            return _calendar_bounds(*calendar_date.groups())
        except ValueError as error:
            raise ValueError(f"{text!r} is no day of the calendar") from error
    try:
        parsed = edtf.parse_edtf(text)
        lower, upper = parsed.lower_strict(), parsed.upper_strict()
    except edtf.EDTFParseException as error:
        raise ValueError(f"{text!r} is no EDTF date") from error
    except Exception as error:  # some rare forms make the parser stumble in its own ways
        raise ValueError(f"{text!r} can't be read as an EDTF date") from error
    return _as_date(lower), _as_date(upper)


def _calendar_bounds(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    first = date(int(year), int(month or 1), int(day or 1))
    if month is None:
        return first, date(first.year, 12, 31)
    return first, first if day else date(first.year, first.month, monthrange(first.year, first.month)[1])


def _as_date(moment: Any) -> date | None:
    """None for the infinities that `edtf` gives for an open end."""
    if isinstance(moment, float):
        return None
    try:
        return date(moment.tm_year, moment.tm_mon, moment.tm_mday)
    except (ValueError, OverflowError) as error:
        if not date.min.year <= moment.tm_year <= date.max.year:
            raise ValueError(f"the year {moment.tm_year} is none of the years 1 to 9999") from error
        raise ValueError(f"{moment.tm_year}-{moment.tm_mon}-{moment.tm_mday} is no day of the calendar") from error


def _near(days: int, near_days: int) -> Fit | None:
    return "near" if days <= near_days else None
