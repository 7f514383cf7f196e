"""Pictures of looks and signs for a page: style sheet classes, so that each picture is sent once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from geodata.looks import RINGED_SIZE, SWATCH, Look, svg_swatch

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'

OPENING_TAG = re.compile(r'<svg(?: xmlns="[^"]*")? width="(\d+)" height="(\d+)" viewBox="(-?\d+) (-?\d+) \1 \2">')

PLAIN = " /:=',.;()-"
"""What may stand in an address in quotation marks as it is."""


def picture_address(svg: str) -> str:
    """Turn an SVG picture into a ``data:`` address, which needs no request."""
    named = svg if NAMESPACE in svg else svg.replace("<svg ", f"<svg {NAMESPACE} ", 1)
    # As text: pictures that are alike compress better than in base64.
    return "data:image/svg+xml," + quote(named.replace('"', "'"), safe=PLAIN)


def pictures_css(looks: Iterable[Look], signs: Mapping[str, str]) -> str:
    """Write a class ``look-<id>`` for each look and ``sign-<name>`` for each sign.

    All looks are one picture, and all signs another: a browser takes nearly as long to read a small picture as one of
    all of them.

    Parameters
    ----------
    looks : iterable of Look
    signs : Mapping of str to str
        SVG pictures by name, none larger than a ringed sign.

    Returns
    -------
    str
        A style sheet.
    """
    swatches = {f"look-{look.id}": svg_swatch(look, pattern_id=f"p{number}") for number, look in enumerate(looks)}
    return _strip(swatches, *SWATCH) + _strip(
        {f"sign-{name}": svg for name, svg in signs.items()}, RINGED_SIZE, RINGED_SIZE
    )


def _strip(pictures: Mapping[str, str], width: int, height: int) -> str:
    """One above the other, each in the middle of a place of its own, which an element shows that has its number."""
    if not pictures:
        return ""
    places = {name: place for place, name in enumerate(sorted(pictures))}
    inner = "".join(_placed(pictures[name], width, height, place) for name, place in places.items())
    total = height * len(places)
    strip = (
        f'<svg {NAMESPACE} width="{width}" height="{total}" viewBox="0 0 {width} {total}" preserveAspectRatio="none">'
        f"{inner}</svg>"
    )
    # In percent of what the picture is higher than the element. Numbers are whole, for they are many.
    far = f"calc(var(--place)*100%/{max(len(places) - 1, 1)})"
    together = ",".join(f".{name}" for name in places)
    shared = f'{together}{{background:url("{picture_address(strip)}") 0 {far}/100% {len(places)}00% no-repeat}}'
    return "\n".join([shared, *(f".{name}{{--place:{place}}}" for name, place in places.items()), ""])


def _placed(svg: str, width: int, height: int, place: int) -> str:
    """What a picture consists of, moved to its place: as a picture in a picture it would be heavier."""
    own = OPENING_TAG.match(svg)
    if own is None:
        raise ValueError(f"a picture beside others needs width and height, and a view box of that size: {svg[:60]}")
    wide, high, left, top = map(int, own.groups())
    x, y = (width - wide) / 2 - left, height * place + (height - high) / 2 - top
    return f'<g transform="translate({x:g} {y:g})">{svg[own.end() :].removesuffix("</svg>")}</g>'
