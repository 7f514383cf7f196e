"""Head of the page: title, switch between light and dark, and the line for when the server does not answer."""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path

from dashboard import templating
from dashboard.edition import Edition
from dashboard.text import Texts

_render = partial(templating.render, Path(__file__).parent / "templates")


def title_html(edition: Edition) -> str:
    """Title of the atlas."""
    return _render("head.html.j2", texts=edition.words, title=edition.atlas.title)


@lru_cache(maxsize=8)
def scheme_html(words: Texts) -> str:
    """The button that switches between light, dark, and as the system; the page's script hears of it."""
    return _render("scheme.html.j2", texts=words)


@lru_cache(maxsize=8)
def server_html(words: Texts) -> str:
    """The line that the page's script fills while the server does not answer."""
    return _render("server.html.j2", texts=words)


@lru_cache(maxsize=8)
def opened_html(words: Texts) -> str:
    """The line over an atlas that a reader has opened."""
    return _render("opened.html.j2", texts=words)
