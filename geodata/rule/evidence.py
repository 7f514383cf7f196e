"""The claims of an atlas, ready to be read for any period: each joined with where it speaks and with its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from operator import itemgetter
from threading import Lock
from typing import Any

import pandas as pd

from geodata import dates
from geodata.frames import records, shared_cells
from geodata.rule.grades import grade_of, reasons_weak
from geodata.rule.scopes import Lineage, Reach, reach_of_period
from geodata.rule.vocabulary import FIRM, FIRM_TIER, INFERRED, INFERRED_TIER, UNNAMED_KINDS, WEAK, WEAK_TIER

Reading = dict[str, Any]
"""What one claim says of one province in one period: the keys are `READING_COLUMNS`."""

READING_COLUMNS = (
    "claim_id", "province_id", "faction_id", "side", "alliance_id", "names_party", "domain", "role", "extent",
    "place_id", "part", "named", "date", "source_id", "work", "regional", "grade", "firm", "why_weak", "tier", "common",
)  # fmt: skip
"""``common`` is a tuple of `COMMON`, one for all claims that have these in common. Of readings there are hundreds of
thousands: a dictionary with one key more takes twice the memory, and one that holds others is looked through for
garbage again and again."""

COMMON = ("basis", "source_kind", "source_language", "independent", "thin")

_reading = Lock()
"""Held by who completes rows with what reading finds out."""

OF_SCOPE = ("claim_id", "province_id", "extent", "place_id", "part", "named")


class Evidence:
    """All claims of an atlas with what the rule asks of them.

    Parameters
    ----------
    claims, scopes, factions, sources : pandas.DataFrame
        Tables of the atlas; ``named``, ``independent`` and ``thin`` are boolean. Claims may have a boolean column
        ``data_set``: a value of a data set speaks for the days that it is of and is never near.
    lineage : pandas.DataFrame
        Columns ``province_id``, ``made_from_id``, ``since``: which province a later one was made from, and the first
        day of the later one (ISO 8601).
    """

    def __init__(
        self,
        claims: pd.DataFrame,
        scopes: pd.DataFrame,
        factions: pd.DataFrame,
        sources: pd.DataFrame,
        lineage: pd.DataFrame,
    ) -> None:
        self._lineage = Lineage(lineage)
        by_date: defaultdict[tuple[str, bool], list[Reach]] = defaultdict(list)
        about = _about_claims(claims, factions, sources)
        several = _about_several(scopes)
        observed = set(claims.loc[claims["data_set"], "claim_id"]) if "data_set" in claims else set()
        for claim_id, province_id, extent, place_id, part, named in shared_cells(scopes[list(OF_SCOPE)]):
            claim = about.get(claim_id)
            if claim is not None:
                reach = {
                    **claim,
                    "province_id": province_id,
                    "extent": extent,
                    "place_id": place_id,
                    "part": part,
                    "named": named,
                    "regional": claim_id in several,
                }
                by_date[claim["date"], claim_id in observed].append(reach)
        # Each date is read once, however many periods ask for it.
        self._dated = [_Dated(dates.parse(text), of_data_set, rows) for (text, of_data_set), rows in by_date.items()]

    def of_period(self, province_ids: Collection[str], start: date, end: date, near_days: int) -> list[Reading]:
        """Read every claim for every province of a period that it speaks to.

        Parameters
        ----------
        province_ids : collection of str
            The provinces of the period.
        start, end : datetime.date
            First and last day of the period.
        near_days : int
            A claim dated at most this many days before the period speaks for it, as `adjacent`.

        Returns
        -------
        list of Reading
            One for each claim and province, ordered by province, then claim. Claims whose date does not fit the period
            are left out.
        """
        by_province = self.by_province(province_ids, start, end, near_days)
        return [reading for province_id in sorted(by_province) for reading in by_province[province_id]]

    def by_province(
        self, province_ids: Collection[str], start: date, end: date, near_days: int
    ) -> Mapping[str, list[Reading]]:
        """The same by province, for each in the order of the claims; a province without claims has none."""
        current = frozenset(province_ids)
        found: defaultdict[str, list[Reading]] = defaultdict(list)
        for one in self._dated:
            # A data set has its own value for other days, or none: what it says of one day is no evidence of another.
            fit = one.when.fit(start, end, 0 if one.of_data_set else near_days)
            if fit is None:
                continue
            with _reading:
                readings = one.read(fit, self._lineage, current)
            for reading in readings:
                found[reading["province_id"]].append(reading)
        for readings in found.values():
            readings.sort(key=itemgetter("claim_id"))
        return dict(found)


@dataclass(frozen=True)
class _Dated:
    """The claims of one date, a row for each province that they speak of."""

    when: dates.EdtfDate
    of_data_set: bool
    rows: list[Reach]
    known: dict[dates.Fit, dict[int, Reading]] = field(default_factory=lambda: {"overlaps": {}, "near": {}})
    """By how the date fits and the place of the row: what was read before."""
    reached: dict[frozenset[str], list[int | Reach]] = field(default_factory=dict)
    """By the provinces of a period: places of the rows that speak of them as they are, and rows carried to them."""

    def read(self, fit: dates.Fit, lineage: Lineage, current: frozenset[str]) -> list[Reading]:
        """What they say of a period that the date fits.

        The first reading of a row completes it where it stands; one that fits otherwise is kept beside it. Periods
        share them: thousands of rows are not held in memory for each.
        """
        known, vague = self.known[fit], self.when.is_vague
        found = []
        for one in self._reach(lineage, current):
            if not isinstance(one, int):
                found.append(_read(one, fit, vague))
                continue
            if one not in known:
                known[one] = _read(self.rows[one], fit, vague)
            found.append(known[one])
        return found

    def _reach(self, lineage: Lineage, current: frozenset[str]) -> list[int | Reach]:
        if current not in self.reached:
            places = {id(row): place for place, row in enumerate(self.rows)}
            reach = reach_of_period(self.rows, lineage, current)
            self.reached[current] = [places.get(id(row), row) for row in reach]
        return self.reached[current]


def readings_frame(readings: Sequence[Reading]) -> pd.DataFrame:
    """Readings as a table with the columns `READING_COLUMNS` and ``strength``, without ``common``."""
    columns: dict[str, list[Any]] = {
        name: [reading[name] for reading in readings] for name in READING_COLUMNS if name != "common"
    }
    columns["strength"] = [FIRM if firm else WEAK for firm in columns["firm"]]
    # Where there are none, pandas would take the columns for numbers, which join with no text.
    return pd.DataFrame(columns, dtype=None if readings else object)


def _about_several(scopes: pd.DataFrame) -> set[str]:
    """The claims that speak of several provinces together."""
    first: dict[str, str] = {}
    spoken = zip(scopes["claim_id"].tolist(), scopes["province_id"].tolist(), strict=True)
    return {claim_id for claim_id, province_id in spoken if first.setdefault(claim_id, province_id) != province_id}


def _about_claims(claims: pd.DataFrame, factions: pd.DataFrame, sources: pd.DataFrame) -> dict[str, Reach]:
    actors = {
        row["faction_id"]: {
            "side": row["side"],
            "alliance_id": row["alliance_id"],
            "names_party": row["kind"] not in UNNAMED_KINDS,
        }
        for row in records(factions)
    }
    of_source = {
        row["source_id"]: (row["kind"], row["language"], row["independent"], row["thin"]) for row in records(sources)
    }
    work_of = {row["source_id"]: row["work"] or row["source_id"] for row in records(sources)}
    own = ["claim_id", "faction_id", "domain", "role", "date", "source_id"]
    common: dict[tuple[str, str], tuple[Any, ...]] = {}
    about = {}
    for *cells, basis in shared_cells(claims[[*own, "basis"]]):
        claim = dict(zip(own, cells, strict=True))
        source_id = claim["source_id"]
        about[claim["claim_id"]] = {
            **claim,
            **actors[claim["faction_id"]],
            "work": work_of[source_id],
            "common": common.setdefault((source_id, basis), (basis, *of_source[source_id])),
        }
    return about


def _read(row: Reach, fit: dates.Fit, vague: bool) -> Reading:
    basis, _, _, independent, thin = row["common"]
    found = _found(basis, fit, row["named"], row["regional"], vague, independent, thin)
    if "grade" not in row:
        row.update(found)
        return row
    alike = row["grade"] == found["grade"] and row["why_weak"] == found["why_weak"]
    return row if alike else {**row, **found}


@cache
def _found(
    basis: str, fit: dates.Fit, named: bool, regional: bool, vague: bool, independent: bool, thin: bool
) -> Mapping[str, Any]:
    """What reading finds out: of thousands of claims there are few different cases."""
    grade = grade_of(basis, fit, named=named, regional=regional)
    reasons = reasons_weak(grade, basis=basis, named=named, vague=vague, independent=independent, thin=thin)
    tier = INFERRED_TIER if grade == INFERRED else WEAK_TIER if reasons else FIRM_TIER
    return {"grade": grade, "firm": not reasons, "why_weak": reasons, "tier": tier}
