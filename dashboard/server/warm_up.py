"""What the first reader would wait for, done before the server answers anybody."""

from __future__ import annotations

import gc
import importlib

from dashboard.assets import map_assets
from dashboard.edition import in_language
from dashboard.parts import call_html, key_html, legend_html, play_html, summary_html
from dashboard.served import served_atlas
from dashboard.server.opening_page import picture_html
from dashboard.shell import findable
from dashboard.text import texts
from geodata import COLOURINGS, AtlasError


def warm_up() -> None:
    """Load the atlas, and make what every reader of its map is sent first."""
    try:
        atlas = served_atlas()
    except AtlasError:
        return  # The page tells it, with what has to be mended.
    words = texts()
    local = in_language(atlas, words.language)
    map_assets(local, words)
    picture_html(local, words, local.periods[0].id, COLOURINGS[0])
    for period in local.periods:
        legend_html(local, words, period.id, COLOURINGS[0], ())
        call_html(local, words, period.id, None)
        summary_html(local, words, period.id)
    key_html(local, words)
    play_html(words)
    findable(local, words)
    # Not the views: components that are declared before the server runs are not found by it.
    importlib.import_module("folium.plugins")
    # All this stays as long as the server: it need not be looked through for garbage after each move of each reader.
    gc.collect()
    gc.freeze()
