"""What the values of a descriptor are: of each its kind, checked, with what a program can do about a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from geodata.errors import Problem
from geodata.tables.cells import is_address, unfit

DESCRIPTOR = "datapackage.json"

MOST_NEAR_DAYS = 36_525
MOST_RADIUS_KM = 1_000

MOST_LETTERS = 40

_MOMENT = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z)?)?)?")
_WORD = re.compile(rf"(?=.{{1,{MOST_LETTERS}}}$)[^\W\d_]+([ '’\u200c-][^\W\d_]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")

WORDS: Mapping[str, Any] = {role: {"one": "word", "other": "word"} for role in ("unit", "stop", "faction")}
"""What an atlas may have its own words for."""

_FIELDS = {"fields": [{"name": "text", "description": "text"}]}
_SHAPE: Mapping[str, Any] = {
    "name": "text",
    "id": "text",
    "title": "text",
    "description": "text",
    "version": "text",
    "created": "moment",
    "control": "text",
    "attribution": "text",
    "homepage": "address",
    "bugs": "address",
    "keywords": ["text"],
    "licenses": [{"name": "text", "title": "text", "path": "address"}],
    "contributors": [{"title": "text", "roles": ["text"]}],
    "near_days": "days",
    "area_radius_km": "kilometres",
    "sides": "moved",
    "words": WORDS,
    "translations": "translations",
    "resources": [
        {
            "name": "text",
            "path": "text",
            "title": "text",
            "description": "text",
            "licenses": [{"name": "text", "title": "text", "path": "address"}],
            "sources": [{"title": "text", "path": "address"}],
            "schema": _FIELDS,
            "properties_schema": _FIELDS,
        }
    ],
}
"""What the parts of a descriptor are: a kind by its name, a list of one kind, or an object; other keys may be there."""


def value_faults(content: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong in a descriptor, value by value.

    Parameters
    ----------
    content : Mapping
        As it stands in the file.

    Yields
    ------
    Problem
        Its fix leaves the value out, as if nothing had been said.
    """
    yield from _faults(content, _SHAPE, "")


def resource_value_faults(resource: Any) -> Iterator[Problem]:
    """What is wrong in one entry of the list of resources."""
    yield from _faults(resource, _SHAPE["resources"][0], "")


def key_edit(do: str, path: list[str | int], **more: Any) -> dict[str, Any]:
    """The edit of a key of the descriptor."""
    return {"do": do, "file": DESCRIPTOR, "path": path, **more}


def _faults(value: Any, shape: Any, where: str) -> Iterator[Problem]:
    if isinstance(shape, list):
        if not isinstance(value, list):
            yield _other_kind(where, value, "a list is due")
        else:
            for number, one in enumerate(value):
                yield from _faults(one, shape[0], f"{where}[{number}]")
    elif isinstance(shape, Mapping):
        if not isinstance(value, dict):
            yield _other_kind(where, value, "an object is due")
        else:
            for key in (key for key in shape if key in value):
                yield from _faults(value[key], shape[key], f"{where}.{key}" if where else key)
    else:
        yield from _KINDS[shape](value, where)


def _other_kind(where: str, value: Any, due: str) -> Problem:
    shown = str(value) if isinstance(value, str | int | float) else None
    return descriptor_problem(f"of the wrong kind: {due}", where, shown, "Mend or remove it")


def descriptor_problem(message: str, where: str, value: str | None, hint: str, drop: str | None = None) -> Problem:
    """A fault of a value of the descriptor: without the value it is as if nothing had been said."""
    path = [int(step) if step.isdecimal() else step for step in re.findall(r"[^.\[\]]+", drop or where)]
    fix = (key_edit("delete-key", path),)
    decide = "What was meant; without it nothing is said there"
    return Problem(message, DESCRIPTOR, None, where, value, hint, kind="descriptor", fix=fix, decide=decide)


def _text_faults(value: Any, where: str) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield _other_kind(where, value, "a text is due")
    elif fault := unfit(value, lines=True):
        yield descriptor_problem(fault, where, None, "Remove the character")


def _word_faults(value: Any, where: str) -> Iterator[Problem]:
    """A word goes into texts of the program: it is made of letters alone."""
    if not isinstance(value, str) or not _WORD.fullmatch(value):
        yield _other_kind(where, value, "a word is due: letters, with blanks, hyphens or apostrophes between")


def _address_faults(value: Any, where: str) -> Iterator[Problem]:
    if not isinstance(value, str) or not is_address(value):
        yield _other_kind(where, value, "an address is due that begins with https:// or http://")


def _moment_faults(value: Any, where: str) -> Iterator[Problem]:
    try:
        sound = isinstance(value, str) and bool(_MOMENT.fullmatch(value))
        if sound and len(value) > len("2026-11"):
            datetime.fromisoformat(value)
    except ValueError:
        sound = False
    if not sound:
        yield _other_kind(where, value, "a date such as 2026-11-23 or 2026-11-23T00:00:00Z is due")


def _days_faults(value: Any, where: str) -> Iterator[Problem]:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST_NEAR_DAYS:
        yield _other_kind(where, value, f"a whole number from 0 to {MOST_NEAR_DAYS} is due")


def _kilometres_faults(value: Any, where: str) -> Iterator[Problem]:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= MOST_RADIUS_KM:
        yield _other_kind(where, value, f"a number above 0, up to {MOST_RADIUS_KM}, is due")


def _moved_faults(_: Any, where: str) -> Iterator[Problem]:
    yield descriptor_problem("sides stand in a table of their own", where, None, "Move them to sides.csv")


def _translation_faults(value: Any, where: str) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield _other_kind(where, value, "an object is due, a language each")
        return
    for language, texts in value.items():
        if not _LANGUAGE.fullmatch(language):
            yield _other_kind(where, language, "a language is due as its code, such as en")
        else:
            shape: dict[str, Any] = {"title": "text", "control": "text", "attribution": "text", "description": "text"}
            shape |= {"sides": "moved", "words": WORDS}
            yield from _faults(texts, shape, f"{where}.{language}")


_KINDS = {
    "text": _text_faults,
    "address": _address_faults,
    "moment": _moment_faults,
    "days": _days_faults,
    "kilometres": _kilometres_faults,
    "moved": _moved_faults,
    "word": _word_faults,
    "translations": _translation_faults,
}
