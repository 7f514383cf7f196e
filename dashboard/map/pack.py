"""Geometry in few bytes: every border once, as whole numbers, in letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import Any

CHUNK_BITS = 5
FIRST_CHARACTER = 63

Point = tuple[int, int]
Path = Sequence[Point]


def pack_geometry(geometry: dict[str, Any]) -> dict[str, Any]:
    """Write each border once and short.

    Outlines and lines are cut where more than two ways meet, into arcs. Two provinces and the line between them refer
    to the same arc, as in TopoJSON: ``n`` for arc number n, ``-n - 1`` for the same from its end to its start.

    Parameters
    ----------
    geometry : dict
        As `dashboard.map.payload.geometry_payload` gives it.

    Returns
    -------
    dict
        ``arcs`` (text, see `pack_path`), ``scale`` (whole numbers to a unit), ``bounds``, ``flat``,
        and ``geometries`` as
        before, with lists of numbers of arcs where paths stood.
    """
    scale = 10 ** geometry["decimals"]

    def whole_path(path: Iterable[Sequence[float]]) -> list[Point]:
        return _whole(path, scale)

    whole = [
        {
            "provinces": [
                {**one, "polygons": [list(map(whole_path, rings)) for rings in one["polygons"]]}
                for one in shapes["provinces"]
            ],
            "lines": [{**one, "paths": list(map(whole_path, one["paths"]))} for one in shapes["lines"]],
        }
        for shapes in geometry["geometries"]
    ]
    arcs = _Arcs(path for shapes in whole for path in _paths(shapes))
    packed = [
        {
            "provinces": [
                {**one, "polygons": [list(map(arcs.numbers, rings)) for rings in one["polygons"]]}
                for one in shapes["provinces"]
            ],
            "lines": [{**one, "paths": list(map(arcs.numbers, one["paths"]))} for one in shapes["lines"]],
        }
        for shapes in whole
    ]
    texts = [pack_path(arc, 1) for arc in arcs.found]
    kept = {name: geometry[name] for name in ("bounds", "flat")}
    return {"arcs": texts, "scale": scale, **kept, "geometries": packed}


def _whole(path: Iterable[Sequence[float]], scale: int) -> list[Point]:
    """Coordinates as whole numbers; points that fall together are one."""
    points = [(round(x * scale), round(y * scale)) for x, y in path]
    return [*points[:1], *(after for before, after in pairwise(points) if after != before)]


def _paths(shapes: dict[str, Any]) -> Iterable[Path]:
    for one in shapes["provinces"]:
        yield from chain.from_iterable(one["polygons"])
    for one in shapes["lines"]:
        yield from one["paths"]


class _Arcs:
    """Numbers the arcs that paths consist of.

    Parameters
    ----------
    paths : iterable of sequence of (int, int)
        All that will be asked for; a closed one ends where it starts.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        beside: dict[Point, set[Point]] = {}
        self._nodes: set[Point] = set()
        for path in paths:
            for before, after in pairwise(path):
                beside.setdefault(before, set()).add(after)
                beside.setdefault(after, set()).add(before)
            if path[0] != path[-1]:
                self._nodes |= {path[0], path[-1]}
        self._nodes |= {point for point, others in beside.items() if len(others) != 2}
        self._numbers: dict[tuple[Point, ...], int] = {}
        self.found: list[tuple[Point, ...]] = []

    def numbers(self, path: Path) -> list[int]:
        """Numbers of the arcs of a path, in its order."""
        if len(path) == 1:  # An outline smaller than what a whole number can tell.
            path = [*path, *path]
        elif path[0] == path[-1]:
            path = self._from_node(path)
        cuts = [0, *(place for place in range(1, len(path) - 1) if path[place] in self._nodes), len(path) - 1]
        return [self._number(tuple(path[start : end + 1])) for start, end in pairwise(cuts)]

    def _from_node(self, ring: Path) -> Path:
        """The ring from its first node on, or, where nothing meets it, from its smallest point."""
        points = ring[:-1]
        start = next((place for place, point in enumerate(points) if point in self._nodes), points.index(min(points)))
        return [*points[start:], *points[: start + 1]]

    def _number(self, arc: tuple[Point, ...]) -> int:
        back = arc[::-1]
        if back in self._numbers:
            return -self._numbers[back] - 1
        if arc not in self._numbers:
            self._numbers[arc] = len(self.found)
            self.found.append(arc)
        return self._numbers[arc]


def pack_path(path: Iterable[Sequence[float]], scale: float) -> str:
    """Write a path in the encoded polyline format, longitude first: differences of whole numbers, five bits a letter.

    Parameters
    ----------
    path : iterable of (float, float)
    scale : float
        What coordinates are multiplied with to be whole.

    Examples
    --------
    The example of the format's own description, which has latitude first:

    >>> pack_path([(38.5, -120.2), (40.7, -120.95), (43.252, -126.453)], 1e5)
    '_p~iF~ps|U_ulLnnqC_mqNvxq`@'
    """
    whole = [(round(x * scale), round(y * scale)) for x, y in path]
    steps = ((x - x0, y - y0) for (x, y), (x0, y0) in zip(whole, [(0, 0), *whole], strict=False))
    return "".join(map(_letters, chain.from_iterable(steps)))


def _letters(number: int) -> str:
    rest = ~(number << 1) if number < 0 else number << 1
    letters = ""
    while rest >= 1 << CHUNK_BITS:
        letters += chr((rest & 31 | 1 << CHUNK_BITS) + FIRST_CHARACTER)
        rest >>= CHUNK_BITS
    return letters + chr(rest + FIRST_CHARACTER)
