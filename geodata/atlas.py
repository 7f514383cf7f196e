"""The face of the library: questions and answers about one atlas."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from geodata import boundaries, capitals, changes, dates, grades
from geodata.control import RANK_ORDER, Criterion, call_provinces
from geodata.package import CRS, Package, read_package

SIDES = ("resistance", "government", "other")
BUILT_IN = Path(__file__).parent / "atlases" / "afghanistan"


@dataclass(frozen=True)
class Period:
    """A stop of the year slider.

    Attributes
    ----------
    id, label, edtf, note : str
        Identifier (``1988-89``), what a reader sees (``1988–89``), EDTF form, what to know about it.
    start, end : datetime.date
        First and last day.
    """

    id: str
    label: str
    start: date
    end: date
    edtf: str
    note: str


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
        self.periods: tuple[Period, ...] = tuple(
            Period(
                row["period_id"],
                row["label"],
                date.fromisoformat(row["start"]),
                date.fromisoformat(row["end"]),
                row["edtf"],
                row["note"],
            )
            for row in package.tables["periods"].to_dict("records")
        )
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
        allowed_grades: Collection[str] = grades.GRADES,
    ) -> gpd.GeoDataFrame:
        """Who held each province in a period: the calls.

        Parameters
        ----------
        period : str
            Identifier of the period.
        order : sequence of {"firmness", "role", "grade"}, optional
            Order in which claims are compared.
        allowed_grades : collection of str, optional
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
        key = (period, tuple(order), frozenset(allowed_grades))
        if key not in self._control:
            self._control[key] = self._decide(period, order, allowed_grades)
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
            extra = ["province_id", "extent", "effective_role", "grade", "place_id", "part"]
            graded = self._graded_claims(period)[["claim_id", *extra]]
            claims = claims.merge(graded, on="claim_id")
        elif province is not None:
            claims = claims.merge(self.package.tables["scopes"], on="claim_id")
        else:
            scopes = self.package.tables["scopes"].groupby("claim_id")["province_id"].agg(tuple)
            claims = claims.assign(province_ids=claims["claim_id"].map(scopes).map(_tuple_or_empty))
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
        places = self.places.set_index("place_id")
        at = events["place_id"].map(lambda place_id: place_id if place_id in places.index else None)
        reports = self.package.tables["event_claims"].groupby("event_id")["claim_id"].agg(tuple)
        points = gpd.points_from_xy(at.map(places["lon"]), at.map(places["lat"]))
        frame = events.assign(
            date_label=events["date"].map(dates.label),
            place=at.map(places["name"]).fillna(""),
            province_id=at.map(places["province_id"]).fillna(events["province_id"]),
            claim_ids=events["event_id"].map(reports).map(_tuple_or_empty),
        )
        located = gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries(points, index=frame.index, crs=CRS))
        located.loc[at.isna(), "geometry"] = None
        located = located.assign(_order=located["date"].map(_sortable)).sort_values(["_order", "event_id"])
        return located.drop(columns="_order").reset_index(drop=True)

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
            Columns ``period_id, faction_id, status, provinces, area_km2, share`` (of the country's area, 0 to 1).
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
            self._graded[period] = grades.grade_claims(
                tables["claims"],
                tables["scopes"],
                tables["factions"],
                self.lineage,
                list(self.provinces(period)["province_id"]),
                one.start,
                one.end,
            )
        return self._graded[period]

    def _decide(self, period: str, order: Sequence[Criterion], allowed_grades: Collection[str]) -> gpd.GeoDataFrame:
        shapes = self.provinces(period)
        graded = self._graded_claims(period)
        graded = graded[graded["grade"].isin(set(allowed_grades))]
        calls = call_provinces(graded, list(shapes["province_id"]), order)
        factions = self.factions.set_index("faction_id")
        capital_calls = {
            province_id: self._capital_call(province_id, place_id, graded, period)
            for province_id, place_id in zip(shapes["province_id"], shapes["capital_place_id"], strict=True)
        }
        records = []
        for shape in shapes.itertuples(index=False):
            call = calls[shape.province_id]
            capital = capital_calls[shape.province_id]
            leader = None if call.faction_id is None else factions.loc[call.faction_id]
            records.append(
                {
                    "province_id": shape.province_id,
                    "name": shape.name,
                    **asdict(call),
                    "faction": None if leader is None else leader["name"],
                    "alliance_id": None if leader is None else leader["alliance_id"] or None,
                    "capital_status": capital.status,
                    "capital_changed_hands": capital.changed_hands,
                    "capital_grade": capital.grade,
                    "capital_claim_ids": capital.claim_ids,
                    "area_km2": shape.area_km2,
                    "geometry": shape.geometry,
                }
            )
        columns = [
            "province_id", "name", "side", "side_grade", "faction_id", "faction", "alliance_id", "grade", "status",
            "factions", "names_party", "others", "capital_status", "capital_changed_hands", "capital_grade",
            "capital_claim_ids", "area_km2", "claim_ids", "dissenting_claim_ids", "geometry",
        ]  # fmt: skip
        frame = pd.DataFrame(records, dtype=object)[columns]
        frame = frame.astype({"area_km2": float, "capital_changed_hands": bool, "names_party": bool})
        return gpd.GeoDataFrame(frame, geometry="geometry", crs=CRS)

    def _capital_call(self, province_id: str, place_id: str, graded: pd.DataFrame, period: str) -> capitals.CapitalCall:
        one = self.period(period)
        tables = self.package.tables
        events = tables["events"]
        at_capital = events[(events["place_id"] == place_id) & (place_id != "")]
        sided = at_capital.merge(tables["factions"][["faction_id", "side"]], on="faction_id")
        of_province = graded[graded["province_id"] == province_id]
        return capitals.call_capital(of_province, sided, tables["event_claims"], one.start, one.end)

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


def _tuple_or_empty(ids: object) -> tuple[str, ...]:
    """Left joins leave NaN where nothing was joined."""
    return ids if isinstance(ids, tuple) else ()


def _without_comments(markdown: str) -> str:
    """Markers of generated parts are for maintainers, not for readers."""
    return re.sub(r"<!--.*?-->\n*", "", markdown, flags=re.DOTALL)


def _sortable(text: str) -> date:
    parsed = dates.parse(text)
    return parsed.earliest or parsed.latest or date.min
