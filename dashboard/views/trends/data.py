"""Shares of provinces and area per period, and flows between periods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dashboard.edition import Edition, kept
from geodata.frames import records
from geodata.looks import CONTESTED, NOBODY, Colouring, ColouringName
from geodata.rule import FIRM

LAST = (CONTESTED, NOBODY)


@dataclass(frozen=True)
class Share:
    """What one entry has of a period.

    Attributes
    ----------
    key : str
        A faction, an alliance, ``contested`` or ``no-evidence``.
    provinces, firm_provinces : float
        A shared province counts in equal parts; the firm ones are those on firm evidence.
    area_km2, firm_area_km2 : float
    """

    key: str
    provinces: float = 0
    firm_provinces: float = 0
    area_km2: float = 0
    firm_area_km2: float = 0

    def amount(self, measure: str) -> float:
        """Provinces or area (km²)."""
        return self.area_km2 if measure == "area" else self.provinces

    def firm(self, measure: str) -> float:
        """The part of `amount` on firm evidence."""
        return self.firm_area_km2 if measure == "area" else self.firm_provinces


@dataclass(frozen=True)
class Flow:
    """What went from one entry to another between two periods that follow each other.

    Attributes
    ----------
    number : int
        Place of the earlier period.
    before, after : str
        Keys, see `Share`.
    provinces, area_km2 : float
        Area is that of the later period.
    names : tuple of str
        The provinces.
    """

    number: int
    before: str
    after: str
    provinces: float
    area_km2: float
    names: tuple[str, ...]

    def amount(self, measure: str) -> float:
        """Provinces or area (km²)."""
        return self.area_km2 if measure == "area" else self.provinces


@dataclass(frozen=True)
class Trends:
    """Shares of each period, and flows between them.

    Attributes
    ----------
    keys : tuple of str
        Every entry that occurs, the largest first, contested and no evidence last.
    shares : tuple of dict
        One for each period: `Share` by key.
    flows : tuple of Flow
    """

    keys: tuple[str, ...]
    shares: tuple[Mapping[str, Share], ...]
    flows: tuple[Flow, ...]

    def total(self, number: int, measure: str) -> float:
        """The whole of a period."""
        return sum(share.amount(measure) for share in self.shares[number].values())


@kept(16)
def trends(edition: Edition, by: ColouringName) -> Trends:
    """Count provinces and area of every period.

    Parameters
    ----------
    edition : Edition
    by : {"faction", "alliance"}
    """
    meaning = Colouring(by, edition.atlas.factions, edition.atlas.alliances)
    calls = [
        {row["province_id"]: row for row in records(edition.atlas.control(period.id))}
        for period in edition.atlas.periods
    ]
    shares = tuple(_shares(one, meaning) for one in calls)
    flows = [
        flow
        for number, (earlier, later) in enumerate(pairwise(calls))
        for flow in _flows(number, earlier, later, meaning)
    ]
    sums: dict[str, float] = {}
    for one in shares:
        for key, share in one.items():
            sums[key] = sums.get(key, 0) + share.area_km2
    keys = sorted(sums, key=lambda key: (LAST.index(key) + 1 if key in LAST else 0, -sums[key], key))
    return Trends(tuple(keys), shares, tuple(flows))


def _shares(calls: Mapping[str, Mapping[str, Any]], meaning: Colouring) -> dict[str, Share]:
    found: dict[str, list[float]] = {}
    for call in calls.values():
        keys = meaning.counts_for(call)
        firm = call["strength"] == FIRM
        for key in keys:
            part, area = 1 / len(keys), call["area_km2"] / len(keys)
            sums = found.setdefault(key, [0, 0, 0, 0])
            for place, value in enumerate((part, part * firm, area, area * firm)):
                sums[place] += value
    return {key: Share(key, *sums) for key, sums in found.items()}


def _flows(
    number: int, earlier: Mapping[str, Mapping[str, Any]], later: Mapping[str, Mapping[str, Any]], meaning: Colouring
) -> list[Flow]:
    """Provinces that there are in both periods; a part of a shared one goes to each of those who come after."""
    found: dict[tuple[str, str], tuple[float, float, tuple[str, ...]]] = {}
    for province_id in sorted(earlier.keys() & later.keys(), key=lambda one: str(later[one]["name"])):
        before, after = meaning.counts_for(earlier[province_id]), meaning.counts_for(later[province_id])
        part = 1 / (len(before) * len(after))
        for pair in ((one, other) for one in before for other in after):
            provinces, area, names = found.get(pair, (0.0, 0.0, ()))
            found[pair] = (
                provinces + part,
                area + later[province_id]["area_km2"] * part,
                (*names, later[province_id]["name"]),
            )
    return [
        Flow(number, before, after, provinces, area, names)
        for (before, after), (provinces, area, names) in found.items()
    ]
