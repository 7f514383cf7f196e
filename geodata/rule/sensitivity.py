"""What the map would be without a source: how much each call hangs on one of them, or on a few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

import pandas as pd

from geodata.frames import Rows
from geodata.rule.calls import by_province
from geodata.rule.countryside import Call, decide
from geodata.rule.setting import STANDARD, Rule
from geodata.rule.vocabulary import LED

COMPARED = ("status", "side", "factions")

MOST_SOURCES = 3
"""Sets of more sources than this are not looked for: who would have to be wrong three times over is well supported."""

SourceSets = tuple[tuple[str, ...], ...]


def leave_each_out(readings: Iterable[Mapping[str, Any]], rule: Rule = STANDARD) -> pd.DataFrame:
    """Decide each call again and again, each time without the claims of one source.

    Parameters
    ----------
    readings : iterable of Mapping
        What the claims say of a period, see `geodata.rule.Evidence.of_period`.
    rule : Rule, optional

    Returns
    -------
    pandas.DataFrame
        One row per province and source that speaks about its countryside, ordered: ``province_id, source_id``, what
        the call is without the source (``status, side, factions``), ``changed``: which of the three differ from the
        call with all sources (a tuple, empty if none), and ``decides``: whether that call rests on a claim of the
        source.
    """
    rows = [row for province_id, trial in _trials(readings, rule).items() for row in trial.leave_each_out(province_id)]
    return pd.DataFrame(rows, columns=["province_id", "source_id", *COMPARED, "changed", "decides"], dtype=object)


def robustness(
    readings: Iterable[Mapping[str, Any]], province_ids: Sequence[str], rule: Rule = STANDARD
) -> pd.DataFrame:
    """Count per province what would change its call: which single sources, and which smallest sets of a few.

    Parameters
    ----------
    readings : iterable of Mapping
        As for `leave_each_out`.
    province_ids : sequence of str
        The provinces to try, and no others: one without claims has a row too.
    rule : Rule, optional

    Returns
    -------
    pandas.DataFrame
        One row per province in the order given; see `Atlas.robustness`.
    """
    wanted = frozenset(province_ids)
    trials = _trials((row for row in readings if row["province_id"] in wanted), rule)
    rows: list[tuple[Any, ...]] = []
    for province_id in province_ids:
        trial = trials.get(province_id) or _Trial((), rule)
        own = list(trial.leave_each_out(province_id))
        by_aspect = {one: tuple(row[1] for row in own if one in row[-2]) for one in COMPARED}
        changing = tuple(sorted(set().union(*by_aspect.values())))
        deciding = sum(row[-1] for row in own)
        faction, side = trial.falls_with(_shown), trial.falls_with(_side)
        least = _least(faction, bool(trial.full.factions)), _least(side, trial.full.side is not None)
        rows.append(
            (province_id, len(own), deciding, len(changing), changing, *by_aspect.values(), faction, side, *least)
        )
    columns = [
        "province_id", "sources", "deciding", "changing", "changed_by", *(f"{one}_changed_by" for one in COMPARED),
        "faction_falls_with", "side_falls_with", "faction_least", "side_least",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def carried(trials: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Keep of some trials those that change a call, source by source; see `Atlas.carried`.

    Parameters
    ----------
    trials : pandas.DataFrame
        As `leave_each_out` gives them, with ``period_id`` and ``name`` of the province.
    sources : pandas.DataFrame
        Columns ``source_id, title``.

    Returns
    -------
    pandas.DataFrame
        Ordered by how many calls a source carries, then by source, period and province.
    """
    columns = ["source_id", "title", "period_id", "province_id", "name", "changed", *COMPARED]
    alone = trials[trials["changed"].map(len) > 0].merge(sources[["source_id", "title"]], on="source_id")
    many = alone.groupby("source_id")["source_id"].transform("size")
    order = ["_many", "source_id", "period_id", "province_id"]
    ordered = alone.assign(_many=-many).sort_values(order).reset_index(drop=True)
    return ordered[columns]


class _Trial:
    """The evidence of one province, decided again without some of its sources."""

    def __init__(self, readings: Rows, rule: Rule) -> None:
        self._rule = rule
        self._by_source: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for row in rule.admitted(readings):
            if row["domain"] == "countryside":
                self._by_source[row["source_id"]].append(row)
        self._tried: dict[frozenset[str], Call] = {}
        self.full = self.without(frozenset())

    def without(self, source_ids: frozenset[str]) -> Call:
        """The call without some sources; each set is decided once, whoever asks."""
        if source_ids not in self._tried:
            self._tried[source_ids] = self._decide(source_ids)
        return self._tried[source_ids]

    def _decide(self, source_ids: frozenset[str]) -> Call:
        rows = [row for source_id, own in self._by_source.items() if source_id not in source_ids for row in own]
        return decide(rows, self._rule)

    def leave_each_out(self, province_id: str) -> Iterable[tuple[Any, ...]]:
        for source_id in sorted(self._by_source):
            call = self.without(frozenset({source_id}))
            differ = tuple(one for one in COMPARED if getattr(self.full, one) != getattr(call, one))
            decides = source_id in self.full.source_ids
            yield province_id, source_id, call.status, call.side, call.factions, differ, decides

    def falls_with(self, conclusion: Callable[[Call], Any]) -> SourceSets:
        """The smallest sets of sources whose loss changes a conclusion: all of the least size, up to `MOST_SOURCES`.

        Only claims that decide can change a call. So a set that changes it has a source of the call, and if that alone
        does not, one of what the call becomes without it; every such way is gone, and no other.
        """
        if self._rule.minimum_sources > 1:
            return self._by_trying(conclusion)
        wanted, waiting = conclusion(self.full), {frozenset[str]()}
        for _ in range(MOST_SOURCES):
            waiting = {gone | {one} for gone in waiting for one in self.without(gone).source_ids}
            found = [gone for gone in waiting if conclusion(self.without(gone)) != wanted]
            if found:
                return tuple(sorted(tuple(sorted(gone)) for gone in found))
        return ()

    def _by_trying(self, conclusion: Callable[[Call], Any]) -> SourceSets:
        """Where a least number of works is asked for, claims that do not decide are counted too."""
        wanted = conclusion(self.full)
        for size in range(1, MOST_SOURCES + 1):
            sets = combinations(sorted(self._by_source), size)
            found = tuple(gone for gone in sets if conclusion(self.without(frozenset(gone))) != wanted)
            if found:
                return found
        return ()


def _least(sets: SourceSets, concluded: bool) -> int:
    """How many sources a conclusion takes to fall; 0 where there is nothing to fall, one above the most for "more"."""
    if sets:
        return len(sets[0])
    return MOST_SOURCES + 1 if concluded else 0


def _trials(readings: Iterable[Mapping[str, Any]], rule: Rule) -> dict[str, _Trial]:
    countryside = (row for row in rule.admitted(readings) if row["domain"] == "countryside")
    return {province_id: _Trial(rows, rule) for province_id, rows in sorted(by_province(countryside).items())}


def _shown(call: Call) -> tuple[bool, tuple[str, ...]]:
    return call.status in LED, call.factions


def _side(call: Call) -> str | None:
    return call.side
