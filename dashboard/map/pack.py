"""Geometry in few bytes: every border once, as whole numbers, in letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

CHUNK_BITS = 5
FIRST_CHARACTER = 63
HALF_BITS = 32
"""Of a whole number that holds a point, for either coordinate."""

Whole = npt.NDArray[np.int64]
"""Points as whole numbers, or their ids: of a large atlas there are millions."""

Marks = npt.NDArray[np.bool_]


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
        ``arcs`` (text, see `pack_path`), ``scale`` (whole numbers to a unit), ``bounds``, ``flat``, and ``geometries``
        as before, with lists of numbers of arcs where paths stood.
    """
    scale = 10 ** geometry["decimals"]
    whole = [_each_path(shapes, lambda path: _whole(path, scale)) for shapes in geometry["geometries"]]
    arcs = _Arcs([path for shapes in whole for path in _paths(shapes)])
    # In the order in which the arcs were given the paths.
    number = iter(range(arcs.paths))
    packed = [_each_path(shapes, lambda _: arcs.numbers(next(number))) for shapes in whole]
    kept = {name: geometry[name] for name in ("bounds", "flat")}
    return {"arcs": [pack_path(arc, 1) for arc in arcs.found()], "scale": scale, **kept, "geometries": packed}


def _each_path(shapes: dict[str, Any], made: Callable[[Any], Any]) -> dict[str, Any]:
    """The shapes with something else in the place of each path; in the order of `_paths`."""
    provinces = [
        {**one, "polygons": [[made(ring) for ring in rings] for rings in one["polygons"]]}
        for one in shapes["provinces"]
    ]
    lines = [{**one, "paths": [made(path) for path in one["paths"]]} for one in shapes["lines"]]
    return {"provinces": provinces, "lines": lines}


def _paths(shapes: dict[str, Any]) -> Iterator[Whole]:
    for one in shapes["provinces"]:
        yield from chain.from_iterable(one["polygons"])
    for one in shapes["lines"]:
        yield from one["paths"]


def _whole(path: npt.ArrayLike, scale: float) -> Whole:
    """Coordinates as whole numbers; points that fall together are one."""
    points = np.rint(np.asarray(path, dtype=float).reshape(-1, 2) * scale).astype(np.int64)
    is_other = np.ones(len(points), dtype=bool)
    is_other[1:] = (points[1:] != points[:-1]).any(axis=1)
    return points[is_other]


class _Arcs:
    """Numbers the arcs that paths consist of.

    Parameters
    ----------
    paths : sequence of array
        All that will be asked for, by their places; a closed one ends where it starts.
    """

    def __init__(self, paths: Sequence[Whole]) -> None:
        self.paths = len(paths)
        every = np.concatenate([np.empty((0, 2), np.int64), *paths])
        # Smaller points have smaller ids.
        keys, self._ids = np.unique((every[:, 0] << HALF_BITS) + every[:, 1], return_inverse=True)
        x = (keys + (1 << HALF_BITS - 1)) >> HALF_BITS
        self._points = np.column_stack([x, keys - (x << HALF_BITS)])
        self._ends = np.cumsum([0, *map(len, paths)])
        self._is_node = self._nodes()
        self._numbers: dict[bytes, int] = {}
        self._found: list[Whole] = []

    def found(self) -> Iterator[Whole]:
        """The arcs in the order of their numbers, as points."""
        for arc in self._found:
            yield self._points[arc]

    def numbers(self, place: int) -> list[int]:
        """Numbers of the arcs of a path, in its order."""
        path = self._path(place)
        if len(path) == 1:  # An outline smaller than what a whole number can tell.
            path = np.repeat(path, 2)
        elif path[0] == path[-1]:
            path = self._from_node(path)
        inner = np.flatnonzero(self._is_node[path[1:-1]]) + 1
        cuts = [0, *inner.tolist(), len(path) - 1]
        return [self._number(path[start : end + 1]) for start, end in pairwise(cuts)]

    def _path(self, place: int) -> Whole:
        return self._ids[self._ends[place] : self._ends[place + 1]]

    def _nodes(self) -> Marks:
        """Which points have other than two neighbours, or are an end."""
        count = len(self._points)
        within = np.ones(max(0, len(self._ids) - 1), dtype=bool)
        within[self._ends[1:-1] - 1] = False
        before, after = self._ids[:-1][within], self._ids[1:][within]
        ways = np.unique(np.minimum(before, after) * count + np.maximum(before, after))
        is_node: Marks = np.bincount(np.concatenate(np.divmod(ways, max(1, count))), minlength=count) != 2
        for place in range(self.paths):
            path = self._path(place)
            if path[0] != path[-1]:
                is_node[path[[0, -1]]] = True
        return is_node

    def _from_node(self, ring: Whole) -> Whole:
        """The ring from its first node on, or, where nothing meets it, from its smallest point."""
        points = ring[:-1]
        nodes = np.flatnonzero(self._is_node[points])
        start = nodes[0] if len(nodes) else np.argmin(points)
        return np.concatenate([points[start:], points[: start + 1]])

    def _number(self, arc: Whole) -> int:
        there, back = arc.tobytes(), arc[::-1].tobytes()
        if back in self._numbers:
            return -self._numbers[back] - 1
        if there not in self._numbers:
            self._numbers[there] = len(self._found)
            self._found.append(arc)
        return self._numbers[there]


def pack_path(path: npt.ArrayLike, scale: float) -> str:
    """Write a path in the encoded polyline format, longitude first: differences of whole numbers, five bits a letter.

    Parameters
    ----------
    path : array-like of (float, float)
    scale : float
        What coordinates are multiplied with to be whole.

    Examples
    --------
    The example of the format's own description, which has latitude first:

    >>> pack_path([(38.5, -120.2), (40.7, -120.95), (43.252, -126.453)], 1e5)
    '_p~iF~ps|U_ulLnnqC_mqNvxq`@'
    """
    whole = np.rint(np.asarray(path, dtype=float).reshape(-1, 2) * scale).astype(np.int64)
    steps = np.diff(whole, axis=0, prepend=np.zeros((1, 2), np.int64))
    return "".join(map(_letters, steps.reshape(-1).tolist()))


def _letters(number: int) -> str:
    rest = ~(number << 1) if number < 0 else number << 1
    letters = ""
    while rest >= 1 << CHUNK_BITS:
        letters += chr((rest & 31 | 1 << CHUNK_BITS) + FIRST_CHARACTER)
        rest >>= CHUNK_BITS
    return letters + chr(rest + FIRST_CHARACTER)
