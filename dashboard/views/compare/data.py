"""What changed between two periods: from whom to whom, where, and what the atlas knows of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dashboard.edition import Edition, cached
from dashboard.parts import call_words
from geodata import Period
from geodata.frames import RowsByKey, records
from geodata.looks import CHANGE_ENTRIES, NO_EVIDENCE_IN_EITHER
from geodata.rule import CONTESTED, FIRM, LED, NO_EVIDENCE, PARTLY, UNCHANGED, UNCLEAR, WEAK
from geodata.telling import basis_of, cite, plain, source_of

ABSENT = "absent"
LAST = (CONTESTED, UNCLEAR, PARTLY, NO_EVIDENCE, ABSENT)
"""Holders that are nobody: they stand behind all others."""

MOST_HOLDERS = 24
"""Rows and columns of the table from whom to whom."""

Holder = tuple[str, ...]
"""Ids of the leading factions, in their order; or, alone, the status of a province that nobody led, or `ABSENT`."""

OTHERS: Holder = ("_others",)
"""Small holders together: no id of an atlas holds the sign that it begins with."""


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


@cached(2)
def changes(edition: Edition, first: str, second: str) -> tuple[Change, ...]:
    """Every province of either period, by name; with the claims behind a call where it changed."""
    rows = records(edition.atlas.changes(first, second))
    changed = frozenset(row["province_id"] for row in rows if row["kind"] != UNCHANGED)
    sides = [_sides(edition, period, changed) for period in (first, second)]
    areas = _areas(edition, first) | _areas(edition, second)
    nothing = Side((ABSENT,), edition.words("compare-absent"), None, ())
    told = _reasons_by_id(edition, frozenset(one for row in rows for one in row["reason"]))
    found = []
    for row in rows:
        province_id = row["province_id"]
        before, after = (one.get(province_id, nothing) for one in sides)
        unknown = before.holder == after.holder == (NO_EVIDENCE,)
        entry = NO_EVIDENCE_IN_EITHER if unknown else row["kind"]
        reasons = tuple(told[one] for one in row["reason"])
        found.append(Change(province_id, row["name"], row["kind"], entry, areas[province_id], before, after, reasons))
    return tuple(sorted(found, key=lambda one: plain(one.name)))


@dataclass(frozen=True)
class ShortChange:
    """A province in both of two periods, with what tells of a change as text: ``1 November 1988: …``."""

    province_id: str
    name: str
    kind: str
    reasons: tuple[str, ...]


def short_changes(edition: Edition, first: str, second: str) -> list[ShortChange]:
    """As `changes`, without the claims behind the calls: for who goes through all periods."""
    rows = records(edition.atlas.changes(first, second)[["province_id", "name", "kind", "reason"]])
    told = _reasons_by_id(edition, frozenset(one for row in rows for one in row["reason"]))
    found = [
        ShortChange(
            row["province_id"],
            row["name"],
            row["kind"],
            tuple(f"{told[one]['date']}: {told[one]['statement']}" for one in row["reason"]),
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: one.name)


def _areas(edition: Edition, period_id: str) -> dict[str, float]:
    provinces = edition.atlas.provinces(period_id)
    return dict(zip(provinces["province_id"], provinces["area_km2"], strict=True))


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


def matrix(edition: Edition, found: Sequence[Change], most: int = MOST_HOLDERS) -> dict[str, Any]:
    """From whom to whom, each kind of change apart.

    Parameters
    ----------
    edition : Edition
    found : sequence of Change
    most : int, optional
        How many holders have a row and a column of their own; the smaller ones are one together.

    Returns
    -------
    dict
        ``columns`` (names), ``rows`` with ``name``, ``cells`` and ``sum``, and ``sums`` of the columns. A cell is None
        where nothing went, else a list of ``entry, count, area_km2, same, names`` for each kind of change. A sum has
        ``firm`` and ``weak`` (``count, area_km2``; None where there is none), by the evidence for the holder of the row
        or column, and ``unrated`` for who is nobody. Largest first, nobody last.
    """
    small = _small_holders(found, most)
    if small:
        found = [replace(one, before=_folded(one.before, small), after=_folded(one.after, small)) for one in found]
    rows = _ordered([one.before.holder for one in found])
    columns = _ordered([one.after.holder for one in found])
    cells: dict[tuple[Holder, Holder], list[Change]] = {}
    for one in found:
        cells.setdefault((one.before.holder, one.after.holder), []).append(one)
    return {
        "columns": [holder_name(edition, holder, len(small)) for holder in columns],
        "rows": [
            {
                "name": holder_name(edition, row, len(small)),
                "cells": [_cell(cells.get((row, column), [])) for column in columns],
                "sum": _sum([(one, one.before) for one in found if one.before.holder == row]),
            }
            for row in rows
        ],
        "sums": [_sum([(one, one.after) for one in found if one.after.holder == column]) for column in columns],
    }


def holder_name(edition: Edition, holder: Holder, small: int = 0) -> str:
    """Who held, or how nobody did, in words; `small` is how many are meant by `OTHERS`."""
    if holder == OTHERS:
        return edition.words("trends-others", count=small)
    if holder == (ABSENT,):
        return edition.words("compare-absent")
    if holder[0] in LAST:
        return edition.words(f"legend-{holder[0]}")
    return call_words(edition).factions(holder)


def _small_holders(found: Sequence[Change], most: int) -> frozenset[Holder]:
    """Those who hold least in both periods together, where there are more than a table can show."""
    counted = Counter(side.holder for one in found for side in (one.before, one.after))
    led = sorted((one for one in counted if one[0] not in LAST), key=lambda one: (-counted[one], one))
    return frozenset(led[most:])


def _folded(side: Side, small: frozenset[Holder]) -> Side:
    return replace(side, holder=OTHERS) if side.holder in small else side


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
        last = LAST.index(holder[0]) + 2 if holder[0] in LAST else int(holder == OTHERS)
        return last, -counted[holder], holder

    return sorted(counted, key=place)


def _sides(edition: Edition, period_id: str, with_claims: Collection[str]) -> dict[str, Side]:
    """Each province of a period; the claims that decided for some of them."""
    phrases, calls = call_words(edition), edition.atlas.control(period_id)
    claims = edition.atlas.claims(period=period_id)
    deciding = {claim_id for one, ids in zip(calls["province_id"], calls["claim_ids"], strict=True)
                if one in with_claims for claim_id in ids}  # fmt: skip
    wanted = claims[claims["claim_id"].isin(deciding) & claims["province_id"].isin(frozenset(with_claims))]
    told = {(row["claim_id"], row["province_id"]): row for row in records(wanted)}
    return {
        call["province_id"]: Side(
            tuple(call["factions"]) if call["status"] in LED else (call["status"],),
            phrases.what(call),
            call["strength"],
            tuple(
                _claim(row) | {"grade": phrases.grade(row["grade"])}
                for claim_id in call["claim_ids"]
                if (row := told.get((claim_id, call["province_id"])))
            ),
        )
        for call in records(calls[list(SIDE_COLUMNS)])
    }


SIDE_COLUMNS = ("province_id", "status", "factions", "part_factions", "grade", "strength", "claim_ids")


@cached(1)
def _claims_by_id(edition: Edition) -> RowsByKey:
    return RowsByKey(edition.atlas.claims(), "claim_id")


@cached(1)
def _events_by_id(edition: Edition) -> Mapping[str, dict[str, Any]]:
    return {row["event_id"]: row for row in records(edition.atlas.events().drop(columns="geometry"))}


def _reasons_by_id(edition: Edition, wanted: Collection[str]) -> Mapping[str, dict[str, str]]:
    """Reasons of changes by their ids: events, and claims."""
    if not wanted:
        return {}
    sources = {row["source_id"]: row for row in records(edition.atlas.sources)}
    claims, events = _claims_by_id(edition), _events_by_id(edition)
    told = {}
    for one in wanted:
        row = events.get(one)
        if row is None:
            told[one] = _claim(claims.one(one))
            continue
        reported = [_claim(claim) for claim_id in row["claim_ids"] for claim in claims.all_of(claim_id)]
        own = sources.get(row["source_id"])
        source = {"citation": cite(own), "url": own["url"]} if own else {"citation": "", "url": ""}
        told[one] = {
            "id": row["event_id"],
            "statement": row["statement"],
            "date": row["date_label"],
            **({key: reported[0][key] for key in source} if reported and not own else source),
        }
    return told


def _claim(claim: Mapping[str, Any]) -> dict[str, str]:
    return {
        "id": claim["claim_id"],
        "statement": claim["statement"],
        "date": claim["date_label"],
        "basis": basis_of(claim),
        "citation": cite(source_of(claim), claim["locator"]),
        "url": claim["source_url"],
    }
