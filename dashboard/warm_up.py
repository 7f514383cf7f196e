"""What the first reader would wait for, done while that reader's browser is still starting."""

from __future__ import annotations

import gc
import importlib
from threading import Thread

from dashboard.assets import map_assets
from dashboard.local_atlas import in_language
from dashboard.map.legend import key_html, legend_css, legend_html
from dashboard.served import served_atlas
from dashboard.text import texts
from geodata import AtlasError


def warm_up() -> Thread:
    """Load the atlas and make the files of its map in the background; gives the thread that does."""
    thread = Thread(target=_prepare, name="warm-up", daemon=True)
    thread.start()
    return thread


def _prepare() -> None:
    try:
        words = texts()
        atlas = in_language(served_atlas(), words.language)
        map_assets(atlas, words)
        legend_css(served_atlas())
        legend_html(atlas, words, atlas.periods[0].id)
        key_html(atlas, words)
    except AtlasError:
        return  # The page tells it, with what has to be mended.
    # Not the views: components that are declared before the server runs are not found by it.
    importlib.import_module("folium.plugins")
    # All this stays as long as the server: it need not be looked through for garbage after each move of each reader.
    gc.collect()
    gc.freeze()
