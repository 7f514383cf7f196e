"""The page around the views: entry, find, head and foot, what is said of an opened atlas."""

from __future__ import annotations

import importlib

from dashboard.app_context import current_atlas, most_opened
from dashboard.shell.find import findable_asset
from dashboard.shell.head import head_html
from dashboard.uploads import opened_here
from geodata import Atlas

__all__ = [
    "findable_asset",
    "head_html",
    "show",
    "shown_atlas",
]


def show(atlas: Atlas) -> None:
    """Show the page of an atlas to one reader, from the script that Streamlit runs.

    The views are loaded by the first run: components that are declared before the server runs are not found by it.
    """
    importlib.import_module("dashboard.shell.page").show(atlas)


def shown_atlas() -> Atlas:
    """What the page shows to this reader: the atlas that they have opened, or that of the server."""
    opened = opened_here() if most_opened() else None
    return opened.atlas if opened is not None and opened.is_shown else current_atlas()
