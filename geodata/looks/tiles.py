"""What a look consists of: the tile that repeats over a province, in the same parts for screen, canvas and print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from geodata.looks.colours import WHITE, legible, pale
from geodata.looks.look import Look

SIDE = 8.0
"""Side of a plain tile in pixels: small enough to repeat in the smallest province at the first zoom."""

FIELD = 6.0
"""Side of a field of the chequers."""

GAP = 1.0
"""White between stripes and between fields: in grey two colours can be the same."""

LIGHT = "#f3f0e7"
"""Ground of what is known only in parts, or points both ways: no faction's, and lighter than any that is pale."""

QUIET_GROUND = "#e3e6ea"

DOT_RADIUS = 1.15
DOT_CONTRAST = 2.2
"""Of the dots with their pale ground: in grey print they still say that the evidence is weak."""

MARK_CONTRAST = 3.0
"""Of question marks with their ground, whatever the colour of the faction."""

CROSS_COLOUR = "#7b7f87"
"""At 3:1 both on paper and on a dark page, which show through."""
CROSS_CELL = 11.0
CROSS_ARM = 2.4
CROSS_WIDTH = 1.3

QUESTION_CELL = (14.0, 12.0)
QUESTION_WIDTH = 1.7
NAMELESS_QUESTION = "#5d6169"

Point = tuple[float, float]
Line = tuple[Point, ...]

QUESTION_MARK: tuple[Line, ...] = (
    (
        (-2.0, -2.2), (-1.7, -3.2), (-0.9, -3.9), (0.2, -4.1), (1.3, -3.7), (1.95, -2.8), (1.9, -1.8), (1.3, -0.9),
        (0.4, -0.2), (0.0, 0.6), (0.0, 1.3),
    ),
    ((0.0, 3.0), (0.0, 4.2)),
)  # fmt: skip
"""Around its middle, y downwards: the hook, and the point below it."""

CROSS: tuple[Line, ...] = (
    ((-CROSS_ARM, -CROSS_ARM), (CROSS_ARM, CROSS_ARM)),
    ((-CROSS_ARM, CROSS_ARM), (CROSS_ARM, -CROSS_ARM)),
)


@dataclass(frozen=True)
class Rectangle:
    """A ground; later ones lie on earlier ones."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True)
class Dot:
    """A filled circle."""

    x: float
    y: float
    radius: float
    colour: str


@dataclass(frozen=True)
class Stroke:
    """A mark of lines of one colour and width, around a middle that lies in the tile."""

    lines: tuple[Line, ...]
    colour: str
    width: float


Mark = Rectangle | Dot | Stroke


@dataclass(frozen=True)
class Tile:
    """The piece that repeats: pixels, y downwards, marks in drawing order, the whole turned by `rotation` degrees."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    rotation: float = 0

    @property
    def plain_colour(self) -> str | None:
        """The colour that all of it has; None if it shows a pattern, or the ground below it."""
        match self.marks:
            case (Rectangle(0, 0, self.width, self.height, colour),):
                return colour
        return None


def tile(look: Look) -> Tile:
    """Say what repeats where a look fills a province.

    Parameters
    ----------
    look : Look

    Returns
    -------
    Tile

    Examples
    --------
    >>> tile(Look("held", ("#aa0000",))).marks
    (Rectangle(x=0, y=0, width=8.0, height=8.0, colour='#aa0000'),)
    """
    return _TILES[look.kind](look)


def _held(look: Look) -> Tile:
    return Tile(SIDE, SIDE, tuple(_share(look, 0, SIDE)))


def _shared(look: Look) -> Tile:
    count = len(look.colours)
    stripes = [mark for number in range(count) for mark in _share(look, number, SIDE, x=number * SIDE)]
    gaps = [Rectangle(number * SIDE, 0, GAP, SIDE, WHITE) for number in range(count)]
    return Tile(SIDE * count, SIDE, (*stripes, *gaps), rotation=45)


def _contested(look: Look) -> Tile:
    count = len(look.colours)
    fields = [
        mark
        for row, column in product(range(count), repeat=2)
        for mark in _share(look, (row + column) % count, FIELD, x=column * FIELD, y=row * FIELD)
    ]
    size = FIELD * count
    across = [Rectangle(0, number * FIELD, size, GAP, WHITE) for number in range(count)]
    down = [Rectangle(number * FIELD, 0, GAP, size, WHITE) for number in range(count)]
    return Tile(size, size, (*fields, *across, *down))


def _unclear(look: Look) -> Tile:
    """Two rows of question marks, one shifted against the other, in the colours of those who are named."""
    colours = [legible(colour, LIGHT, MARK_CONTRAST) for colour in look.colours] or [NAMELESS_QUESTION]
    width, height = QUESTION_CELL
    marks = [
        _mark(QUESTION_MARK, (number + 0.25 + row / 2) * width, (row + 0.5) * height, colour, QUESTION_WIDTH)
        for row in range(2)
        for number, colour in enumerate(colours[row % len(colours) :] + colours[: row % len(colours)])
    ]
    size = (width * len(colours), 2 * height)
    return Tile(*size, (Rectangle(0, 0, *size, LIGHT), *marks))


def _partly(_: Look) -> Tile:
    return Tile(SIDE, SIDE, (Rectangle(0, 0, SIDE, SIDE, LIGHT),))


def _no_evidence(_: Look) -> Tile:
    """Without a ground: nothing is known, so the page shows."""
    middle = CROSS_CELL / 2
    return Tile(CROSS_CELL, CROSS_CELL, (_mark(CROSS, middle, middle, CROSS_COLOUR, CROSS_WIDTH),))


def _quiet(_: Look) -> Tile:
    return Tile(SIDE, SIDE, (Rectangle(0, 0, SIDE, SIDE, QUIET_GROUND),))


_TILES = {
    "held": _held,
    "shared": _shared,
    "contested": _contested,
    "unclear": _unclear,
    "partly": _partly,
    "no-evidence": _no_evidence,
    "quiet": _quiet,
}


def _share(look: Look, number: int, side: float, x: float = 0, y: float = 0) -> Iterator[Mark]:
    """One faction's share of a tile: its colour, or pale with dots of it where the evidence is weak."""
    colour = look.colours[number]
    if not look.weak:
        yield Rectangle(x, y, side, side, colour)
        return
    ground = pale(colour)
    yield Rectangle(x, y, side, side, ground)
    places: Sequence[float] = (0.25, 0.75) if side >= SIDE else (0.5,)
    dark = legible(colour, ground, DOT_CONTRAST)
    yield from (Dot(x + side * part, y + side * part, DOT_RADIUS, dark) for part in places)


def _mark(lines: tuple[Line, ...], x: float, y: float, colour: str, width: float) -> Stroke:
    return Stroke(tuple(tuple((x + dx, y + dy) for dx, dy in line) for line in lines), colour, width)
