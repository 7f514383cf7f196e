"""Where maps and legend stand on the paper: the arrangement that gives the largest maps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from geodata.figure.key import GAP, LegendLayout, lay_out, narrowest_column
from geodata.figure.legend import Block

SHRINK = (1.0, 0.93, 0.86, 0.8, 0.74, 0.68)
"""Sizes of the legend's letters that are tried on paper of fixed height."""


@dataclass(frozen=True)
class Box:
    """A rectangle in points, y downwards."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Arrangement:
    """Places of maps and legend within the body of the paper.

    Attributes
    ----------
    maps : tuple of Box
    legends : tuple of (LegendLayout, float, float)
        The parts of the legend and their upper left corners.
    height : float
        Of the body.
    """

    maps: tuple[Box, ...]
    legends: tuple[tuple[LegendLayout, float, float], ...]
    height: float


def arrange(
    count: int,
    aspect: float,
    blocks: Sequence[Block],
    width: float,
    height: float | None,
    letters: float,
    label: float,
) -> Arrangement | None:
    """Arrange maps and legend.

    Parameters
    ----------
    count : int
        Number of maps.
    aspect : float
        Height of a map by its width.
    blocks : sequence of Block
        The legend.
    width : float
        Of the body, in points.
    height : float or None
        Of the body; None where it may be as high as it must.
    letters : float
        Size of the legend's letters.
    label : float
        Height of the label above each map.

    Returns
    -------
    Arrangement or None
        On paper of fixed height the one with the largest maps, its legend not smaller than need be; None where there is
        no room for both. Else the lowest.
    """
    if height is None:
        columns = min(2, count)
        ways = [way for way in _ways(count, aspect, blocks, width, None, letters, label) if way[0] == columns]
        return min((way[1] for way in ways), key=lambda one: one.height)
    found = [
        (one.maps[0].width * share, one)
        for share in SHRINK
        for _, one in _ways(count, aspect, blocks, width, height, letters * share, label)
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _ways(
    count: int,
    aspect: float,
    blocks: Sequence[Block],
    width: float,
    height: float | None,
    letters: float,
    label: float,
) -> Iterator[tuple[int, Arrangement]]:
    gap = GAP * letters
    counts = max((len(block.columns) for block in blocks), default=0)
    for columns in range(1, count + 1):
        rows = ceil(count / columns)
        # Below the maps.
        legend = lay_out(blocks, width, letters)
        room = None if height is None else height - legend.height - gap
        below = _grid(count, columns, aspect, width, room, gap, label)
        if below is not None:
            bottom = max(box.y + box.height for box in below) + gap
            yield columns, Arrangement(below, ((legend, 0, bottom),), height or bottom + legend.height)
        # Beside them, in one column or two.
        for number in (1, 2):
            beside = letters * narrowest_column(counts) * number + gap * (number - 1)
            if height is None or beside > width * 0.6:
                continue
            maps = _grid(count, columns, aspect, width - beside - 1.5 * gap, height, gap, label)
            if maps is not None:
                right = max(box.x + box.width for box in maps) + 1.5 * gap
                legend = lay_out(blocks, width - right, letters)
                if legend.height <= height:
                    yield columns, Arrangement(maps, ((legend, right, label),), height)
        # In the empty cells of the last row, and on below its maps.
        if rows > 1 and rows * columns > count:
            maps = _grid(count, columns, aspect, width, height, gap, label)
            if maps is None:
                continue
            last = maps[-1]
            if height is not None:
                x = max(box.x + box.width for box in maps[: count - (rows - 1) * columns]) + gap
                legend = lay_out(blocks, width - x, letters)
                if legend.height <= last.height + label:
                    yield columns, Arrangement(maps, ((legend, x, last.y - label),), height)
                continue
            x, under = last.x + last.width + gap, last.y + last.height + gap
            for number in range(1, len(blocks) + 1):
                first = lay_out(blocks[:number], width - x, letters)
                rest = lay_out(blocks[number:], x - gap, letters)
                bottom = max(last.y + first.height, under + rest.height)
                yield columns, Arrangement(maps, ((first, x, last.y - label), (rest, 0, under)), bottom)


def _grid(
    count: int, columns: int, aspect: float, width: float, height: float | None, gap: float, label: float
) -> tuple[Box, ...] | None:
    """Maps in rows, as large as the room allows; None where there is none."""
    rows = ceil(count / columns)
    map_width = (width - (columns - 1) * gap) / columns
    if height is not None:
        map_width = min(map_width, ((height - (rows - 1) * gap) / rows - label) / aspect)
    if map_width <= 0:
        return None
    map_height = map_width * aspect
    # On paper that is wider than the maps need, they spread over it.
    spread = (width - columns * map_width) / columns if columns > 1 else 0
    return tuple(
        Box(
            (number % columns) * (map_width + spread) + (0 if columns == 1 else spread / 2),
            (number // columns) * (map_height + label + gap) + label,
            map_width,
            map_height,
        )
        for number in range(count)
    )
