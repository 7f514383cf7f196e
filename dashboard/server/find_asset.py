"""Files under names made from their content, found or made by any process."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

from dashboard.assets import Asset, asset_asked, map_assets
from dashboard.edition import Edition
from dashboard.shell import findable_asset
from dashboard.state import read_as_asked, state_from_address
from dashboard.text import LANGUAGES
from dashboard.views.compare import changes_asset
from geodata.looks import ColouringName

CHANGES_NAME = re.compile(r"changes-(?P<language>[a-z]+)-(?P<first>\d{1,4})-(?P<second>\d{1,4})\.[0-9a-f]+\.json")
FINDABLE_NAME = re.compile(r"find-(?P<language>[a-z]+)\.[0-9a-f]+\.json")

NOTHING_ELSE: Mapping[str, str] = MappingProxyType({})


def find_asset(edition: Edition, name: str, parameters: Mapping[str, str] = NOTHING_ELSE) -> Asset | None:
    """Find or make the file of a name, so that any process can serve what another one named.

    Parameters
    ----------
    edition : Edition
    name : str
    parameters : Mapping of str to str, optional
        Of the address: by which other reading of the atlas the file is wanted, and for which colouring.

    Returns
    -------
    Asset or None
        None if no content here has this name. With another reading or colouring it is the name of a file of the atlas's
        own one, and what is found has a name of its own.
    """
    pair = CHANGES_NAME.fullmatch(name)
    if pair is not None:
        return _changes(edition, pair["language"], int(pair["first"]), int(pair["second"]), name, parameters)
    findable = FINDABLE_NAME.fullmatch(name)
    if findable is not None:
        return _findable(edition, findable["language"], name)
    for language in LANGUAGES:
        local = edition.in_language(language)
        for asset in map_assets(local).all():
            if asset.name == name:
                asked = state_from_address(parameters, local)
                return asset_asked(local.read_by(asked.rule), asset, cast(ColouringName, asked.colour))
    return None


def _changes(
    edition: Edition, language: str, first: int, second: int, name: str, parameters: Mapping[str, str]
) -> Asset | None:
    """Asked before those of the maps: to look for its name there, the maps of every language had to be made."""
    periods = edition.atlas.periods
    if language not in LANGUAGES or not first < second < len(periods):
        return None
    reading = read_as_asked(edition.in_language(language), parameters)
    asset = changes_asset(reading, periods[first].id, periods[second].id)
    return asset if asset.name == name else None


def _findable(edition: Edition, language: str, name: str) -> Asset | None:
    if language not in LANGUAGES:
        return None
    asset = findable_asset(edition.in_language(language))
    return asset if asset.name == name else None
