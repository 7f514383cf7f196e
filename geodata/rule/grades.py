"""Grades: how well a claim fits one province and one period. Computed, never typed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import pandas as pd

from geodata import dates
from geodata.rule.scopes import scopes_of_period

Grade = Literal["direct", "regional", "adjacent", "regional-adjacent", "inferred"]

GRADES: tuple[Grade, ...] = ("direct", "regional", "adjacent", "regional-adjacent", "inferred")
"""From the best fit to the weakest."""

DATED_IN_PERIOD = frozenset({"direct", "regional"})
FIRM_GRADES = frozenset({"direct", "regional", "adjacent"})
LEADING_ROLES = ("dominant", "strong")
CONTESTED = "contested"
UNNAMED_KINDS = frozenset({"unstated", "umbrella"})
"""Kinds of faction that stand for "somebody of this side": they never count as naming a party."""

PART_ROLE = {"dominant": "strong", "strong": "present", "present": "present", CONTESTED: "present"}
"""What a claim about a part of a province says about the province: one role lower; a fight in one valley does not make
the province contested."""

GRADED_COLUMNS = (
    "claim_id", "sentence_id", "province_id", "faction_id", "side", "alliance_id", "names_party", "domain", "role",
    "extent", "effective_role", "place_id", "part", "date", "grade",
)  # fmt: skip


def best_grade(grades: Iterable[str]) -> str:
    """The best of some grades.

    Examples
    --------
    >>> best_grade(["inferred", "regional"])
    'regional'
    """
    given = set(grades)
    return next(grade for grade in GRADES if grade in given)


def is_firm(grade: str) -> bool:
    """Whether a grade is firm: direct, regional or adjacent, and not two of these weaknesses at once."""
    return grade in FIRM_GRADES


def grade_of(basis: str, is_regional: bool, fit: dates.Fit) -> Grade:
    """Grade one claim from its basis, its reach and how its date fits.

    Examples
    --------
    >>> grade_of("stated", is_regional=False, fit="overlaps")
    'direct'
    >>> grade_of("stated", is_regional=True, fit="near")
    'regional-adjacent'
    """
    if basis == "inferred":
        return "inferred"
    if fit == "near":
        return "regional-adjacent" if is_regional else "adjacent"
    return "regional" if is_regional else "direct"


def grade_claims(
    claims: pd.DataFrame,
    scopes: pd.DataFrame,
    factions: pd.DataFrame,
    lineage: pd.DataFrame,
    province_ids: list[str],
    start: date,
    end: date,
) -> pd.DataFrame:
    """Grade every claim for every province of a period that it speaks to.

    A claim about a province that a later one was made from speaks for the later one too, as regional. A claim about a
    later province speaks, in a period before it was made, for a part of those it was made from.

    Parameters
    ----------
    claims, scopes, factions : pandas.DataFrame
        Tables of the atlas.
    lineage : pandas.DataFrame
        Columns ``province_id``, ``made_from_id``, ``since``: which province a later one was made from, and the first
        day of the later one (ISO 8601).
    province_ids : list of str
        The provinces of the period.
    start, end : datetime.date
        First and last day of the period.

    Returns
    -------
    pandas.DataFrame
        One row per claim and province, columns `GRADED_COLUMNS`; `effective_role` is the role for the province as a
        whole. Claims whose date does not fit the period are left out. Ordered by province, then claim.
    """
    fits = {text: dates.parse(text).fit(start, end) for text in set(claims["date"])}
    fitting = claims.assign(fit=claims["date"].map(fits)).dropna(subset="fit")
    reach = scopes_of_period(scopes.merge(fitting[["claim_id", "date"]], on="claim_id"), lineage, province_ids)
    joined = reach.merge(fitting, on="claim_id").merge(
        factions[["faction_id", "side", "kind", "alliance_id"]], on="faction_id"
    )
    joined["names_party"] = ~joined["kind"].isin(UNNAMED_KINDS)
    joined["grade"] = [
        grade_of(basis, regional, fit)
        for basis, regional, fit in zip(joined["basis"], joined["regional"], joined["fit"], strict=True)
    ]
    joined["effective_role"] = [
        role if extent == "whole" else PART_ROLE[role]
        for role, extent in zip(joined["role"], joined["extent"], strict=True)
    ]
    ordered = joined.sort_values(["province_id", "claim_id"])
    return ordered[list(GRADED_COLUMNS)].reset_index(drop=True)
