"""Colours and what may be done with them: paler on paper, dark enough to be read, contrast."""

from __future__ import annotations

WHITE = "#ffffff"
BLACK = "#000000"

NEUTRAL = WHITE
"""The other half of a contested province where only one contender is named."""

NAMELESS = "#8a8d93"
"""Of a faction, alliance or side that the atlas gives no colour."""

PALE_SHARE = 0.5
"""What is left of a colour on weak evidence: still known for what it is at a glance."""

STEPS = 40


def mix(colour: str, other: str, share: float) -> str:
    """A colour of which `share` is the first and the rest the other.

    Examples
    --------
    >>> mix("#000000", "#ffffff", 0.2)
    '#cccccc'
    """
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round(one * share + two * (1 - share)):02x}" for one, two in pairs)


def pale(colour: str) -> str:
    """A colour as the ground of weak evidence; opaque, so that it is pale on a dark page too.

    Examples
    --------
    >>> pale("#000000")
    '#808080'
    """
    return mix(colour, WHITE, PALE_SHARE)


def contrast(one: str, other: str) -> float:
    """Contrast of two colours as WCAG 2 counts it, 1 to 21.

    Examples
    --------
    >>> contrast("#000000", "#ffffff")
    21.0
    """
    dark, light = sorted(_luminance(colour) for colour in (one, other))
    return round((light + 0.05) / (dark + 0.05), 2)


def legible(colour: str, ground: str, least: float) -> str:
    """The colour itself, or as much darker as it must be to have the contrast with a light ground.

    Examples
    --------
    >>> legible("#aa0000", "#ffffff", 3), contrast(legible("#ffff00", "#ffffff", 3), "#ffffff") >= 3
    ('#aa0000', True)
    """
    darker = (mix(colour, BLACK, 1 - step / STEPS) for step in range(STEPS + 1))
    return next((one for one in darker if contrast(one, ground) >= least), BLACK)


def _luminance(colour: str) -> float:
    channels = [value / 255 for value in bytes.fromhex(colour[1:])]
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
