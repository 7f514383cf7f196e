"""The mapping of an import, made of what a reader has chosen; what is not answered is a question mark in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from geodata.importing import PALETTE, UNDECIDED, distinct_slugs

LEFT_OUT = "left out by who opened the files"
SEPARATOR = ";"
"""Between factions of which a value says that they fought over a unit."""

TABLE = "TABLE"


@dataclass(frozen=True)
class Choices:
    """What a reader has chosen; empty or None is not answered.

    Attributes
    ----------
    title, control : str
        What the atlas is called, and what counts as holding a unit in it.
    columns : Mapping of str to str or None
        ``name``, ``unit``, ``joined``, ``date``, ``category``: which column is what, as of
        `geodata.importing.draft_facts`. A date may be one for the whole table.
    date_format, each : str or None
        How dates are written, and whether a stop is a day, a month, a year or a decade.
    dated : tuple of str
        Of a table with a column for each date, those that are read.
    lifetimes : Mapping of str to str or None
        ``valid_from``, ``valid_to``, ``end``, ``open_end`` of the shapes, as a mapping has them.
    factions : Mapping of str to str
        By value, the faction that it names; several with a semicolon between fought over the unit; empty if the value
        is left out.
    kinds : Mapping of str to str or None
        By name of a faction, what it is.
    units : Mapping of str to str or None
        By name that no shape has, the name that the shapes have for it; None if it is left out.
    source : Mapping of str to str or None
        The columns of `sources` for the table.
    crs : str
        Coordinate reference system of shapes that name none.
    layer : str or None
    """

    title: str = ""
    control: str = ""
    columns: Mapping[str, str | None] = field(default_factory=dict)
    date_format: str | None = None
    each: str | None = None
    dated: tuple[str, ...] = ()
    lifetimes: Mapping[str, str | None] = field(default_factory=dict)
    factions: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str | None] = field(default_factory=dict)
    units: Mapping[str, str | None] = field(default_factory=dict)
    source: Mapping[str, str | None] = field(default_factory=dict)
    crs: str = ""
    layer: str | None = None


def factions_named(text: str) -> tuple[str, ...]:
    """The factions that a reader has written for a value, each once.

    Examples
    --------
    >>> factions_named("the Crown; Vale League;"), factions_named(" ")
    (('the Crown', 'Vale League'), ())
    """
    return tuple(dict.fromkeys(name for one in text.split(SEPARATOR) if (name := " ".join(one.split()))))


def mapping_of(facts: Mapping[str, Any], choices: Choices) -> dict[str, Any]:
    """Make the mapping.

    Parameters
    ----------
    facts : Mapping
        As `geodata.importing.draft_facts` gives them.
    choices : Choices

    Returns
    -------
    dict
    """
    named = {value: factions_named(text) for value, text in choices.factions.items()}
    names = list(dict.fromkeys(one for some in named.values() for one in some))
    ids = dict(zip(names, distinct_slugs(names, "faction"), strict=True))
    return {
        "atlas": {"title": choices.title or UNDECIDED, "control": choices.control, "licences": []},
        "shapes": _shapes(facts, choices),
        "units": {
            "spellings": {name: meant for name, meant in choices.units.items() if meant},
            "left_out": {name: LEFT_OUT for name, meant in choices.units.items() if not meant},
        },
        "stops": {"each": choices.each or UNDECIDED},
        "control": [_control(facts, choices)],
        "categories": {value: _meaning([ids[one] for one in some]) for value, some in named.items() if some},
        "categories_left_out": {value: LEFT_OUT for value, some in named.items() if not some},
        "factions": {
            key: {"name": name, "kind": choices.kinds.get(name) or UNDECIDED, "side": key} for name, key in ids.items()
        },
        # Nobody has said who is on whose side: each stands for itself.
        "sides": {
            key: {"name": name, "colour": PALETTE[number % len(PALETTE)]}
            for number, (name, key) in enumerate(ids.items())
        },
        "sources": {TABLE: {"type": "dataset", **{key: one or UNDECIDED for key, one in choices.source.items()}}},
    }


def as_yaml(content: Any) -> str:
    """Write a mapping as YAML, every text between quotation marks."""
    # JSON is YAML but for letters that stand for nothing seen: those are written by their number.
    written = json.dumps(content, ensure_ascii=False, indent=1)
    return "".join(one if one.isprintable() or one == "\n" else _by_number(one) for one in written)


def _by_number(letter: str) -> str:
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"


def _meaning(factions: list[str]) -> Any:
    return factions[0] if len(factions) == 1 else {"factions": factions, "role": "contested"}


def _shapes(facts: Mapping[str, Any], choices: Choices) -> dict[str, Any]:
    columns = choices.columns
    made = {"file": facts["shapes"], "name": columns.get("name") or UNDECIDED, "layer": choices.layer}
    if _by_id(choices):
        made["id"] = columns["joined"]
    elif facts["within"] and columns.get("name") == facts["name"]:
        made["parent"] = facts["within"]
    return _told({**made, **choices.lifetimes, "crs": choices.crs})


def _control(facts: Mapping[str, Any], choices: Choices) -> dict[str, Any]:
    columns, layout = choices.columns, facts["layout"]
    made: dict[str, Any] = {"layout": layout, "file": facts["table"], "source": TABLE}
    if layout != "wide":
        made["category"] = columns.get("category") or UNDECIDED
    if layout != "attribute":
        made["unit"] = columns.get("unit") or UNDECIDED
        made["match"] = "id" if _by_id(choices) else "name"
    if layout == "wide":
        made["columns"] = {name: date for name, date in facts["columns"].items() if name in choices.dated}
    elif layout == "long" or not choices.lifetimes.get("valid_from"):
        made["date"] = columns.get("date") or UNDECIDED
        made["date_format"] = choices.date_format
    if layout == "long" and not _by_id(choices):
        made["parent"] = facts["table_within"]
    return _told(made)


def _by_id(choices: Choices) -> bool:
    joined = choices.columns.get("joined")
    return bool(joined) and joined != choices.columns.get("name")


def _told(section: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in section.items() if value}
