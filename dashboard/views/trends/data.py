"""Shares of provinces and area per period, firm and weak apart, and flows between periods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from dashboard.edition import Edition, cached
from dashboard.views.compare import changes
from geodata.frames import records
from geodata.looks import Colouring, ColouringName, colouring_of
from geodata.rule import CONTESTED, FIRM, LED, NO_EVIDENCE, PARTLY, SHARED, UNCHANGED, UNCLEAR, WEAK

LAST = (SHARED, CONTESTED, UNCLEAR, PARTLY, NO_EVIDENCE)
"""Entries that are no faction and no alliance: shares of their own, below all others."""

Measure = Literal["area", "provinces"]


@dataclass(frozen=True)
class Share:
    """What one entry has of a period.

    Attributes
    ----------
    key : str
        A faction, an alliance, or one of `LAST`.
    firm, weak, unrated : float
        On firm evidence, on weak evidence, and where nobody led, by the measure. See `trends`.
    shared : int
        Provinces that it shares with others; of area, its part of them is counted, of provinces, none.
    """

    key: str
    firm: float = 0
    weak: float = 0
    unrated: float = 0
    shared: int = 0

    @property
    def amount(self) -> float:
        """All of it, for heights in a picture: as a number it would add up what is not of one kind."""
        return self.firm + self.weak + self.unrated


@dataclass(frozen=True)
class Flow:
    """What went from one entry to another between two periods that follow each other.

    Attributes
    ----------
    number : int
        Place of the earlier period.
    before, after : str
        Keys, see `Share`.
    kind : str
        See `geodata.rule.KINDS`; ``unchanged`` wherever the entry is the same.
    amount : float
        By the measure; area is that of the later period.
    names : tuple of str
        The provinces.
    reasons : tuple of str
        What tells of the change, with the province: ``Kunar, 1 November 1988: …``.
    """

    number: int
    before: str
    after: str
    kind: str
    amount: float
    names: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Trends:
    """Shares of each period, and flows between them.

    Attributes
    ----------
    keys : tuple of str
        Every entry that occurs, the largest first, those of `LAST` below.
    shares : tuple of dict
        One for each period: `Share` by key.
    flows : tuple of Flow
    """

    keys: tuple[str, ...]
    shares: tuple[Mapping[str, Share], ...]
    flows: tuple[Flow, ...]

    def total(self, number: int) -> float:
        """The whole of a period."""
        return sum(share.amount for share in self.shares[number].values())


@cached(16)
def trends(edition: Edition, by: ColouringName, measure: Measure) -> Trends:
    """Count provinces or area of every period.

    Parameters
    ----------
    edition : Edition
    by : {"faction", "alliance"}
    measure : {"area", "provinces"}
        A shared province is divided among those who share it in area (km²), and counted once, as shared, in provinces.
    """
    meaning = colouring_of(by, edition.atlas)
    calls = [
        {row["province_id"]: row for row in records(edition.atlas.control(period.id))}
        for period in edition.atlas.periods
    ]
    shares = tuple(_shares(one, meaning, measure) for one in calls)
    flows = [
        flow
        for number, (earlier, later) in enumerate(pairwise(calls))
        for flow in _flows(edition, number, earlier, later, meaning, measure)
    ]
    sums: dict[str, float] = {}
    for one in shares:
        for key, share in one.items():
            sums[key] = sums.get(key, 0) + share.amount
    keys = sorted(sums, key=lambda key: (LAST.index(key) + 1 if key in LAST else 0, -sums[key], key))
    return Trends(tuple(keys), shares, tuple(flows))


def _entries(call: Mapping[str, Any], meaning: Colouring) -> tuple[str, ...]:
    """The factions or alliances that lead a province, or, alone, how nobody does."""
    return tuple(meaning.shown(call).keys) if call["status"] in LED else (call["status"],)


def _shares(calls: Mapping[str, Mapping[str, Any]], meaning: Colouring, measure: Measure) -> dict[str, Share]:
    found: dict[str, dict[str, float]] = {}
    for call in calls.values():
        keys = _entries(call, meaning)
        counted = (SHARED,) if measure == "provinces" and len(keys) > 1 else keys
        strength = {FIRM: "firm", WEAK: "weak"}.get(call["strength"], "unrated")
        size = call["area_km2"] / len(keys) if measure == "area" else 1
        for key in counted:
            sums = found.setdefault(key, {})
            sums[strength] = sums.get(strength, 0) + size
        for key in keys if len(keys) > 1 else ():
            sums = found.setdefault(key, {})
            sums["shared"] = sums.get("shared", 0) + 1
    return {key: Share(key, **sums) for key, sums in found.items()}  # type: ignore[arg-type]


def _flows(
    edition: Edition,
    number: int,
    earlier: Mapping[str, Mapping[str, Any]],
    later: Mapping[str, Mapping[str, Any]],
    meaning: Colouring,
    measure: Measure,
) -> list[Flow]:
    """Provinces of both periods; in area, a part of a shared one goes to each of those who come after."""
    first, second = (edition.atlas.periods[one].id for one in (number, number + 1))
    found: dict[tuple[str, str, str], tuple[float, tuple[str, ...], tuple[str, ...]]] = {}
    for change in changes(edition, first, second):
        if change.province_id not in earlier or change.province_id not in later:
            continue
        ends = []
        for call in (earlier[change.province_id], later[change.province_id]):
            keys = _entries(call, meaning)
            ends.append((SHARED,) if measure == "provinces" and len(keys) > 1 else keys)
        part = (change.area_km2 if measure == "area" else 1) / (len(ends[0]) * len(ends[1]))
        told = tuple(f"{change.name}, {one['date']}: {one['statement']}" for one in change.reasons)
        for before in ends[0]:
            for after in ends[1]:
                key = (before, after, UNCHANGED if before == after else change.kind)
                amount, names, reasons = found.get(key, (0.0, (), ()))
                found[key] = amount + part, (*names, change.name), (*reasons, *told)
    return [Flow(number, *key, *what) for key, what in found.items()]
