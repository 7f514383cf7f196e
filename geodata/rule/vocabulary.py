"""The words of the rule: roles, grades, strengths, statuses, and what makes a claim weak."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

RULE_VERSION = "2.0"

Grade = Literal["direct", "regional", "adjacent", "regional-adjacent", "inferred"]
Strength = Literal["firm", "weak"]
Status = Literal["held", "shared", "contested", "unclear", "partly", "no-evidence"]
Reason = Literal["not-independent", "thin", "vague", "regional-adjacent", "inferred", "not-named"]
Criterion = Literal["strength", "role"]

GRADES: tuple[Grade, ...] = ("direct", "regional", "adjacent", "regional-adjacent", "inferred")
"""From the best fit to the weakest."""

DATED_IN_PERIOD: frozenset[str] = frozenset({"direct", "regional"})
INFERRED: Grade = "inferred"

FIRM: Strength = "firm"
WEAK: Strength = "weak"

TIERS = FIRM_TIER, WEAK_TIER, INFERRED_TIER = (0, 1, 2)
"""How claims stand to each other: firm, weak, and the weakest of the weak."""

REASONS: tuple[Reason, ...] = ("not-independent", "thin", "vague", "regional-adjacent", "inferred", "not-named")
"""Why a claim is weak, in the order in which reasons are told; each is enough by itself."""

DOMINANT = "dominant"
CONTESTED: Status = "contested"
"""A role of claims and a status of calls."""
LEADING_ROLES = (DOMINANT, "strong")

HELD: Status = "held"
SHARED: Status = "shared"
UNCLEAR: Status = "unclear"
PARTLY: Status = "partly"
NO_EVIDENCE: Status = "no-evidence"
STATUSES: tuple[Status, ...] = (HELD, SHARED, CONTESTED, UNCLEAR, PARTLY, NO_EVIDENCE)

TELLS_NOBODY: tuple[Status, ...] = (PARTLY, NO_EVIDENCE)
"""The statuses of a province that shows no faction."""

LED: tuple[Status, ...] = (HELD, SHARED)
"""The statuses of a province that factions lead."""

UNNAMED_KINDS = frozenset({"unstated", "umbrella"})
"""Kinds of faction that stand for "somebody of this side": they never count as naming a party."""

CRITERIA: tuple[Criterion, ...] = ("strength", "role")
"""What claims are compared by, in the order of the standard rule."""


def best_grade(grades: Iterable[str]) -> str:
    """The best of some grades.

    Examples
    --------
    >>> best_grade(["inferred", "regional"])
    'regional'
    """
    return min(grades, key=GRADES.index)


def strength_of(are_firm: Iterable[bool]) -> Strength:
    """Firm where every claim is.

    Examples
    --------
    >>> strength_of([True, False])
    'weak'
    """
    return FIRM if all(are_firm) else WEAK
