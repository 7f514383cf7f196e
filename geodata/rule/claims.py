"""Claims with their source and with where they speak, as one table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import pandas as pd

from geodata.frames import Rows, RowsByKey
from geodata.rule.evidence import Reading, readings_frame
from geodata.rule.vocabulary import strength_of

READ = ("province_id", "side", "names_party", "extent", "named", "place_id", "part", "grade", "strength", "why_weak")
"""What reading a claim for one province and period adds to it."""


def select_claims(
    claims: pd.DataFrame,
    scopes: pd.DataFrame,
    readings: Sequence[Reading] | None = None,
    province_id: str | None = None,
    faction_id: str | None = None,
) -> pd.DataFrame:
    """Join claims with where they speak, and keep those of a province or a faction; see `Atlas.claims`.

    Parameters
    ----------
    claims : pandas.DataFrame
        One row per claim, with the source joined on.
    scopes : pandas.DataFrame
        Columns ``claim_id``, ``province_id`` and what belongs to a scope.
    readings : sequence of Reading, optional
        What the claims say of a period; without it, all claims whatever their date.
    province_id, faction_id : str, optional

    Returns
    -------
    pandas.DataFrame
        One row per claim with ``province_ids`` (tuple) where neither period nor province is asked for; otherwise one
        row per claim and province.
    """
    if faction_id is not None:
        claims = claims[claims["faction_id"] == faction_id]
    if readings is not None:
        claims = claims.merge(readings_frame(readings)[["claim_id", *READ]], on="claim_id")
    elif province_id is not None:
        claims = claims.merge(scopes, on="claim_id")
    else:
        spoken_of: defaultdict[str, list[str]] = defaultdict(list)
        for claim_id, one in zip(scopes["claim_id"], scopes["province_id"], strict=True):
            spoken_of[claim_id].append(one)
        claims = claims.assign(
            province_ids=claims["claim_id"].map(lambda claim_id: tuple(spoken_of.get(claim_id, ()))).astype(object)
        )
    if province_id is not None:
        claims = claims[claims["province_id"] == province_id]
    return claims.reset_index(drop=True)


def claim_rows(claims: RowsByKey, readings: Iterable[Reading]) -> Rows:
    """The claims of some readings as rows: what `select_claims` joins, where few are asked for at a time.

    Parameters
    ----------
    claims : RowsByKey
        The table of claims by ``claim_id``.
    readings : iterable of Reading
        What the claims say of one province in one period.

    Returns
    -------
    sequence of Mapping
        In the order of the table.
    """
    in_order = sorted(readings, key=lambda reading: claims.place_of(reading["claim_id"]))
    told = [{**reading, "strength": strength_of([reading["firm"]])} for reading in in_order]
    return [{**claims.one(one["claim_id"]), **{name: one[name] for name in READ}} for one in told]
