"""The file of what changed between two periods, which the browser fetches once."""

from __future__ import annotations

from dashboard.assets import Asset, json_bytes, make_asset
from dashboard.edition import Edition, cached
from dashboard.state import reading_query
from dashboard.views.compare.payload import changes_payload


@cached(8)
def changes_asset(edition: Edition, first: str, second: str) -> Asset:
    """Make the file of what changed between two periods, the earlier first."""
    places = [period.id for period in edition.atlas.periods]
    stem = f"changes-{edition.words.language}-{places.index(first)}-{places.index(second)}"
    content = json_bytes(changes_payload(edition, first, second))
    return make_asset(stem, ".json", content, reading_query(edition), place=edition.place)
