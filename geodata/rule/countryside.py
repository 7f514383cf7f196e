"""The rule: from claims to calls.

A **call** says who held the countryside of a province in a period. It is decided in two steps, first the side, then
the faction within it, from graded claims only; no province, party or year is named here.

1. Every claim is graded for every province and period it speaks to (`grade_claims`).
2. Claims about the countryside whose role, after the step down for a part of a province, is `dominant` or `strong` can
   lead. They are ranked by `RANK_ORDER`: firm before weak, then role, then grade.
3. The side of the best-ranked leading claims leads. Both sides at the best rank, or an explicit contested claim at it,
   make the province contested. A contested claim ranks with `strong`, so a claim that somebody dominates outranks one
   of the same firmness; and it counts only in a period that its date falls in, because a fight of another year says
   nothing of this one.
4. Within the leading side, the best-ranked leading claims *that name a party* name the faction; different factions at
   that rank share. Where no leading claim names one, the call stays with the actor named in general.
5. No leading and no contested claim: no evidence.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from geodata.frames import Rows, grouped_records, records
from geodata.rule.grades import CONTESTED, DATED_IN_PERIOD, GRADES, LEADING_ROLES, best_grade, is_firm

Status = Literal["held", "shared", "contested", "no-evidence"]

LED: tuple[Status, ...] = ("held", "shared")
"""The statuses of a province that factions lead."""
Criterion = Literal["firmness", "role", "grade"]
Rank = tuple[int, ...]

RULE_VERSION = "1.0"

RANK_ORDER: tuple[Criterion, ...] = ("firmness", "role", "grade")
"""Order in which leading claims are compared. Tried on evidence: role before firmness lets one sweeping sentence
colour five provinces over direct local reports."""

ROLE_RANK: Mapping[str, int] = {"dominant": 0, "strong": 1, CONTESTED: 1}


@dataclass(frozen=True)
class Call:
    """What the rule concludes for the countryside of one province in one period.

    Attributes
    ----------
    side, side_grade : str or None
        The side that leads and the best grade of its leading claims. None if nobody leads.
    faction_id, grade : str or None
        The one faction that leads within the side (an actor named in general, where no party is named) and its grade;
        `faction_id` is None where the province is shared or contested.
    factions : tuple of str
        All leading factions; the contenders where contested.
    others : tuple of str
        Factions reported in the province that do not lead.
    status : {"held", "shared", "contested", "no-evidence"}
    names_party : bool
        Whether a leading claim names a party; if not, `faction_id` is an actor named in general.
    claim_ids, dissenting_claim_ids : tuple of str
        The claims that decided, and the leading or contested claims that say otherwise.
    """

    status: Status
    side: str | None = None
    side_grade: str | None = None
    faction_id: str | None = None
    grade: str | None = None
    factions: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    names_party: bool = False
    claim_ids: tuple[str, ...] = ()
    dissenting_claim_ids: tuple[str, ...] = ()


def call_province(graded: pd.DataFrame, order: Sequence[Criterion] = RANK_ORDER) -> Call:
    """Decide the call for one province and period.

    Parameters
    ----------
    graded : pandas.DataFrame
        The rows of `geodata.rule.grade_claims` for this province and period.
    order : sequence of {"firmness", "role", "grade"}, optional
        Order in which claims are compared; change it to see which provinces depend on it.

    Returns
    -------
    Call

    Examples
    --------
    >>> rows = pd.DataFrame([
    ...     dict(claim_id="C1", faction_id="reds", side="rebels", names_party=True, domain="countryside",
    ...          effective_role="dominant", grade="direct"),
    ...     dict(claim_id="C2", faction_id="army", side="state", names_party=True, domain="countryside",
    ...          effective_role="strong", grade="direct"),
    ... ])
    >>> call = call_province(rows)
    >>> call.status, call.faction_id, call.dissenting_claim_ids
    ('held', 'reds', ('C2',))
    """
    return decide(records(graded), order)


def decide(graded: Rows, order: Sequence[Criterion] = RANK_ORDER) -> Call:
    """Decide as `call_province` does, from rows as dictionaries."""
    rows = [row for row in graded if row["domain"] == "countryside"]
    leading = [row for row in rows if row["effective_role"] in LEADING_ROLES]
    contesting = [row for row in rows if row["effective_role"] == CONTESTED and row["grade"] in DATED_IN_PERIOD]
    present = tuple(sorted({row["faction_id"] for row in graded}))
    if not leading and not contesting:
        return Call("no-evidence", others=present)

    best = min(_rank(row, order) for row in leading + contesting)
    decisive = [row for row in leading + contesting if _rank(row, order) == best]
    sides = {row["side"] for row in decisive if row["effective_role"] != CONTESTED}
    if len(sides) != 1 or any(row["effective_role"] == CONTESTED for row in decisive):
        return _contested(decisive, leading, contesting, present, order)

    (side,) = sides
    of_side = [row for row in leading if row["side"] == side]
    naming = [row for row in of_side if row["names_party"]]
    candidates = naming or of_side
    faction_rank = min(_rank(row, order) for row in candidates)
    naming_best = [row for row in candidates if _rank(row, order) == faction_rank]
    factions = tuple(sorted({row["faction_id"] for row in naming_best}))
    shared = bool(naming) and len(factions) > 1
    if not naming:
        # Actors named only in general are one unnamed side, not sharers: the most general stands for them, which is
        # one without an alliance.
        factions = (min((bool(row.get("alliance_id")), row["faction_id"]) for row in naming_best)[1],)
    used = {row["claim_id"] for row in decisive} | {row["claim_id"] for row in naming_best}
    dissent = {
        row["claim_id"]
        for row in leading + contesting
        if row["effective_role"] == CONTESTED
        or row["side"] != side
        or (row["names_party"] and row["faction_id"] not in factions)
    }
    return Call(
        status="shared" if shared else "held",
        side=side,
        side_grade=_best_grade(decisive),
        faction_id=None if shared else factions[0],
        grade=_best_grade(naming_best),
        factions=factions,
        others=tuple(faction for faction in present if faction not in factions),
        names_party=bool(naming),
        claim_ids=tuple(sorted(used)),
        dissenting_claim_ids=tuple(sorted(dissent - used)),
    )


def call_provinces(
    graded: pd.DataFrame, province_ids: Sequence[str], order: Sequence[Criterion] = RANK_ORDER
) -> dict[str, Call]:
    """Decide the calls of all provinces of a period.

    Parameters
    ----------
    graded : pandas.DataFrame
        Output of `geodata.rule.grade_claims` for the period.
    province_ids : sequence of str
        The provinces of the period; those without a claim get `no-evidence`.
    order : sequence, optional
        See `call_province`.

    Returns
    -------
    dict of str to Call
        One call per province, in the order given.
    """
    groups = grouped_records(graded, "province_id")
    return {province_id: decide(groups.get(province_id, ()), order) for province_id in province_ids}


def _contested(
    decisive: Rows,
    leading: list[Mapping[str, Any]],
    contesting: list[Mapping[str, Any]],
    present: Collection[str],
    order: Sequence[Criterion],
) -> Call:
    sides = {row["side"] for row in decisive}
    rivals = [row for row in leading if row["side"] not in sides] if len(sides) == 1 else []
    best_rival = min((_rank(row, order) for row in rivals), default=None)
    fighting = [*decisive, *(row for row in rivals if _rank(row, order) == best_rival)]
    contenders = tuple(sorted({row["faction_id"] for row in fighting}))
    used = {row["claim_id"] for row in fighting}
    return Call(
        status="contested",
        grade=_best_grade(decisive),
        factions=contenders,
        others=tuple(faction for faction in sorted(present) if faction not in contenders),
        claim_ids=tuple(sorted(used)),
        dissenting_claim_ids=tuple(sorted({row["claim_id"] for row in leading + contesting} - used)),
    )


def _rank(row: Mapping[str, Any], order: Sequence[Criterion]) -> Rank:
    """Smaller is better."""
    criteria: dict[Criterion, int] = {
        "firmness": 0 if is_firm(row["grade"]) else 1,
        "role": ROLE_RANK[row["effective_role"]],
        "grade": GRADES.index(row["grade"]),
    }
    return tuple(criteria[criterion] for criterion in order)


def _best_grade(rows: Rows) -> str:
    return best_grade(row["grade"] for row in rows)
