"""What goes into the page that Streamlit sends: title, preview, files to fetch early, and the picture of the map."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import cast
from urllib.parse import urlencode

from markupsafe import Markup

from dashboard.app_context import with_base_path
from dashboard.assets import map_assets, map_calls, together_with
from dashboard.downloads import DATA_PREFIX
from dashboard.edition import Edition, cached
from dashboard.map import MAP_STYLES, StaticMaps, geometry_payload, inline
from dashboard.parts import summary_data
from dashboard.server.caching import FRAME, frame_scripts
from dashboard.server.late_scripts import late_scripts
from dashboard.shell import head_html
from dashboard.state import State, reading_query, state_from_address
from dashboard.templating import render
from dashboard.views.map import headline_html, side_html, tools_html, year_html
from geodata import COLOURINGS
from geodata.looks import ColouringName

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
SCHEME = HERE.parent / "shell" / "script" / "page-scheme.js"
"""Stands in the page itself: it must run before everything that asks for light or dark."""


COARSER = 5.5
"""Times that outlines are simplified more than on the map, about 6.6 km, in a picture that is seen for a moment."""

MOST_PROVINCES = 400
"""With more of them the picture would be heavier than all that it is to bridge."""

LANGUAGE = re.compile(r'(?<=<html lang=")[\w-]*(?=")')
TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
SERVICE = re.compile(r'<link rel="service-desc"[^>]*>|(?<=</p>)\s*<p>(?:(?!</?noscript>).)*(?=</noscript>)', re.DOTALL)
"""What tells programs of a way to drive the page that is closed here; without scripts, its first sentence is enough."""

HEAD = re.compile(r"<head[^>]*>")
HEAD_END = re.compile(r"(?=</head>)")
BODY = re.compile(r"(?<=<body)[^>]*>")
BODY_END = re.compile(r"(?=</body>)")
LATER = re.compile(r'<link rel="(?:modulepreload|prefetch)"[^>]*>|<script type="module"[^>]*></script>')
"""What is looked for in the page of Streamlit; what another release does not have is left out."""


def with_opening(page: str, parameters: Mapping[str, str], edition: Edition, address: str) -> str:
    """Put the picture of the map, and the style of the page around it, into Streamlit's page.

    Parameters
    ----------
    page : str
        The page as Streamlit sends it.
    parameters : Mapping of str to str
        Of the page's address: what the reader has chosen, see `dashboard.state`.
    edition : Edition
    address : str
        Of the page, for previews of links: ``https://host`` without a slash at the end, or the path of the page if
        nothing is known of the name of the server.

    Returns
    -------
    str
        The page with title, description, preview and files of the map to fetch early; where the address shows the map,
        also with its picture, which the map's script takes away.
    """
    state = state_from_address(parameters, edition)
    edition = edition.in_language(state.language).read_by(state.rule)
    colour = cast(ColouringName, state.colour)
    with_picture = state.view == "map" and has_picture(edition, state.period)
    body = picture_html(edition, state.period, colour) if with_picture else ""
    files = files_of_the_map(edition, colour)
    at_once = {one: files[one] for one in _files_of_the_picture(edition, colour)} if with_picture else {}
    later = {one: kind for one, kind in files.items() if one not in at_once}
    head = _head_html(edition, state, address, with_picture, later)
    # In the body, so that it comes after the style that Streamlit's scripts add to the head.
    style = map_assets(edition).page_style.address
    sheet = f'<link rel="stylesheet" href="{style}">'
    first = render(TEMPLATES, "first.html.j2", scheme=Markup(_scheme()), style=style, files=at_once)
    page = SERVICE.sub("", LANGUAGE.sub(edition.language, page, count=1))
    page = _put(HEAD, first, _put(HEAD_END, head, TITLE.sub("", page, count=1)))
    return _put(BODY, sheet + body, _held_back(page) if with_picture else page)


def has_picture(edition: Edition, period_id: str) -> bool:
    """Whether the first answer has a picture of the map: one of very many provinces would make it heavy."""
    return len(edition.atlas.provinces(period_id)) <= MOST_PROVINCES


def inline_scripts() -> tuple[str, ...]:
    """The scripts that stand inside the page, beside Streamlit's: known beforehand, so that no others need run."""
    return inline(SCHEME), inline(HERE / "opening.js"), _begin()


def _held_back(page: str) -> str:
    """Take what Streamlit needs out of the head of its page, for a script to put back when the picture has been seen.

    A browser that fetches and reads some eighty scripts beside it shows the picture twice as late.
    """
    head, end, rest = page.partition("</head>")
    held = render(TEMPLATES, "held.html.j2", held=Markup("".join(LATER.findall(head))), script=Markup(_begin()))
    return _put(BODY_END, held, LATER.sub("", head) + end + rest)


def _put(place: re.Pattern[str], text: str, page: str) -> str:
    """Put a text behind what marks its place."""
    return place.sub(lambda found: found[0] + text, page, count=1)


def _head_html(edition: Edition, state: State, address: str, with_picture: bool, files: Mapping[str, str]) -> str:
    period = edition.atlas.period(state.period)
    return render(
        TEMPLATES,
        "head.html.j2",
        title=f"{edition.atlas.title} · {period.label}",
        summary=summary_data(edition, period.id)["sentence"],
        image=f"{address}{DATA_PREFIX}/{_asked(f'figure.{period.id}.{state.colour}.png', reading_query(edition))}",
        picture_label=edition.words("opening-picture", title=edition.atlas.title, period=period.label),
        late_scripts=late_scripts(),
        files=files,
        style=Markup(_style() if with_picture else ""),
        page_script=map_assets(edition).page_script.address,
        lab_script=map_assets(edition).lab_script.address,
    )


@lru_cache(maxsize=1)
def _scheme() -> str:
    return inline(SCHEME)


@lru_cache(maxsize=1)
def _begin() -> str:
    return inline(HERE / "begin.js")


@lru_cache(maxsize=1)
def _style() -> str:
    return inline(MAP_STYLES[0]) + inline(HERE / "opening.css")


@cached(64)
def picture_html(edition: Edition, period_id: str, colour: ColouringName) -> str:
    """The picture of the map of a period, with the head of the page above it and the script that takes it away.

    Parameters
    ----------
    edition : Edition
    period_id, colour : str
        Identifier of the period, and what the fill means.
    """
    period = edition.atlas.period(period_id)
    calls = map_calls(edition, together_with(edition, colour))
    pictures = StaticMaps(
        geometry_payload(edition, COARSER),
        calls | {"periods": [one for one in calls["periods"] if one["id"] == period_id]},
        colour,
    )
    label = edition.words("opening-picture", title=edition.atlas.title, period=period.label)
    return render(
        TEMPLATES,
        "body.html.j2",
        texts=edition.words,
        head=Markup(head_html(edition)),
        moves=map_assets(edition).moves.address,
        calls=map_assets(edition).calls.address,
        headline=Markup(headline_html(edition, period_id)),
        year=Markup(year_html(edition, period_id)),
        tools=Markup(tools_html(edition)),
        side=Markup(side_html(edition)),
        definitions=Markup(pictures.definitions),
        picture=Markup(pictures.picture(period_id, label)),
        script=Markup(inline(HERE / "opening.js")),
    )


def files_of_the_map(edition: Edition, colour: ColouringName = COLOURINGS[0]) -> dict[str, str]:
    """What a page with the map asks for, one after the other.

    Parameters
    ----------
    edition : Edition
    colour : str, optional
        What the fill means.

    Returns
    -------
    dict
        By address how the map asks for it in its frame, ``script``, ``style`` or ``fetch``; empty if others ask.
    """
    assets = map_assets(edition)
    moves, calls = _files_of_the_picture(edition, colour)
    before_the_map = dict.fromkeys((*_scripts_of_the_frame(), moves), "")
    constant = {assets.script.address: "script", assets.style.address: "style", assets.geometry.address: "fetch"}
    return {**before_the_map, **constant, calls: "fetch"}


def _files_of_the_picture(edition: Edition, colour: ColouringName) -> tuple[str, str]:
    """Addresses of what the picture asks for before a reader can move it: the moves and the calls."""
    assets = map_assets(edition)
    # As the page's script writes it, which asks at these addresses: see `query` in page-choice.js.
    query = "&".join(
        filter(None, [urlencode({"colour": colour} if colour != COLOURINGS[0] else {}), reading_query(edition)])
    )
    return _asked(assets.moves.address, query), _asked(assets.calls.address, query)


def _asked(address: str, query: str) -> str:
    return f"{address}?{query}" if query else address


def _scripts_of_the_frame() -> list[str]:
    # Before the page was made for the first time, Streamlit does not know the frame and has none of its files.
    scripts = frame_scripts() if "streamlit_folium" in sys.modules else ()
    return [with_base_path(f"{FRAME}/static/js/{script.name}") for script in scripts]
