"""HTML of the view Factions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from dashboard import templating
from dashboard.text import Texts

_render = partial(templating.render, Path(__file__).parent / "templates")


OPEN_UP_TO = 3
"""So many cards are read from top to bottom; more are looked through."""


def factions_html(words: Texts, cards: Sequence[dict[str, Any]], all_factions: int) -> str:
    """The cards of factions: short ones, each of which opens to all that is known; a few stand open."""
    return _render("factions.html.j2", texts=words, cards=cards, all=all_factions, open_up_to=OPEN_UP_TO)
