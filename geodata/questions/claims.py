"""What is claimed: claims with their sources, as a table and as rows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial

import pandas as pd

from geodata import dates
from geodata.frames import Rows, RowsByKey
from geodata.questions.ground import Ground
from geodata.rule import Reading, claim_rows, select_claims
from geodata.tables import DATA_SET
from geodata.telling import observed_statements


class Claims(Ground):
    """Questions about what is claimed; see `geodata.Atlas`."""

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
            note`` and more), ``date_label``, which is the date in words, ``data_set``, whether it is a value of a data
            set (a row of `observations`), and the columns of the source with the prefix ``source_``. Without `province`
            and `period`, one row per claim with ``province_ids`` (a tuple). With either, one row per claim and
            province; with `period`, the claims that speak to it, and their ``grade``, ``strength`` and ``why_weak``
            there.

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
        if period is None:
            readings = None
        elif province is None:
            readings = self._readings(period)
        else:
            readings = self._readings_of(period).get(province, [])
        return select_claims(self._claims, self._tables["scopes"], readings, province, faction)

    def claim_rows(self, province: str, period: str) -> Rows:
        """The claims about a province in a period as dictionaries: for who asks for one province after the other.

        Parameters
        ----------
        province, period : str
            Identifiers.

        Returns
        -------
        sequence of Mapping
            One per claim, with the columns of `claims` as keys; none where nothing is claimed of the province.

        Raises
        ------
        KeyError
            If the atlas has no such period.

        Examples
        --------
        >>> import geodata
        >>> "C008" in {claim["claim_id"] for claim in geodata.load().claim_rows("herat", "1985")}
        True
        """
        return claim_rows(self._claims_by_id, self._readings_of(period).get(province, ()))

    def claim_counts(self, period: str) -> dict[str, int]:
        """How many claims speak of each province in a period; a province that none speaks of is not in it.

        Parameters
        ----------
        period : str
            Identifier of the period.

        Raises
        ------
        KeyError
            If the atlas has no such period.

        Examples
        --------
        >>> import geodata
        >>> atlas = geodata.load()
        >>> atlas.claim_counts("1985")["herat"] == len(atlas.claims(province="herat", period="1985"))
        True
        """
        return {province_id: len(readings) for province_id, readings in self._readings_of(period).items()}

    @cached_property
    def _claims(self) -> pd.DataFrame:
        claims = self._tables["claims"]
        observed = claims[DATA_SET]
        if observed.any():
            told = observed_statements(claims[observed], self._named_scopes, self.factions, self.language)
            claims = claims.assign(statement=claims["statement"].where(~observed, told))
        return claims.assign(date_label=claims["date"].map(partial(dates.label, language=self.language))).merge(
            self.sources.add_prefix("source_").rename(columns={"source_source_id": "source_id"}), on="source_id"
        )

    @cached_property
    def _claims_by_id(self) -> RowsByKey:
        return RowsByKey(self._claims, "claim_id")

    def _readings_of(self, period: str) -> Mapping[str, list[Reading]]:
        return self._engine.readings_by_province(self.period(period), self._province_ids(period), self.rule)

    @cached_property
    def _named_scopes(self) -> pd.Series[str]:
        """The name of the first province that each claim speaks of."""
        names = dict(zip(self.package.provinces["province_id"], self.package.provinces["name"], strict=True))
        scopes = self._tables["scopes"].drop_duplicates("claim_id")
        return scopes.set_index("claim_id")["province_id"].map(names)
