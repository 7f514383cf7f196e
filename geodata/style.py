"""Colours, textures and codes: the one place that map, legend, figure and exported page all ask.

Five looks are told apart without colour: **held** is one fill, **shared** broad diagonal stripes of the sharers,
**contested** a chequerboard of the contenders, **weaker evidence** a pale ground with dots of the colour, and **no
evidence** a texture of small crosses that nothing else uses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import quoteattr

import pandas as pd

from geodata.grades import is_firm

LookKind = Literal["held", "shared", "contested", "no-evidence"]

NEUTRAL = "#ffffff"
"""The other half of a contested province where only one contender is named."""

TILE = 8
"""Side of a texture tile in pixels: small enough to repeat in the smallest province at the first zoom."""

WEAK_GROUND_OPACITY = 0.26
WEAK_MARK_OPACITY = 0.95
WHITE = "#ffffff"
OVERLAY_OPACITY = 0.7


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


class Style:
    """Looks and codes of an atlas's factions.

    Parameters
    ----------
    factions : pandas.DataFrame
        Columns faction_id, colour, pattern, code.
    """

    def __init__(self, factions: pd.DataFrame) -> None:
        rows = factions.set_index("faction_id")
        self._colours: dict[str, str] = {str(key): value or NEUTRAL for key, value in rows["colour"].items()}
        self._textures: dict[str, str] = {str(key): value or "plain" for key, value in rows["pattern"].items()}
        self._codes: dict[str, str] = {str(key): value for key, value in rows["code"].items()}

    def look(self, status: str, factions: Sequence[str], grade: str | None) -> Look:
        """Say how a call is drawn.

        Parameters
        ----------
        status : {"held", "shared", "contested", "no-evidence"}
        factions : sequence of str
            Leading factions, or contenders.
        grade : str or None
            Grade of the call.

        Returns
        -------
        Look
        """
        if status == "no-evidence" or not factions:
            return NO_EVIDENCE
        weak = grade is not None and not is_firm(grade)
        colours = tuple(self._colours[faction] for faction in factions)
        textures = tuple(self._textures[faction] for faction in factions)
        if status == "contested" and len(colours) == 1:
            colours, textures = (*colours, NEUTRAL), (*textures, "plain")
        kinds: Mapping[str, LookKind] = {"held": "held", "shared": "shared", "contested": "contested"}
        return Look(kinds[status], colours, textures, weak)

    def faction_look(self, faction_id: str) -> Look:
        """The look of a province that a faction holds on firm evidence: its legend swatch."""
        return self.look("held", [faction_id], "direct")

    def code(self, status: str, factions: Sequence[str]) -> str:
        """The short code printed in a province; two codes at most, empty where nobody leads."""
        if status not in ("held", "shared"):
            return ""
        return "/".join(self._codes[faction] for faction in factions[:2])


def svg_pattern(look: Look, pattern_id: str) -> str:
    """Draw a look as an SVG ``<pattern>`` element.

    Parameters
    ----------
    look : Look
    pattern_id : str
        The ``id`` to refer to as ``fill="url(#id)"``.

    Returns
    -------
    str

    Examples
    --------
    >>> svg_pattern(NO_EVIDENCE, "n").startswith('<pattern id="n"')
    True
    """
    if look.kind == "no-evidence":
        return _pattern(pattern_id, TILE + 2, TILE + 2, _cross(TILE / 2 + 1))
    if look.kind == "held":
        return _pattern(pattern_id, TILE, TILE, _ground(look, 0, TILE, TILE))
    if look.kind == "shared":
        stripes = [_ground(look, number, TILE, TILE, x=number * TILE) for number in range(len(look.colours))]
        return _pattern(pattern_id, TILE * len(stripes), TILE, "".join(stripes), "rotate(45)")
    return _chequerboard(look, pattern_id)


def svg_swatch(look: Look, width: int = 28, height: int = 18) -> str:
    """Draw a look as a small stand-alone SVG picture for a legend.

    Parameters
    ----------
    look : Look
    width, height : int
        Pixels.
    """
    rectangle = f'x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="2"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<defs>{svg_pattern(look, "p")}</defs><rect {rectangle} fill="#ffffff"/>'
        f'<rect {rectangle} fill="url(#p)" stroke="#55585e"/></svg>'
    )


def _pattern(pattern_id: str, width: float, height: float, content: str, transform: str = "") -> str:
    extra = f" patternTransform={quoteattr(transform)}" if transform else ""
    return (
        f'<pattern id={quoteattr(pattern_id)} width="{width:g}" height="{height:g}" '
        f'patternUnits="userSpaceOnUse"{extra}>{content}</pattern>'
    )


def _ground(look: Look, number: int, width: float, height: float, x: float = 0, y: float = 0) -> str:
    """One faction's share of a tile: its colour with its texture, pale with dots where the evidence is weaker."""
    colour = look.colours[number]
    if look.weak:
        # Pale on white, so that it is paler than firm evidence on a dark page too.
        pale = _rectangle(WHITE, x, y, width, height, 1) + _rectangle(colour, x, y, width, height, WEAK_GROUND_OPACITY)
        return pale + _weak_marks(colour, x, y, width, height)
    return _rectangle(colour, x, y, width, height, 1) + _texture(look.textures[number], x, y, width, height)


def _rectangle(colour: str, x: float, y: float, width: float, height: float, opacity: float) -> str:
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{colour}" fill-opacity="{opacity:g}"/>'
    )


def _weak_marks(colour: str, x: float, y: float, width: float, height: float) -> str:
    spots = [(x + width * 0.25, y + height * 0.25), (x + width * 0.75, y + height * 0.75)]
    return "".join(
        f'<circle cx="{cx:g}" cy="{cy:g}" r="1.15" fill="{colour}" fill-opacity="{WEAK_MARK_OPACITY:g}"/>'
        for cx, cy in spots
    )


def _texture(texture: str, x: float, y: float, width: float, height: float) -> str:
    middle_x, middle_y, right, bottom = x + width / 2, y + height / 2, x + width, y + height
    lines: Mapping[str, Sequence[tuple[float, float, float, float]]] = {
        "plain": (),
        "dots": (),
        "diagonal": ((x, bottom, right, y),),
        "antidiagonal": ((x, y, right, bottom),),
        "horizontal": ((x, middle_y, right, middle_y),),
        "vertical": ((middle_x, y, middle_x, bottom),),
        "grid": ((x, middle_y, right, middle_y), (middle_x, y, middle_x, bottom)),
    }
    if texture == "dots":
        return (
            f'<circle cx="{middle_x:g}" cy="{middle_y:g}" r="1.5" fill="{WHITE}" fill-opacity="{OVERLAY_OPACITY:g}"/>'
        )
    return "".join(
        f'<path d="M{x1:g} {y1:g}L{x2:g} {y2:g}" stroke="{WHITE}" stroke-opacity="{OVERLAY_OPACITY:g}" '
        'stroke-width="1.3"/>'
        for x1, y1, x2, y2 in lines[texture]
    )


def _chequerboard(look: Look, pattern_id: str) -> str:
    count = len(look.colours)
    half = TILE * 0.75
    cells = [
        _ground(look, (row + column) % count, half, half, x=column * half, y=row * half)
        for row in range(count)
        for column in range(count)
    ]
    return _pattern(pattern_id, half * count, half * count, "".join(cells))


def _cross(middle: float) -> str:
    arm = 1.8
    return (
        f'<path d="M{middle - arm:g} {middle:g}H{middle + arm:g}M{middle:g} {middle - arm:g}V{middle + arm:g}" '
        'stroke="#85888e" stroke-width="1" fill="none"/>'
    )
