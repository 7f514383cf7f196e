"""The file of what changed between two periods, which the browser fetches once."""

from __future__ import annotations

from functools import lru_cache

from dashboard.assets import Asset, json_bytes, make_asset
from dashboard.text import Texts
from dashboard.views.compare.payload import changes_payload
from geodata import Atlas


@lru_cache(maxsize=64)
def changes_asset(atlas: Atlas, words: Texts, first: str, second: str) -> Asset:
    """Make the file of what changed between two periods, the earlier first."""
    places = [period.id for period in atlas.periods]
    stem = f"changes-{words.language}-{places.index(first)}-{places.index(second)}"
    return make_asset(stem, ".json", json_bytes(changes_payload(atlas, words, first, second)))
