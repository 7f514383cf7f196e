"""Values joined with units, stops and factions: rows of an atlas, and a word on each that is none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from geodata.dates import Period
from geodata.errors import AtlasError, Problem
from geodata.importing.claim_rows import claim_rows
from geodata.importing.control import Value
from geodata.importing.matching import Joined, Matcher
from geodata.importing.meanings import Meaning, Meanings
from geodata.importing.report import NO_STOP, ImportReport, Tally, counted, some, times
from geodata.importing.spans import Span
from geodata.importing.units import LAST_DAY, Units

Row = Mapping[str, str]

NO_SHAPE, TWICE = "no shape of the unit stands then", "the same value twice"
MOST_TOLD = 200


@dataclass
class Rows:
    """Rows of the tables of an atlas.

    Attributes
    ----------
    observations, claims, scopes : list of Mapping of str to str
    """

    observations: list[Row] = field(default_factory=list)
    claims: list[Row] = field(default_factory=list)
    scopes: list[Row] = field(default_factory=list)


def join_values(
    values: Sequence[Value],
    units: Units,
    stops: Sequence[Period],
    matcher: Matcher,
    meanings: Meanings,
    report: ImportReport,
) -> Rows:
    """Join values with units, and tell what each says.

    Parameters
    ----------
    values : sequence of Value
    units : Units
    stops : sequence of Period
    matcher : Matcher
    meanings : Meanings
    report : ImportReport

    Returns
    -------
    Rows

    Raises
    ------
    AtlasError
        If a name is joined with no unit or could be joined with several, a category is unknown, or two values of one
        source are of one unit and date and differ.
    """
    joiner = _Joiner(units, stops, matcher, meanings)
    for value in values:
        joiner.take(value)
    problems = [*joiner.problems(), *meanings.problems()]
    if problems:
        raise AtlasError(problems)
    joiner.tell(report)
    return joiner.rows


class _Joiner:
    """Takes values one by one."""

    def __init__(self, units: Units, stops: Sequence[Period], matcher: Matcher, meanings: Meanings) -> None:
        self.rows = Rows()
        self._stops, self._matcher, self._meanings = stops, matcher, meanings
        frame = units.frame
        self._lifetimes: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for province_id, begin, end in zip(frame["province_id"], frame["begin"], frame["end"], strict=True):
            self._lifetimes[province_id].append((begin, end or LAST_DAY))
        self._names = dict(zip(frame["province_id"], frame["name"], strict=True))
        self._shapes = {
            str(row): (province_id, begin, end or LAST_DAY)
            for row, province_id, begin, end in zip(
                frame.index, frame["province_id"], frame["begin"], frame["end"], strict=True
            )
        }
        self._joined: dict[tuple[str, str, str], Joined] = {}
        self._counts: Counter[tuple[str, str, str]] = Counter()
        self._first: dict[tuple[str, str, str], Value] = {}
        self._at: dict[Span, tuple[Period, ...]] = {}
        self._seen: dict[tuple[str, str, str], tuple[Value, Meaning]] = {}
        self._faults: list[Problem] = []
        self._alike: dict[str, str] = {}
        self._by_date = 0

    def take(self, value: Value) -> None:
        joined = self._joined_with(value)
        if joined.reason:
            # What a row that is left out says is nobody's business.
            value.tally.leave_out(joined.reason)
            return
        meaning = self._meanings.look_up(value.category, value.tally.file, value.row)
        province_id = self._unit_of(value, joined)
        if meaning is None or province_id is None:
            return
        if meaning.reason:
            value.tally.leave_out(f"{value.category}: {meaning.reason}")
        elif value.span is None:
            self._as_long_as_the_shape(value, meaning)
        elif not self._stops_of(value.span):
            value.tally.leave_out(NO_STOP)
        elif not self._stands(province_id, value.span):
            value.tally.leave_out(NO_SHAPE)
        elif self._is_new(value, province_id, value.span.text, meaning):
            self._write(value, province_id, meaning, {"date": value.span.text}, value.span.text)
            value.tally.used += 1

    def _joined_with(self, value: Value) -> Joined:
        if value.by == "shape":
            known = self._shapes.get(value.unit)
            return Joined(reason="no geometry, or a part of a unit") if known is None else Joined((known[0],))
        key = (value.unit, value.parent, value.by)
        if key not in self._joined:
            found = self._matcher.join(*key)
            self._joined[key] = replace(found, reason=f"{value.unit}: {found.reason}") if found.reason else found
            self._first[key] = value
        return self._joined[key]

    def _unit_of(self, value: Value, joined: Joined) -> str | None:
        """The unit, if it is one; else the value is counted among those that are not joined."""
        ids = joined.ids
        if len(ids) > 1 and value.span is not None:
            # One name, several units: at any one time there may still be only one.
            ids = tuple(one for one in ids if self._stands(one, value.span))
            self._by_date += len(ids) == 1
        if len(ids) != 1:
            self._counts[value.unit, value.parent, value.by] += 1
            return None
        if joined.how == "alike":
            self._alike.setdefault(value.unit, self._names[ids[0]])
        return ids[0]

    def _stops_of(self, span: Span) -> tuple[Period, ...]:
        if span not in self._at:
            self._at[span] = tuple(one for one in self._stops if one.start <= span.last and span.first <= one.end)
        return self._at[span]

    def _stands(self, province_id: str, span: Span) -> bool:
        first, last = span.first.isoformat(), span.last.isoformat()
        return any(begin <= last and first <= end for begin, end in self._lifetimes[province_id])

    def _as_long_as_the_shape(self, value: Value, meaning: Meaning) -> None:
        """A value for each stop on whose last day the shape stands: one date of many years would be a vague one."""
        province_id, begin, end = self._shapes[value.unit]
        found = [stop for stop in self._stops if begin <= stop.end.isoformat() <= end]
        if not found:
            value.tally.leave_out("the shape stands in no stop")
            return
        for stop in found:
            if self._is_new(value, province_id, stop.id, meaning, quiet=True):
                span = Span(stop.edtf, stop.start, stop.end)
                self._write(value, province_id, meaning, {"period_id": stop.id}, span.text)
        value.tally.used += 1

    def _is_new(self, value: Value, province_id: str, when: str, meaning: Meaning, quiet: bool = False) -> bool:
        key = (value.source_id, province_id, when)
        before = self._seen.get(key)
        if before is None:
            self._seen[key] = (value, meaning)
            return True
        other, told = before
        if told == meaning:
            if not quiet:
                value.tally.leave_out(TWICE)
            return False
        name = self._names[province_id]
        message = f"{name}, {when}: row {other.row} of {other.tally.file} says {other.category!r}"
        hint = "A source has one value for each unit and date: mend the table, or give the two different sources"
        self._faults.append(Problem(message, value.tally.file, value.row, "category", value.category, hint))
        return False

    def _write(self, value: Value, province_id: str, meaning: Meaning, when: Row, text: str) -> None:
        if meaning.is_observation:
            row = {"province_id": province_id, **when, "faction_id": meaning.factions[0], "source_id": value.source_id}
            self.rows.observations.append({**row, "note": value.note} if value.note else row)
            return
        about = (province_id, self._names[province_id])
        locator = f"{value.tally.file}, row {value.row}"
        for row in claim_rows(meaning, about, text, value.category, value.source_id, locator):
            self.rows.claims.append({**row, "note": value.note})
            self.rows.scopes.append(
                {"claim_id": row["claim_id"], "province_id": province_id, "extent": "whole", "named": "true"}
            )

    def problems(self) -> list[Problem]:
        """Names joined with none or several, and values that contradict each other."""
        found = []
        for key, count in self._counts.most_common(MOST_TOLD):
            value, joined = self._first[key], self._joined[key]
            shown = f"{value.unit} ({value.parent})" if value.parent else value.unit
            if joined.how == "spelling" and not joined.ids:
                found.append(self._matcher.lost_spelling(value.unit, joined.near))
                continue
            if joined.ids:
                names = some([f"{self._names[one]} ({one})" for one in joined.ids])
                message = f"could be {len(joined.ids)} units at once ({names}), {times(count)}"
                hint = "Name a column with what it lies in (parent), match by id, or write the id into units.spellings"
            else:
                message = f"no unit of the shapes, {times(count)}"
                near = f"it looks like {', '.join(joined.near)}: add it to units.spellings" if joined.near else ""
                hint = near[:1].upper() + near[1:] + "; or" if near else "Add it to units.spellings, or"
                hint += " put it into units.left_out with the reason"
            found.append(Problem(message, value.tally.file, value.row, "unit", shown, hint))
        return [*found, *self._faults[:MOST_TOLD]]

    def tell(self, report: ImportReport) -> None:
        """What was joined by more than its letters, and which units no value is of."""
        if self._alike:
            pairs = [f"{one} = {other}" for one, other in self._alike.items()]
            told = "names joined that differ in marks, case, blanks or punctuation alone"
            report.inferred.append(f"{told}: {len(pairs)} ({some(pairs)})")
        if self._by_date:
            report.inferred.append(
                f"{counted(self._by_date, 'values')} joined by date: one unit of the name stood then"
            )
        told_of = {row["province_id"] for row in (*self.rows.observations, *self.rows.scopes)}
        silent = [name for province_id, name in self._names.items() if province_id not in told_of]
        if silent and self._seen:
            have = "has" if len(silent) == 1 else "have"
            report.warnings.append(f"{len(silent)} of {len(self._names)} units {have} no value: {some(silent)}")


def unread(tallies: Sequence[Tally]) -> list[str]:
    """Tables whose rows don't add up: a fault of the importer, which must never pass in silence."""
    return [tally.file for tally in tallies if not tally.adds_up]
