"""The face of the library: questions and answers about one atlas."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from geodata import boundaries, changes, dates
from geodata.calls import calls_frame
from geodata.control import RANK_ORDER, Criterion
from geodata.events import located_events, tuple_or_empty
from geodata.frames import records
from geodata.grades import GRADES, grade_claims
from geodata.package import Package, read_package
from geodata.periods import Period

SIDES = ("resistance", "government", "other")
BUILT_IN = Path(__file__).parent / "atlases" / "afghanistan"


class Atlas:
    """An atlas: who held what, when, and how we know it.

    Made by `geodata.load`.

    Attributes
    ----------
    title, version : str
        From the data package.
    control_definition : str
        What `control` means in this atlas, in one sentence.
    side_names : dict of str to str
        What each side is called in this atlas.
    readme : str
        Method, gaps and data dictionary of the atlas in Markdown; empty if its folder has no README.md.
    periods : tuple of Period
        In order of time.
    factions, alliances, sources, places : pandas.DataFrame
        Tables of the data package, one row per item; the columns are described in the package's data dictionary.

    Examples
    --------
    >>> import geodata
    >>> atlas = geodata.load()
    >>> [period.label for period in atlas.periods]
    ['1985', '1987', '1988–89']
    """

    def __init__(self, package: Package) -> None:
        self.package = package
        self.title: str = package.descriptor.get("title", "")
        self.version: str = package.descriptor.get("version", "")
        self.control_definition: str = package.descriptor.get("control", "")
        self.side_names: dict[str, str] = {side: side for side in SIDES} | dict(package.descriptor.get("sides", {}))
        readme = package.folder / "README.md"
        self.readme: str = _without_comments(readme.read_text(encoding="utf-8")) if readme.is_file() else ""
        self.factions = self._table("factions")
        self.alliances = self._table("alliances")
        self.sources = self._table("sources")
        self.places = self._table("places")
        self.periods: tuple[Period, ...] = tuple(Period.from_row(row) for row in records(package.tables["periods"]))
        self._graded: dict[str, pd.DataFrame] = {}
        self._control: dict[tuple[Any, ...], gpd.GeoDataFrame] = {}

    def __repr__(self) -> str:
        periods = ", ".join(period.label for period in self.periods)
        return f"<Atlas {self.title!r} {self.version}: {len(self._claims)} claims, periods {periods}>"

    def period(self, period_id: str) -> Period:
        """Look up a period.

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

        Examples
        --------
        >>> import geodata
        >>> len(geodata.load().provinces("1985"))
        29
        """
        one = self.period(period)
        shapes = boundaries.provinces_at(self.package.provinces, one.start, one.end)
        shapes = shapes.sort_values("province_id").reset_index(drop=True)
        return shapes.assign(area_km2=boundaries.areas_km2(shapes))

    def announced(self, period: str) -> gpd.GeoDataFrame:
        """Provinces announced but not yet made in a period: outlines for the map, never coloured."""
        one = self.period(period)
        return boundaries.announced_in(self.package.provinces, one.start, one.end).reset_index(drop=True)

    def control(
        self,
        period: str,
        *,
        order: Sequence[Criterion] = RANK_ORDER,
        grades: Collection[str] = GRADES,
    ) -> gpd.GeoDataFrame:
        """Who held each province in a period: the calls.

        Parameters
        ----------
        period : str
            Identifier of the period.
        order : sequence of {"firmness", "role", "grade"}, optional
            Order in which claims are compared.
        grades : collection of str, optional
            Use only claims with these grades; ``{"direct"}`` shows what direct evidence alone supports.

        Returns
        -------
        geopandas.GeoDataFrame
            EPSG:4326, one row per province: ``province_id, name, side, side_grade, faction_id, faction, alliance_id,
            grade, status, factions`` (tuple of all leading ids), ``names_party`` (whether a leading claim names one),
            ``others`` (tuple of ids), ``capital_status,
            capital_changed_hands, capital_grade, capital_claim_ids, area_km2, claim_ids, dissenting_claim_ids,
            geometry``. Empty fields are None.

        Examples
        --------
        >>> import geodata
        >>> calls = geodata.load().control("1985").set_index("province_id")
        >>> calls.loc["herat", "faction"]
        'Jamiat-i Islami'
        """
        key = (period, tuple(order), frozenset(grades))
        if key not in self._control:
            graded = self._graded_claims(period)
            allowed = graded[graded["grade"].isin(set(grades))]
            shapes = self.provinces(period)
            self._control[key] = calls_frame(shapes, allowed, self.package.tables, self.period(period), order)
        return self._control[key].copy()

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
            Without `province` and `period`, one row per claim with ``province_ids`` (a tuple). With either, one row
            per claim and province; with `period`, the claims that speak to it, and their ``grade`` and
            ``effective_role`` there. Columns of the source carry the prefix ``source_``; ``date_label`` is the date in
            words.

        Raises
        ------
        KeyError
            If there is no such province, period or faction.
        """
        claims = self._claims
        if faction is not None:
            self._require(faction, self.factions["faction_id"], "faction")
            claims = claims[claims["faction_id"] == faction]
        if province is not None:
            self._require(province, self.package.provinces["province_id"], "province")
        if period is not None:
            extra = ["province_id", "side", "names_party", "extent", "effective_role", "grade", "place_id", "part"]
            graded = self._graded_claims(period)[["claim_id", *extra]]
            claims = claims.merge(graded, on="claim_id")
        elif province is not None:
            claims = claims.merge(self.package.tables["scopes"], on="claim_id")
        else:
            scopes = self.package.tables["scopes"].groupby("claim_id")["province_id"].agg(tuple)
            claims = claims.assign(province_ids=claims["claim_id"].map(scopes).map(tuple_or_empty))
        if province is not None:
            claims = claims[claims["province_id"] == province]
        return claims.reset_index(drop=True)

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
        """
        events = self.package.tables["events"]
        if period is not None:
            one = self.period(period)
            fits = events["date"].map(lambda text: dates.parse(text).fit(one.start, one.end))
            events = events[fits == "overlaps"]
        return located_events(events, self.places, self.package.tables["event_claims"])

    def changes(self, first: str, second: str) -> pd.DataFrame:
        """What changed from one period to another.

        Returns
        -------
        pandas.DataFrame
            One row per province of either period: ``province_id, name, from, to, kind``; see
            `geodata.changes.compare` for the kinds.
        """
        return changes.compare(self.control(first), self.control(second))

    def summary(self) -> pd.DataFrame:
        """Provinces and area that each faction leads, per period.

        Returns
        -------
        pandas.DataFrame
            Columns ``period_id, faction_id, status, provinces, area_km2, firm_area_km2`` (of it, on firm evidence),
            ``share`` (of the country's area, 0 to 1).
            A shared province counts as one for each faction that shares it, its area in equal parts. Contested and
            no-evidence provinces have rows of their own with an empty faction_id, so the shares of a period sum to 1.
        """
        return changes.summarise({period.id: self.control(period.id) for period in self.periods})

    @cached_property
    def lineage(self) -> pd.DataFrame:
        """Which province a later one was made from: ``province_id, made_from_id, since``."""
        return boundaries.lineage(self.package.provinces)

    @cached_property
    def _claims(self) -> pd.DataFrame:
        claims = self._table("claims")
        return claims.assign(date_label=claims["date"].map(dates.label)).merge(
            self.sources.add_prefix("source_").rename(columns={"source_source_id": "source_id"}), on="source_id"
        )

    def _table(self, name: str) -> pd.DataFrame:
        return self.package.tables[name].reset_index(drop=True)

    def _graded_claims(self, period: str) -> pd.DataFrame:
        if period not in self._graded:
            one = self.period(period)
            tables = self.package.tables
            self._graded[period] = grade_claims(
                tables["claims"],
                tables["scopes"],
                tables["factions"],
                self.lineage,
                list(self.provinces(period)["province_id"]),
                one.start,
                one.end,
            )
        return self._graded[period]

    @staticmethod
    def _require(value: str, known: pd.Series[Any], what: str) -> None:
        if value not in set(known):
            raise KeyError(f"no {what} {value!r} in this atlas")


def load(folder: str | Path | None = None) -> Atlas:
    """Load an atlas.

    Parameters
    ----------
    folder : str or pathlib.Path, optional
        Folder of an atlas; the built-in atlas of Afghanistan if left out.

    Returns
    -------
    Atlas

    Raises
    ------
    AtlasError
        If the atlas can't be used; ``.problems`` lists everything that must be mended.

    Examples
    --------
    >>> import geodata
    >>> atlas = geodata.load()
    >>> atlas.control("1988-89").set_index("province_id").loc["kunar", "side"]
    'resistance'
    """
    return Atlas(read_package(BUILT_IN if folder is None else folder))


def _without_comments(markdown: str) -> str:
    """Markers of generated parts are for maintainers, not for readers."""
    return re.sub(r"<!--.*?-->\n*", "", markdown, flags=re.DOTALL)
