"""What the rule concludes: calls, areas of parts, changes, sums, checks."""

from __future__ import annotations

import datetime
from functools import lru_cache

import geopandas as gpd
import pandas as pd

from geodata.dates import DEFAULT_LANGUAGE
from geodata.frames import Rows
from geodata.questions.claims import Claims
from geodata.questions.ground import CALLS_KEPT
from geodata.rule import STANDARD, Affiliations, CapitalCall, Check, Rule, summarise
from geodata.shapes import part_areas
from geodata.tables import Package


class Calls(Claims):
    """Questions about who held what; see `geodata.Atlas`."""

    def __init__(self, package: Package, language: str = DEFAULT_LANGUAGE, rule: Rule = STANDARD) -> None:
        super().__init__(package, language, rule)
        self._areas = lru_cache(maxsize=CALLS_KEPT)(self._areas_of)

    def control(self, period: str, rule: Rule | None = None) -> gpd.GeoDataFrame:
        """Who held each province in a period: the calls.

        Each call is decided by the rule from the claims that speak of the countryside of the province; the capital
        has a call of its own. Nothing is filled in where no claim says that anybody led.

        Parameters
        ----------
        period : str
            Identifier of the period, such as ``"1985"``.
        rule : Rule, optional
            What the rule is asked to do otherwise, the atlas's own `rule` if left out:
            ``geodata.Rule(grades=["direct"])`` shows what direct evidence alone
            supports. Of capitals only the claims are left out by grade and strength; dated events count always.

        Returns
        -------
        geopandas.GeoDataFrame
            EPSG:4326, one row per province: ``province_id, name, side, side_grade, side_strength, faction_id, faction,
            alliance_id, grade, status, strength, corroborated, why_weak, factions`` (tuple of all leading ids),
            ``part_factions`` (who was dominant in a part, where that makes the province unclear),
            ``names_party`` (whether a deciding claim names one), ``others`` (tuple of ids), ``claims_for,
            claims_against, n_sources, capital_status, capital_changed_hands, capital_grade, capital_strength,
            capital_claim_ids, area_km2, claim_ids, dissenting_claim_ids, source_ids, dissenting_source_ids, parts,
            geometry``. Empty fields are None.

            ``status`` is ``held`` (one leading faction, in ``faction_id``), ``shared`` (several of equal rank, in
            ``factions``), ``contested``, ``unclear`` (the evidence points both ways), ``partly`` (known only in parts)
            or ``no-evidence``. ``grade`` is that of the best evidence for the factions, ``side_grade`` for the side.
            ``strength`` is ``firm`` if the claims that decide side and factions all are, ``side_strength`` that of the
            side alone; ``why_weak`` says what weakens them. ``n_sources`` counts works behind the deciding claims.
            ``capital_status`` is a side, ``contested`` or ``unknown``. Look up ids of claims with `claims`.

        Raises
        ------
        KeyError
            If the atlas has no such period; the message lists those it has.

        Examples
        --------
        >>> import geodata
        >>> calls = geodata.load().control("1985").set_index("province_id")
        >>> calls.loc["herat", "faction"]
        'Jamiat-i Islami'
        """
        return self._calls(period, rule or self.rule).copy()

    def call_rows(self, period: str, rule: Rule | None = None) -> Rows:
        """The calls of a period as dictionaries, without shapes: for who goes through them one by one.

        Parameters
        ----------
        period : str
            Identifier of the period.
        rule : Rule, optional
            As for `control`.

        Returns
        -------
        sequence of Mapping
            One per province, with the columns of `control` as keys.

        Raises
        ------
        KeyError
            If the atlas has no such period.

        Examples
        --------
        >>> import geodata
        >>> {call["province_id"]: call["status"] for call in geodata.load().call_rows("1985")}["herat"]
        'held'
        """
        return self._call_rows(period, rule or self.rule)

    def areas(self, period: str, rule: Rule | None = None) -> gpd.GeoDataFrame:
        """What is told of parts of provinces in a period: areas of their own, which give no province a colour.

        Their shapes are a drawing aid and no borders: the shape that the atlas has for the place, or a circle around
        it, cut to the province.

        Parameters
        ----------
        period : str
            Identifier of the period.
        rule : Rule, optional
            As for `control`.

        Returns
        -------
        geopandas.GeoDataFrame
            EPSG:4326, one row per place: ``province_id, place_id, place`` (its name), ``status, side, side_strength,
            factions, strength, grade, claim_ids, geometry``, decided from the claims about this part as `control`
            decides. The larger areas come first, so that drawn in this order none hides a smaller one.

        Raises
        ------
        KeyError
            If the atlas has no such period.
        """
        return self._areas(period, rule or self.rule).copy()

    def _areas_of(self, period: str, rule: Rule) -> gpd.GeoDataFrame:
        provinces = self.provinces(period)
        parts = self._engine.parts(self.period(period), list(provinces["province_id"]), rule)
        radius = float(self.package.descriptor["area_radius_km"])
        return part_areas(
            [{"province_id": one.province_id, "place_id": one.place_id, **one.call._asdict()} for one in parts],
            provinces,
            self.places,
            self.package.areas,
            radius,
        )

    def changes(self, first: str, second: str, rule: Rule | None = None) -> pd.DataFrame:
        """What changed from one period to another, and what tells of it.

        Parameters
        ----------
        first, second : str
            Identifiers of the two periods.
        rule : Rule, optional
            The atlas's own `rule` if left out.

        Returns
        -------
        pandas.DataFrame
            One row per province of either period: ``province_id, name, from, to, kind, reason, from_status,
            to_status``.
            `from` and `to` hold the ids of the leading factions (tuples; None where the province did not exist).
            ``changed-hands``: the holders differ, and `reason` names events or claims that tell of the change;
            ``other-sources``: they differ, and none tells of a change. A front and the party that it belonged to
            are one holder. Other kinds: ``became-contested``, ``now-unclear``, ``now-partly``, ``newly-known``,
            ``evidence-lost``, ``created``, ``dissolved``, ``unchanged``.

        Examples
        --------
        >>> import geodata
        >>> changes = geodata.load().changes("1985", "1988-89")
        >>> changes[changes["kind"] == "created"]["province_id"].tolist()
        []
        """
        asked = rule or self.rule
        one, other = ((self.period(period), self._calls(period, asked)) for period in (first, second))
        return self._engine.changes(one, other, asked)

    def checks(self, rule: Rule | None = None) -> list[Check]:
        """Sentences about the whole country, held against the sums of the calls.

        Parameters
        ----------
        rule : Rule, optional
            The atlas's own `rule` if left out.

        Returns
        -------
        list of Check
            One for each row of the table `checks`: whether it holds, does not hold, or cannot be told because so much
            is weak or unknown, with the sum compared.
        """
        if not self._engine.has_checks:
            return []
        return self._engine.checks({one.id: self._call_rows(one.id, rule or self.rule) for one in self.periods})

    def summary(self, rule: Rule | None = None) -> pd.DataFrame:
        """Provinces and area that each faction leads, per period, firm and weak apart.

        Parameters
        ----------
        rule : Rule, optional
            The atlas's own `rule` if left out.

        Returns
        -------
        pandas.DataFrame
            Columns ``period_id, faction_id, status, strength, provinces, shared_provinces, area_km2, share`` (of the
            country's area, 0 to 1). Rows with the status ``led`` are those of factions: provinces held alone, how many
            it shares, and its area with its part of those. Shared provinces are counted once, in a row of their own
            without area. Contested, unclear, partly and no-evidence have rows of their own with an empty faction_id,
            so the provinces of a period sum to all provinces and the shares to 1.
        """
        return summarise({period.id: self._calls(period.id, rule or self.rule) for period in self.periods})

    def capital_on(
        self, province: str, period: str, first: datetime.date, last: datetime.date, rule: Rule | None = None
    ) -> CapitalCall:
        """Who held a provincial capital on the last of some days, by claims and dated events up to it.

        Parameters
        ----------
        province, period : str
            Identifiers: a province of this period.
        first, last : datetime.date
            Any days, within the period or not.
        rule : Rule, optional
            The atlas's own `rule` if left out.

        Returns
        -------
        CapitalCall
            With ``status`` (a side, ``contested`` or ``unknown``), ``changed_hands`` (within these days), ``grade,
            strength, claim_ids, event_ids``. For the days of the period that is the call of the map. Otherwise an event
            that may have happened after the last day says nothing of it, nor do the claims that report it.

        Raises
        ------
        KeyError
            If the atlas has no such period, or no such province in it.
        """
        shapes = self._shapes(period)
        self._require(province, shapes["province_id"], "province")
        place_id = shapes.loc[shapes["province_id"] == province, "capital_place_id"].iloc[0]
        one = self.period(period)
        of_period = (first, last) == (one.start, one.end)
        return self._engine.capital(place_id, province, shapes, (first, last), rule or self.rule, of_period=of_period)

    @property
    def affiliations(self) -> Affiliations:
        """Whose each local front was, and when: ``atlas.affiliations.party_on(front, day)``."""
        return self._engine.affiliations
