"""Files under names made from their content, found or made by any process."""

from __future__ import annotations

import re

from dashboard.assets import Asset, map_assets
from dashboard.edition import in_language
from dashboard.text import LANGUAGES, texts
from dashboard.views.compare import changes_asset
from geodata import Atlas

CHANGES_NAME = re.compile(r"changes-(?P<language>[a-z]+)-(?P<first>\d{1,4})-(?P<second>\d{1,4})\.[0-9a-f]+\.json")


def find_asset(atlas: Atlas, name: str) -> Asset | None:
    """Find or make the file of a name, so that any process can serve what another one named.

    Returns
    -------
    Asset or None
        None if no content here has this name.
    """
    for language in LANGUAGES:
        for asset in map_assets(in_language(atlas, language), texts(language)).all():
            if asset.name == name:
                return asset
    pair = CHANGES_NAME.match(name)
    if pair is None or pair["language"] not in LANGUAGES:
        return None
    first, second = int(pair["first"]), int(pair["second"])
    if not first < second < len(atlas.periods):
        return None
    local = in_language(atlas, pair["language"])
    asset = changes_asset(local, texts(pair["language"]), atlas.periods[first].id, atlas.periods[second].id)
    return asset if asset.name == name else None
