"""Files under names made from their content, found or made by any process."""

from __future__ import annotations

import re

from dashboard.assets import Asset, map_assets
from dashboard.edition import Edition, edition_of
from dashboard.text import LANGUAGES
from dashboard.views.compare import changes_asset

CHANGES_NAME = re.compile(r"changes-(?P<language>[a-z]+)-(?P<first>\d{1,4})-(?P<second>\d{1,4})\.[0-9a-f]+\.json")


def find_asset(edition: Edition, name: str) -> Asset | None:
    """Find or make the file of a name, so that any process can serve what another one named.

    Returns
    -------
    Asset or None
        None if no content here has this name.
    """
    pair = CHANGES_NAME.fullmatch(name)
    if pair is not None:
        return _changes(edition, pair["language"], int(pair["first"]), int(pair["second"]), name)
    for language in LANGUAGES:
        for asset in map_assets(edition_of(edition.original, language)).all():
            if asset.name == name:
                return asset
    return None


def _changes(edition: Edition, language: str, first: int, second: int, name: str) -> Asset | None:
    """Asked before all others: to look for its name among the maps of every language, they all had to be made."""
    periods = edition.atlas.periods
    if language not in LANGUAGES or not first < second < len(periods):
        return None
    asset = changes_asset(edition_of(edition.original, language), periods[first].id, periods[second].id)
    return asset if asset.name == name else None
