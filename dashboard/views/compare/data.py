"""What changed between two periods: from whom to whom, where, and what the atlas knows of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.edition import Edition, cached
from dashboard.parts import CallWords
from geodata import Period
from geodata.frames import records
from geodata.looks import CHANGE_ENTRIES, NO_EVIDENCE_IN_EITHER
from geodata.rule import CONTESTED, FIRM, LED, NO_EVIDENCE, PARTLY, UNCHANGED, UNCLEAR, WEAK
from geodata.telling import basis_of, cite, plain, source_of

ABSENT = "absent"
LAST = (CONTESTED, UNCLEAR, PARTLY, NO_EVIDENCE, ABSENT)
"""Holders that are nobody: they stand behind all others."""

Holder = tuple[str, ...]
"""Ids of the leading factions, in their order; or, alone, the status of a province that nobody led, or `ABSENT`."""


@dataclass(frozen=True)
class Side:
    """A province in one of the two periods.

    Attributes
    ----------
    holder : tuple of str
        See `Holder`.
    words : str
        The call in words.
    strength : str or None
        ``firm`` or ``weak``; None where nobody led or the province did not exist.
    claims : tuple of dict
        What decided: ``id, statement, date, basis, grade, citation, url``.
    """

    holder: Holder
    words: str
    strength: str | None
    claims: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class Change:
    """A province in both periods.

    Attributes
    ----------
    province_id, name, kind : str
    entry : str
        The entry of the legend: the kind, or ``no-evidence`` where nobody tells of it in either period.
    area_km2 : float
        In the later period, or the earlier one if it is gone.
    before, after : Side
    reasons : tuple of dict
        What tells of the change: ``id, statement, date, citation, url``.
    """

    province_id: str
    name: str
    kind: str
    entry: str
    area_km2: float
    before: Side
    after: Side
    reasons: tuple[dict[str, str], ...] = ()


@cached(32)
def changes(edition: Edition, first: str, second: str) -> tuple[Change, ...]:
    """Every province of either period, by name."""
    sides = [_sides(edition, period) for period in (first, second)]
    areas = {
        row["province_id"]: row["area_km2"]
        for period in (first, second)
        for row in records(edition.atlas.control(period))
    }
    nothing = Side((ABSENT,), edition.words("compare-absent"), None, ())
    told = _reasons_by_id(edition)
    found = []
    for row in records(edition.atlas.changes(first, second)):
        province_id = row["province_id"]
        before, after = (one.get(province_id, nothing) for one in sides)
        unknown = before.holder == after.holder == (NO_EVIDENCE,)
        entry = NO_EVIDENCE_IN_EITHER if unknown else row["kind"]
        reasons = tuple(told[one] for one in row["reason"])
        found.append(Change(province_id, row["name"], row["kind"], entry, areas[province_id], before, after, reasons))
    return tuple(sorted(found, key=lambda one: plain(one.name)))


def pair_of(edition: Edition, period: str, compare: str | None) -> tuple[Period, Period]:
    """The periods that are compared, the earlier first; with the one before, or after, if none is chosen.

    Raises
    ------
    ValueError
        If there is no such period, or both are the same.
    """
    order = [one.id for one in edition.atlas.periods]
    here = order.index(period)
    there = order.index(compare or order[here - 1 if here else 1])
    if here == there:
        raise ValueError(f"{period!r} can't be compared with itself")
    first, second = sorted((here, there))
    return edition.atlas.periods[first], edition.atlas.periods[second]


def totals_by_entry(found: Sequence[Change]) -> dict[str, tuple[int, float]]:
    """Provinces and area (km²) of each entry of the legend that occurs, in the order of the legend."""
    return {
        entry: (len(some), sum(one.area_km2 for one in some))
        for entry in CHANGE_ENTRIES
        if (some := [one for one in found if one.entry == entry])
    }


def matrix(edition: Edition, found: Sequence[Change]) -> dict[str, Any]:
    """From whom to whom, each kind of change apart.

    Parameters
    ----------
    edition : Edition
    found : sequence of Change

    Returns
    -------
    dict
        ``columns`` (names), ``rows`` with ``name``, ``cells`` and ``sum``, and ``sums`` of the columns. A cell is None
        where nothing went, else a list of ``entry, count, area_km2, same, names`` for each kind of change. A sum has
        ``firm`` and ``weak`` (``count, area_km2``; None where there is none), by the evidence for the holder of the row
        or column, and ``unrated`` for who is nobody. Largest first, nobody last.
    """
    rows = _ordered([one.before.holder for one in found])
    columns = _ordered([one.after.holder for one in found])
    cells: dict[tuple[Holder, Holder], list[Change]] = {}
    for one in found:
        cells.setdefault((one.before.holder, one.after.holder), []).append(one)
    return {
        "columns": [holder_name(edition, holder) for holder in columns],
        "rows": [
            {
                "name": holder_name(edition, row),
                "cells": [_cell(cells.get((row, column), [])) for column in columns],
                "sum": _sum([(one, one.before) for one in found if one.before.holder == row]),
            }
            for row in rows
        ],
        "sums": [_sum([(one, one.after) for one in found if one.after.holder == column]) for column in columns],
    }


def holder_name(edition: Edition, holder: Holder) -> str:
    """Who held, or how nobody did, in words."""
    if holder == (ABSENT,):
        return edition.words("compare-absent")
    if holder[0] in LAST:
        return edition.words(f"legend-{holder[0]}")
    return CallWords(edition).factions(holder)


def _cell(some: Sequence[Change]) -> list[dict[str, Any]] | None:
    cell = [
        {
            "entry": entry,
            "count": count,
            "area_km2": area,
            "same": entry in (UNCHANGED, NO_EVIDENCE_IN_EITHER),
            "names": [one.name for one in some if one.entry == entry],
        }
        for entry, (count, area) in totals_by_entry(some).items()
    ]
    return cell or None


def _sum(some: Sequence[tuple[Change, Side]]) -> dict[str, dict[str, Any] | None]:
    def of(strength: str | None) -> dict[str, Any] | None:
        own = [one for one, side in some if side.strength == strength]
        return {"count": len(own), "area_km2": sum(one.area_km2 for one in own)} if own else None

    return {"firm": of(FIRM), "weak": of(WEAK), "unrated": of(None)}


def _ordered(holders: Sequence[Holder]) -> list[Holder]:
    counted = Counter(holders)

    def place(holder: Holder) -> tuple[int, int, Holder]:
        return LAST.index(holder[0]) + 1 if holder[0] in LAST else 0, -counted[holder], holder

    return sorted(counted, key=place)


def _sides(edition: Edition, period_id: str) -> dict[str, Side]:
    phrases = CallWords(edition)
    claims: dict[tuple[str, str], dict[str, Any]] = {
        (row["claim_id"], row["province_id"]): row for row in records(edition.atlas.claims(period=period_id))
    }
    return {
        call["province_id"]: Side(
            tuple(call["factions"]) if call["status"] in LED else (call["status"],),
            phrases.what(call),
            call["strength"],
            tuple(
                _claim(row) | {"grade": phrases.grade(row["grade"])}
                for claim_id in call["claim_ids"]
                if (row := claims.get((claim_id, call["province_id"])))
            ),
        )
        for call in records(edition.atlas.control(period_id))
    }


def _reasons_by_id(edition: Edition) -> Mapping[str, dict[str, str]]:
    """Everything that can be the reason of a change, by its id: events and claims."""
    sources = {row["source_id"]: row for row in records(edition.atlas.sources)}
    claims = {row["claim_id"]: _claim(row) for row in records(edition.atlas.claims())}
    events = {}
    for row in records(edition.atlas.events().drop(columns="geometry")):
        reported = [claims[one] for one in row["claim_ids"] if one in claims]
        own = sources.get(row["source_id"])
        source = {"citation": cite(own), "url": own["url"]} if own else {"citation": "", "url": ""}
        events[row["event_id"]] = {
            "id": row["event_id"],
            "statement": row["statement"],
            "date": row["date_label"],
            **({key: reported[0][key] for key in source} if reported and not own else source),
        }
    return events | claims


def _claim(claim: Mapping[str, Any]) -> dict[str, str]:
    return {
        "id": claim["claim_id"],
        "statement": claim["statement"],
        "date": claim["date_label"],
        "basis": basis_of(claim),
        "citation": cite(source_of(claim), claim["locator"]),
        "url": claim["source_url"],
    }
