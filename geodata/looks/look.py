"""What a look consists of: the tile that repeats over a province, in the same parts for screen and print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

LookKind = Literal["held", "shared", "contested", "no-evidence"]

TILE = 8
"""Side of a texture tile in pixels: small enough to repeat in the smallest province at the first zoom."""

WHITE = "#ffffff"
WEAK_GROUND_OPACITY = 0.26
WEAK_MARK_OPACITY = 0.95
OVERLAY_OPACITY = 0.7
CROSS_COLOUR = "#85888e"

Segment = tuple[float, float, float, float]


@dataclass(frozen=True)
class Look:
    """How a call is drawn.

    Attributes
    ----------
    kind : {"held", "shared", "contested", "no-evidence"}
    colours : tuple of str
        One colour (``#rrggbb``) for each faction drawn.
    textures : tuple of str
        The texture of each faction: ``plain``, ``dots``, ``diagonal``, ``antidiagonal``, ``horizontal``, ``vertical``,
        ``grid``.
    weak : bool
        Whether the evidence is weaker than firm.
    """

    kind: LookKind
    colours: tuple[str, ...] = ()
    textures: tuple[str, ...] = ()
    weak: bool = False

    @property
    def id(self) -> str:
        """A name that is the same for the same look; letters, digits and hyphens only."""
        parts = [colour.lstrip("#") + texture for colour, texture in zip(self.colours, self.textures, strict=True)]
        return "-".join([self.kind, *parts, *(["weak"] if self.weak else [])])


NO_EVIDENCE = Look("no-evidence")

SAMPLE_COLOURS = ("#4a5568", "#a0aec0")
"""Greys that stand for no faction."""


@dataclass(frozen=True)
class Rectangle:
    """A ground: later ones lie on earlier ones."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    opacity: float = 1


@dataclass(frozen=True)
class Dot:
    """A filled circle."""

    x: float
    y: float
    radius: float
    colour: str
    opacity: float


@dataclass(frozen=True)
class Stroke:
    """Straight lines of one colour and width."""

    segments: tuple[Segment, ...]
    colour: str
    width: float
    opacity: float = 1


Mark = Rectangle | Dot | Stroke


@dataclass(frozen=True)
class Tile:
    """The piece that repeats: pixels, y downwards, marks in drawing order, the whole turned by `rotation` degrees."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    rotation: float = 0


def sample_looks() -> dict[str, Look]:
    """The five looks in greys that stand for no faction, by the name of their text (``look-<name>``)."""
    first, second = SAMPLE_COLOURS
    return {
        "held": Look("held", (first,), ("plain",)),
        "shared": Look("shared", (first, second), ("plain", "plain")),
        "contested": Look("contested", (first, second), ("plain", "plain")),
        "weak": Look("held", (first,), ("plain",), weak=True),
        "no-evidence": NO_EVIDENCE,
    }


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
    >>> tile(Look("held", ("#aa0000",), ("plain",))).marks
    (Rectangle(x=0, y=0, width=8, height=8, colour='#aa0000', opacity=1),)
    """
    if look.kind == "no-evidence":
        return Tile(TILE + 2, TILE + 2, (_cross(TILE / 2 + 1),))
    if look.kind == "held":
        return Tile(TILE, TILE, tuple(_ground(look, 0, TILE)))
    count = len(look.colours)
    if look.kind == "shared":
        stripes = [mark for number in range(count) for mark in _ground(look, number, TILE, x=number * TILE)]
        return Tile(TILE * count, TILE, tuple(stripes), rotation=45)
    half = TILE * 0.75
    cells = [
        mark
        for row in range(count)
        for column in range(count)
        for mark in _ground(look, (row + column) % count, half, x=column * half, y=row * half)
    ]
    return Tile(half * count, half * count, tuple(cells))


def _ground(look: Look, number: int, side: float, x: float = 0, y: float = 0) -> Sequence[Mark]:
    """One faction's share of a tile: its colour with its texture, pale with dots where the evidence is weaker."""
    colour = look.colours[number]
    if not look.weak:
        return [Rectangle(x, y, side, side, colour), *_texture(look.textures[number], x, y, side)]
    # Pale on white, so that it is paler than firm evidence on a dark page too.
    return [
        Rectangle(x, y, side, side, WHITE),
        Rectangle(x, y, side, side, colour, WEAK_GROUND_OPACITY),
        *(Dot(x + side * part, y + side * part, 1.15, colour, WEAK_MARK_OPACITY) for part in (0.25, 0.75)),
    ]


def _texture(texture: str, x: float, y: float, side: float) -> Sequence[Mark]:
    middle_x, middle_y, right, bottom = x + side / 2, y + side / 2, x + side, y + side
    if texture == "dots":
        return [Dot(middle_x, middle_y, 1.5, WHITE, OVERLAY_OPACITY)]
    lines: Mapping[str, tuple[Segment, ...]] = {
        "plain": (),
        "diagonal": ((x, bottom, right, y),),
        "antidiagonal": ((x, y, right, bottom),),
        "horizontal": ((x, middle_y, right, middle_y),),
        "vertical": ((middle_x, y, middle_x, bottom),),
        "grid": ((x, middle_y, right, middle_y), (middle_x, y, middle_x, bottom)),
    }
    return [Stroke((segment,), WHITE, 1.3, OVERLAY_OPACITY) for segment in lines[texture]]


def _cross(middle: float) -> Stroke:
    arm = 1.8
    segments = ((middle - arm, middle, middle + arm, middle), (middle, middle - arm, middle, middle + arm))
    return Stroke(segments, CROSS_COLOUR, 1)
