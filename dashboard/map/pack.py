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
    arcs = _Arcs(_whole([path for shapes in geometry["geometries"] for path in _paths(shapes)], scale))
    # In the order in which the arcs were given the paths.
    number = iter(range(arcs.paths))
    packed = [_each_path(shapes, lambda _: arcs.numbers(next(number))) for shapes in geometry["geometries"]]
    kept = {name: geometry[name] for name in ("bounds", "flat")}
    return {"arcs": _pack(list(arcs.found())), "scale": scale, **kept, "geometries": packed}


def _each_path(shapes: dict[str, Any], made: Callable[[Any], Any]) -> dict[str, Any]:
    """The shapes with something else in the place of each path; in the order of `_paths`."""
    provinces = [
        {**one, "polygons": [[made(ring) for ring in rings] for rings in one["polygons"]]}
        for one in shapes["provinces"]
    ]
    lines = [{**one, "paths": [made(path) for path in one["paths"]]} for one in shapes["lines"]]
    return {"provinces": provinces, "lines": lines}


def _paths(shapes: dict[str, Any]) -> Iterator[npt.ArrayLike]:
    for one in shapes["provinces"]:
        yield from chain.from_iterable(one["polygons"])
    for one in shapes["lines"]:
        yield from one["paths"]


def _whole(paths: Sequence[npt.ArrayLike], scale: float) -> list[Whole]:
    """Coordinates as whole numbers; points of a path that fall together are one.

    All paths at once: of a large atlas there are a hundred thousand, most of them short.
    """
    every = [np.asarray(path, dtype=float).reshape(-1, 2) for path in paths]
    starts = np.cumsum([0, *map(len, every)])[:-1]
    points = np.rint(np.concatenate([np.empty((0, 2)), *every]) * scale).astype(np.int64)
    is_other = np.ones(len(points), dtype=bool)
    is_other[1:] = (points[1:] != points[:-1]).any(axis=1)
    is_other[starts] = True
    return np.split(points[is_other], np.cumsum(is_other)[starts[1:]] - 1)


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
        first, last = self._ids[self._ends[:-1]], self._ids[self._ends[1:] - 1]
        is_node[first[first != last]] = is_node[last[first != last]] = True
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
    return _pack([np.rint(np.asarray(path, dtype=float).reshape(-1, 2) * scale).astype(np.int64)])[0]


def _pack(paths: Sequence[Whole]) -> list[str]:
    """The same of many paths at once, of whole numbers already."""
    lengths = np.array([len(path) for path in paths], dtype=np.int64)
    every = np.concatenate([np.empty((0, 2), np.int64), *paths])
    steps = np.diff(every, axis=0, prepend=np.zeros((1, 2), np.int64))
    starts = (np.cumsum(lengths) - lengths)[lengths > 0]
    steps[starts] = every[starts]
    # The sign goes into the last bit.
    rest = ((steps << 1) ^ (steps >> 63)).reshape(-1)
    size = np.ones(len(rest), dtype=np.int64)
    while (longer := rest >> CHUNK_BITS * size > 0).any():
        size += longer
    ends = np.concatenate([[0], np.cumsum(size)])
    letters = np.empty(ends[-1], dtype=np.uint8)
    for place in range(size.max(initial=0)):
        there = size > place
        chunk = rest[there] >> CHUNK_BITS * place & 31
        follows = size[there] > place + 1
        letters[ends[:-1][there] + place] = chunk + (follows << CHUNK_BITS) + FIRST_CHARACTER
    text = letters.tobytes().decode("ascii")
    cuts = ends[np.concatenate([[0], np.cumsum(lengths)]) * 2].tolist()
    return [text[start:end] for start, end in pairwise(cuts)]
