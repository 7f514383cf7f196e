"""Stops of the slider: those that the mapping lists, or one for each day, month, year or decade with a value."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from geodata import dates
from geodata.dates import Period
from geodata.errors import AtlasError
from geodata.importing.mapping import ImportMapping
from geodata.importing.spans import Span, next_day, of_days, read_span, stop_of

MOST_STOPS = 2_000


def make_stops(mapping: ImportMapping, spans: Iterable[Span]) -> list[Period]:
    """Make the stops.

    Parameters
    ----------
    mapping : ImportMapping
    spans : iterable of Span
        What the values are of.

    Returns
    -------
    list of Period
        In order.

    Raises
    ------
    AtlasError
        If the mapping asks for none, for both kinds, or there would be too many.
    """
    options = mapping.content["stops"]
    if ("each" in options) == ("list" in options):
        hint = "Give one of the two: each, or list"
        raise AtlasError([mapping.problem("not said which stops there are", "stops", hint=hint)])
    if "list" in options:
        return [_listed(mapping, number) for number in range(1, len(options["list"]) + 1)]
    each = options["each"]
    found: dict[str, Period] = {}
    for span in sorted(set(spans), key=lambda one: one.first):
        day = span.first
        while day <= span.last:
            stop = stop_of(day, each)
            found.setdefault(stop.text, _made(stop))
            if len(found) > MOST_STOPS:
                told = f"more than {MOST_STOPS} stops"
                hint = f"Choose a longer one than {each}, or list the stops"
                raise AtlasError([mapping.problem(told, "stops.each", each, hint)])
            if stop.last == date.max:
                break
            day = next_day(stop.last)
    if not found:
        hint = "Name a table with dates, or list the stops"
        raise AtlasError([mapping.problem("no date in any table", "stops.each", each, hint)])
    return sorted(found.values(), key=lambda one: one.start)


def _made(span: Span) -> Period:
    name = dates.label(span.text)
    return Period(span.text.replace("X", "0s"), name, span.first, span.last, span.text, "")


def _listed(mapping: ImportMapping, number: int) -> Period:
    one, where = mapping.content["stops"]["list"][number - 1], f"stops.list.{number}"
    start, end = read_span(one["start"]), read_span(one["end"])
    for key, found in (("start", start), ("end", end)):
        if found is None:
            raise AtlasError([mapping.problem("no date", f"{where}.{key}", one[key], "Write it as 2021-08-15")])
    assert start is not None
    assert end is not None
    if end.last < start.first:
        raise AtlasError([mapping.problem("ends before it begins", f"{where}.end", one["end"])])
    edtf = start.text if start == end else of_days(start.first, end.last).text
    return Period(one["id"], one.get("label", one["id"]), start.first, end.last, edtf, one.get("note", ""))
