"""The claims of an atlas, ready to be read for any period: each joined with where it speaks and with its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from geodata import dates
from geodata.frames import records
from geodata.rule.grades import grade_of, reasons_weak
from geodata.rule.scopes import Lineage, Reach, reach_of_period
from geodata.rule.vocabulary import FIRM, FIRM_TIER, INFERRED, INFERRED_TIER, UNNAMED_KINDS, WEAK, WEAK_TIER

Reading = dict[str, Any]
"""What one claim says of one province in one period: the keys are `READING_COLUMNS`."""

READING_COLUMNS = (
    "claim_id", "sentence_id", "province_id", "faction_id", "side", "alliance_id", "names_party", "domain", "role",
    "extent", "place_id", "part", "named", "date", "basis", "source_id", "work", "source_kind", "source_language",
    "regional", "grade", "firm", "strength", "why_weak", "tier",
)  # fmt: skip


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
        provinces: defaultdict[str, set[str]] = defaultdict(set)
        rows = records(scopes)
        for row in rows:
            provinces[row["claim_id"]].add(row["province_id"])
        for row in rows:
            claim = about.get(row["claim_id"])
            if claim is not None:
                several = len(provinces[row["claim_id"]]) > 1
                by_date[claim["date"], claim["data_set"]].append({**claim, **row, "regional": several})
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
        current = frozenset(province_ids)
        readings: list[Reading] = []
        for one in self._dated:
            # A data set has its own value for other days, or none: what it says of one day is no evidence of another.
            fit = one.when.fit(start, end, 0 if one.of_data_set else near_days)
            if fit is not None:
                readings += one.read(fit, self._lineage, current)
        readings.sort(key=lambda reading: (reading["province_id"], reading["claim_id"]))
        return readings


@dataclass(frozen=True)
class _Dated:
    """The claims of one date, a row for each province that they speak of."""

    when: dates.EdtfDate
    of_data_set: bool
    rows: list[Reach]
    known: dict[dates.Fit, dict[int, Reading]] = field(default_factory=lambda: {"overlaps": {}, "near": {}})
    """By how the date fits and the place of the row: what was read before."""

    def read(self, fit: dates.Fit, lineage: Lineage, current: frozenset[str]) -> list[Reading]:
        """What they say of a period that the date fits.

        The first reading of a row takes its place, since it has all that the row has; one that fits otherwise is kept
        beside it. Periods share them: thousands of rows are not held in memory for each.
        """
        places = {id(row): place for place, row in enumerate(self.rows)}
        known = self.known[fit]
        found = []
        for row in reach_of_period(self.rows, lineage, current):
            place = places.get(id(row))
            if place is None:
                found.append(_read(row, fit, self.when.is_vague))
                continue
            if place not in known:
                known[place] = _read(row, fit, self.when.is_vague)
                if "grade" not in row:
                    self.rows[place] = known[place]
            found.append(known[place])
        return found


def readings_frame(readings: Sequence[Reading]) -> pd.DataFrame:
    """Readings as a table with the columns `READING_COLUMNS`."""
    columns = {name: [reading[name] for reading in readings] for name in READING_COLUMNS}
    # Where there are none, pandas would take the columns for numbers, which join with no text.
    return pd.DataFrame(columns, columns=list(READING_COLUMNS), dtype=None if readings else object)


def _about_claims(claims: pd.DataFrame, factions: pd.DataFrame, sources: pd.DataFrame) -> dict[str, Reach]:
    actors = {row["faction_id"]: row for row in records(factions)}
    works = {row["source_id"]: row for row in records(sources)}
    about = {}
    for claim in records(claims):
        actor, source = actors[claim["faction_id"]], works[claim["source_id"]]
        about[claim["claim_id"]] = {
            **{name: claim[name] for name in ("claim_id", "sentence_id", "faction_id", "domain", "role", "date")},
            "basis": claim["basis"],
            "data_set": claim.get("data_set", False),
            "earliest": dates.parse(claim["date"]).earliest,
            "side": actor["side"],
            "alliance_id": actor["alliance_id"],
            "names_party": actor["kind"] not in UNNAMED_KINDS,
            "source_id": claim["source_id"],
            "work": source["work"] or claim["source_id"],
            "source_kind": source["kind"],
            "source_language": source["language"],
            "independent": source["independent"],
            "thin": source["thin"],
        }
    return about


def _read(row: Reach, fit: dates.Fit, vague: bool) -> Reading:
    grade = grade_of(row["basis"], fit, named=row["named"], regional=row["regional"])
    reasons = reasons_weak(
        grade,
        basis=row["basis"],
        named=row["named"],
        vague=vague,
        independent=row["independent"],
        thin=row["thin"],
    )
    if row.get("grade") == grade and row["why_weak"] == reasons:
        return row
    tier = INFERRED_TIER if grade == INFERRED else WEAK_TIER if reasons else FIRM_TIER
    strength = WEAK if reasons else FIRM
    return {**row, "grade": grade, "firm": not reasons, "strength": strength, "why_weak": reasons, "tier": tier}
