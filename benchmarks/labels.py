"""Where labels of a chart stand, so that they cover neither each other nor a line."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

Point = tuple[float, float]
Box = tuple[float, float, float, float]
AWAY = 18
STEP = 3


def free_place(point: Point, label: Point, lines: Sequence[Sequence[Point]], area: Box) -> Point:
    """Middle of a label beside a point, where it covers least of the lines and stays in the area.

    Parameters
    ----------
    point : (float, float)
    label : (float, float)
        Its width and height.
    lines : sequence of sequence of (float, float)
        Corners of each line.
    area : (float, float, float, float)
        Left, top, right and bottom.

    Examples
    --------
    >>> free_place((50, 50), (40, 10), [[(0, 50), (100, 50)], [(50, 50), (50, 0)]], (0, 0, 100, 100))
    (50, 68)
    """
    (x, y), (width, height) = point, label
    marks = [mark for line in lines for mark in _along(line)]
    aside = width / 2
    places = [
        (x + across, y + down)
        for down in (-AWAY, AWAY, -2 * AWAY, 2 * AWAY, 0)
        for across in (0, -aside, aside, AWAY + aside, -AWAY - aside)
        if down or abs(across) > aside
    ]

    def covered(place: Point) -> float:
        left, top = place[0] - width / 2, place[1] - height / 2
        right, bottom = left + width, top + height
        outside = max(0, area[0] - left) + max(0, right - area[2]) + max(0, area[1] - top) + max(0, bottom - area[3])
        return outside + sum(STEP for mark in marks if left <= mark[0] <= right and top <= mark[1] <= bottom)

    return min(places, key=covered)


def spaced(places: Sequence[float], gap: float) -> list[float]:
    """Places of labels, moved apart as little as needed so that they keep a gap, in the same order.

    Examples
    --------
    >>> spaced([10, 12, 50], 20)
    [1.0, 21.0, 50.0]
    """
    groups: list[list[int]] = []
    middles: list[float] = []
    for index in sorted(range(len(places)), key=places.__getitem__):
        groups.append([index])
        middles.append(float(places[index]))
        while len(groups) > 1 and _gap(groups, middles) < gap * (len(groups[-1]) + len(groups[-2])) / 2:
            last = groups.pop()
            groups[-1] += last
            middles.pop()
            middles[-1] = sum(places[one] for one in groups[-1]) / len(groups[-1])
    found = [0.0] * len(places)
    for group, middle in zip(groups, middles, strict=True):
        for number, index in enumerate(group):
            found[index] = middle + gap * (number - (len(group) - 1) / 2)
    return found


def _gap(groups: Sequence[Sequence[int]], middles: Sequence[float]) -> float:
    return middles[-1] - middles[-2] if len(groups) > 1 else math.inf


def _along(line: Sequence[Point]) -> Iterator[Point]:
    """Points close together along a line."""
    for start, end in pairwise(line):
        steps = max(1, round(math.dist(start, end) / STEP))
        for step in range(steps + 1):
            share = step / steps
            yield start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
