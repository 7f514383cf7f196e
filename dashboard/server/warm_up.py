"""What the first reader would wait for, done before the server answers anybody."""

from __future__ import annotations

import importlib

from dashboard.assets import map_assets
from dashboard.edition import edition_of
from dashboard.parts import key_html
from dashboard.server.memory import settle
from dashboard.server.opening_page import has_picture, picture_html
from dashboard.shell import findable_asset
from dashboard.views.map import headline_html, side_html, tools_html, year_html
from geodata import COLOURINGS, Atlas


def warm_up(atlas: Atlas) -> None:
    """Make what every reader of an atlas's map is sent first, and take what stays out of the search for garbage."""
    make_ready(atlas)
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
