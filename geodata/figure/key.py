"""The legend of a printed figure on the paper: blocks in columns, with their pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import shapely

from geodata.figure.legend import Block, Row
from geodata.figure.page import INK, LEADING, QUIET, SIGN_SHARE, Pen, left_of, text_width, wrap
from geodata.looks import SWATCH_LINE, LineStyle, Look, Piece, is_ringed

SWATCH = (2.1, 1.25)
"""Width and height of a swatch in letters."""

RING = 1.55
"""Height of a sign with a ring around it, in letters."""

NARROWEST = 18.4
"""Narrowest column of a legend, in letters."""

GAP = 1.8
COUNT_WIDTH = 4.9


@dataclass(frozen=True)
class LegendLayout:
    """Blocks in columns of equal width.

    Attributes
    ----------
    columns : tuple of tuple of Block
    width : float
        Of a column, in points.
    height : float
        Of the whole.
    letters : float
        Size of the letters.
    labels : tuple of str
        Headings of the counts, above the first counts of each column.
    """

    columns: tuple[tuple[Block, ...], ...]
    width: float
    height: float
    letters: float
    labels: tuple[str, ...] = ()


def lay_out(blocks: Sequence[Block], width: float, letters: float) -> LegendLayout:
    """Put blocks in as many columns as fit, as low as possible.

    Parameters
    ----------
    blocks : sequence of Block
    width : float
        In points.
    letters : float
        Size of the letters in points.

    Returns
    -------
    LegendLayout
    """
    counts = max((len(block.columns) for block in blocks), default=0)
    narrowest = letters * narrowest_column(counts)
    number = max(1, min(len(blocks), int((width + GAP * letters) / (narrowest + GAP * letters))))
    column_width = (width - (number - 1) * GAP * letters) / number
    if not blocks:
        return LegendLayout((), column_width, 0, letters)
    heights = [_block_height(block, column_width, letters) for block in blocks]
    limit = max([*heights, sum(heights) / number])
    while (columns := _flow(blocks, heights, limit)) is None or len(columns) > number:
        limit += letters * 0.5
    labels = next((block.columns for block in blocks if block.columns), ())
    return LegendLayout(tuple(columns), column_width, limit, letters, labels)


def narrowest_column(counts: int) -> float:
    """Narrowest column of a legend with so many counts, in letters."""
    return NARROWEST + (COUNT_WIDTH * counts if counts > 1 else 0)


def draw_legend(pen: Pen, layout: LegendLayout, x: float, y: float) -> None:
    """Draw a legend on axes in points whose y grows downwards.

    Parameters
    ----------
    pen : Pen
    layout : LegendLayout
    x, y : float
        Upper left corner.
    """
    for number, blocks in enumerate(layout.columns):
        left = x + number * (layout.width + GAP * layout.letters)
        top, labels = y, layout.labels
        for block in blocks:
            counted = any(len(row.counts) > 1 for row in block.rows)
            top = _draw_block(pen, block, left, top, layout, labels if counted else ())
            labels = () if counted else labels


def _flow(blocks: Sequence[Block], heights: Sequence[float], limit: float) -> list[tuple[Block, ...]]:
    columns: list[list[Block]] = [[]]
    used = 0.0
    for block, height in zip(blocks, heights, strict=True):
        if columns[-1] and used + height > limit + 1e-6:
            columns.append([])
            used = 0.0
        columns[-1].append(block)
        used += height
    return [tuple(column) for column in columns]


def _count_width(counts: int) -> float:
    """Width of a column of counts, in letters: room for the label of a period above it."""
    return COUNT_WIDTH if counts > 1 else 3.4


def _row_lines(row: Row, width: float, letters: float) -> list[str]:
    room = width - len(row.counts) * _count_width(len(row.counts)) * letters
    if row.picture is not None:
        room -= letters * (SWATCH[0] + 0.7)
    if row.code:
        room -= text_width(f" {row.code}", letters, "bold") + letters * 0.4
    return wrap(row.text, letters, room)


def _block_height(block: Block, width: float, letters: float) -> float:
    rows = sum(_row_height(row, width, letters) for row in block.rows)
    return letters * (1.55 + 0.75) + rows


def _row_height(row: Row, width: float, letters: float) -> float:
    lines = len(_row_lines(row, width, letters))
    picture = RING if isinstance(row.picture, tuple) and is_ringed(row.picture) else SWATCH[1]
    return max(lines * letters * LEADING * 0.95, letters * picture if row.picture else 0) + letters * 0.25


def _draw_block(pen: Pen, block: Block, x: float, y: float, layout: LegendLayout, labels: Sequence[str]) -> float:
    letters, width = layout.letters, layout.width
    counts = max((len(row.counts) for row in block.rows), default=0)
    step = _count_width(counts) * letters
    pen.text(x, y + letters, block.heading, letters, weight="bold", colour=INK)
    for number, label in enumerate(labels):
        right = x + width - (counts - 1 - number) * step
        pen.text(right, y + letters, label, letters * 0.85, weight="bold", colour=QUIET, align="right")
    y += letters * 1.55
    for row in block.rows:
        height = _row_height(row, width, letters)
        base = y + letters * 0.98
        left = x
        if row.picture is not None:
            _draw_picture(pen, row.picture, x, y + letters * 0.08, letters)
            left += letters * (SWATCH[0] + 0.7)
        lines = _row_lines(row, width, letters)
        for number, text in enumerate(lines):
            pen.text(left, base + number * letters * LEADING * 0.95, text, letters)
        if row.code:
            end = left + text_width(lines[-1] + " ", letters) + letters * 0.35
            last = base + (len(lines) - 1) * letters * LEADING * 0.95
            pen.text(end, last, row.code, letters, weight="bold")
        for number, count in enumerate(row.counts):
            right = x + width - (len(row.counts) - 1 - number) * step
            pen.text(right, base, count, letters, colour=QUIET, align="right")
        y += height
    return y + letters * 0.75


def _draw_picture(
    pen: Pen, picture: Look | LineStyle | tuple[Piece, ...] | str, x: float, y: float, letters: float
) -> None:
    width, height = SWATCH[0] * letters, SWATCH[1] * letters * 0.9
    left = left_of(x, width, pen.turned)
    middle_x, middle_y = left + width / 2, y + height / 2
    if isinstance(picture, Look):
        box = shapely.box(left, y, left + width, y + height)
        pen.fill(box, picture, 1, origin=(left, y))
        pen.line(box.exterior, SWATCH_LINE, 0.9, 2)
    elif isinstance(picture, LineStyle):
        pen.styled(shapely.LineString([(left, middle_y), (left + width, middle_y)]), picture, 1, 2)
    elif isinstance(picture, str):
        pen.text(x + width / 2, y + letters * 0.9, picture, letters, weight="bold", align="center")
    else:
        small = replace(pen, unit=pen.unit * SIGN_SHARE, pixel=pen.pixel * SIGN_SHARE)
        small.sign(picture, middle_x, middle_y, 3)
