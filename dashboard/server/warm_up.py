"""What the first reader would wait for, done before the server answers anybody."""

from __future__ import annotations

import importlib
from functools import partial

from dashboard.assets import map_assets
from dashboard.edition import Edition, edition_of
from dashboard.parts import key_html
from dashboard.server.brotli_cache import QUICK, BrotliCache
from dashboard.server.caching import frame_scripts
from dashboard.server.late_scripts import page_scripts
from dashboard.server.memory import settle
from dashboard.server.opening_page import has_picture, picture_html
from dashboard.shell import findable_asset
from dashboard.views.map import headline_html, side_html, tools_html, year_html
from geodata import COLOURINGS, Atlas

SOON_COMPRESSED = 100_000
"""Bytes, as gzip makes them, of the files that are compressed as small as can be before there is a reader."""


def warm_up(atlas: Atlas, brotli_cache: BrotliCache) -> None:
    """Make what every reader of an atlas's map is sent first, and take what stays out of the search for garbage."""
    make_ready(atlas)
    _compress_well(edition_of(atlas), brotli_cache)
    settle()


def make_ready(atlas: Atlas) -> None:
    """Make what every reader of an atlas's map is sent first."""
    edition = edition_of(atlas)
    map_assets(edition)
    if has_picture(edition, edition.atlas.periods[0].id):
        picture_html(edition, edition.atlas.periods[0].id, COLOURINGS[0])
    key_html(edition)
    for part in (headline_html, year_html):
        part(edition, edition.atlas.periods[0].id)
    side_html(edition)
    tools_html(edition)
    findable_asset(edition)
    # Not the views: components that are declared before the server runs are not found by it.
    importlib.import_module("folium.plugins")


def _compress_well(edition: Edition, brotli_cache: BrotliCache) -> None:
    """Compress the files that every reader loads as small as can be."""
    for asset in map_assets(edition).all():
        # Larger ones are made when somebody has asked for them: nobody waits for seconds of it.
        if len(asset.compressed) <= SOON_COMPRESSED:
            brotli_cache.make(asset.name, partial(getattr, asset, "content"))
    for path in frame_scripts():
        brotli_cache.make(path.name, path.read_bytes)
    for path in page_scripts():
        brotli_cache.make(path.name, path.read_bytes, QUICK)
