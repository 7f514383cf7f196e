"""What a printed figure is made of, gathered by `Atlas.plot`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import geopandas as gpd
import pandas as pd

from geodata.dates import Period
from geodata.looks import CapitalSigns, Colouring, Style, colouring_of, sides_of
from geodata.rule import STATUSES, WEAK


@dataclass(frozen=True)
class Subject:
    """What all maps of a figure share.

    Attributes
    ----------
    title, version, definition, citation : str
        Of the atlas; what control means; how to cite it.
    licences : tuple of str
        Their titles.
    credit : str
        Whose the outlines are; empty where the atlas does not say.
    factions, alliances, sides, places : pandas.DataFrame
        Tables of the atlas.
    source_names : Mapping of str to str
        What each source is called where there is no room for a citation.
    reading : str
        The rule as short text, where it is not the atlas's own.
    every : tuple of (pandas.DataFrame, pandas.DataFrame)
        Calls and areas of all periods of the atlas: the legend keeps its order whatever is drawn.
    colour : {"faction", "alliance", "side", "capital", "evidence", "firmness"}
        What the fill means.
    """

    title: str
    version: str
    definition: str
    citation: str
    licences: tuple[str, ...]
    credit: str
    factions: pd.DataFrame
    alliances: pd.DataFrame
    sides: pd.DataFrame
    places: pd.DataFrame
    source_names: Mapping[str, str]
    every: tuple[tuple[pd.DataFrame, pd.DataFrame], ...]
    reading: str = ""
    colour: str = "faction"
    style: Style = field(init=False)
    colouring: Colouring = field(init=False)
    signs: CapitalSigns = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "style", Style(self.factions))
        object.__setattr__(self, "colouring", colouring_of(self.colour, self))
        object.__setattr__(self, "signs", CapitalSigns(sides_of(self.sides)))

    @property
    def side_names(self) -> dict[str, str]:
        """What each side is called, in the order of the sides."""
        return {side.id: side.name for side in sides_of(self.sides)}

    def faction_names(self, faction_ids: tuple[str, ...]) -> list[str]:
        """Names of factions, in the order given."""
        names = self.factions.set_index("faction_id")["name"]
        return [str(names[faction_id]) for faction_id in faction_ids]


@dataclass(frozen=True)
class Panel:
    """One map.

    Attributes
    ----------
    period : Period
    calls : geopandas.GeoDataFrame
        As `Atlas.control` gives them.
    provinces, announced : geopandas.GeoDataFrame
        Shapes of the period.
    claims : frozenset of str
        The claims that decided the calls, for provinces and capitals.
    sources : tuple of str
        Sources of those claims, ordered.
    areas : geopandas.GeoDataFrame
        As `Atlas.areas` gives them.
    """

    period: Period
    calls: gpd.GeoDataFrame
    provinces: gpd.GeoDataFrame
    announced: gpd.GeoDataFrame
    claims: frozenset[str]
    sources: tuple[str, ...]
    areas: gpd.GeoDataFrame

    @classmethod
    def of(
        cls,
        period: Period,
        shapes: tuple[gpd.GeoDataFrame, gpd.GeoDataFrame],
        calls: gpd.GeoDataFrame,
        claims: pd.DataFrame,
        areas: gpd.GeoDataFrame,
    ) -> Panel:
        """Gather the map of a period.

        Parameters
        ----------
        period : Period
        shapes : tuple of two geopandas.GeoDataFrame
            Provinces and announced provinces of the period.
        calls : geopandas.GeoDataFrame
        claims : pandas.DataFrame
            Claims that speak to the period, as `Atlas.claims` gives them.
        areas : geopandas.GeoDataFrame

        Returns
        -------
        Panel
        """
        deciding = frozenset(
            claim_id for column in ("claim_ids", "capital_claim_ids") for ids in calls[column] for claim_id in ids
        )
        sources = claims.loc[claims["claim_id"].isin(deciding), "source_id"]
        return cls(period, calls, *shapes, deciding, tuple(sorted(set(sources))), areas)

    def counts(self) -> dict[str, int]:
        """Provinces by status, and ``weak``: those of them on weaker evidence."""
        statuses = self.calls["status"].value_counts()
        weak = int((self.calls["strength"] == WEAK).sum())
        return {status: int(statuses.get(status, 0)) for status in STATUSES} | {"weak": weak}
