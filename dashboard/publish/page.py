"""The page that `publish` makes."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from dashboard.edition import Edition, edition_of
from dashboard.map import (
    COARSER,
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
    all_looks,
    call_words,
    footer_html,
    header_html,
    key_html,
    legend_html,
    looks_shown,
    pictures_css,
    signs_shown,
    summary_data,
)
from dashboard.publish.evidence import panels_payload
from dashboard.templating import render
from dashboard.text import DEFAULT_LANGUAGE
from geodata import Atlas
from geodata.frames import records
from geodata.looks import Style
from geodata.telling import plain

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"

INDENT = re.compile(r"\n +(?=<)")
"""Of templates; scripts and data have none."""

MOST_ROWS = 60
"""Of the table that follow each other down the page; more of them move in a window of their own."""

Step = Callable[[int, int, str], None]
"""Told how far the work is: parts done, of how many, and what is worked on."""

POLICY = (
    "default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""Content-Security-Policy: nothing is loaded from anywhere, and no other script runs than those written here."""


def publish(atlas: Atlas, language: str = DEFAULT_LANGUAGE, step: Step | None = None) -> bytes:
    """Write an atlas as one page that opens from disk in a browser, with no network.

    The page has the map with its year slider, the legend, and the panel of every province with all claims and their
    sources. Printed, it puts the pictures of all periods on one sheet. Without scripts it shows these pictures and a
    table of all calls.

    Parameters
    ----------
    atlas : Atlas
    language : str, optional
        Language of the page, one of `dashboard.text.LANGUAGES`.
    step : callable, optional
        Told how far the work is: parts done, of how many, and what is worked on.

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
    edition = edition_of(atlas, language)
    words = edition.words
    done = partial(_tell, step, len(atlas.periods))
    done(0, "Map")
    calls = calls_payload(edition)
    done(1, "Pictures")
    key = key_html(edition)
    legends = {period.id: legend_html(edition, period.id) for period in edition.atlas.periods}
    rows = _table(edition)
    looks = all_looks(edition)
    told = {cell["look"] for row in rows for cell in row["cells"] if cell}
    swatches = looks_shown(looks, "".join((key, *legends.values()))) | {name: looks[name] for name in told}
    pictures = StaticMaps(geometry_payload(edition, COARSER), calls)
    scripts = [*inline_scripts(many=calls["many"]).values(), inline(HERE / "atlas-page.js")]
    styles = [
        *inline_styles().values(),
        inline(HERE / "publish.css"),
        *([inline(HERE / "right-to-left.css")] if words.direction == "rtl" else []),
        pictures_css([swatches[name] for name in sorted(swatches)], signs_shown(edition, key)),
    ]
    page = render(
        TEMPLATES,
        "page.html.j2",
        texts=words,
        atlas=edition.atlas,
        policy=Markup(POLICY.format(hashes=" ".join(map(_hash, scripts)))),
        scripts=[Markup(script) for script in scripts],
        styles=[Markup(style) for style in styles],
        data=Markup(script_json(_data(edition, calls, done))),
        controls=Markup(controls_html(edition, atlas.periods[0].id)),
        header=Markup(header_html(edition)),
        footer=Markup(footer_html(edition)),
        key=Markup(key),
        definitions=Markup(pictures.definitions),
        sheets=[
            {
                "id": period.id,
                "label": period.label,
                "picture": Markup(
                    pictures.picture(period.id, words("picture-label", title=edition.atlas.title, period=period.label))
                ),
                "legend": Markup(legends[period.id]),
                "summary": summary_data(edition, period.id),
            }
            for period in edition.atlas.periods
        ],
        rows=rows,
        most_rows=MOST_ROWS,
    )
    done(BEFORE_PANELS + len(atlas.periods) + 1, "Page")
    return INDENT.sub("\n", page).encode()


BEFORE_PANELS = 2
"""Parts of the work before the panels of the first period: what the map shows, and its pictures."""


def _tell(step: Step | None, periods: int, done: int, what: str) -> None:
    """Tell how far the work is: the panels of a period are a part, what comes before and after them are others."""
    if step is not None:
        step(done, BEFORE_PANELS + periods + 1, what)


def _data(edition: Edition, calls: dict[str, Any], done: Callable[[int, str], None]) -> dict[str, Any]:
    """What the scripts of the page take; the patterns are in the definitions of the pictures already."""
    names: dict[str, str] = {}
    for period in edition.atlas.periods:
        names |= dict(
            zip(*(edition.atlas.provinces(period.id)[column] for column in ("province_id", "name")), strict=True)
        )
    return {
        "geometry": pack_geometry(geometry_payload(edition)),
        "calls": {**calls, "looks": {}},
        "attribution": edition.credit,
        "names": names,
        "summaries": {period.id: summary_data(edition, period.id) for period in edition.atlas.periods},
        **panels_payload(edition, lambda number: done(BEFORE_PANELS + number, "Panels")),
    }


def _table(edition: Edition) -> list[dict[str, Any]]:
    """One row for each province of any period, by name; a cell for each period, None before it was a province."""
    phrases, style = call_words(edition), Style(edition.atlas.factions)
    cells: dict[str, dict[str, dict[str, str]]] = {}
    names: dict[str, str] = {}
    for period in edition.atlas.periods:
        for call in records(edition.atlas.control(period.id)):
            names[call["province_id"]] = call["name"]
            look = style.look(call)
            cells.setdefault(call["province_id"], {})[period.id] = {"look": look.id, "what": phrases.what(call)}
    return [
        {"name": names[province_id], "cells": [cells[province_id].get(period.id) for period in edition.atlas.periods]}
        for province_id in sorted(names, key=lambda one: plain(names[one]))
    ]


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
