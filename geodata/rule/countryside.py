"""Who held the countryside of one province in one period: from readings of claims to a call.

`rule.md` tells the same in words. Only claims about the whole province can give it anybody's colour. They are compared
by strength, then role, and by nothing else. The best decide the side; within the side, the best that name a party
decide the party. Claims about parts show where nothing is known of the whole, and keep a weak call for one side from
being believed where somebody of another is dominant in a part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from geodata.frames import Rows
from geodata.rule.setting import STANDARD, Rule
from geodata.rule.vocabulary import (
    CONTESTED,
    DOMINANT,
    FIRM,
    HELD,
    LEADING_ROLES,
    NO_EVIDENCE,
    PARTLY,
    REASONS,
    SHARED,
    UNCLEAR,
    Reason,
    Status,
    Strength,
    best_grade,
    strength_of,
)
from geodata.rule.weighing import Levels, weigh

CORROBORATING_WORKS = 2


class Call(NamedTuple):
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
    return decide_admitted(rule.admitted(readings), rule)


def decide_admitted(rows: Rows, rule: Rule) -> Call:
    """Decide from the readings that the rule lets count."""
    levels, parts = weigh(rows, rule)
    found = _decide_ground(levels, parts, rule) if levels else None
    if found is None:
        found = _known_in_parts(parts)
    shown = found["factions"]
    found["others"] = tuple(sorted({row["faction_id"] for row in rows if row["faction_id"] not in shown}))
    found["parts"] = _ids(parts)
    return Call(**found)


def _decide_ground(levels: Levels, parts: Rows, rule: Rule) -> dict[str, Any] | None:
    """The call, or None where too few works speak for it."""
    best = levels[0]
    sides = _values(best, "side")
    if rule.minimum_sources > 1:
        works = {row["work"] for level in levels for row in level if row["side"] in sides}
        if len(works) < rule.minimum_sources:
            return None
    if _fights(best):
        return _nobody_leads(CONTESTED, levels)
    if len(sides) > 1:
        return _nobody_leads(UNCLEAR, levels)
    (side,) = sides
    if parts and not rule.parts and not any(_values(best, "firm")):
        against = [row for row in parts if row["role"] == DOMINANT and row["side"] != side]
        if against:
            return _nobody_leads(UNCLEAR, levels, against)
    if len(best) == 1 and best[0]["names_party"]:
        return _held_by_one_claim(best[0], levels)
    return _within_side(side, levels)


def _held_by_one_claim(row: Mapping[str, Any], levels: Levels) -> dict[str, Any]:
    """What `_within_side` concludes from one best claim that names a party: most calls rest on such a claim."""
    side, grade, strength, factions = row["side"], row["grade"], strength_of([row["firm"]]), (row["faction_id"],)
    return {
        "status": HELD,
        "side": side,
        "side_grade": grade,
        "side_strength": strength,
        "faction_id": row["faction_id"],
        "factions": factions,
        "grade": grade,
        "strength": strength,
        "names_party": True,
        "why_weak": row["why_weak"],
        **_evidence([row], _dissent(HELD, {side}, factions, levels[1:])),
    }


def _nobody_leads(status: Status, levels: Levels, against: Rows = ()) -> dict[str, Any]:
    """Contested or unclear: the parties that the best claims name, and of a side without one its general actor."""
    best = levels[0]
    factions = _named_of_each_side(best)
    return {
        "status": status,
        "factions": factions,
        "part_factions": tuple([one for one in _named_of_each_side(against) if one not in factions]),
        "grade": best_grade(_values(best, "grade")),
        "strength": strength_of(_values(best, "firm")),
        "names_party": any(_values(best, "names_party")),
        "corroborated": _from_several_works(_fights(best)),
        "why_weak": _reasons(best),
        **_evidence([*best, *against], _dissent(status, _values(best, "side"), factions, levels)),
    }


def _within_side(side: str, levels: Levels) -> dict[str, Any]:
    best = levels[0]
    naming = _best_naming(side, levels)
    deciding = naming or best
    # Mostly the same claims decide both: what is made of them is made once.
    same = deciding == best
    used = best if same else [*best, *deciding]
    factions = tuple(sorted(_named(deciding)))
    fights = _fights(deciding)
    status = HELD if len(factions) == 1 else CONTESTED if fights else SHARED
    side_grade, side_strength = best_grade(_values(best, "grade")), strength_of(_values(best, "firm"))
    by_party = [[row for row in deciding if row["faction_id"] == faction_id] for faction_id in factions]
    rests_on = [fights] if status == CONTESTED else by_party if naming else [deciding]
    return {
        "status": status,
        "side": side,
        "side_grade": side_grade,
        "side_strength": side_strength,
        "faction_id": factions[0] if status == HELD else None,
        "factions": factions,
        "grade": side_grade if same else best_grade(_values(deciding, "grade")),
        "strength": side_strength if same else strength_of(_values(used, "firm")),
        "names_party": bool(naming),
        "corroborated": all(map(_from_several_works, [best, *rests_on])),
        # What weakens the side alone is not asked again where the side is firm and only its parties are not known well.
        "why_weak": _reasons(deciding if side_strength == FIRM else used),
        **_evidence(used, _dissent(status, {side}, factions, levels)),
    }


def _best_naming(side: str, levels: Levels) -> Rows:
    """The best claims for a side that name a party; none if no claim does."""
    for level in levels:
        naming = [row for row in level if row["names_party"] and row["side"] == side]
        if naming:
            return naming
    return ()


def _fights(rows: Rows) -> Rows:
    return [row for row in rows if row["role"] == CONTESTED]


def _named(rows: Rows) -> set[str]:
    """Parties named; or of actors named only in general the most general, which is one without an alliance."""
    parties = {row["faction_id"] for row in rows if row["names_party"]}
    return parties or {min((bool(row["alliance_id"]), row["faction_id"]) for row in rows)[1]}


def _named_of_each_side(rows: Rows) -> tuple[str, ...]:
    sides = {row["side"] for row in rows}
    return tuple(sorted(name for side in sides for name in _named([row for row in rows if row["side"] == side])))


def _dissent(status: Status, sides: set[str], factions: Sequence[str], levels: Levels) -> Rows:
    return [
        row
        for level in levels
        for row in level
        if row["side"] not in sides
        or (row["names_party"] and row["faction_id"] not in factions)
        or (status != CONTESTED and row["role"] == CONTESTED)
    ]


def _evidence(used: Rows, dissent: Rows) -> dict[str, Any]:
    found: dict[str, Any] = {
        "claim_ids": _ids(used),
        "source_ids": _ids(used, "source_id"),
        "n_sources": len(_values(used, "work")),
    }
    if dissent:
        against = [row for row in dissent if row["claim_id"] not in found["claim_ids"]]
        found |= {"dissenting_claim_ids": _ids(against), "dissenting_source_ids": _ids(against, "source_id")}
    return found


def _known_in_parts(parts: Rows) -> dict[str, Any]:
    leading = [row for row in parts if row["role"] in LEADING_ROLES]
    return {"status": PARTLY if leading else NO_EVIDENCE, "factions": (), **_evidence(leading, ())}


def _from_several_works(rows: Rows) -> bool:
    return len(rows) >= CORROBORATING_WORKS <= len({row["work"] for row in rows if row["firm"]})


def _reasons(rows: Rows) -> tuple[Reason, ...]:
    given = _values(rows, "why_weak")
    if len(given) == 1:
        return next(iter(given))
    return tuple(reason for reason in REASONS if any(reason in one for one in given))


def _ids(rows: Rows, column: str = "claim_id") -> tuple[str, ...]:
    if not rows:
        return ()
    return tuple(sorted(_values(rows, column))) if len(rows) > 1 else (rows[0][column],)


def _values(rows: Rows, column: str) -> set[Any]:
    return {rows[0][column]} if len(rows) == 1 else {row[column] for row in rows}
