"""Claims with their source and with where they speak, as one table."""

from __future__ import annotations

import pandas as pd

from geodata.frames import tuple_or_empty

GRADED = ("province_id", "side", "names_party", "extent", "effective_role", "grade", "place_id", "part")
"""What grading adds to a claim for one province and period."""


def select_claims(
    claims: pd.DataFrame,
    scopes: pd.DataFrame,
    graded: pd.DataFrame | None = None,
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
    graded : pandas.DataFrame, optional
        Claims graded for a period; without it, all claims whatever their date.
    province_id, faction_id : str, optional

    Returns
    -------
    pandas.DataFrame
        One row per claim with ``province_ids`` (tuple) where neither period nor province is asked for; otherwise one
        row per claim and province.
    """
    if faction_id is not None:
        claims = claims[claims["faction_id"] == faction_id]
    if graded is not None:
        claims = claims.merge(graded[["claim_id", *GRADED]], on="claim_id")
    elif province_id is not None:
        claims = claims.merge(scopes, on="claim_id")
    else:
        provinces = scopes.groupby("claim_id")["province_id"].agg(tuple)
        claims = claims.assign(province_ids=claims["claim_id"].map(provinces).map(tuple_or_empty))
    if province_id is not None:
        claims = claims[claims["province_id"] == province_id]
    return claims.reset_index(drop=True)
