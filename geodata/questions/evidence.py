"""Questions about what the calls rest on: claims, events, and how far sources agree."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from geodata import dates
from geodata.questions.places import Places
from geodata.rule import (
    Rule,
    agreement_frame,
    discrepancy_frame,
    select_claims,
)
from geodata.tables import located_events


class Evidence(Places):
    """Answers about claims and events."""

    def claims(
        self, province: str | None = None, period: str | None = None, faction: str | None = None
    ) -> pd.DataFrame:
        """Claims with their source.

        Parameters
        ----------
        province, period, faction : str, optional
            Identifiers to filter by.

        Returns
        -------
        pandas.DataFrame
            The columns of the data dictionary (``claim_id, faction_id, domain, role, date, basis, statement, locator,
            note`` and more), ``date_label``, which is the date in words, and the columns of the source with the
            prefix ``source_``. Without `province` and `period`, one row per claim with ``province_ids`` (a tuple).
            With either, one row per claim and province; with `period`, the claims that speak to it, and their
            ``grade``, ``strength`` and ``why_weak`` there.

        Raises
        ------
        KeyError
            If there is no such province, period or faction.

        Examples
        --------
        >>> import geodata
        >>> claims = geodata.load().claims(province="kunduz", period="1988-89")
        >>> claims[["statement", "grade", "source_title"]].shape[1]
        3
        """
        if faction is not None:
            self._require(faction, self.factions["faction_id"], "faction")
        if province is not None:
            self._require(province, self.package.provinces["province_id"], "province")
        readings = None if period is None else self._readings(period)
        return select_claims(self._claims, self.package.tables["scopes"], readings, province, faction)

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
        events = self.package.tables["events"]
        if period is not None:
            one = self.period(period)
            events = events[events["date"].map(lambda text: dates.parse(text).touches(one.start, one.end))]
        return located_events(events, self.places, self.package.tables["event_claims"], self.language)

    def agreement(self, rule: Rule | None = None) -> pd.DataFrame:
        """Which share of the works says what of a province, field by field.

        Parameters
        ----------
        rule : Rule, optional
            The atlas's own `rule` if left out.

        Returns
        -------
        pandas.DataFrame
            One row per province, period, field and value: ``period_id, province_id, name, field`` (``side``,
            ``faction``: parties named, ``role``, ``capital``: its holder), ``value, works`` (how many say so),
            ``of_works`` (how many say anything of the field), ``share``. A work may say more than one thing, so shares
            may add up to more than 1.
        """
        asked = rule or self.rule
        return agreement_frame(*self._evidence_of_all(asked), asked)

    def discrepancy(self, rule: Rule | None = None) -> pd.DataFrame:
        """How often two works differ on a province, field by field, and on the whole.

        Parameters
        ----------
        rule : Rule, optional
            The atlas's own `rule` if left out.

        Returns
        -------
        pandas.DataFrame
            One row per province and period: ``period_id, province_id, name``; ``works``, how many say anything;
            ``side, faction, role, capital``: the part of all pairs of works that say nothing alike of it (0 to 1; None
            where fewer than two works say anything); ``score``, the mean of those that are known.
        """
        asked = rule or self.rule
        return discrepancy_frame(*self._evidence_of_all(asked), asked)
