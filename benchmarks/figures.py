"""Arithmetic of the benchmarks: from moments of a browser to times, and from times to medians and ratios."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

Moment = Mapping[str, Any]
"""One change seen by the probe: what, content, empty, changed and painted (milliseconds by the page's clock)."""


@dataclass(frozen=True)
class Times:
    """When a change was there, in milliseconds after the key went down or the page was opened.

    Attributes
    ----------
    changed : float
        The document was changed.
    painted : float
        Two animation frames after the change: the browser has drawn it.
    flickers : int
        How often something else was seen after it.
    """

    changed: float
    painted: float
    flickers: int = 0


def final_change(moments: Sequence[Moment], what: str, since: float) -> Times:
    """Find when the last content was there for the first time.

    Parameters
    ----------
    moments : sequence of Moment
        In order of time; the last one shows what remained.
    what : {"map", "panel"}
    since : float
        Moment of the key, or 0 for the opening of the page.

    Returns
    -------
    Times

    Raises
    ------
    ValueError
        If nothing changed, or nothing but emptiness was left.
    """
    seen = [moment for moment in moments if moment["what"] == what and moment["changed"] >= since]
    if not seen or seen[-1]["empty"]:
        raise ValueError(f"the {what} did not change")
    final = seen[-1]["content"]
    first = next(
        place for place, moment in enumerate(seen) if moment["content"] == final and moment["painted"] is not None
    )
    return Times(
        *(round(seen[first][name] - since, 2) for name in ("changed", "painted")),
        flickers=sum(moment["content"] != final for moment in seen[first:]),
    )


def bounce(stops: int, moves: int) -> list[str]:
    """Keys that walk a slider from its first stop to the last and back, again and again.

    Examples
    --------
    >>> bounce(3, 5)
    ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowRight']
    """
    way = stops - 1
    return ["ArrowRight" if number // way % 2 == 0 else "ArrowLeft" for number in range(moves)]


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least this share of the values does not exceed (nearest rank).

    Examples
    --------
    >>> percentile([4, 1, 3, 2], 50)
    2
    """
    return sorted(values)[max(0, math.ceil(len(values) * percent / 100) - 1)]


def spread(values: Sequence[float]) -> dict[str, float]:
    """Median, 95th percentile, smallest and largest value, and how many there are."""
    return {
        "median": median(values),
        "p95": percentile(values, 95),
        "min": min(values),
        "max": max(values),
        "count": len(values),
    }


def rotated(items: Sequence[Any], turns: int) -> list[Any]:
    """The items beginning with another one each turn, so that none always follows the same neighbour.

    Examples
    --------
    >>> rotated("abc", 1)
    ['b', 'c', 'a']
    """
    start = turns % len(items)
    return [*items[start:], *items[:start]]
