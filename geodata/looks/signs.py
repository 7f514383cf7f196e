"""Signs of provincial capitals, distinguished by shape: made from one description for screen and print.

A sign is a shape in the colour of the side that holds the capital: full on firm evidence, pale on weak. A ring around
it says that the capital changed hands in the period, whoever holds it at the end and even if nobody does for certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sin, sqrt
from typing import Any

from geodata.looks.colours import WHITE, pale
from geodata.looks.lines import INK, LINES
from geodata.looks.look import SAMPLE_COLOURS
from geodata.looks.sides import Side
from geodata.looks.tiles import CROSS_COLOUR
from geodata.rule import CONTESTED, WEAK

UNKNOWN = "unknown"
"""State of a capital of which no report was found."""

RING = "changed"
PALE = "weak"

DISSENT = "≠"
"""Stands behind the code of a province of which other claims say otherwise."""

SIZE = 16
RINGED_SIZE = 22
"""Width and height of the pictures in pixels."""

RING_RADIUS = 8.8
AREA_RADIUS = 7.0
OUTLINE = 1.2
EDGE = 2.6
"""Widths of the white outline of a shape, and of the dark edge around it that holds on any fill."""

Point = tuple[float, float]
Outline = tuple[Point, ...]


@dataclass(frozen=True)
class Piece:
    """A part of a sign, around its middle, in pixels with y downwards: a polygon, or a circle of one point.

    Attributes
    ----------
    points : tuple of (float, float)
        Corners of the polygon; the centre of the circle.
    radius : float
        Of the circle; 0 for a polygon.
    fill, stroke : str or None
        Colours.
    stroke_width : float
    """

    points: Outline
    radius: float
    fill: str | None
    stroke: str | None = None
    stroke_width: float = 0


def _regular(corners: int, radius: float, turn: float = 0) -> Outline:
    """A polygon of equal sides, with a corner upwards unless it is turned."""
    angles = (radians(turn - 90 + 360 * number / corners) for number in range(corners))
    return tuple((round(radius * cos(angle), 2), round(radius * sin(angle), 2)) for angle in angles)


def _star(outer: float, inner: float) -> Outline:
    tips, notches = _regular(5, outer), _regular(5, inner, turn=36)
    return tuple(point for pair in zip(tips, notches, strict=True) for point in pair)


def _cross(arm: float, half: float) -> Outline:
    quarter = ((-half, -arm), (half, -arm), (half, -half))
    turned = [quarter]
    for _ in range(3):
        turned.append(tuple((-y, x) for x, y in turned[-1]))  # type: ignore[arg-type]
    return tuple(point for some in turned for point in some)


def _moved(points: Outline, down: float) -> Outline:
    return tuple((x, round(y + down, 2)) for x, y in points)


CIRCLE_RADIUS = 4.8
QUARTERED = 4.6
"""Half the side of the sign of a contested capital."""

SHAPES: Mapping[str, Outline] = {
    "circle": (),
    "square": _regular(4, 4.4 * sqrt(2), turn=45),
    "diamond": _regular(4, 6.2),
    "triangle": _moved(_regular(3, 6.4), 1.2),
    "triangle-down": _moved(_regular(3, 6.4, turn=180), -1.2),
    "pentagon": _regular(5, 5.7),
    "hexagon": _regular(6, 5.5, turn=30),
    "star": _moved(_star(7, 2.9), 0.4),
    "cross": _cross(5.6, 2),
}
"""Corners of each shape that a side's sign can have, of about the same size; the circle has none."""


def capital_sign_name(call: Mapping[Any, Any]) -> str:
    """Name of the sign of a capital.

    Parameters
    ----------
    call : Mapping
        ``capital_status``, ``capital_strength``, ``capital_changed_hands``.

    Examples
    --------
    >>> capital_sign_name({"capital_status": "crown", "capital_strength": "weak", "capital_changed_hands": True})
    'crown-weak-changed'
    """
    return _name(str(call["capital_status"]), weak=is_pale(call), changed=bool(call["capital_changed_hands"]))


def is_pale(call: Mapping[Any, Any]) -> bool:
    """Whether the sign of a capital is pale: a side holds it, and on weak evidence."""
    return call["capital_status"] not in (CONTESTED, UNKNOWN) and call["capital_strength"] == WEAK


def _name(status: str, *, weak: bool, changed: bool) -> str:
    return "-".join([status, *([PALE] if weak else []), *([RING] if changed else [])])


def area_sign() -> tuple[Piece, ...]:
    """A part of a province, as a legend shows it."""
    style = LINES["area"]
    return (
        Piece(((0.0, 0.0),), AREA_RADIUS, WHITE, WHITE, style.halo),
        Piece(((0.0, 0.0),), AREA_RADIUS, SAMPLE_COLOURS[1], INK["light"], style.width),
    )


class CapitalSigns:
    """The signs of an atlas.

    Parameters
    ----------
    sides : sequence of Side
    """

    def __init__(self, sides: Sequence[Side]) -> None:
        plain = {
            _name(side.id, weak=weak, changed=False): _shape(side.sign, pale(side.colour) if weak else side.colour)
            for side in sides
            for weak in (False, True)
        }
        plain |= {CONTESTED: _fought_over(), UNKNOWN: _not_known()}
        rings = {side.id: side.colour for side in sides}
        self.pieces: dict[str, tuple[Piece, ...]] = {}
        for name, pieces in plain.items():
            self.pieces[name] = pieces
            ring = rings.get(name.removesuffix(f"-{PALE}"), INK["light"])
            self.pieces[f"{name}-{RING}"] = (*_ring(ring), *pieces)

    @property
    def pictures(self) -> dict[str, str]:
        """SVG pictures by name."""
        return {name: sign_picture(pieces) for name, pieces in self.pieces.items()}


def is_ringed(pieces: Sequence[Piece]) -> bool:
    """Whether a sign has a ring around it."""
    return any(piece.radius == RING_RADIUS for piece in pieces)


def _shape(sign: str, colour: str) -> tuple[Piece, ...]:
    points, radius = SHAPES[sign] or ((0.0, 0.0),), 0 if SHAPES[sign] else CIRCLE_RADIUS
    return (
        Piece(points, radius, INK["light"], INK["light"], EDGE),
        Piece(points, radius, colour, WHITE, OUTLINE),
    )


def _fought_over() -> tuple[Piece, ...]:
    """Quarters of dark and light, as the chequers of a contested province, and of no side's colour."""
    size = QUARTERED
    quarters = (
        ((-size, -size), (0.0, -size), (0.0, 0.0), (-size, 0.0)),
        ((0.0, 0.0), (size, 0.0), (size, size), (0.0, size)),
    )
    whole = ((-size, -size), (size, -size), (size, size), (-size, size))
    return (
        Piece(whole, 0, WHITE, INK["light"], EDGE),
        *(Piece(one, 0, INK["light"]) for one in quarters),
        Piece(whole, 0, None, WHITE, OUTLINE * 0.6),
    )


def _not_known() -> tuple[Piece, ...]:
    """A small cross of the grey that says everywhere: nobody tells."""
    arm, half = 2.9, 0.75
    turned = tuple((round((x - y) / sqrt(2), 2), round((x + y) / sqrt(2), 2)) for x, y in _cross(arm * 1.25, half))
    return (Piece(((0.0, 0.0),), 4.6, WHITE, CROSS_COLOUR, 0.9), Piece(turned, 0, INK["light"]))


def _ring(colour: str) -> tuple[Piece, ...]:
    return (
        Piece(((0.0, 0.0),), RING_RADIUS, None, WHITE, 4.2),
        Piece(((0.0, 0.0),), RING_RADIUS, None, colour, 2),
    )


def sign_size(pieces: Sequence[Piece]) -> int:
    """Width and height of a sign in pixels."""
    return RINGED_SIZE if is_ringed(pieces) else SIZE


def sign_picture(pieces: Sequence[Piece]) -> str:
    """Draw a sign as a small stand-alone SVG picture."""
    size = sign_size(pieces)
    half = size / 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" '
        f'viewBox="{-half:g} {-half:g} {size} {size}">{"".join(_elements(pieces))}</svg>'
    )


def _elements(pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        paint = f'fill="{piece.fill or "none"}"'
        if piece.stroke:
            paint += f' stroke="{piece.stroke}" stroke-width="{piece.stroke_width:g}" stroke-linejoin="round"'
        if piece.radius:
            ((x, y),) = piece.points
            yield f'<circle cx="{x:g}" cy="{y:g}" r="{piece.radius:g}" {paint}/>'
        else:
            yield f'<path d="M{"L".join(f"{x:g} {y:g}" for x, y in piece.points)}Z" {paint}/>'
