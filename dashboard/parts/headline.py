"""The finding of a period and how it rests, in one sentence made from its calls."""

from __future__ import annotations

from dashboard.edition import Edition, cached
from geodata.rule import FIRM


@cached(256)
def headline(edition: Edition, period_id: str) -> str:
    """Say who leads in most provinces, on what evidence, and how many of these calls rest on one source.

    Parameters
    ----------
    edition : Edition
    period_id : str
    """
    calls = edition.atlas.control(period_id)
    label = edition.atlas.period(period_id).label
    led = calls["side"].dropna().value_counts(sort=False)
    if led.empty:
        return edition.words("headline-nobody", period=label, provinces=len(calls))
    # Of sides with as many provinces the one that the atlas names first.
    order = list(edition.atlas.side_names)
    side = min(led.index, key=lambda one: (-led[one], order.index(one)))
    found = calls[calls["side"] == side]
    firm = int((found["side_strength"] == FIRM).sum())
    return edition.words(
        "headline",
        period=label,
        side=edition.atlas.side_names[side],
        firm=firm,
        weak=len(found) - firm,
        single=int((found["n_sources"] == 1).sum()),
    )
