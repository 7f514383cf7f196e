"""Who held the provincial capitals: the state at the end of a period, and whether it changed hands in it.

A capital's state follows from dated statements: claims about the capital, and events there that changed its holder. A
claim that reports such an event is represented by the event, whose date is the more exact. Statements dated in the
period come before those dated near it, and inferred ones last. Among the statements of the best tier one falls when a
different holder is dated wholly later; if statements of different holders remain, the capital is contested. A claim
that a capital was fought over or besieged says nothing of who held it: it decides only where no statement of a holder
stands in its tier. Time points one way here too: what was taken after a period says nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from geodata import dates
from geodata.frames import Rows
from geodata.rule.setting import STANDARD, Rule
from geodata.rule.vocabulary import CONTESTED, LEADING_ROLES, Strength, best_grade, strength_of

TAKING_KINDS = frozenset({"captured", "retaken"})
"""Kinds of event after which the faction named holds the place."""

UNKNOWN = "unknown"


@dataclass(frozen=True)
class CapitalCall:
    """Who held a provincial capital.

    Attributes
    ----------
    status : str
        A side, ``contested`` or ``unknown``: the state at the end of the period.
    changed_hands : bool
        Whether it was taken within the period.
    grade : str or None
        Best grade of the statements that decided.
    strength : {"firm", "weak"} or None
        Firm if for each holder that stands one of them is.
    claim_ids, event_ids : tuple of str
        What decided.
    """

    status: str = UNKNOWN
    changed_hands: bool = False
    grade: str | None = None
    strength: Strength | None = None
    claim_ids: tuple[str, ...] = ()
    event_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Statement:
    holder: str
    when: dates.EdtfDate
    grade: str
    firm: bool
    id: str
    kind: str


def decide_capital(
    readings: Iterable[Mapping[str, Any]],
    events: Rows,
    reports: Mapping[str, Rows],
    start: date,
    end: date,
    near_days: int,
    rule: Rule = STANDARD,
) -> CapitalCall:
    """Decide the call for one provincial capital.

    Parameters
    ----------
    readings : iterable of Mapping
        What the claims say of the province and period; only domain ``capital`` counts.
    events : sequence of Mapping
        Events at the capital: ``event_id, date, kind``, the ``side`` of the faction, and ``sound``: whether the source
        is independent and not thin. Those of sources that the rule leaves out are not among them.
    reports : Mapping of str to sequence of Mapping
        Rows of `event_claims` by event: which claims report it.
    start, end : datetime.date
        First and last day of the period.
    near_days : int
        A taking at most this many days before the period still tells who held the capital.
    rule : Rule, optional
        Which claims count.

    Returns
    -------
    CapitalCall
    """
    takings = [event for event in events if event["kind"] in TAKING_KINDS]
    told = {event["event_id"]: [row["claim_id"] for row in reports.get(event["event_id"], ())] for event in takings}
    reporting = {(claim_id, event["side"]) for event in takings for claim_id in told[event["event_id"]]}
    statements = _from_claims(rule.admitted(readings), reporting) + _from_events(takings, start, end, near_days)
    changed = tuple(event["event_id"] for event in takings if dates.parse(event["date"]).touches(start, end))
    if not statements:
        return CapitalCall(changed_hands=bool(changed), event_ids=changed)
    tier = min(_tier(statement.grade) for statement in statements)
    of_tier = [statement for statement in statements if _tier(statement.grade) == tier]
    best = [statement for statement in of_tier if statement.holder != CONTESTED] or of_tier
    standing = [one for one in best if not any(_supersedes(other, one) for other in best)]
    holders = {statement.holder for statement in standing}
    event_ids = {statement.id for statement in standing if statement.kind != "claim"} | set(changed)
    claim_ids = {statement.id for statement in standing if statement.kind == "claim"}
    claim_ids |= {claim_id for event_id in event_ids for claim_id in told[event_id]}
    return CapitalCall(
        status=next(iter(holders)) if len(holders) == 1 else CONTESTED,
        changed_hands=bool(changed),
        grade=best_grade(statement.grade for statement in standing),
        # The best statement of a holder says how firm that is: a weak one that agrees takes nothing from it.
        strength=strength_of(any(one.firm for one in standing if one.holder == holder) for holder in holders),
        claim_ids=tuple(sorted(claim_ids)),
        event_ids=tuple(sorted(event_ids)),
    )


def lies_within(event: Mapping[str, Any], first: date, last: date) -> bool:
    """Whether an event is a taking that happened within some days for certain."""
    when = dates.parse(event["date"])
    inside = when.earliest is not None and when.latest is not None and first <= when.earliest and when.latest <= last
    return event["kind"] in TAKING_KINDS and inside


def by_day(
    events: Rows, readings: Rows, reports: Mapping[str, Rows], last: date
) -> tuple[list[Mapping[str, Any]], list[Mapping[str, Any]]]:
    """Keep what tells of a day: of events, those that had happened by then for certain.

    A period is told of by what happened in it, whenever that was; a day is not told of by what may have come after it.

    Parameters
    ----------
    events, readings : sequence of Mapping
        Events at the capital, and what the claims say of the province.
    reports : Mapping of str to sequence of Mapping
        Which claims report an event.
    last : datetime.date
        The day.

    Returns
    -------
    tuple of two lists
        Events and readings: a taking that may have come after the day is gone, with the claims of its own side that
        report it.
    """
    gone = [
        event
        for event in events
        if event["kind"] in TAKING_KINDS and (dates.parse(event["date"]).latest or date.max) > last
    ]
    told = {(row["claim_id"], event["side"]) for event in gone for row in reports.get(event["event_id"], ())}
    kept = [event for event in events if event not in gone]
    return kept, [row for row in readings if row["domain"] != "capital" or (row["claim_id"], row["side"]) not in told]


def _from_claims(readings: Iterable[Mapping[str, Any]], reporting: set[tuple[str, str]]) -> list[_Statement]:
    """Claims about the capital, without those that report a taking by their own side: the event stands for them."""
    statements = []
    for row in readings:
        if (
            row["domain"] != "capital"
            or row["role"] not in (*LEADING_ROLES, CONTESTED)
            or (row["claim_id"], row["side"]) in reporting
        ):
            continue
        holder = CONTESTED if row["role"] == CONTESTED else row["side"]
        when = dates.parse(row["date"])
        statements.append(_Statement(holder, when, row["grade"], row["firm"], row["claim_id"], "claim"))
    return statements


def _from_events(takings: Rows, start: date, end: date, near_days: int) -> list[_Statement]:
    """Takings in the period or shortly before it; what was taken later says nothing of who holds it now."""
    statements = []
    for row in takings:
        when = dates.parse(row["date"])
        # "By a day" dates a taking; of a state it would say that it had ended.
        taken = replace(when, earliest=when.earliest or when.latest)
        fit = taken.fit(start, end, near_days)
        may_be_later = fit == "near" and (when.latest or end) > end
        if fit is not None and not may_be_later:
            grade = "direct" if fit == "overlaps" else "adjacent"
            firm = row["sound"] and not when.is_vague
            statements.append(_Statement(row["side"], when, grade, firm, row["event_id"], row["kind"]))
    return statements


def _tier(grade: str) -> int:
    """Dated in the period; near it; weak."""
    return {"direct": 0, "regional": 0, "adjacent": 1}.get(grade, 2)


def _supersedes(later: _Statement, earlier: _Statement) -> bool:
    if later.holder == earlier.holder:
        return False
    if _supersedes_by_date(later, earlier):
        return True
    # A place is retaken after it was captured, even where both are dated only to the same season.
    return later.kind == "retaken" and earlier.kind == "captured" and not _supersedes_by_date(earlier, later)


def _supersedes_by_date(later: _Statement, earlier: _Statement) -> bool:
    return (
        earlier.when.latest is not None
        and later.when.earliest is not None
        and later.when.earliest > earlier.when.latest
    )
