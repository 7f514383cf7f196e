"""The page's own pictures as files: with ground, title, citation and versions, as SVG or PNG."""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape

import resvg_py

from dashboard.edition import Edition
from geodata.telling import about

INK, GROUND = "#16181d", "#ffffff"
MARGIN, TITLE, LINE = 24, 40, 18
PNG_ZOOM = 2


def standalone_svg(edition: Edition, picture: str, title: str) -> str:
    """Frame a picture of the page so that it can stand alone.

    Parameters
    ----------
    edition : Edition
    picture : str
        An ``<svg>`` with ``width`` and ``height`` whose ink is ``currentColor``.
    title : str

    Returns
    -------
    str
        An SVG on white ground with the title above, and citation, versions and the definition of control below.
    """
    found = re.search(r'<svg[^>]* width="([\d.]+)" height="([\d.]+)"', picture)
    if found is None:
        raise ValueError("the picture has no width and height")
    width, height = float(found[1]) + 2 * MARGIN, float(found[2])
    facts = about(edition.atlas)
    told = {"rule": facts["rule_version"]}
    versions = (
        edition.words("download-versions", version=facts["version"], **told)
        if facts["version"]
        else edition.words("page-rule", **told)
    )
    foot = [f"{facts['citation']} {versions}", edition.words("download-control", control=facts["control"])]
    letters = int((width - 2 * MARGIN) / 6.4)
    lines = [line for text in foot for line in _wrap(text, letters)]
    whole = TITLE + height + LINE * (len(lines) + 1) + MARGIN
    texts = "".join(
        f'<text x="{MARGIN}" y="{TITLE + height + LINE * (number + 1):g}" font-size="12">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )
    placed = picture.replace("<svg ", f'<svg x="{MARGIN}" y="{TITLE}" ', 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{whole:g}" '
        f'viewBox="0 0 {width:g} {whole:g}" color="{INK}" fill="{INK}" font-family="DejaVu Sans, sans-serif">'
        f'<rect width="100%" height="100%" fill="{GROUND}"/>'
        f'<text x="{MARGIN}" y="27" font-size="17" font-weight="700">{escape(title)}</text>{placed}{texts}</svg>'
    )


def png(svg: str) -> bytes:
    """Draw an SVG as PNG, with the same font on every machine."""
    # Whoever serves the page leaves drawing to another process: it does without what only drawing needs.
    from matplotlib import get_data_path  # noqa: PLC0415

    fonts = Path(get_data_path()) / "fonts" / "ttf"
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg, zoom=PNG_ZOOM, skip_system_fonts=True, font_dirs=[str(fonts)], font_family="DejaVu Sans",
        sans_serif_family="DejaVu Sans",
    )  # fmt: skip
    return bytes(drawn)


def _wrap(text: str, letters: int) -> list[str]:
    lines = [""]
    for one in text.split():
        if len(lines[-1]) + len(one) + 1 > letters and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {one}".strip()
    return lines
