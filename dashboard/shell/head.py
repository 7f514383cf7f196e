"""Head of the page: title, views, box to find things, language, light or dark; and the lines that may follow it."""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path

from dashboard import templating
from dashboard.edition import Edition
from dashboard.shell.find import find_label
from dashboard.state import views_of
from dashboard.text import LANGUAGE_NAMES, LANGUAGES, Texts

_render = partial(templating.render, Path(__file__).parent / "templates")


def head_html(edition: Edition) -> str:
    """The head, with the first view as the chosen one; the page's script marks others."""
    return _render(
        "head.html.j2",
        texts=edition.words,
        title=edition.atlas.title,
        views=views_of(edition),
        find=find_label(edition),
        languages=[(one, LANGUAGE_NAMES[one]) for one in LANGUAGES],
    )


@lru_cache(maxsize=8)
def server_html(words: Texts) -> str:
    """The line that the page's script fills while the server does not answer."""
    return _render("server.html.j2", texts=words)


@lru_cache(maxsize=8)
def opened_html(words: Texts) -> str:
    """The line over an atlas that a reader has opened."""
    return _render("opened.html.j2", texts=words)
