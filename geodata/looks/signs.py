"""Signs of provincial capitals, told apart by shape: one set of small SVG pictures for screen and print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

PICTURES = Path(__file__).parent / "sign_pictures"

_COMMAND = re.compile(r"([MLHVZ])([^MLHVZ]*)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


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

    points: tuple[tuple[float, float], ...]
    radius: float
    fill: str | None
    stroke: str | None
    stroke_width: float


@cache
def capital_signs() -> dict[str, str]:
    """SVG pictures of the signs by name."""
    return {path.stem: path.read_text(encoding="utf-8").strip() for path in sorted(PICTURES.glob("*.svg"))}


def capital_sign_name(status: str, changed_hands: bool) -> str:
    """Name of the sign for the state of a capital.

    Parameters
    ----------
    status : str
        ``capital_status`` of a call.
    changed_hands : bool
        Whether the capital changed hands in the period.

    Examples
    --------
    >>> capital_sign_name("government", True), capital_sign_name("unknown", False)
    ('government-changed', 'unknown')
    """
    return f"{status}-changed" if changed_hands and status in ("government", "resistance") else status


@cache
def sign_pieces(name: str) -> tuple[Piece, ...]:
    """Take a sign apart, for drawing it other than as SVG.

    Parameters
    ----------
    name : str
        As `capital_sign_name` gives it.

    Returns
    -------
    tuple of Piece
        In drawing order.

    Raises
    ------
    KeyError
        If there is no such sign.

    Examples
    --------
    >>> [(piece.radius, piece.fill) for piece in sign_pieces("unknown")]
    [(3.6, '#fff')]
    """
    root = ElementTree.fromstring(capital_signs()[name])
    half_width, half_height = float(root.attrib["width"]) / 2, float(root.attrib["height"]) / 2
    pieces = []
    for element in root:
        points, radius = _outline(element)
        centred = tuple((x - half_width, y - half_height) for x, y in points)
        fill, stroke = (None if value in (None, "none") else value for value in map(element.get, ("fill", "stroke")))
        pieces.append(Piece(centred, radius, fill, stroke, float(element.get("stroke-width", 1)) if stroke else 0))
    return tuple(pieces)


def _outline(element: ElementTree.Element) -> tuple[list[tuple[float, float]], float]:
    value = {key: float(text) for key, text in element.attrib.items() if _NUMBER.fullmatch(text)}
    if element.tag == "circle":
        return [(value["cx"], value["cy"])], value["r"]
    if element.tag == "rect":
        x, y, right, bottom = value["x"], value["y"], value["x"] + value["width"], value["y"] + value["height"]
        return [(x, y), (right, y), (right, bottom), (x, bottom)], 0
    return list(_path(element.attrib["d"])), 0


def _path(data: str) -> Iterator[tuple[float, float]]:
    """Corners of a closed path of straight lines in absolute coordinates."""
    x = y = 0.0
    for letter, text in _COMMAND.findall(data):
        numbers = [float(number) for number in _NUMBER.findall(text)]
        if letter == "H":
            numbers = [value for x in numbers for value in (x, y)]
        elif letter == "V":
            numbers = [value for y in numbers for value in (x, y)]
        for x, y in zip(numbers[::2], numbers[1::2], strict=True):
            yield x, y
