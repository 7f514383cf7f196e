"""What an atlas has: periods, provinces as they stood, events."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any, Self

import geopandas as gpd
import pandas as pd

from geodata import dates
from geodata.dates import Period
from geodata.frames import Rows, records, shared_values
from geodata.looks import with_looks
from geodata.rule import (
    LEADING_ROLES,
    OF_PROVINCE,
    STANDARD,
    Columns,
    Engine,
    Reading,
    Rule,
    call_rows,
    calls_frame,
)
from geodata.shapes import CRS, Eras, announced_in, areas_km2, claimed_twice, fit_together, lineage, provinces_at
from geodata.tables import README, Package, located_events, observed_claims
from geodata.telling import without_comments

CALLS_KEPT = 256
"""Tables of calls kept in memory: those of many periods under some rules."""


class Ground:
    """The tables of an atlas and the rule at work on them; see `geodata.Atlas`."""

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
        self.factions: pd.DataFrame = with_looks(self._table("factions"), self.told_of)
        self.alliances: pd.DataFrame = self._table("alliances")
        self.sources: pd.DataFrame = self._table("sources")
        self.places: pd.DataFrame = self._table("places")
        self.neighbours = package.neighbours
        self.periods: tuple[Period, ...] = tuple(Period.from_row(row) for row in records(package.tables["periods"]))
        self.left_out: tuple[str, ...] = package.left_out
        self._eras = Eras(package.provinces["valid_from"], package.provinces["valid_to"])
        self._standing: dict[tuple[int, int], gpd.GeoDataFrame] = {}
        self._standing_columns: dict[tuple[int, int], Columns] = {}
        self._calls = lru_cache(maxsize=CALLS_KEPT)(self._decide)
        self._call_rows = lru_cache(maxsize=CALLS_KEPT)(self._decide_rows)

    def __reduce__(self) -> tuple[type[Self], tuple[Package, str, Rule]]:
        """Travel to another process as what it was made from; what was decided is decided there again."""
        return type(self), (self.package, self.language, self.rule)

    def __copy__(self) -> Self:
        """Share everything: a copy with another rule finds the shapes, and all calls, that were made before."""
        other = object.__new__(type(self))
        vars(other).update(vars(self))
        return other

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

    def provinces(self, period: str) -> gpd.GeoDataFrame:
        """Province shapes as they stood in a period.

        Parameters
        ----------
        period : str
            Identifier of the period, such as ``"1985"``.

        Returns
        -------
        geopandas.GeoDataFrame
            EPSG:4326, one row per province, ordered by province_id; the columns of the data dictionary and
            ``area_km2`` (square kilometres, equal-area EPSG:6933).

        Raises
        ------
        KeyError
            If the atlas has no such period; the message lists those it has.

        Examples
        --------
        >>> import geodata
        >>> len(geodata.load().provinces("1985"))
        29
        """
        return self._shapes(period).copy()

    def announced(self, period: str) -> gpd.GeoDataFrame:
        """Provinces announced but not yet made in a period: outlines for the map, never coloured.

        Parameters
        ----------
        period : str
            Identifier of the period.

        Returns
        -------
        geopandas.GeoDataFrame
            EPSG:4326, the columns of the data dictionary; often empty.
        """
        one = self.period(period)
        return announced_in(self.package.provinces, one.start, one.end).reset_index(drop=True)

    def events(self, period: str | None = None) -> gpd.GeoDataFrame:
        """Dated events, at their places.

        Parameters
        ----------
        period : str, optional
            Only events dated in this period.

        Returns
        -------
        geopandas.GeoDataFrame
            EPSG:4326, ordered by date: the columns of the data dictionary, ``date_label``, ``place`` (name),
            ``claim_ids`` (tuple of the claims that report it) and the point, or None where no place is named.

        Raises
        ------
        KeyError
            If the atlas has no such period.
        """
        events = self._located_events
        if period is None:
            return events.copy()
        one = self.period(period)
        touching = events["date"].map(lambda text: dates.parse(text).touches(one.start, one.end))
        # Of no event at all, what `map` gives is taken for names of columns.
        return events[touching.astype(bool)].reset_index(drop=True)

    def claimed_twice(self, period: str) -> gpd.GeoDataFrame:
        """Land that two provinces of a period claim.

        Parameters
        ----------
        period : str
            Identifier of the period.

        Returns
        -------
        geopandas.GeoDataFrame
            EPSG:4326, one row for each such piece: ``province_id, other_id`` (the two, in order of their ids),
            ``area_km2``, of which each has half in its own, and the geometry; often empty.

        Raises
        ------
        KeyError
            If the atlas has no such period.
        """
        shapes = self._shapes(period)
        ids = list(shapes["province_id"])
        rows = [
            {"province_id": ids[one], "other_id": ids[other], "geometry": land}
            for one, other, land in claimed_twice(shapes)
        ]
        found = gpd.GeoDataFrame(rows, columns=["province_id", "other_id", "geometry"], geometry="geometry", crs=CRS)
        return found.assign(area_km2=areas_km2(found))

    @cached_property
    def has(self) -> frozenset[str]:
        """What the atlas has besides claims.

        Of ``alliances, announced, approximate, areas, capitals, events, leaders, neighbours, places, sides`` (more than
        one): announced provinces, lines that rest on judgement, and areas of parts are among them.
        Nothing is offered to a reader that it has not.
        """
        factions, provinces = self.factions, self.package.provinces
        found = {
            "alliances": bool((factions["alliance_id"] != "").any()),
            "announced": bool((provinces["kind"] == "announced").any()),
            "approximate": bool((provinces["boundary"] == "approximate").any()),
            "areas": bool((self.package.tables["scopes"]["place_id"] != "").any()),
            "capitals": bool((provinces["capital_place_id"] != "").any()),
            "events": not self.package.tables["events"].empty,
            "leaders": bool((factions["leader"] != "").any()),
            "neighbours": not self.neighbours.empty,
            "places": not self.places.empty,
            "sides": len(self.sides) > 1,
        }
        return frozenset(name for name, there in found.items() if there)

    @cached_property
    def lineage(self) -> pd.DataFrame:
        """Which province a later one was made from: ``province_id, made_from_id, since``."""
        return lineage(self.package.provinces)

    @cached_property
    def told_of(self) -> dict[str, int]:
        """Of how many provinces, each as often as a claim speaks of it, each faction is said to have led."""
        claims = self._tables["claims"]
        leading = claims[claims["role"].isin(LEADING_ROLES)].set_index("claim_id")["faction_id"]
        counted = self._tables["scopes"]["claim_id"].map(leading).dropna().value_counts()
        return {str(one): int(number) for one, number in counted.items()}

    @cached_property
    def _tables(self) -> dict[str, pd.DataFrame]:
        """The tables of the package, with the values of data sets among claims and scopes."""
        return {**self.package.tables, **observed_claims(self.package.tables)}

    @cached_property
    def _located_events(self) -> gpd.GeoDataFrame:
        events, reports = self.package.tables["events"], self.package.tables["event_claims"]
        return located_events(events, self.places, reports, self.language)

    def _table(self, name: str) -> pd.DataFrame:
        return self.package.tables[name].reset_index(drop=True)

    @cached_property
    def _engine(self) -> Engine:
        return Engine(self._tables, self.lineage, int(self.package.descriptor["near_days"]))

    def _readings(self, period: str) -> list[Reading]:
        return self._engine.readings(self.period(period), self._province_ids(period), self.rule)

    def _province_ids(self, period: str) -> Sequence[str]:
        """In the order of the shapes."""
        return self._province_columns(period)["province_id"]

    def _province_columns(self, period: str) -> Columns:
        """What the calls say of provinces and the rule asks of them; one object for all periods that have the same."""
        era = self._eras.of(self.period(period).end)
        if era not in self._standing_columns:
            shapes = self._shapes(period)
            names = (*OF_PROVINCE, "capital_place_id")
            self._standing_columns[era] = {name: tuple(shared_values(shapes[name])) for name in names}
        return self._standing_columns[era]

    def _shapes(self, period: str) -> gpd.GeoDataFrame:
        one = self.period(period)
        era = self._eras.of(one.end)
        if era not in self._standing:
            shapes = provinces_at(self.package.provinces, one.start, one.end)
            shapes = shapes.sort_values("province_id").reset_index(drop=True)
            shapes = shapes.set_geometry(gpd.GeoSeries(fit_together(shapes).shapes, index=shapes.index, crs=CRS))
            self._standing[era] = shapes.assign(area_km2=areas_km2(shapes))
        return self._standing[era]

    def _decide(self, period: str, rule: Rule) -> gpd.GeoDataFrame:
        shapes = self._shapes(period)
        return calls_frame(self._engine.calls(self.period(period), self._province_columns(period), rule), shapes)

    def _decide_rows(self, period: str, rule: Rule) -> Rows:
        return call_rows(self._engine.calls(self.period(period), self._province_columns(period), rule))

    def _evidence_of_all(self, rule: Rule) -> tuple[list[tuple[str, str, str]], list[Rows]]:
        """Every province of every period, as (period, id, name), and what the claims say of each."""
        where: list[tuple[str, str, str]] = []
        told: list[Rows] = []
        for period in self.periods:
            provinces = self._province_columns(period.id)
            readings = self._engine.readings_by_province(period, provinces["province_id"], rule)
            for province_id, name in zip(provinces["province_id"], provinces["name"], strict=True):
                where.append((period.id, province_id, name))
                told.append(readings.get(province_id, ()))
        return where, told

    @staticmethod
    def _require(value: str, known: pd.Series[Any], what: str) -> None:
        if value not in known.tolist():
            raise KeyError(f"no {what} {value!r} in this atlas")
