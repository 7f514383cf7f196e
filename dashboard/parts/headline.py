"""The finding of a period and how it rests, in one sentence made from its calls."""

from __future__ import annotations

from collections import Counter

from dashboard.edition import Edition, cached
from dashboard.parts.rows import call_rows
from geodata.rule import FIRM


@cached(1, for_each_period=True)
def headline(edition: Edition, period_id: str) -> str:
    """Say who leads in most provinces, on what evidence, and how many of these calls rest on one source.

    Parameters
    ----------
    edition : Edition
    period_id : str
    """
    calls = call_rows(edition, period_id)
    label = edition.atlas.period(period_id).label
    led = Counter(call["side"] for call in calls if call["side"])
    if not led:
        return edition.words("headline-nobody", period=label, provinces=len(calls))
    # Of sides with as many provinces the one that the atlas names first.
    order = list(edition.atlas.side_names)
    side = min(led, key=lambda one: (-led[one], order.index(one)))
    found = [call for call in calls if call["side"] == side]
    firm = sum(call["side_strength"] == FIRM for call in found)
    return edition.words(
        "headline",
        period=label,
        side=edition.atlas.side_names[side],
        firm=firm,
        weak=len(found) - firm,
        single=sum(call["n_sources"] == 1 for call in found),
    )
