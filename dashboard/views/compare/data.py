"""What changed between two periods: from whom to whom, where, and on what evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.edition import Edition, kept
from dashboard.parts import CallWords
from dashboard.text import Texts
from geodata import Period
from geodata.frames import records
from geodata.looks import CHANGE_ENTRIES, NO_EVIDENCE_IN_EITHER
from geodata.rule import CONTESTED, LED, NO_EVIDENCE, PARTLY, UNCLEAR, WEAK
from geodata.telling import cite, source_of

Key = tuple[str, ...]

ABSENT: Key = ("absent",)
NOBODY: Key = (NO_EVIDENCE,)
LAST: tuple[Key, ...] = ((CONTESTED,), (UNCLEAR,), (PARTLY,), NOBODY, ABSENT)
"""What comes after all factions where rows are ordered."""


@dataclass(frozen=True)
class Side:
    """A province in one of the two periods.

    Attributes
    ----------
    key : tuple of str
        Ids of the leading factions; where nobody leads the status, or ``absent`` where it did not exist.
    words : str
        The call in words.
    firm : bool
        Whether it rests on firm evidence.
    claims : tuple of dict
        What decided: ``id, statement, date, grade, citation, url``.
    """

    key: Key
    words: str
    firm: bool
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
    """

    province_id: str
    name: str
    kind: str
    entry: str
    area_km2: float
    before: Side
    after: Side


@kept(32)
def changes(edition: Edition, first: str, second: str) -> tuple[Change, ...]:
    """Every province of either period, by name."""
    sides = [_sides(edition, period) for period in (first, second)]
    areas = {
        row["province_id"]: row["area_km2"]
        for period in (first, second)
        for row in records(edition.atlas.control(period))
    }
    nothing = Side(ABSENT, edition.words("compare-absent"), True, ())
    found = []
    for row in records(edition.atlas.changes(first, second)):
        before, after = (one.get(row["province_id"], nothing) for one in sides)
        unknown = before.key == after.key == NOBODY
        entry = NO_EVIDENCE_IN_EITHER if unknown else row["kind"]
        found.append(
            Change(row["province_id"], row["name"], row["kind"], entry, areas[row["province_id"]], before, after)
        )
    return tuple(sorted(found, key=lambda one: one.name))


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


def totals_by_entry(found: tuple[Change, ...]) -> dict[str, tuple[int, float]]:
    """Provinces and area (km²) of each entry of the legend that occurs, in the order of the legend."""
    return {
        entry: (len(some), sum(one.area_km2 for one in some))
        for entry in CHANGE_ENTRIES
        if (some := [one for one in found if one.entry == entry])
    }


def matrix(edition: Edition, found: tuple[Change, ...]) -> dict[str, Any]:
    """From whom to whom.

    Parameters
    ----------
    edition : Edition
    found : tuple of Change

    Returns
    -------
    dict
        ``columns`` (names), ``rows`` with ``name``, ``cells`` (``count``, ``area_km2``, ``same``; None where nothing
        went) and ``sum`` (``count``, ``area_km2``), ``sums`` of the columns and the ``total`` likewise. Largest first,
        contested and no evidence last.
    """
    rows = _ordered([one.before.key for one in found])
    columns = _ordered([one.after.key for one in found])
    cells: dict[tuple[Key, Key], list[Change]] = {}
    for one in found:
        cells.setdefault((one.before.key, one.after.key), []).append(one)
    phrases = CallWords(edition)

    def name(key: Key) -> str:
        if key == ABSENT:
            return edition.words("compare-absent")
        return edition.words(f"legend-{key[0]}") if key in LAST else phrases.factions(key)

    return {
        "columns": [name(key) for key in columns],
        "rows": [
            {
                "name": name(row),
                "cells": [
                    {**_sum(cells[row, column]), "same": row == column} if (row, column) in cells else None
                    for column in columns
                ],
                "sum": _sum([one for one in found if one.before.key == row]),
            }
            for row in rows
        ],
        "sums": [_sum([one for one in found if one.after.key == column]) for column in columns],
        "total": _sum(found),
    }


def _sum(some: Sequence[Change]) -> dict[str, Any]:
    return {"count": len(some), "area_km2": sum(one.area_km2 for one in some)}


def _ordered(keys: list[Key]) -> list[Key]:
    return sorted(set(keys), key=lambda key: (LAST.index(key) + 1 if key in LAST else 0, -keys.count(key), key))


def _sides(edition: Edition, period_id: str) -> dict[str, Side]:
    phrases = CallWords(edition)
    claims: dict[tuple[str, str], dict[str, Any]] = {
        (row["claim_id"], row["province_id"]): row for row in records(edition.atlas.claims(period=period_id))
    }
    return {
        call["province_id"]: Side(
            tuple(call["factions"]) if call["status"] in LED else (call["status"],),
            phrases.what(call),
            call["strength"] != WEAK,
            tuple(_claim(claims[claim_id, call["province_id"]], edition.words) for claim_id in call["claim_ids"]),
        )
        for call in records(edition.atlas.control(period_id))
    }


def _claim(claim: dict[str, Any], words: Texts) -> dict[str, str]:
    return {
        "id": claim["claim_id"],
        "statement": claim["statement"],
        "date": claim["date_label"],
        "grade": words(f"grade-{claim['grade']}"),
        "citation": cite(source_of(claim), claim["locator"]),
        "url": claim["source_url"],
    }
