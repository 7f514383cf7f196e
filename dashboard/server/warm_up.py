"""What the first reader would wait for, done before the server answers anybody."""

from __future__ import annotations

import gc
import importlib

from dashboard.assets import map_assets
from dashboard.edition import edition_of
from dashboard.parts import call_html, key_html, legend_html, play_html, summary_html
from dashboard.served import served_atlas
from dashboard.server.opening_page import picture_html
from dashboard.shell import findable
from geodata import COLOURINGS, AtlasError


def warm_up() -> None:
    """Load the atlas, and make what every reader of its map is sent first."""
    try:
        edition = edition_of(served_atlas())
    except AtlasError:
        return  # The page tells it, with what has to be mended.
    map_assets(edition)
    picture_html(edition, edition.atlas.periods[0].id, COLOURINGS[0])
    for period in edition.atlas.periods:
        legend_html(edition, period.id, COLOURINGS[0], ())
        call_html(edition, period.id, None)
        summary_html(edition, period.id)
    key_html(edition)
    play_html(edition.words)
    findable(edition)
    # Not the views: components that are declared before the server runs are not found by it.
    importlib.import_module("folium.plugins")
    # All this stays as long as the server: it need not be looked through for garbage after each move of each reader.
    gc.collect()
    gc.freeze()
