"""Dated events, how precisely each is dated, and the period that a map of it shows."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from dashboard.edition import Edition, cached
from geodata import Period
from geodata.dates import parse
from geodata.frames import records
from geodata.telling import cite

Precision = Literal["day", "month", "season", "year", "decade", "interval", "open"]


@dataclass(frozen=True)
class TimelineEvent:
    """A dated event.

    Attributes
    ----------
    event_id, edtf, date_label : str
        ``edtf`` is the date in EDTF, ``date_label`` in words.
    precision : str
        See `precision_of`.
    approximate : bool
        Whether the date is approximate or uncertain.
    earliest, latest : datetime.date or None
        First and last day that it can mean; None where open.
    kind, kind_name, faction_id, faction, province_id, province, place : str
    statement, note : str
    citations : tuple of dict
        ``text`` and ``url`` of each source that reports it.
    claim_ids : tuple of str
    period : Period
        The period that it lies in, or the nearest one.
    in_period : bool
        Whether it lies in it.
    """

    event_id: str
    edtf: str
    date_label: str
    precision: Precision
    approximate: bool
    earliest: date | None
    latest: date | None
    kind: str
    kind_name: str
    faction_id: str
    faction: str
    province_id: str
    province: str
    place: str
    statement: str
    note: str
    citations: tuple[dict[str, str], ...]
    claim_ids: tuple[str, ...]
    period: Period
    in_period: bool

    @property
    def order(self) -> tuple[date, date, str]:
        """Sorts by the first day that the event can mean."""
        first, last = self.earliest or self.latest, self.latest or self.earliest
        return first or date.min, last or date.max, self.event_id


def precision_of(text: str) -> Precision:
    """Say how precise an EDTF date is.

    Examples
    --------
    >>> [precision_of(one) for one in ("1988-06-17", "1988-06?", "1988-22", "1984~", "196X")]
    ['day', 'month', 'season', 'year', 'decade']
    >>> precision_of("1988-06/1989-02"), precision_of("../1988-10-11")
    ('interval', 'open')
    """
    if "/" in text:
        ends = text.split("/")
        return "open" if any(end in ("", "..") for end in ends) else "interval"
    bare = text.rstrip("?~%")
    if re.fullmatch(r"\d{4}-\d\d-\d\d", bare):
        return "day"
    if re.fullmatch(r"\d{4}-\d\d", bare):
        return "month" if int(bare[5:]) <= 12 else "season"
    if re.fullmatch(r"\d{4}", bare):
        return "year"
    return "decade" if re.fullmatch(r"\d{3}X", bare) else "interval"


def nearest_period(periods: Collection[Period], earliest: date | None, latest: date | None) -> tuple[Period, bool]:
    """Find the period that a date lies in, else the one nearest to it; the earlier of two equally near ones.

    Returns
    -------
    Period, bool
        The period, and whether the date lies in it.
    """
    first = earliest or latest or date.min
    last = latest or earliest or date.max

    def days_off(period: Period) -> int:
        return max((period.start - last).days, (first - period.end).days, 0)

    best = min(periods, key=days_off)
    return best, days_off(best) == 0


@cached(8)
def timeline_events(edition: Edition) -> tuple[TimelineEvent, ...]:
    """All dated events, in order of time."""
    provinces = dict(
        zip(edition.atlas.package.provinces["province_id"], edition.atlas.package.provinces["name"], strict=True)
    )
    factions = dict(zip(edition.atlas.factions["faction_id"], edition.atlas.factions["name"], strict=True))
    sources = {row["source_id"]: row for row in records(edition.atlas.sources)}
    claims = {row["claim_id"]: row for row in records(edition.atlas.claims())}
    found = [
        _event(row, edition, provinces, factions, _citations(row, sources, claims))
        for row in records(edition.atlas.events().drop(columns="geometry"))
    ]
    return tuple(sorted(found, key=lambda one: one.order))


def find_events(
    events: Collection[TimelineEvent],
    factions: Collection[str] = (),
    kind: str | None = None,
    province: str | None = None,
) -> list[TimelineEvent]:
    """Narrow events down; an empty filter leaves all."""
    return [
        one
        for one in events
        if (not factions or one.faction_id in factions)
        and kind in (None, one.kind)
        and province in (None, one.province_id)
    ]


def _event(
    row: dict[str, Any],
    edition: Edition,
    provinces: dict[str, str],
    factions: dict[str, str],
    citations: tuple[dict[str, str], ...],
) -> TimelineEvent:
    span = parse(row["date"])
    period, in_period = nearest_period(edition.atlas.periods, span.earliest, span.latest)
    key = f"event-kind-{row['kind']}"
    return TimelineEvent(
        event_id=row["event_id"],
        edtf=row["date"],
        date_label=row["date_label"],
        precision=precision_of(row["date"]),
        approximate=any(mark in row["date"] for mark in "?~%"),
        earliest=span.earliest,
        latest=span.latest,
        kind=row["kind"],
        kind_name=edition.words(key) if edition.words.has(key) else row["kind"],
        faction_id=row["faction_id"],
        faction=factions.get(row["faction_id"], ""),
        province_id=row["province_id"],
        province=provinces.get(row["province_id"], ""),
        place=row["place"],
        statement=row["statement"],
        note=row["note"],
        citations=citations,
        claim_ids=tuple(row["claim_ids"]),
        period=period,
        in_period=in_period,
    )


def _citations(
    row: dict[str, Any], sources: dict[str, dict[str, Any]], claims: dict[str, dict[str, Any]]
) -> tuple[dict[str, str], ...]:
    """Each source that reports an event, once, with the locator of its claim."""
    found = {row["source_id"]: ""} if row["source_id"] else {}
    for claim_id in row["claim_ids"]:
        claim = claims[claim_id]
        found[claim["source_id"]] = found.get(claim["source_id"]) or claim["locator"]
    return tuple({"text": cite(sources[one], locator), "url": sources[one]["url"]} for one, locator in found.items())
