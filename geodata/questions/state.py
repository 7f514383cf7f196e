"""What every question is answered from: the tables of an atlas, its periods, and the rule at work."""

from __future__ import annotations

from functools import cached_property, lru_cache, partial
from typing import Any, Self

import geopandas as gpd
import pandas as pd

from geodata import dates
from geodata.dates import Period
from geodata.frames import Rows, records
from geodata.rule import (
    STANDARD,
    Affiliations,
    Engine,
    Reading,
    Rule,
    by_province,
)
from geodata.shapes import areas_km2, lineage, provinces_at
from geodata.tables import README, Package
from geodata.telling import without_comments

CALLS_KEPT = 256
"""Tables of calls kept in memory: those of many periods under some rules."""


class State:
    """An atlas as it was read, with its periods."""

    def __init__(self, package: Package, language: str = dates.DEFAULT_LANGUAGE, rule: Rule = STANDARD) -> None:
        self.language = language
        self.rule = rule
        self.package = package
        self.title: str = package.descriptor.get("title", "")
        self.version: str = package.descriptor.get("version", "")
        self.control_definition: str = package.descriptor.get("control", "")
        self.sides: pd.DataFrame = self._table("sides")
        self.side_names: dict[str, str] = dict(zip(self.sides["side_id"], self.sides["name"], strict=True))
        self.readme: str = without_comments(package.documents.get(README, ""))
        self.factions: pd.DataFrame = self._table("factions")
        self.alliances: pd.DataFrame = self._table("alliances")
        self.sources: pd.DataFrame = self._table("sources")
        self.places: pd.DataFrame = self._table("places")
        self.neighbours = package.neighbours
        self.periods: tuple[Period, ...] = tuple(Period.from_row(row) for row in records(package.tables["periods"]))
        self.left_out: tuple[str, ...] = package.left_out
        self._shapes = lru_cache(maxsize=CALLS_KEPT)(self._shapes_of)
        self._calls = lru_cache(maxsize=CALLS_KEPT)(self._decide)

    def __reduce__(self) -> tuple[type[Self], tuple[Package, str, Rule]]:
        """Travel to another process as what it was made from; what was decided is decided there again."""
        return type(self), (self.package, self.language, self.rule)

    @property
    def reading(self) -> str:
        """The rule that the calls follow, as short text; empty for the atlas's own reading."""
        return "" if self.rule == STANDARD else str(self.rule)

    def period(self, period_id: str) -> Period:
        """Look up a period.

        Parameters
        ----------
        period_id : str
            Identifier, such as ``"1988-89"``.

        Returns
        -------
        Period
            With ``id, label, start, end, edtf, note``.

        Raises
        ------
        KeyError
            If the atlas has no such period; the message lists those it has.
        """
        for period in self.periods:
            if period.id == period_id:
                return period
        raise KeyError(f"no period {period_id!r}; this atlas has {', '.join(one.id for one in self.periods)}")

    @cached_property
    def lineage(self) -> pd.DataFrame:
        """Which province a later one was made from: ``province_id, made_from_id, since``."""
        return lineage(self.package.provinces)

    @property
    def affiliations(self) -> Affiliations:
        """Whose each local front was, and when: ``atlas.affiliations.party_on(front, day)``."""
        return self._engine.affiliations

    @cached_property
    def _claims(self) -> pd.DataFrame:
        claims = self._table("claims")
        return claims.assign(date_label=claims["date"].map(partial(dates.label, language=self.language))).merge(
            self.sources.add_prefix("source_").rename(columns={"source_source_id": "source_id"}), on="source_id"
        )

    def _table(self, name: str) -> pd.DataFrame:
        return self.package.tables[name].reset_index(drop=True)

    @cached_property
    def _engine(self) -> Engine:
        return Engine(self.package.tables, self.lineage, int(self.package.descriptor["near_days"]))

    def _readings(self, period: str) -> list[Reading]:
        return self._engine.readings(self.period(period), list(self._shapes(period)["province_id"]), self.rule)

    def _shapes_of(self, period: str) -> gpd.GeoDataFrame:
        one = self.period(period)
        shapes = provinces_at(self.package.provinces, one.start, one.end)
        shapes = shapes.sort_values("province_id").reset_index(drop=True)
        return shapes.assign(area_km2=areas_km2(shapes))

    def _decide(self, period: str, rule: Rule) -> gpd.GeoDataFrame:
        return self._engine.calls(self.period(period), self._shapes(period), rule)

    def _evidence_of_all(self, rule: Rule) -> tuple[list[tuple[str, str, str]], list[Rows]]:
        """Every province of every period, as (period, id, name), and what the claims say of each."""
        where, told = [], []
        for period in self.periods:
            shapes = self._shapes(period.id)
            readings = by_province(self._engine.readings(period, list(shapes["province_id"]), rule))
            for province_id, name in zip(shapes["province_id"], shapes["name"], strict=True):
                where.append((period.id, province_id, name))
                told.append(readings.get(province_id, ()))
        return where, told

    @staticmethod
    def _require(value: str, known: pd.Series[Any], what: str) -> None:
        if value not in set(known):
            raise KeyError(f"no {what} {value!r} in this atlas")
