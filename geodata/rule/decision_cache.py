"""A cache of decisions: a province is decided again only where a changed claim or event reaches it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from operator import itemgetter
from typing import Any, TypeVar

from geodata.frames import Rows
from geodata.rule.capitals import CapitalCall, decide_capital
from geodata.rule.countryside import Call, decide_admitted
from geodata.rule.setting import Rule

WEIGHED = ("domain", "role", "extent", "faction_id", "side", "names_party", "grade", "tier", "firm", "why_weak")
"""What the rule asks of a claim that stands alone."""

NOTHING_TOLD = CapitalCall()

CACHE_SIZE = 200_000
"""How many decisions are cached: those of some thousand provinces under dozens of rules."""

Decision = TypeVar("Decision", Call, CapitalCall)


class DecisionCache:
    """Decides countryside and capitals of one atlas, each different case once.

    A claim says the same of a province and a period however often it is read; only its grade may differ, with
    `near_days`. So the claims that count, by id and grade, and what else the rule asks are the key of a case.

    Attributes
    ----------
    made : int
        How many decisions were made, not counting those from the cache.
    """

    def __init__(self) -> None:
        self.made = 0
        self._calls: dict[Hashable, Call] = {}
        self._capitals: dict[Hashable, CapitalCall] = {}

    def call(self, province_id: str, readings: Rows, days: tuple[date, date], rule: Rule) -> Call:
        """Decide the countryside of a province, see `geodata.rule.decide`."""
        rows = readings if rule.admits_all else rule.admitted(readings)
        if len(rows) == 1:
            return self._alone(rows[0], rule)
        key = (province_id, days, rule.minimum_sources, rule.parts, rule.order, *_said(rows))
        known = self._calls.get(key)
        return known or self._store(self._calls, key, decide_admitted(rows, rule))

    def _alone(self, row: Mapping[str, Any], rule: Rule) -> Call:
        """What a claim says that nobody else speaks beside: the same wherever it does, but for its ids."""
        key = (rule.minimum_sources, rule.parts, rule.order, *(row[name] for name in WEIGHED))
        alike = self._calls.get(key) or self._store(self._calls, key, decide_admitted([row], rule))
        claim, source = (row["claim_id"],), (row["source_id"],)
        return alike._replace(
            claim_ids=claim if alike.claim_ids else (),
            source_ids=source if alike.source_ids else (),
            parts=claim if alike.parts else (),
        )

    def capital(
        self,
        province_id: str,
        readings: Iterable[Mapping[str, Any]],
        events: Rows,
        reports: Mapping[str, Rows],
        days: tuple[date, date],
        near_days: int,
        rule: Rule,
    ) -> CapitalCall:
        """Decide the capital of a province, see `geodata.rule.capitals.decide_capital`."""
        # Few provinces have any such claim: the rule is asked of these alone.
        about = [row for row in readings if row["domain"] == "capital"]
        rows = rule.admitted(about) if about else []
        if not rows and not events:
            return NOTHING_TOLD
        told = tuple(
            (event["event_id"], tuple(row["claim_id"] for row in reports.get(event["event_id"], ())))
            for event in events
        )
        key = (province_id, days, near_days, _said(rows), told)
        known = self._capitals.get(key)
        return known or self._store(self._capitals, key, decide_capital(rows, events, reports, *days, near_days, rule))

    def _store(self, cache: dict[Hashable, Decision], key: Hashable, decision: Decision) -> Decision:
        if len(cache) >= CACHE_SIZE:
            cache.clear()
        self.made += 1
        cache[key] = decision
        return decision


_claim_id, _grade = itemgetter("claim_id"), itemgetter("grade")


def _said(rows: Rows) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(map(_claim_id, rows)), tuple(map(_grade, rows))
