"""SVG pictures as addresses that an ``<img>`` can show without a request."""

from __future__ import annotations

from base64 import b64encode

from geodata.style import Look, svg_swatch

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


def picture_address(svg: str) -> str:
    """Turn an SVG picture into a ``data:`` address."""
    named = svg if NAMESPACE in svg else svg.replace("<svg ", f"<svg {NAMESPACE} ", 1)
    return "data:image/svg+xml;base64," + b64encode(named.encode()).decode()


def swatch_address(look: Look) -> str:
    """Turn a look into the address of its swatch."""
    return picture_address(svg_swatch(look))
