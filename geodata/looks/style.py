"""Colours, textures and codes: the one place that map, legend, figure and exported page all ask.

Five looks are told apart without colour: **held** is one fill, **shared** broad diagonal stripes of the sharers,
**contested** a chequerboard of the contenders, **weaker evidence** a pale ground with dots of the colour, and **no
evidence** a texture of small crosses that nothing else uses. What a look consists of stands in `geodata.looks`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import quoteattr

import pandas as pd

from geodata.looks.look import NO_EVIDENCE, WHITE, Dot, Look, LookKind, Mark, Rectangle, tile
from geodata.rule import FIRM, PARTLY, UNCLEAR, WEAK, Strength

__all__ = ["NEUTRAL", "NO_EVIDENCE", "Look", "Style", "svg_pattern", "svg_swatch"]

NEUTRAL = WHITE
"""The other half of a contested province where only one contender is named."""


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

    def look(self, status: str, factions: Sequence[str], strength: Strength | None) -> Look:
        """Say how a call is drawn.

        Parameters
        ----------
        status : {"held", "shared", "contested", "unclear", "partly", "no-evidence"}
        factions : sequence of str
            Leading factions, or contenders.
        strength : {"firm", "weak"} or None
            Strength of the call.

        Returns
        -------
        Look
        """
        if status in ("no-evidence", UNCLEAR, PARTLY) or not factions:
            return NO_EVIDENCE
        weak = strength == WEAK
        colours = tuple(self._colours[faction] for faction in factions)
        textures = tuple(self._textures[faction] for faction in factions)
        if status == "contested" and len(colours) == 1:
            colours, textures = (*colours, NEUTRAL), (*textures, "plain")
        kinds: Mapping[str, LookKind] = {"held": "held", "shared": "shared", "contested": "contested"}
        return Look(kinds[status], colours, textures, weak)

    def faction_look(self, faction_id: str) -> Look:
        """The look of a province that a faction holds on firm evidence: its legend swatch."""
        return self.look("held", [faction_id], FIRM)

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
    piece = tile(look)
    turned = f' patternTransform="rotate({piece.rotation:g})"' if piece.rotation else ""
    return (
        f'<pattern id={quoteattr(pattern_id)} width="{piece.width:g}" height="{piece.height:g}" '
        f'patternUnits="userSpaceOnUse"{turned}>{"".join(map(_svg_mark, piece.marks))}</pattern>'
    )


def svg_swatch(look: Look, width: int = 28, height: int = 18) -> str:
    """Draw a look as a small stand-alone SVG picture for a legend.

    Where the look lets the ground through, so does the picture: in the dark it is as dark as on the map.

    Parameters
    ----------
    look : Look
    width, height : int
        Pixels.
    """
    rectangle = f'x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="2"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<defs>{svg_pattern(look, "p")}</defs><rect {rectangle} fill="url(#p)" stroke="#55585e"/></svg>'
    )


def _svg_mark(mark: Mark) -> str:
    if isinstance(mark, Rectangle):
        return (
            f'<rect x="{mark.x:g}" y="{mark.y:g}" width="{mark.width:g}" height="{mark.height:g}" '
            f'fill="{mark.colour}" fill-opacity="{mark.opacity:g}"/>'
        )
    if isinstance(mark, Dot):
        return (
            f'<circle cx="{mark.x:g}" cy="{mark.y:g}" r="{mark.radius:g}" '
            f'fill="{mark.colour}" fill-opacity="{mark.opacity:g}"/>'
        )
    path = "".join(f"M{x1:g} {y1:g}L{x2:g} {y2:g}" for x1, y1, x2, y2 in mark.segments)
    opacity = f' stroke-opacity="{mark.opacity:g}"' if mark.opacity < 1 else ""
    return f'<path d="{path}" stroke="{mark.colour}"{opacity} stroke-width="{mark.width:g}"/>'
