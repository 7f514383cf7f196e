"""Shares of provinces and area per period, firm and weak apart, and flows between periods."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from dashboard.edition import Edition, cached
from dashboard.views.compare import short_changes
from geodata.looks import ColouringName, colouring_of
from geodata.rule import CONTESTED, FIRM, LED, NO_EVIDENCE, PARTLY, SHARED, UNCHANGED, UNCLEAR, WEAK

LAST = (SHARED, CONTESTED, UNCLEAR, PARTLY, NO_EVIDENCE)
"""Entries that are no faction and no alliance: shares of their own, below all others."""

OTHERS = "_others"
"""The entry that small factions or alliances are folded into: no id of an atlas holds the sign that it begins with."""

MOST_ENTRIES = 24
"""Factions or alliances that can be told apart in one picture."""

Measure = Literal["area", "provinces"]


@dataclass(frozen=True)
class Share:
    """What one entry has of a period.

    Attributes
    ----------
    key : str
        A faction, an alliance, one of `LAST`, or `OTHERS`.
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

    def with_(self, other: Share) -> Share:
        """Add what another entry has, but for the provinces that it shares: both may share the same one."""
        sums = {name: getattr(self, name) + getattr(other, name) for name in ("firm", "weak", "unrated")}
        return replace(self, **sums)


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
    small : int
        How many entries are folded into `OTHERS`, see `folded`.
    """

    keys: tuple[str, ...]
    shares: tuple[Mapping[str, Share], ...]
    flows: tuple[Flow, ...]
    small: int = 0

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
    entries = _Entries(edition, by)
    shares: list[dict[str, Share]] = []
    flows: list[Flow] = []
    earlier: Mapping[str, _Led] = {}
    # Two periods at a time: the calls of all of them at once are more than a large atlas should hold in memory.
    for number, period in enumerate(edition.atlas.periods):
        later = entries.of(period.id)
        shares.append(_shares(later.values(), measure))
        if number:
            flows += _flows(edition, number - 1, earlier, later, measure)
        earlier = later
    sums: dict[str, float] = {}
    for one in shares:
        for key, share in one.items():
            sums[key] = sums.get(key, 0) + share.amount
    keys = sorted(sums, key=lambda key: (LAST.index(key) + 1 if key in LAST else 0, -sums[key], key))
    return Trends(tuple(keys), tuple(shares), tuple(flows))


def folded(found: Trends, pins: Collection[str] = (), most: int = MOST_ENTRIES) -> Trends:
    """The same with the smallest entries as one, `OTHERS`, where there are more than can be told apart.

    Parameters
    ----------
    found : Trends
    pins : collection of str, optional
        Entries that a reader picked out: they come before larger ones.
    most : int, optional
        How many factions or alliances stand for themselves.

    Returns
    -------
    Trends
        With as much in sum. What went from one small entry to another goes from `OTHERS` to `OTHERS`.
    """
    led = [key for key in found.keys if key not in LAST]
    if len(led) <= most:
        return found
    return _with_others(
        found, frozenset([*(key for key in led if key in pins), *(key for key in led if key not in pins)][most:])
    )


def folded_alike(found: Trends, other: Trends) -> Trends:
    """The same with those entries as one that are not in another: by area and by provinces the same ones are small."""
    small = frozenset(key for key in found.keys if key not in LAST and key not in other.keys)
    return _with_others(found, small) if small else found


def _with_others(found: Trends, small: frozenset[str]) -> Trends:
    def key_of(key: str) -> str:
        return OTHERS if key in small else key

    shares = []
    for one in found.shares:
        joined: dict[str, Share] = {}
        for key, share in one.items():
            joined[key_of(key)] = joined.get(OTHERS, Share(OTHERS)).with_(share) if key in small else share
        shares.append(joined)
    flows: dict[tuple[int, str, str, str], Flow] = {}
    for flow in found.flows:
        place = flow.number, key_of(flow.before), key_of(flow.after), flow.kind
        before = flows.get(place, Flow(*place, 0, (), ()))
        flows[place] = replace(
            before,
            amount=before.amount + flow.amount,
            names=(*before.names, *flow.names),
            reasons=(*before.reasons, *flow.reasons),
        )
    led = [key for key in found.keys if key not in LAST]
    keys = [*(key for key in led if key not in small), OTHERS, *(key for key in found.keys if key in LAST)]
    return Trends(tuple(keys), tuple(shares), tuple(flows.values()), len(small))


@dataclass(frozen=True)
class _Led:
    """Who leads a province: `entries` are factions or alliances, or, alone, how nobody does."""

    entries: tuple[str, ...]
    strength: str | None
    area_km2: float


class _Entries:
    """Says of the calls of a period to which entries they belong; those that are alike share one answer."""

    def __init__(self, edition: Edition, by: ColouringName) -> None:
        self._atlas = edition.atlas
        self._meaning = colouring_of(by, edition.atlas)
        self._known: dict[tuple[Any, ...], tuple[str, ...]] = {}

    def of(self, period_id: str) -> dict[str, _Led]:
        calls = self._atlas.control(period_id)
        columns = (calls[name] for name in ("province_id", "area_km2", "status", "factions", "strength"))
        return {
            province_id: _Led(self._entries(*deciding), deciding[-1], area)
            for province_id, area, *deciding in zip(*columns, strict=True)
        }

    def _entries(self, status: str, factions: tuple[str, ...], strength: str | None) -> tuple[str, ...]:
        key = status, factions, strength
        if key not in self._known:
            call = {"status": status, "factions": factions, "strength": strength}
            self._known[key] = tuple(self._meaning.shown(call).keys) if status in LED else (status,)
        return self._known[key]


_AMOUNTS: Mapping[str, str] = {FIRM: "firm", WEAK: "weak"}


def _shares(calls: Iterable[_Led], measure: Measure) -> dict[str, Share]:
    found: dict[str, dict[str, float]] = {}
    for call in calls:
        keys = call.entries
        counted = (SHARED,) if measure == "provinces" and len(keys) > 1 else keys
        strength = _AMOUNTS.get(call.strength or "", "unrated")
        size = call.area_km2 / len(keys) if measure == "area" else 1
        for key in counted:
            sums = found.setdefault(key, {})
            sums[strength] = sums.get(strength, 0) + size
        for key in keys if len(keys) > 1 else ():
            sums = found.setdefault(key, {})
            sums["shared"] = sums.get("shared", 0) + 1
    return {key: Share(key, **sums) for key, sums in found.items()}  # type: ignore[arg-type]


@dataclass
class _Sum:
    """A flow while it is summed."""

    amount: float = 0
    names: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


def _flows(
    edition: Edition, number: int, earlier: Mapping[str, _Led], later: Mapping[str, _Led], measure: Measure
) -> list[Flow]:
    """Provinces of both periods; in area, a part of a shared one goes to each of those who come after."""
    first, second = (edition.atlas.periods[one].id for one in (number, number + 1))
    found: dict[tuple[str, str, str], _Sum] = {}
    for change in short_changes(edition, first, second):
        if change.province_id not in earlier or change.province_id not in later:
            continue
        ends = []
        for call in (earlier[change.province_id], later[change.province_id]):
            ends.append((SHARED,) if measure == "provinces" and len(call.entries) > 1 else call.entries)
        whole = later[change.province_id].area_km2 if measure == "area" else 1
        for before in ends[0]:
            for after in ends[1]:
                one = found.setdefault((before, after, UNCHANGED if before == after else change.kind), _Sum())
                one.amount += whole / (len(ends[0]) * len(ends[1]))
                one.names.append(change.name)
                one.reasons += [f"{change.name}, {reason}" for reason in change.reasons]
    return [Flow(number, *key, one.amount, tuple(one.names), tuple(one.reasons)) for key, one in found.items()]
