"""Stretches of time in which the same shapes stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date


class Eras:
    """Tells whether the same shapes stand on two days, without looking at each shape again.

    Parameters
    ----------
    begins, ends : iterable of str
        First and last day of each shape (ISO 8601; an end is empty while the shape lasts).

    Examples
    --------
    >>> eras = Eras(["1980-01-01", "1990-01-01"], ["1989-12-31", ""])
    >>> one, other, later = (eras.of(day) for day in (date(1985, 1, 1), date(1989, 12, 31), date(1990, 1, 1)))
    >>> one == other, other == later
    (True, False)
    """

    def __init__(self, begins: Iterable[str], ends: Iterable[str]) -> None:
        self._begins, self._ends = sorted(begins), sorted(one for one in ends if one)

    def of(self, day: date) -> tuple[int, int]:
        """How many shapes have begun, and how many have ended: equal on two days if the same shapes stand on both."""
        text = day.isoformat()
        return bisect_right(self._begins, text), bisect_left(self._ends, text)
