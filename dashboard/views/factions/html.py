"""HTML of the view Factions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from dashboard import templating
from dashboard.text import Texts

_render = partial(templating.render, Path(__file__).parent / "templates")


def factions_html(words: Texts, cards: Sequence[dict[str, Any]], all_factions: int) -> str:
    """The cards of factions."""
    return _render("factions.html.j2", texts=words, cards=cards, all=all_factions)
