"""Pictures of looks and signs for a page: style sheet classes, so that each picture is sent once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from geodata.looks import Look, svg_swatch

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


PLAIN = " /:=',.;()-"
"""What may stand in an address in quotation marks as it is."""


def picture_address(svg: str) -> str:
    """Turn an SVG picture into a ``data:`` address, which needs no request."""
    named = svg if NAMESPACE in svg else svg.replace("<svg ", f"<svg {NAMESPACE} ", 1)
    # As text: pictures that are alike compress better than in base64.
    return "data:image/svg+xml," + quote(named.replace('"', "'"), safe=PLAIN)


def pictures_css(looks: Iterable[Look], signs: Mapping[str, str]) -> str:
    """Write a class ``look-<id>`` for each look and ``sign-<name>`` for each sign.

    Parameters
    ----------
    looks : iterable of Look
    signs : Mapping of str to str
        SVG pictures by name.

    Returns
    -------
    str
        A style sheet.
    """
    pictures = {f"look-{look.id}": svg_swatch(look) for look in looks}
    pictures |= {f"sign-{name}": svg for name, svg in signs.items()}
    return "\n".join(
        f'.{name}{{background-image:url("{picture_address(svg)}")}}' for name, svg in sorted(pictures.items())
    )
