"""The face of the library: questions and answers about one atlas."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd

from geodata import dates
from geodata.dates import Period
from geodata.frames import Rows, records
from geodata.looks import ColouringName
from geodata.rule import (
    STANDARD,
    Affiliations,
    Check,
    Engine,
    Reading,
    Rule,
    agreement_frame,
    by_province,
    carried,
    differences_frame,
    discrepancy_frame,
    select_claims,
    summarise,
)
from geodata.shapes import announced_in, areas_km2, lineage, part_areas, provinces_at
from geodata.tables import README, Package, located_events, read_package, without_sources
from geodata.telling import ProvinceCall, atlas_html, capital_words, without_comments, word

if TYPE_CHECKING:
    from geodata.figure import AtlasFigure, Size

CALLS_KEPT = 256
"""Tables of calls kept in memory: those of many periods under some rules."""
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
    language : str
        Of the labels of dates.
    periods : tuple of Period
        In order of time.
    rule : Rule
        What the rule is asked to do otherwise where no other is given, see `read_by`; `STANDARD` is the atlas's own.
    left_out : tuple of str
        Sources whose claims `without` has left out; empty for a whole atlas.
    sides, factions, alliances, sources, places : pandas.DataFrame
        Tables of the data package, one row per item; the columns are described in the package's data dictionary.
    neighbours : geopandas.GeoDataFrame
        Countries around the provinces (EPSG:4326), for context; empty if the atlas has none.

    Examples
    --------
    >>> import geodata
    >>> atlas = geodata.load()
    >>> [period.label for period in atlas.periods]
    ['1985', '1987', '1988–89']
    """

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

    def __reduce__(self) -> tuple[type[Atlas], tuple[Package, str, Rule]]:
        """Travel to another process as what it was made from; what was decided is decided there again."""
        return Atlas, (self.package, self.language, self.rule)

    def __repr__(self) -> str:
        periods = ", ".join(period.label for period in self.periods)
        told = f", {word('reading', rule=self.reading)}" if self.reading else ""
        return f"<Atlas {self.title!r} {self.version}: {len(self._claims)} claims, periods {periods}{told}>"

    def _repr_html_(self) -> str:
        facts = {
            "title": self.title,
            "version": self.version,
            "control": self.control_definition,
            "claims": len(self._claims),
            "sources": self._claims["source_id"].nunique(),
            "reading": self.reading,
        }
        statuses = {period.id: list(self.control(period.id)["status"]) for period in self.periods}
        return atlas_html(facts, self.periods, statuses)

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

    def call(self, province: str, period: str) -> ProvinceCall:
        """One call with the claims for and against it; a notebook shows it as a card with citations.

        Parameters
        ----------
        province, period : str
            Identifiers, such as ``"herat"`` and ``"1985"``.

        Returns
        -------
        ProvinceCall

        Raises
        ------
        KeyError
            If the atlas has no such period, or no such province in it.

        Examples
        --------
        >>> import geodata
        >>> geodata.load().call("herat", "1985").deciding["claim_id"].tolist()
        ['C008']
        """
        calls = self.control(period)
        self._require(province, calls["province_id"], "province")
        row = next(one for one in records(calls.drop(columns="geometry")) if one["province_id"] == province)
        names = dict(zip(self.factions["faction_id"], self.factions["name"], strict=True))
        claims = self.claims(province=province, period=period)
        deciding = claims["claim_id"].isin(row["claim_ids"])
        dissenting = claims["claim_id"].isin(row["dissenting_claim_ids"])
        return ProvinceCall(
            row["name"],
            self.period(period).label,
            row,
            tuple(names[faction_id] for faction_id in row["factions"]),
            capital_words(row["capital_status"], row["capital_changed_hands"], self.side_names),
            claims[deciding],
            claims[dissenting],
            claims[~deciding & ~dissenting],
        )

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
        provinces = self.provinces(period)
        parts = self._engine.parts(self.period(period), list(provinces["province_id"]), rule or self.rule)
        radius = float(self.package.descriptor["area_radius_km"])
        return part_areas(
            [{"province_id": one.province_id, "place_id": one.place_id, **vars(one.call)} for one in parts],
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
        return self._engine.checks({period.id: self._calls(period.id, rule or self.rule) for period in self.periods})

    def without(self, source: str | Iterable[str]) -> Atlas:
        """Leave out the claims of one source or several, to see what the map would be without them.

        Parameters
        ----------
        source : str or iterable of str
            Identifiers of sources, such as ``"S01"``.

        Returns
        -------
        Atlas
            Another atlas; this one stays as it is. Claims of the sources are gone, and dated events that rest on
            nothing else. Shapes, names and the table of sources stay whole. `left_out` names the sources.

        Raises
        ------
        KeyError
            If there is no such source.

        Examples
        --------
        >>> import geodata
        >>> atlas = geodata.load()
        >>> atlas.without(source="S01").left_out
        ('S01',)
        """
        gone = [source] if isinstance(source, str) else [*source]
        package = without_sources(self.package, gone)
        rule = replace(self.rule, without_sources=(*self.rule.without_sources, *gone))
        return Atlas(package, self.language, rule)

    def read_by(self, rule: Rule) -> Atlas:
        """The same atlas read by another rule: calls, changes, figures, files and pages follow, and say so.

        Parameters
        ----------
        rule : Rule

        Returns
        -------
        Atlas
            Another atlas; this one stays as it is. All claims are still there: those that do not count stand among the
            other claims of a province.

        Raises
        ------
        KeyError
            If the rule leaves out a source that the atlas has not.

        Examples
        --------
        >>> import geodata
        >>> geodata.load().read_by(geodata.CAUTIOUS).reading
        'rule=cautious'
        """
        for source_id in rule.without_sources:
            self._require(source_id, self.sources["source_id"], "source")
        own = int(self.package.descriptor["near_days"])
        other = copy(self)
        other.rule = replace(
            rule,
            near_days=None if rule.near_days == own else rule.near_days,
            without_sources=(*rule.without_sources, *self.left_out),
        )
        return other

    def differences(self, rule: Rule) -> pd.DataFrame:
        """What another rule changes, province by province, against this reading of the atlas.

        Parameters
        ----------
        rule : Rule

        Returns
        -------
        pandas.DataFrame
            One row per province and period that differs: ``period_id, province_id, name``; ``kind``: ``other-side``,
            ``other-factions``, ``to-contested``, ``to-unclear``, ``to-partly``, ``to-no-evidence``, ``now-led``,
            ``other-strength`` (the same call, firm or weak) or ``capital-only``; before and after
            ``from_status, to_status, from_side, to_side, from, to`` (tuples of factions),
            ``from_strength, to_strength, from_capital, to_capital``; ``fell_away``: claims that decided, or spoke
            against, and no longer count; ``came_in``: those that now do and did not count.

        Examples
        --------
        >>> import geodata
        >>> found = geodata.load().differences(geodata.Rule(without_sources=["S01"]))
        >>> "other-side" in set(found["kind"])
        False
        """
        rows: list[dict[str, Any]] = []
        for period in self.periods:
            calls = self._calls(period.id, self.rule), self._calls(period.id, rule)
            rows += self._engine.differences(period, calls, (self.rule, rule))
        return differences_frame(rows)

    def robustness(self, period: str, rule: Rule | None = None) -> pd.DataFrame:
        """How much each call of a period hangs on single sources: each is left out in turn.

        A call that no single source can change may still hang on several texts that copy each other: see the columns
        ``source_independent`` and ``source_thin`` of `claims`.

        Parameters
        ----------
        period : str
            Identifier of the period.
        rule : Rule, optional
            The atlas's own `rule` if left out.

        Returns
        -------
        pandas.DataFrame
            One row per province, in the order of `control`: ``province_id, name, status``; ``sources``, how many speak
            of its countryside in the period; ``deciding``, how many of them the call rests on; ``changing``, how
            many of them, left out in turn, change its status, side or leading factions; ``changed_by`` and, for each
            aspect, ``status_changed_by, side_changed_by, factions_changed_by`` (tuples of ids of sources);
            ``faction_falls_with, side_falls_with``: the smallest sets of sources whose loss changes who leads, and
            which side (a tuple of sets; empty if no three sources do); ``faction_least, side_least``: how many sources
            such a set has, exact from 1 to 3; 4 stands for more than three, 0 for a call that shows nobody, or no side.

        Raises
        ------
        KeyError
            If the atlas has no such period.

        Examples
        --------
        >>> import geodata
        >>> fragile = geodata.load().robustness("1985").query("changing > 0")
        >>> list(fragile.columns[:5])
        ['province_id', 'name', 'status', 'sources', 'deciding']
        """
        asked = rule or self.rule
        calls = pd.DataFrame(self._calls(period, asked)[["province_id", "name", "status"]])
        found = self._engine.robustness(self.period(period), list(calls["province_id"]), asked)
        return calls.merge(found, on="province_id")

    def carried(self, rule: Rule | None = None) -> pd.DataFrame:
        """What each source carries alone: every call that would be another without it.

        Parameters
        ----------
        rule : Rule, optional
            The atlas's own `rule` if left out.

        Returns
        -------
        pandas.DataFrame
            One row per source and call: ``source_id, title, period_id, province_id, name, changed`` (which of
            ``status, side, factions`` differ), and what the call becomes: ``status, side, factions``. Sources that
            carry most come first; one that carries nothing alone has no row.

        Examples
        --------
        >>> import geodata
        >>> bool(geodata.load().carried()["changed"].map(len).all())
        True
        """
        asked = rule or self.rule
        found = []
        for period in self.periods:
            calls = pd.DataFrame(self._calls(period.id, asked)[["province_id", "name"]])
            trials = self._engine.leave_each_out(period, list(calls["province_id"]), asked)
            found.append(trials.merge(calls, on="province_id").assign(period_id=period.id))
        return carried(pd.concat(found), self.sources)

    def gaps(self, rule: Rule | None = None) -> pd.DataFrame:
        """Where one more source would matter: a reading list for archives.

        For each province and period it names the smallest new claim, by its kind, that would change the call or make
        it firm. What such a claim would say is not guessed.

        Parameters
        ----------
        rule : Rule, optional
            The atlas's own `rule` if left out.

        Returns
        -------
        pandas.DataFrame
            One row per province and period, ranked: ``rank, period_id, province_id, name, status, strength, n_sources,
            area_km2``; the smallest claim that changes the call: ``change_step`` (1 to 6, from an inferred strong claim
            to a firm dominant one; 7 where no single claim would do), ``change_strength, change_role, change_who`` (a
            tuple: ``shown``, ``same-side``, ``other-side``, ``anybody``); the smallest that makes it firm:
            ``firm_step, firm_role, firm_who`` (always a firm claim; 7 where the call is firm or none would do). First
            what the smaller claim would change, then make firm; among equals where fewer works speak, then the larger
            province.

        Examples
        --------
        >>> import geodata
        >>> geodata.load().gaps().iloc[0]["status"]
        'no-evidence'
        """
        asked = rule or self.rule
        return self._engine.gaps({period: self._calls(period.id, asked) for period in self.periods}, asked)

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

    def plot(
        self,
        period: str | None = None,
        *,
        compare: str | None = None,
        size: Size = "column",
        colour: ColouringName = "faction",
    ) -> AtlasFigure:
        """Draw a figure for print: equal-area, with legend, sources, citation and versions.

        Colours, textures, codes and legend are those of the dashboard, and can be told apart in grey. The same call
        gives the same bytes when it is saved: ``atlas.plot("1985").savefig("1985.pdf")`` (PNG with 300 dpi, SVG and PDF
        with selectable text; what the figure shows is written into each as text for people who can't see it).

        Parameters
        ----------
        period : str, optional
            Identifier of the period; if left out, one map for each period, of the same scale and with one legend.
        compare : str, optional
            Another period: one map of what changed from the earlier to the later of the two.
        size : {"column", "slide", "poster"}, optional
            A column of a journal (90 mm wide; several maps take two columns), a 16:9 slide, or a poster (A2).
        colour : {"faction", "alliance", "side", "capital", "evidence"}, optional
            What the fill means: the leading faction, its alliance or side, who holds the provincial capital, or how
            good the evidence is. A map of what changed is about factions.

        Returns
        -------
        AtlasFigure
            A `matplotlib.figure.Figure`, shown by a notebook as it is. Its ``alt_text`` says what it shows; ``crs`` is
            the projection of its maps, so that own data can be drawn over them:
            ``own.to_crs(figure.crs).plot(ax=figure.axes[0], aspect=None, zorder=8)``.

        Raises
        ------
        KeyError
            If the atlas has no such period.
        ValueError
            If there is no such size or colouring, `compare` names the period itself or stands alone, or a map of what
            changed is asked for in another colouring.

        Examples
        --------
        >>> import geodata
        >>> figure = geodata.load().plot("1985")
        >>> "Herat: Jamiat-i Islami, held" in figure.alt_text
        True
        """
        # Drawing takes half a second to import, and most questions need none of it.
        from geodata import figure  # noqa: PLC0415

        return figure.plot(self, period, compare, size, colour)

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

    @property
    def affiliations(self) -> Affiliations:
        """Whose each local front was, and when: ``atlas.affiliations.party_on(front, day)``."""
        return self._engine.affiliations

    @cached_property
    def lineage(self) -> pd.DataFrame:
        """Which province a later one was made from: ``province_id, made_from_id, since``."""
        return lineage(self.package.provinces)

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
