"""The page that `publish` makes."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from pathlib import Path
from typing import Any

from markupsafe import Markup

from dashboard.map import (
    TOLERANCE,
    StaticMaps,
    calls_payload,
    controls_html,
    geometry_payload,
    inline,
    inline_scripts,
    inline_styles,
    pack_geometry,
    script_json,
)
from dashboard.parts import (
    CallWords,
    all_looks,
    footer_html,
    header_html,
    key_html,
    legend_html,
    pictures_css,
    summary_data,
)
from dashboard.publish.evidence import panels_payload
from dashboard.templating import render
from dashboard.text import Texts, texts
from geodata import Atlas
from geodata.frames import records
from geodata.looks import Style, capital_signs

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"

SWATCH = re.compile(r'<span class="swatch look-([\w-]+)"></span>')
"""Swatches of the dashboard have pictures of their own; here all share the patterns that the map is painted with."""

POLICY = (
    "default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""Content-Security-Policy: nothing is loaded from anywhere, and no other script runs than those written here."""


def publish(atlas: Atlas, words: Texts | None = None) -> bytes:
    """Write an atlas as one page that opens from disk in a browser, with no network.

    The page has the map with its year slider, the legend, and the panel of every province with all claims and their
    sources. Printed, it puts the pictures of all periods on one sheet. Without scripts it shows these pictures and a
    table of all calls.

    Parameters
    ----------
    atlas : Atlas
    words : Texts, optional
        Language of the page; English if left out.

    Returns
    -------
    bytes
        The page in UTF-8; the same atlas gives the same bytes.

    Examples
    --------
    >>> import geodata
    >>> publish(geodata.load()).decode().startswith("<!DOCTYPE html>")
    True
    """
    words = words or texts()
    calls = calls_payload(atlas, words)
    pictures = StaticMaps(geometry_payload(atlas, TOLERANCE), calls, all_looks(atlas))
    scripts = [*inline_scripts().values(), inline(HERE / "atlas-page.js")]
    styles = [
        *inline_styles(with_pictures=False).values(),
        inline(HERE / "publish.css"),
        pictures_css((), capital_signs()),
    ]
    page = render(
        TEMPLATES,
        "page.html.j2",
        texts=words,
        atlas=atlas,
        policy=POLICY.format(hashes=" ".join(map(_hash, scripts))),
        scripts=[Markup(script) for script in scripts],
        styles=[Markup(style) for style in styles],
        data=Markup(script_json(_data(atlas, words, calls))),
        controls=Markup(controls_html(atlas, words, atlas.periods[0].id)),
        header=Markup(header_html(atlas, words)),
        footer=Markup(footer_html(atlas, words)),
        key=Markup(key_html(atlas, words)),
        definitions=Markup(pictures.definitions),
        sheets=[
            {
                "id": period.id,
                "label": period.label,
                "picture": Markup(
                    pictures.picture(period.id, words("picture-label", title=atlas.title, period=period.label))
                ),
                "legend": Markup(legend_html(atlas, words, period.id)),
                "summary": summary_data(atlas, words, period.id),
            }
            for period in atlas.periods
        ],
        rows=_table(atlas, words),
    )
    return SWATCH.sub(r'<svg class="swatch" aria-hidden="true"><rect fill="url(#\1)"/></svg>', page).encode()


def _data(atlas: Atlas, words: Texts, calls: dict[str, Any]) -> dict[str, Any]:
    """What the scripts of the page take; the patterns are in the definitions of the pictures already."""
    names: dict[str, str] = {}
    for period in atlas.periods:
        names |= dict(zip(*(atlas.provinces(period.id)[column] for column in ("province_id", "name")), strict=True))
    return {
        "geometry": pack_geometry(geometry_payload(atlas)),
        "calls": {**calls, "looks": {}},
        "attribution": words("map-attribution"),
        "names": names,
        "summaries": {period.id: summary_data(atlas, words, period.id) for period in atlas.periods},
        **panels_payload(atlas, words),
    }


def _table(atlas: Atlas, words: Texts) -> list[dict[str, Any]]:
    """One row for each province of any period, by name; a cell for each period, None before it was a province."""
    phrases, style = CallWords(atlas, words), Style(atlas.factions)
    cells: dict[str, dict[str, dict[str, str]]] = {}
    names: dict[str, str] = {}
    for period in atlas.periods:
        for call in records(atlas.control(period.id)):
            names[call["province_id"]] = call["name"]
            look = style.look(call["status"], call["factions"], call["grade"])
            cells.setdefault(call["province_id"], {})[period.id] = {"look": look.id, "what": phrases.what(call)}
    return [
        {"name": names[province_id], "cells": [cells[province_id].get(period.id) for period in atlas.periods]}
        for province_id in sorted(names, key=names.__getitem__)
    ]


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
