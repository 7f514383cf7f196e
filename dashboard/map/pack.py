"""Geometry and calls in few bytes, for pages that carry them inside; the map script takes them packed or plain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from dashboard.map.payload import DECIMALS

SCALE = 10**DECIMALS

CHUNK_BITS = 5
FIRST_CHARACTER = 63


def pack_geometry(geometry: dict[str, Any]) -> dict[str, Any]:
    """Write each path once and short.

    Parameters
    ----------
    geometry : dict
        As `dashboard.map.payload.geometry_payload` gives it.

    Returns
    -------
    dict
        ``paths`` (text, see `pack_path`), ``scale`` (whole numbers to a degree), ``bounds``, and ``geometries`` as
        before, with numbers of paths where paths stood.
    """
    numbers: dict[str, int] = {}

    def number(path: Sequence[Sequence[float]]) -> int:
        return numbers.setdefault(pack_path(path), len(numbers))

    packed = [
        {
            "provinces": [
                {**one, "polygons": [[number(ring) for ring in rings] for rings in one["polygons"]]}
                for one in shapes["provinces"]
            ],
            "lines": [{**one, "paths": [number(path) for path in one["paths"]]} for one in shapes["lines"]],
        }
        for shapes in geometry["geometries"]
    ]
    return {"paths": list(numbers), "scale": SCALE, "bounds": geometry["bounds"], "geometries": packed}


def pack_path(path: Iterable[Sequence[float]], scale: float = SCALE) -> str:
    """Write a path in the encoded polyline format, longitude first: differences of whole numbers, five bits a letter.

    Parameters
    ----------
    path : iterable of (float, float)
    scale : float, optional
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


def pack_calls(calls: dict[str, Any]) -> dict[str, Any]:
    """Write each line of the hover cards once.

    Parameters
    ----------
    calls : dict
        As `dashboard.map.payload.calls_payload` gives them.

    Returns
    -------
    dict
        The same, with ``lines`` (list of str), and in each call a ``card`` of numbers of lines.
    """
    numbers: dict[str, int] = {}

    def card(html: str) -> list[int]:
        lines = [line.strip() for line in html.splitlines()]
        return [numbers.setdefault(line, len(numbers)) for line in lines if line]

    packed = {
        period: {province: {**call, "card": card(call["card"])} for province, call in provinces.items()}
        for period, provinces in calls["calls"].items()
    }
    return {**calls, "calls": packed, "lines": list(numbers)}
