"""Line styles: widths, dashes and colours of everything that is drawn as a line, for style sheet, canvas and print."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise

INK = {"light": "#2c3038", "dark": "#e9ebef"}
"""Of lines on a light and on a dark page."""

HALO = {"light": "#ffffff", "dark": "#14171c"}
"""Around them: whatever the fill, either the line or its halo stands out from it at 3:1."""

SWATCH_LINE = "#55585e"


@dataclass(frozen=True)
class LineStyle:
    """How a line is drawn; lengths in pixels.

    Attributes
    ----------
    width : float
    halo : float
        Width of what lies below it, with the line in its middle; 0 for none.
    dashes : tuple of float
        Lengths of dashes and gaps; empty for a line that runs through.
    """

    width: float
    halo: float = 0
    dashes: tuple[float, ...] = ()


LINES: dict[str, LineStyle] = {
    "as-today": LineStyle(1.0, 3.2),
    "approximate": LineStyle(1.2, 3.2, (5, 3)),
    "outer": LineStyle(1.8, 3.6),
    # Dashes of two lengths: what is dotted is weak evidence alone.
    "announced": LineStyle(1.5, 2.8, (9, 2.5, 2.5, 2.5)),
    "area": LineStyle(1.2, 2.6),
    "chosen": LineStyle(4.0),
    "focused": LineStyle(4.0, 0, (8, 3)),
    "neighbour": LineStyle(1.0),
}
"""By kind: borders between provinces and around all of them, announced provinces, parts, and what is emphasised."""

NARROW_WIDTH = 0.35
"""Of borders where provinces are only a few pixels wide."""


def lines_css() -> str:
    """The styles as custom properties of a style sheet: ``--line-<kind>``, ``--halo-<kind>``, ``--dashes-<kind>``.

    ``--drawn-<kind>`` is the background of an element that is to look like the line.
    Colours are ``--ink-light``, ``--ink-dark``, ``--paper-light`` and ``--paper-dark``: which of them is meant, the
    page knows.

    Examples
    --------
    >>> "--line-outer:1.8px;--halo-outer:3.6px;--dashes-outer:none" in lines_css()
    True
    """
    properties = {f"ink-{theme}": colour for theme, colour in INK.items()}
    properties |= {f"paper-{theme}": colour for theme, colour in HALO.items()}
    properties |= {"line-narrow": f"{NARROW_WIDTH:g}px", "line-swatch": SWATCH_LINE}
    for kind, style in LINES.items():
        properties[f"line-{kind}"] = f"{style.width:g}px"
        properties[f"halo-{kind}"] = f"{style.halo:g}px"
        properties[f"dashes-{kind}"] = " ".join(f"{length:g}" for length in style.dashes) or "none"
        properties[f"drawn-{kind}"] = _drawn(style.dashes)
    return ":root{" + ";".join(f"--{name}:{value}" for name, value in properties.items()) + "}"


def _drawn(dashes: tuple[float, ...]) -> str:
    """A horizontal line with its dashes, as a background in the colour of the text."""
    if not dashes:
        return "currentColor"
    ends = [0.0, *accumulate(dashes)]
    stops = (
        f"{'transparent' if number % 2 else 'currentColor'} {start:g}px {end:g}px"
        for number, (start, end) in enumerate(pairwise(ends))
    )
    return f"repeating-linear-gradient(90deg,{','.join(stops)})"
