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
    for language in LANGUAGES:
        for asset in map_assets(edition_of(edition.original, language)).all():
            if asset.name == name:
                return asset
    pair = CHANGES_NAME.match(name)
    if pair is None or pair["language"] not in LANGUAGES:
        return None
    first, second = int(pair["first"]), int(pair["second"])
    if not first < second < len(edition.atlas.periods):
        return None
    periods = edition.atlas.periods
    asset = changes_asset(edition_of(edition.original, pair["language"]), periods[first].id, periods[second].id)
    return asset if asset.name == name else None
