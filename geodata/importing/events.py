"""Event tables as evidence of control: counts by unit and stop, a rule, and claims that are marked as inferred."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq

from geodata.counting import count_events
from geodata.dates import Period
from geodata.errors import AtlasError
from geodata.extras import MissingExtraError
from geodata.importing.control import EVENTS
from geodata.importing.foreign_tables import PARQUET, text_of
from geodata.importing.mapping import ImportMapping
from geodata.importing.meanings import Meanings
from geodata.importing.mending import Step, standing_on
from geodata.importing.report import ImportReport
from geodata.importing.spans import Span, read_span

ISO_FORMAT = "ISO8601"


@dataclass(frozen=True)
class Lead:
    """What a rule concludes from the events of a unit and stop.

    Attributes
    ----------
    faction_id, role : str
        Who is said to lead, and what is claimed of it.
    reasoning : str
        Why, in words: it is kept with the claim.
    """

    faction_id: str
    role: str
    reasoning: str


ControlRule = Callable[[Mapping[str, int]], Sequence[Lead]]
"""From the events of one unit and stop, counted by faction, to who led there; nobody, if it can't be told."""


@dataclass
class EventRows:
    """Rows made of events.

    Attributes
    ----------
    claims, scopes : list of Mapping of str to str
    """

    claims: list[Mapping[str, str]] = field(default_factory=list)
    scopes: list[Mapping[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class _Ground:
    """Stops and the units of each, as `count_events` asks for them."""

    frame: gpd.GeoDataFrame
    stops: Sequence[Period]

    @property
    def periods(self) -> Sequence[Period]:
        return self.stops

    def provinces(self, period: str) -> gpd.GeoDataFrame:
        stop = next(one for one in self.stops if one.id == period)
        return self.frame.iloc[standing_on(self.frame, stop.end)]


def threshold_rule(least_events: float, least_share: float, role: str) -> ControlRule:
    """The rule that a mapping asks for: enough events, and a large enough share of them.

    Parameters
    ----------
    least_events : float
    least_share : float
        0.5 to 1: more than half, so that only one can have it.
    role : str

    Examples
    --------
    >>> rule = threshold_rule(5, 0.6, "strong")
    >>> [lead.reasoning for lead in rule({"blues": 8, "reds": 2})]
    ['8 of 10 events name it; at least 5 and 60 % are asked']
    >>> rule({"blues": 4}), rule({"blues": 5, "reds": 5})
    ([], [])
    """

    def lead(counts: Mapping[str, int]) -> Sequence[Lead]:
        whole = sum(counts.values())
        return [
            Lead(
                faction_id,
                role,
                f"{count} of {whole} events name it; at least {least_events:g} and {100 * least_share:g} % are asked",
            )
            for faction_id, count in counts.items()
            if count >= least_events and count > whole / 2 and count >= least_share * whole
        ]

    return lead


def control_of_events(
    mapping: ImportMapping,
    frame: gpd.GeoDataFrame,
    stops: Sequence[Period],
    meanings: Meanings,
    report: ImportReport,
    step: Step,
    rule: ControlRule | None = None,
) -> EventRows:
    """Count the event tables of a mapping, and write what the rule concludes as claims.

    Parameters
    ----------
    mapping : ImportMapping
    frame : geopandas.GeoDataFrame
        The units: ``province_id, name, begin, end`` and the geometry.
    stops : sequence of Period
    meanings : Meanings
        What the actors are called in the atlas.
    report : ImportReport
    step : callable
        Told how far the work is.
    rule : callable, optional
        In place of that of the mapping.

    Returns
    -------
    EventRows

    Raises
    ------
    AtlasError
        If a table can't be read or its rule makes no sense.
    """
    rows = EventRows()
    names = dict(zip(frame["province_id"], frame["name"], strict=True))
    labels = {stop.id: stop for stop in stops}
    for number, options in enumerate(mapping.sections("control"), start=1):
        if options["layout"] != EVENTS:
            continue
        conclude = rule or _rule_of(mapping, options, f"control.{number}")
        counted = _counted(mapping, options, _Ground(frame, stops), meanings, report, step)
        for (stop_id, province_id), group in counted.groupby(["period_id", "province_id"], sort=True):
            by_faction = {str(one): int(count) for one, count in group.groupby("faction_id")["events"].sum().items()}
            stop, source_id = labels[str(stop_id)], options["source"]
            for lead in conclude(by_faction):
                _write(rows, names[str(province_id)], str(province_id), stop, source_id, lead)
    return rows


def event_spans(mapping: ImportMapping) -> Iterator[Span]:
    """The days of all event tables; cells that are none are left out, and counted later."""
    for options in mapping.sections("control"):
        path = mapping.file(options.get("file", ""))
        if options["layout"] == EVENTS and path.is_file():
            column, is_parquet = options["date"], path.suffix.lower() in PARQUET
            known = pq.read_schema(path).names if is_parquet else list(pd.read_csv(path, nrows=0).columns)
            if column not in known:
                continue  # `count_events` names it.
            frame: pd.DataFrame = (
                pd.read_parquet(path, columns=[column])
                if is_parquet
                else pd.read_csv(path, usecols=[column], dtype=str)
            )
            days, form = list(frame[column].drop_duplicates()), options.get("date_format", "")
            yield from (span for day in days if (span := read_span(text_of(day), form)) is not None)


def _rule_of(mapping: ImportMapping, options: Mapping[str, Any], where: str) -> ControlRule:
    told = options["rule"]
    least_events, least_share = told["least_events"], told["least_share"]
    if not 0.5 <= least_share <= 1:
        hint = "Give a share from 0.5 to 1: below, two could lead at once"
        raise AtlasError([mapping.problem("no such share", f"{where}.rule.least_share", f"{least_share:g}", hint)])
    return threshold_rule(least_events, least_share, told.get("role", "strong"))


def _counted(
    mapping: ImportMapping,
    options: Mapping[str, Any],
    ground: _Ground,
    meanings: Meanings,
    report: ImportReport,
    step: Step,
) -> pd.DataFrame:
    """Events by period, province and faction; those of actors that the mapping leaves out are left out."""
    path = mapping.file(options["file"])
    columns = {"actor": options["category"], **{name: options[name] for name in ("lon", "lat", "date")}}
    form = options.get("date_format", ISO_FORMAT)
    try:
        found = count_events(
            path, ground, columns=columns, date_format=form, step=lambda done, whole: step(done, whole, "events")
        )
    except ImportError as error:
        raise MissingExtraError(str(error)) from error
    counts = found.counts
    lost = {
        "without an actor, a day or a place on earth": found.unreadable,
        "dated in no stop": found.outside_periods,
        "in no unit that stands then": found.outside_provinces,
    }
    tally = report.tally(path.name, "events", int(counts["events"].sum()) + sum(lost.values()))
    for reason, count in lost.items():
        tally.leave_out(reason, count)
    factions = []
    for actor, events in counts.groupby("actor", sort=False)["events"].sum().items():
        meaning = meanings.look_up(str(actor), path.name, 1, int(events))
        named = () if meaning is None else meaning.factions
        if meaning is not None and meaning.reason:
            tally.leave_out(meaning.reason, int(events))
        elif len(named) == 1:
            tally.used += int(events)
        elif meaning is not None:
            hint = "An actor of events is one faction: name it, or leave the actor out"
            raise AtlasError([mapping.problem("several factions", f"categories.{actor}", hint=hint)])
        factions.append((actor, named[0] if named else ""))
    named_so = counts.assign(faction_id=counts["actor"].map(dict(factions)))
    return named_so[named_so["faction_id"].fillna("") != ""]


def _write(rows: EventRows, name: str, province_id: str, stop: Period, source_id: str, lead: Lead) -> None:
    claim_id = f"{source_id}-{province_id}-{stop.id}-{lead.faction_id}"
    date = stop.start.isoformat() if stop.start == stop.end else f"{stop.start.isoformat()}/{stop.end.isoformat()}"
    rows.claims.append(
        {
            "claim_id": claim_id,
            "sentence_id": claim_id,
            "faction_id": lead.faction_id,
            "domain": "countryside",
            "role": lead.role,
            "scope": "provinces",
            "date": date,
            "basis": "inferred",
            "statement": f"{name}, {stop.label}: {lead.reasoning.partition(';')[0]}.",
            "source_id": source_id,
            "note": f"Inferred from counted events, which state no control: {lead.reasoning}.",
        }
    )
    rows.scopes.append({"claim_id": claim_id, "province_id": province_id, "extent": "whole", "named": "true"})
