"""Looks as SVG: patterns for the map and its legend, swatches of their own."""

from __future__ import annotations

from functools import lru_cache
from xml.sax.saxutils import quoteattr

from geodata.looks.lines import SWATCH_LINE
from geodata.looks.look import Look
from geodata.looks.tiles import Dot, Mark, Rectangle, tile

SWATCH = (28, 18)
"""Width and height of a swatch in pixels."""


@lru_cache(maxsize=4096)
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
    >>> svg_pattern(Look("no-evidence"), "n").startswith('<pattern id="n"')
    True
    """
    piece = tile(look)
    turned = f' patternTransform="rotate({piece.rotation:g})"' if piece.rotation else ""
    return (
        f'<pattern id={quoteattr(pattern_id)} width="{piece.width:g}" height="{piece.height:g}" '
        f'patternUnits="userSpaceOnUse"{turned}>{"".join(map(_mark, piece.marks))}</pattern>'
    )


def svg_swatch(look: Look, width: int = SWATCH[0], height: int = SWATCH[1], *, pattern_id: str = "p") -> str:
    """Draw a look as a small stand-alone SVG picture for a legend.

    Where the look lets the ground through, so does the picture: in the dark it is as dark as on the map.

    Parameters
    ----------
    look : Look
    width, height : int
        Pixels.
    pattern_id : str, optional
        Another one for each of several swatches in one document.
    """
    rectangle = f'x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="2"'
    plain = tile(look).plain_colour
    pattern, fill = ("", plain) if plain else (svg_pattern(look, pattern_id), f"url(#{pattern_id})")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'{pattern}<rect {rectangle} fill="{fill}" stroke="{SWATCH_LINE}"/></svg>'
    )


def _mark(mark: Mark) -> str:
    if isinstance(mark, Rectangle):
        # A corner at 0 goes without saying: a page has hundreds of them.
        corner = "".join(f'{name}="{at:g}" ' for name, at in (("x", mark.x), ("y", mark.y)) if at)
        return f'<rect {corner}width="{mark.width:g}" height="{mark.height:g}" fill="{mark.colour}"/>'
    if isinstance(mark, Dot):
        return f'<circle cx="{mark.x:g}" cy="{mark.y:g}" r="{mark.radius:g}" fill="{mark.colour}"/>'
    path = "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in line) for line in mark.lines)
    return (
        f'<path d="{path}" fill="none" stroke="{mark.colour}" stroke-width="{mark.width:g}" stroke-linejoin="round"/>'
    )
