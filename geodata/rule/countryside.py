"""Who held the countryside of one province in one period: from readings of claims to a call.

`rule.md` tells the same in words. Only claims about the whole province can give it anybody's colour. They are compared
by strength, then role, and by nothing else. The best decide the side; within the side, the best that name a party
decide the party. Claims about parts show where nothing is known of the whole, and keep a weak call for one side from
being believed where somebody of another is dominant in a part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from geodata.frames import Rows
from geodata.rule.setting import STANDARD, Rule
from geodata.rule.vocabulary import (
    CONTESTED,
    DATED_IN_PERIOD,
    DOMINANT,
    FIRM,
    HELD,
    LEADING_ROLES,
    NO_EVIDENCE,
    PARTLY,
    REASONS,
    SHARED,
    TIERS,
    UNCLEAR,
    Criterion,
    Reason,
    Status,
    Strength,
    best_grade,
    strength_of,
)

CORROBORATING_WORKS = 2


@dataclass(frozen=True)
class Call:
    """What the rule concludes for the countryside of one province in one period.

    Attributes
    ----------
    status : {"held", "shared", "contested", "unclear", "partly", "no-evidence"}
    side, side_grade, side_strength : str or None
        The side that leads, the best grade of the claims that decide it, and whether all of them are firm. None where
        no side leads.
    faction_id : str or None
        The one faction that leads within the side (an actor named in general, where no party is named); None where
        several share or contest the province.
    factions : tuple of str
        All factions shown: who leads; where contested or unclear, whom the best claims name.
    part_factions : tuple of str
        Where a province is unclear because somebody of another side was dominant in a part: who. They give the
        province no colour.
    others : tuple of str
        Factions reported in the province that are not shown.
    grade, strength : str or None
        Best grade of the claims that decide the parties; firm if those and the claims for the side all are.
    names_party : bool
        Whether a deciding claim names a party; if not, `faction_id` is an actor named in general.
    corroborated : bool
        Whether side and parties each rest on firm claims of two or more independent works.
    why_weak : tuple of str
        What weakens the deciding claims that are weak, see `geodata.rule.REASONS`.
    claim_ids, dissenting_claim_ids : tuple of str
        The claims that decided, and the claims for others that count.
    source_ids, dissenting_source_ids : tuple of str
        The sources behind each.
    n_sources : int
        Works behind the deciding claims: what is one text, or by one author, counts once.
    parts : tuple of str
        Claims about parts of the province that are drawn as areas of their own.
    """

    status: Status
    side: str | None = None
    side_grade: str | None = None
    side_strength: Strength | None = None
    faction_id: str | None = None
    factions: tuple[str, ...] = ()
    part_factions: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    grade: str | None = None
    strength: Strength | None = None
    names_party: bool = False
    corroborated: bool = False
    why_weak: tuple[Reason, ...] = ()
    claim_ids: tuple[str, ...] = ()
    dissenting_claim_ids: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()
    dissenting_source_ids: tuple[str, ...] = ()
    n_sources: int = 0
    parts: tuple[str, ...] = ()


class _Weighed(NamedTuple):
    """A claim that counts for the ground: smaller ranks are better."""

    rank: tuple[int, ...]
    role: str
    row: Mapping[str, Any]


def decide(readings: Iterable[Mapping[str, Any]], rule: Rule = STANDARD) -> Call:
    """Decide the call for one province and period.

    Parameters
    ----------
    readings : iterable of Mapping
        What the claims say of this province and period, see `geodata.rule.Evidence.of_period`.
    rule : Rule, optional

    Returns
    -------
    Call
    """
    return decide_admitted(list(rule.admitted(readings)), rule)


def decide_admitted(rows: Rows, rule: Rule) -> Call:
    """Decide from the readings that the rule lets count."""
    countryside = [row for row in rows if row["domain"] == "countryside"]
    counting = _counting(countryside, rule)
    parts = [row for row in countryside if row["extent"] != "whole" and has_weight(row)]
    found = _decide_ground(counting, parts, rule) if counting else None
    if found is None:
        found = _known_in_parts(parts)
    present = sorted({row["faction_id"] for row in rows} - set(found["factions"]))
    return Call(**found, others=tuple(present), parts=_ids(parts))


def has_weight(row: Mapping[str, Any]) -> bool:
    """A fight counts only where it is stated and dated in the period; presence never does."""
    return row["grade"] in DATED_IN_PERIOD if row["role"] == CONTESTED else row["role"] in LEADING_ROLES


def _counting(rows: Rows, rule: Rule) -> list[_Weighed]:
    ranks = _ranks(rule.order)
    found = []
    for row in rows:
        role = row["role"]
        if row["extent"] == "whole":
            if has_weight(row):
                found.append(_Weighed(ranks[row["tier"], role == DOMINANT], role, row))
        elif rule.parts and role == DOMINANT:
            found.append(_Weighed(ranks[row["tier"], False], "strong", row))
    return found


@cache
def _ranks(order: Sequence[Criterion]) -> Mapping[tuple[int, bool], tuple[int, ...]]:
    """By tier and whether the role is dominant: firm, weak, inferred; dominant before all others."""
    return {
        (tier, is_dominant): tuple(tier if criterion == "strength" else int(not is_dominant) for criterion in order)
        for tier in TIERS
        for is_dominant in (True, False)
    }


def _decide_ground(counting: list[_Weighed], parts: Rows, rule: Rule) -> dict[str, Any] | None:
    """The call, or None where too few works speak for it."""
    best = _best(counting)
    rows = [one.row for one in best]
    sides = {row["side"] for row in rows}
    if len({one.row["work"] for one in counting if one.row["side"] in sides}) < rule.minimum_sources:
        return None
    if any(one.role == CONTESTED for one in best):
        return _nobody_leads(CONTESTED, best, counting)
    if len(sides) > 1:
        return _nobody_leads(UNCLEAR, best, counting)
    (side,) = sides
    if not rule.parts and not any(row["firm"] for row in rows):
        against = [row for row in parts if row["role"] == DOMINANT and row["side"] != side]
        if against:
            return _nobody_leads(UNCLEAR, best, counting, against)
    return _within_side(side, best, counting)


def _best(counting: list[_Weighed]) -> list[_Weighed]:
    top = min(one.rank for one in counting)
    return [one for one in counting if one.rank == top]


def _nobody_leads(status: Status, best: list[_Weighed], counting: list[_Weighed], against: Rows = ()) -> dict[str, Any]:
    """Contested or unclear: the parties that the best claims name, and of a side without one its general actor."""
    rows = [one.row for one in best]
    sides = {row["side"] for row in rows}
    factions = _named_of_each_side(rows)
    fights = [one.row for one in best if one.role == CONTESTED]
    return {
        "status": status,
        "factions": factions,
        "part_factions": tuple(one for one in _named_of_each_side(against) if one not in factions),
        "grade": best_grade(row["grade"] for row in rows),
        "strength": strength_of(row["firm"] for row in rows),
        "names_party": any(row["names_party"] for row in rows),
        "corroborated": _from_several_works(fights),
        "why_weak": _reasons(rows),
        **_evidence([*rows, *against], _dissent(status, sides, factions, counting)),
    }


def _within_side(side: str, best: list[_Weighed], counting: list[_Weighed]) -> dict[str, Any]:
    naming = [one for one in counting if one.row["side"] == side and one.row["names_party"]]
    deciding = _best(naming) if naming else best
    rows, for_side = [one.row for one in deciding], [one.row for one in best]
    factions = tuple(sorted(_named(rows)))
    fights = [one.row for one in deciding if one.role == CONTESTED]
    status = HELD if len(factions) == 1 else CONTESTED if fights else SHARED
    side_strength = strength_of(row["firm"] for row in for_side)
    strength = strength_of(row["firm"] for row in [*for_side, *rows])
    by_party = [[row for row in rows if row["faction_id"] == faction_id] for faction_id in factions]
    rests_on = [fights] if status == CONTESTED else by_party if naming else [rows]
    return {
        "status": status,
        "side": side,
        "side_grade": best_grade(row["grade"] for row in for_side),
        "side_strength": side_strength,
        "faction_id": factions[0] if status == HELD else None,
        "factions": factions,
        "grade": best_grade(row["grade"] for row in rows),
        "strength": strength,
        "names_party": bool(naming),
        "corroborated": all(_from_several_works(one) for one in [for_side, *rests_on]),
        # What weakens the side alone is not asked again where the side is firm and only its parties are not known well.
        "why_weak": _reasons(rows if side_strength == FIRM else [*for_side, *rows]),
        **_evidence([*for_side, *rows], _dissent(status, {side}, factions, counting)),
    }


def _named(rows: Iterable[Mapping[str, Any]]) -> set[str]:
    """Parties named; or of actors named only in general the most general, which is one without an alliance."""
    rows = list(rows)
    parties = {row["faction_id"] for row in rows if row["names_party"]}
    return parties or {min((bool(row["alliance_id"]), row["faction_id"]) for row in rows)[1]}


def _named_of_each_side(rows: Rows) -> tuple[str, ...]:
    sides = {row["side"] for row in rows}
    return tuple(sorted(name for side in sides for name in _named(row for row in rows if row["side"] == side)))


def _dissent(status: Status, sides: set[str], factions: Sequence[str], counting: list[_Weighed]) -> Rows:
    return [
        one.row
        for one in counting
        if one.row["side"] not in sides
        or (one.row["names_party"] and one.row["faction_id"] not in factions)
        or (one.role == CONTESTED and status != CONTESTED)
    ]


def _evidence(used: Rows, dissent: Rows) -> dict[str, Any]:
    claim_ids = _ids(used)
    against = [row for row in dissent if row["claim_id"] not in claim_ids]
    return {
        "claim_ids": claim_ids,
        "dissenting_claim_ids": _ids(against),
        "source_ids": _ids(used, "source_id"),
        "dissenting_source_ids": _ids(against, "source_id"),
        "n_sources": len({row["work"] for row in used}),
    }


def _known_in_parts(parts: Rows) -> dict[str, Any]:
    leading = [row for row in parts if row["role"] in LEADING_ROLES]
    return {"status": PARTLY if leading else NO_EVIDENCE, "factions": (), **_evidence(leading, ())}


def _from_several_works(rows: Rows) -> bool:
    return len(rows) >= CORROBORATING_WORKS <= len({row["work"] for row in rows if row["firm"]})


def _reasons(rows: Rows) -> tuple[Reason, ...]:
    given = {reason for row in rows for reason in row["why_weak"]}
    return tuple(reason for reason in REASONS if reason in given)


def _ids(rows: Rows, column: str = "claim_id") -> tuple[str, ...]:
    return tuple(sorted({row[column] for row in rows}))
