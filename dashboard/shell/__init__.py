"""The page around the views: entry, find, head and foot."""

from __future__ import annotations

import importlib

from dashboard.shell.find import findable
from geodata import Atlas

__all__ = [
    "findable",
    "show",
]


def show(atlas: Atlas) -> None:
    """Show the page of an atlas to one reader, from the script that Streamlit runs.

    The views are loaded by the first run: components that are declared before the server runs are not found by it.
    """
    importlib.import_module("dashboard.shell.page").show(atlas)
