"""What a reader has chosen, and the address that carries it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from dashboard.app_context import most_opened
from dashboard.edition import Edition, cached
from dashboard.state.reading import parameters_of_rule, rule_from_address
from dashboard.text import LANGUAGES
from geodata import COLOURINGS
from geodata.looks import CHANGE_ENTRIES, colouring_of, colourings_for
from geodata.rule import GRADES, STANDARD, Rule
from geodata.telling import DATA_SET_BASIS

LABORATORY = "what-if"
"""The view in which a reader changes what the calls follow."""

VIEWS = ("map", LABORATORY, "compare", "trends", "timeline", "evidence", "factions", "method")
OPENING = "open"
"""The view in which a reader opens another atlas; only where whoever runs the server lets readers."""

LAYERS = ("towns", "events", "neighbours")
MODES = ("both", "change")
GROUPINGS = ("faction", "alliance")
MEASURES = ("area", "provinces")
PARTS = ("claims", "coverage", "agreement", "sources")
BASES = ("stated", "inferred", DATA_SET_BASIS)
SORTS = ("date", "faction", "where", "source")
DESCENDING = "-"
ORDERS = (*SORTS, *(DESCENDING + one for one in SORTS))
"""Columns that claims can be sorted by, upwards and downwards."""

NO_FILTERS: dict[str, Any] = {
    "text": "", "province": None, "within": None, "factions": (), "grade": None, "basis": None, "source": None,
}  # fmt: skip
"""The fields that narrow down the claims, and what leaves them all."""

LIST_SEPARATOR = ","


NEEDED = {
    "timeline": "events", "towns": "places", "events": "events", "neighbours": "neighbours", "alliance": "alliances",
}  # fmt: skip
"""What an atlas must have for a view, a layer or a grouping to show anything."""


def views_of(edition: Edition) -> tuple[str, ...]:
    """The views that have something to show."""
    opening = (OPENING,) if most_opened() else ()
    return (*_with_content(VIEWS, edition), *opening)


def layers_of(edition: Edition) -> tuple[str, ...]:
    """The layers of the map that have something to show."""
    return _with_content(LAYERS, edition)


def groupings_of(edition: Edition) -> tuple[str, ...]:
    """What trends can be drawn of."""
    return _with_content(GROUPINGS, edition)


def _with_content(names: Sequence[str], edition: Edition) -> tuple[str, ...]:
    return tuple(one for one in names if one not in NEEDED or NEEDED[one] in edition.atlas.has)


@dataclass(frozen=True)
class State:
    """A choice that can be shared as an address.

    Attributes
    ----------
    period : str
        Identifier of the period.
    province : str or None
        Identifier of the chosen province, if any.
    view : str
        One of `views_of`.
    colour : str
        What the fill of the map means: one of `COLOURINGS`.
    factions : tuple of str
        Factions, or other entries of the legend, that are pinned; other views show only these.
    compare : str or None
        Identifier of the period to compare with.
    mode : str
        How two periods are compared: one of `MODES`.
    by, measure : str
        What trends are drawn of: one of `GROUPINGS`, and one of `MEASURES`.
    layers : tuple of str
        What else the map shows: some of `LAYERS`.
    language : str
        One of `dashboard.text.LANGUAGES`.
    part, sort : str
        What the view of the evidence shows, one of `PARTS`, and how its claims are sorted, one of `ORDERS`.
    within, grade, basis, source, kind, event : str or None
        What tables and timeline are narrowed to: period, grade, basis and source of claims; kind of events; one event.
    text : str
        What the table of evidence is searched for.
    rule : Rule
        What the calls follow; in the address under parameters of its own, see `geodata.rule.RULE_PARAMETERS`.
    """

    period: str
    province: str | None = None
    view: str = VIEWS[0]
    colour: str = COLOURINGS[0]
    factions: tuple[str, ...] = ()
    compare: str | None = None
    mode: str = MODES[0]
    by: str = GROUPINGS[0]
    measure: str = MEASURES[0]
    layers: tuple[str, ...] = ()
    language: str = LANGUAGES[0]
    part: str = PARTS[0]
    sort: str = ORDERS[0]
    within: str | None = None
    grade: str | None = None
    basis: str | None = None
    source: str | None = None
    kind: str | None = None
    event: str | None = None
    text: str = ""
    rule: Rule = STANDARD


PARAMETERS = {
    "view": "view", "period": "period", "province": "province", "colour": "colour", "faction": "factions",
    "compare": "compare", "mode": "mode", "by": "by", "measure": "measure", "show": "layers",
    "lang": "language", "part": "part", "sort": "sort", "within": "within",
    "grade": "grade", "basis": "basis", "source": "source", "kind": "kind", "event": "event", "q": "text",
}  # fmt: skip
"""Parameter of the address and the field of `State` that it carries, in the order in which they are written."""

LONGEST_TEXT = 200


def state_from_address(parameters: Mapping[str, str], edition: Edition) -> State:
    """Read the state from address parameters; what makes no sense falls back to the default.

    Parameters
    ----------
    parameters : Mapping of str to str
        See `PARAMETERS` and `geodata.rule.RULE_PARAMETERS`; others are ignored.
    edition : Edition

    Returns
    -------
    State
    """
    periods = [period.id for period in edition.atlas.periods]
    asked = parameters.get("period")
    period = asked if asked in periods else periods[0]
    allowed = {"view": views_of(edition), **_allowed(edition.own, period)}
    read: dict[str, Any] = {"period": period, "rule": rule_from_address(parameters, edition)}
    for parameter, field in PARAMETERS.items():
        value = parameters.get(parameter)
        if value is None or field == "period":
            continue
        if field == "text":
            read[field] = value.strip()[:LONGEST_TEXT].strip()
        elif field in ("factions", "layers"):
            # Each once, in the order given.
            read[field] = tuple(dict.fromkeys(one for one in value.split(LIST_SEPARATOR) if one in allowed[field]))
        elif value in allowed[field]:
            read[field] = value
    return State(**read)


def address_from_state(state: State, edition: Edition) -> dict[str, str]:
    """Write the state as address parameters; defaults are left out.

    Returns
    -------
    dict of str to str
    """
    default = State(edition.atlas.periods[0].id)
    written = {}
    for parameter, field in PARAMETERS.items():
        value = getattr(state, field)
        if value != getattr(default, field):
            written[parameter] = LIST_SEPARATOR.join(value) if isinstance(value, tuple) else value
    return written | parameters_of_rule(state.rule, edition)


def changed_fields(before: State, after: State) -> dict[str, Any]:
    """Fields in which two states differ, with the values of the second."""
    return {name: value for name in FIELDS if (value := getattr(after, name)) != getattr(before, name)}


@cached(8)
def legend_keys(edition: Edition) -> tuple[str, ...]:
    """Everything that can be pinned in a legend: factions, alliances, states, grades, kinds of change."""
    keys = [key for name in COLOURINGS for key in entries(edition, name)]
    return tuple(dict.fromkeys([*keys, *CHANGE_ENTRIES]))


@cached(64)
def entries(edition: Edition, colour: str) -> tuple[str, ...]:
    """What a legend of a map of one period can list."""
    meaning = colouring_of(colour, edition.atlas)
    return (*meaning.entries(), *meaning.status_keys)


def pinned(state: State, keys: Collection[str]) -> tuple[str, ...]:
    """What is pinned of the entries that a legend lists: what it doesn't list could not be unpinned there."""
    return tuple(key for key in state.factions if key in keys)


@cached(1, for_each_period=True)
def _allowed(edition: Edition, period: str) -> Mapping[str, Collection[str]]:
    """What each field can be: the same for every reading of an atlas."""
    tables = edition.atlas.package.tables
    periods = [one.id for one in edition.atlas.periods]
    return {
        "province": set(edition.atlas.provinces(period)["province_id"]),
        "colour": colourings_for(edition.atlas.has),
        "factions": legend_keys(edition),
        "compare": [one for one in periods if one != period],
        "mode": MODES,
        "by": groupings_of(edition),
        "measure": MEASURES,
        "layers": layers_of(edition),
        "language": LANGUAGES,
        "part": PARTS,
        "sort": ORDERS,
        "within": periods,
        "grade": GRADES,
        "basis": BASES,
        "source": set(edition.atlas.sources["source_id"]),
        "kind": set(tables["events"]["kind"]),
        "event": set(tables["events"]["event_id"]),
    }


FIELDS = tuple(field.name for field in fields(State))
"""Names of the choices, which are the keys of the widgets that show them, too."""
