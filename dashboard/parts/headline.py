"""The finding of a period and how it rests, in one sentence made from its calls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from dashboard.edition import Edition, kept
from geodata.rule import is_firm


@kept(256)
def headline(edition: Edition, period_id: str) -> str:
    """Say who leads in most provinces, on what evidence, and how many calls rest on one source.

    Parameters
    ----------
    edition : Edition
    period_id : str
    """
    calls = edition.atlas.control(period_id)
    label = edition.atlas.period(period_id).label
    led = calls["side"].dropna()
    led = led[led != ""].value_counts(sort=False)
    if led.empty:
        return edition.words("headline-nobody", period=label, provinces=len(calls))
    # Of sides with as many provinces the one that the atlas names first.
    order = list(edition.atlas.side_names)
    side = min(led.index, key=lambda one: (-led[one], order.index(one)))
    firm = int(side_is_firm(calls)[calls["side"] == side].sum())
    claims = edition.atlas.claims(period=period_id).drop_duplicates("claim_id")
    sources = dict(zip(claims["claim_id"], claims["source_id"], strict=True))
    return edition.words(
        "headline",
        period=label,
        side=edition.atlas.side_names[side],
        firm=firm,
        weak=int(led[side]) - firm,
        single=rest_on_one_source(calls, sources),
    )


def side_is_firm(calls: pd.DataFrame) -> pd.Series[bool]:
    """Whether the evidence for the side that leads is firm, for each call."""
    if "side_strength" in calls:
        return (calls["side_strength"] == "firm").astype(bool)
    return calls["side_grade"].map(lambda grade: bool(grade) and is_firm(grade)).astype(bool)


def rest_on_one_source(calls: pd.DataFrame, sources: Mapping[str, str]) -> int:
    """How many calls the claims of a single source decide.

    Parameters
    ----------
    calls : pandas.DataFrame
        ``n_sources`` of each call, or the ``claim_ids`` that decided it.
    sources : Mapping of str to str
        Source of each claim.
    """
    if "n_sources" in calls:
        return int((calls["n_sources"] == 1).sum())
    return sum(len({sources[one] for one in claims}) == 1 for claims in _ids(calls["claim_ids"]))


def _ids(column: Iterable[Iterable[str]]) -> Iterable[tuple[str, ...]]:
    return (tuple(ids) for ids in column)
