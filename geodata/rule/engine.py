"""The rule at work on one atlas: from its tables to readings, calls, changes and checks, each made once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import Any

import geopandas as gpd
import pandas as pd

from geodata.dates import Period
from geodata.frames import Rows, records
from geodata.rule.affiliations import Affiliations
from geodata.rule.calls import Columns, decide_calls
from geodata.rule.capitals import CapitalCall, by_day, lies_within
from geodata.rule.changes import compare
from geodata.rule.checks import Check, check_sentences
from geodata.rule.decision_cache import DecisionCache
from geodata.rule.differences import differences
from geodata.rule.events import Events
from geodata.rule.evidence import Evidence, Reading
from geodata.rule.gaps import Gaps, gaps_frame
from geodata.rule.parts import Part, parts_of
from geodata.rule.reasons import Days, Reasons, located
from geodata.rule.scopes import Lineage
from geodata.rule.sensitivity import leave_each_out, robustness
from geodata.rule.setting import STANDARD, Rule

CACHE_SIZE = 256
"""Results kept in memory: a map of many periods under some rules, and not every rule that anybody ever asks for."""


class Engine:
    """Answers from the tables of one atlas.

    Parameters
    ----------
    tables : Mapping of str to pandas.DataFrame
        Tables of the atlas; `affiliations` and `checks` may be missing.
    lineage : pandas.DataFrame
        Columns ``province_id``, ``made_from_id``, ``since``.
    near_days : int
        The atlas's own number, for rules that name none.
    """

    def __init__(self, tables: Mapping[str, pd.DataFrame], lineage: pd.DataFrame, near_days: int) -> None:
        self._tables, self._lineage, self._near_days = tables, lineage, near_days
        self.cache = DecisionCache()
        self._gaps = Gaps()
        self._events = lru_cache(maxsize=CACHE_SIZE)(self._make_events)
        self._by_province = lru_cache(maxsize=CACHE_SIZE)(self._make_readings)

    def readings(self, period: Period, province_ids: Sequence[str], rule: Rule = STANDARD) -> list[Reading]:
        """What the claims say of a period; which of them count is left to who decides."""
        by_province = self.readings_by_province(period, province_ids, rule)
        return [reading for province_id in sorted(by_province) for reading in by_province[province_id]]

    def readings_by_province(
        self, period: Period, province_ids: Sequence[str], rule: Rule
    ) -> Mapping[str, list[Reading]]:
        """The same by province."""
        return self._by_province(period, tuple(province_ids), self._near(rule))

    def calls(self, period: Period, provinces: Columns, rule: Rule = STANDARD) -> Columns:
        """Decide all calls of a period; see `geodata.rule.decide_calls`."""
        told = self.readings_by_province(period, provinces["province_id"], rule)
        factions, days = self._tables["factions"], (period.start, period.end)
        return decide_calls(provinces, told, self._events(rule), factions, *days, self._near(rule), rule, self.cache)

    def capital(
        self, place_id: str, province_id: str, shapes: gpd.GeoDataFrame, days: Days, rule: Rule, *, of_period: bool
    ) -> CapitalCall:
        """Decide the capital of a province on any days, or as for a period; see `Atlas.capital_on`."""
        near, events = self._near(rule), self._events(rule)
        readings = self._evidence.of_period(list(shapes["province_id"]), *days, near)
        here = [row for row in readings if row["province_id"] == province_id]
        at_place = events.at_places().get(place_id, ())
        if of_period:
            return self.cache.capital(province_id, here, at_place, events.reports, days, near, rule)
        happened, reports = by_day(at_place, here, events.reports, days[1])
        call = self.cache.capital(province_id, reports, happened, events.reports, days, near, rule)
        return replace(call, changed_hands=any(lies_within(event, *days) for event in happened))

    def differences(self, period: Period, calls: tuple[Rows, Rows], rules: tuple[Rule, Rule]) -> list[dict[str, Any]]:
        """Hold the calls of a period by two rules against each other; see `Atlas.differences`."""
        province_ids = [call["province_id"] for call in calls[0]]
        told = tuple(self.readings_by_province(period, province_ids, rule) for rule in rules)

        def counting(number: int, province_id: str) -> set[str]:
            return {row["claim_id"] for row in rules[number].admitted(told[number].get(province_id, ()))}

        return differences(period.id, calls, counting)

    def parts(self, period: Period, province_ids: Sequence[str], rule: Rule = STANDARD) -> list[Part]:
        """Decide what is told of parts of provinces; see `Atlas.areas`."""
        return parts_of(self.readings(period, province_ids, rule), rule)

    def changes(
        self,
        first: tuple[Period, gpd.GeoDataFrame],
        second: tuple[Period, gpd.GeoDataFrame],
        rule: Rule = STANDARD,
    ) -> pd.DataFrame:
        """Compare two periods and their calls; see `Atlas.changes`."""
        backwards = second[0].end < first[0].end
        (earlier, _), (later, calls) = (second, first) if backwards else (first, second)
        province_ids = list(calls["province_id"])
        places = dict(zip(self._tables["places"]["place_id"], self._tables["places"]["province_id"], strict=True))
        happened = located(self._events(rule).rows, places, frozenset(province_ids), Lineage(self._lineage))
        readings = self.readings(later, province_ids, rule)
        days = (earlier.start, earlier.end), (later.start, later.end)
        reasons = Reasons(happened, readings, self.affiliations, *days, self._observed)
        return compare(first[1], second[1], reasons, backwards=backwards)

    def robustness(
        self, period: Period, province_ids: Sequence[str], rule: Rule = STANDARD, province: str | None = None
    ) -> pd.DataFrame:
        """Leave sources out in turn, in all provinces of a period or in one; see `Atlas.robustness`."""
        tried = province_ids if province is None else [province]
        return robustness(self.readings(period, province_ids, rule), tried, rule)

    def leave_each_out(self, period: Period, province_ids: Sequence[str], rule: Rule = STANDARD) -> pd.DataFrame:
        """What each call is without each of its sources; see `geodata.rule.leave_each_out`."""
        return leave_each_out(self.readings(period, province_ids, rule), rule)

    def gaps(self, calls: Mapping[Period, Rows], rule: Rule = STANDARD) -> pd.DataFrame:
        """Try new claims on the calls of all periods; see `Atlas.gaps`."""
        asked = {period: [call["province_id"] for call in rows] for period, rows in calls.items()}
        readings = {
            period.id: self.readings_by_province(period, province_ids, rule) for period, province_ids in asked.items()
        }
        return gaps_frame({period.id: rows for period, rows in calls.items()}, readings, rule, self._gaps)

    @property
    def has_checks(self) -> bool:
        """Whether there are sentences about the country to hold against the sums: without any, none need be made."""
        return bool(self._optional("checks"))

    def checks(self, calls: Mapping[str, Rows]) -> list[Check]:
        """Hold sentences about the country against the sums of calls, by period; see `Atlas.checks`."""
        return check_sentences(self._optional("checks"), calls, records(self._tables["factions"]))

    @cached_property
    def affiliations(self) -> Affiliations:
        """Whose each front was, and when."""
        return Affiliations(self._optional("affiliations"))

    @cached_property
    def _observed(self) -> Mapping[str, str]:
        """The data set of each claim that is a value of one."""
        claims = self._tables["claims"]
        if "data_set" not in claims:
            return {}
        values = claims[claims["data_set"]]
        return dict(zip(values["claim_id"], values["source_id"], strict=True))

    @cached_property
    def _evidence(self) -> Evidence:
        claims, scopes, factions, sources = (
            self._tables[name] for name in ("claims", "scopes", "factions", "sources")
        )  # fmt: skip
        return Evidence(claims, scopes, factions, sources, self._lineage)

    def _make_readings(
        self, period: Period, province_ids: tuple[str, ...], near_days: int
    ) -> Mapping[str, list[Reading]]:
        return self._evidence.by_province(province_ids, period.start, period.end, near_days)

    def _make_events(self, rule: Rule) -> Events:
        events, reports, claims = (self._tables[name] for name in ("events", "event_claims", "claims"))
        return Events(events, reports, claims, self._tables["factions"], self._tables["sources"], rule)

    def _near(self, rule: Rule) -> int:
        return self._near_days if rule.near_days is None else rule.near_days

    def _optional(self, name: str) -> Rows:
        return records(self._tables[name]) if name in self._tables else []
