"""EDTF dates: what they cover, and how near they are to a period."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Literal

import edtf

Fit = Literal["overlaps", "near"]

NEAR_YEARS = 2
"""A claim dated at most this many years before or after a period still speaks for it, as `adjacent`."""

DECADE_YEARS = 10
"""A date that spans this many years or more says no more than the decade, so it never counts as dated in a period."""

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

    @property
    def is_known_only_to_the_decade(self) -> bool:
        """Whether the date spans ten years or more."""
        if self.earliest is None or self.latest is None:
            return False
        if self.earliest.year + DECADE_YEARS > date.max.year:
            return False
        return self.latest >= _shift_years(self.earliest, DECADE_YEARS, day_before=True)

    def fit(self, start: date, end: date) -> Fit | None:
        """Say how the date stands to a period.

        Parameters
        ----------
        start, end : datetime.date
            First and last day of the period.

        Returns
        -------
        {"overlaps", "near"} or None
            ``overlaps``: dated in the period. ``near``: at most two years off, or known only to a decade that
            the period falls in, or an open interval whose known end lies outside the period. None: elsewhere.

        Examples
        --------
        >>> parse("1985-06").fit(date(1985, 1, 1), date(1985, 12, 31))
        'overlaps'
        >>> parse("198X").fit(date(1985, 1, 1), date(1985, 12, 31))
        'near'
        >>> parse("1979-03").fit(date(1985, 1, 1), date(1985, 12, 31)) is None
        True
        """
        earliest, latest = self.earliest, self.latest
        if earliest is None and latest is None:
            return None
        if earliest is None or latest is None:
            known = earliest or latest
            assert known is not None
            if start <= known <= end:
                return "overlaps"
            runs_into_period = known < start if latest is None else known > end
            return "near" if runs_into_period or _is_near(known, known, start, end) else None
        overlaps = earliest <= end and latest >= start
        if self.is_known_only_to_the_decade:
            return "near" if overlaps else None
        if overlaps:
            return "overlaps"
        return "near" if _is_near(earliest, latest, start, end) else None


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
        raise ValueError(f"{moment.tm_year}-{moment.tm_mon}-{moment.tm_mday} is no day of the calendar") from error


def _shift_years(day: date, years: int, day_before: bool = False) -> date:
    if not date.min.year <= day.year + years <= date.max.year:
        return date.min if years < 0 else date.max
    shifted = day.replace(year=day.year + years, day=28 if (day.month, day.day) == (2, 29) else day.day)
    return date.fromordinal(shifted.toordinal() - 1) if day_before else shifted


def _is_near(earliest: date, latest: date, start: date, end: date) -> bool:
    return latest >= _shift_years(start, -NEAR_YEARS) and earliest <= _shift_years(end, NEAR_YEARS)
