"""Checks of one table against its schema, and its typed form."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from geodata import dates
from geodata.errors import Problem
from geodata.tables.schema import RESERVED, Field

BOOLEANS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
"""In small letters; spreadsheets write TRUE and FALSE."""

NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,15}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

MOST_EDTF = 100
"""The grammar takes long over long texts, and no date needs one."""

SLUG = "[A-Za-z0-9]+(-[A-Za-z0-9]+)*"
SLUG_HINT = (
    "An identifier is made of letters a to z, digits, and single hyphens between them, such as {example}; "
    "a day such as 2021-08-15 is one"
)

DAY_HINT = "Write it as YYYY-MM-DD, in the years 0001 to 9999"

EDTF_HINT = "Write an EDTF date such as 1988, 1988-06, 1988-06-17, 198X, 1984~ or 1988/1989"

# By RFC 3986; the rest would have to be encoded, and brackets and quotation marks end an address elsewhere.
_ADDRESS = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_UNFIT_OR_BREAK = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def unfit(text: str, lines: bool) -> str | None:
    r"""Say which character of a text no page, picture or file may hold; None if it has none.

    Parameters
    ----------
    text : str
    lines : bool
        Whether it may have several lines, and tabs.

    Examples
    --------
    >>> unfit("first\nsecond", lines=False)
    'holds the character U+000A, which no text may hold here'
    """
    found = (_UNFIT if lines else _UNFIT_OR_BREAK).search(text)
    return None if found is None else f"holds the character U+{ord(found[0]):04X}, which no text may hold here"


def is_address(value: str) -> bool:
    """Whether a text is an address on the web: http or https, a host, and only what an address may hold."""
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and bool(_ADDRESS.fullmatch(value))
    except ValueError:
        return False


def check_cells(frame: pd.DataFrame, fields: Sequence[Field], key: Sequence[str], file: str) -> list[Problem]:
    """Check each cell, and the uniqueness of keys.

    Parameters
    ----------
    frame : pandas.DataFrame
        All cells as str, indexed by line.
    fields : sequence of Mapping
        The fields of its columns, as in ``schema.json``; of a column that is absent nothing is checked.
    key : sequence of str
        The columns that name a row.
    file : str
        File name for the messages.

    Returns
    -------
    list of Problem
    """
    problems: list[Problem] = []
    for field in (one for one in fields if one["name"] in frame):
        name = str(field["name"])
        # Each value once, however many rows have it.
        values = set(frame[name])
        faults = {value: found for value in values if (found := list(_cell_faults(str(value), field)))}
        for line, value in frame[name].items() if faults else ():
            for kind, message, hint in faults.get(value, ()):
                problems.append(Problem(message, file, int(str(line)), name, str(value), hint, kind=kind))
        if field.get("constraints", {}).get("unique") and list(key) != [name]:
            problems += _duplicates(frame, [name], file)
    if key and set(key) <= set(frame.columns):
        problems += _duplicates(frame, list(key), file)
    return problems


def is_sound(value: str, field: Field) -> bool:
    """Whether a cell of a field may hold a value."""
    return next(_cell_faults(value, field), None) is None


def typed(frame: pd.DataFrame, fields: Sequence[Field]) -> pd.DataFrame:
    """Give number and boolean columns their type; text, dates and ids stay text, colours in small letters.

    Parameters
    ----------
    frame : pandas.DataFrame
        Cells as str, checked.
    fields : sequence of Mapping
        All fields of the table: a column that is absent comes empty.
    """
    missing = {field["name"]: "" for field in fields if field["name"] not in frame}
    texts = frame.assign(**missing).astype(str)
    return texts.assign(**{field["name"]: _typed_column(texts, field) for field in fields})


def _typed_column(texts: pd.DataFrame, field: Field) -> pd.Series[Any]:
    column: pd.Series[Any] = texts[str(field["name"])]
    if field["type"] in ("number", "integer"):
        numbers: pd.Series[Any] = pd.to_numeric(column.replace("", None))
        return numbers.astype(float) if column.empty else numbers
    if field["type"] == "boolean":
        return column.str.lower().map(BOOLEANS).astype(bool)
    lowered: pd.Series[Any] = column.str.lower()
    return lowered if field.get("format") == "colour" else column


def _cell_faults(value: str, field: Field) -> Iterator[tuple[str, str, str]]:
    """Kind, message and hint for each fault of a cell."""
    constraints = field.get("constraints", {})
    described = str(field.get("description", "")).strip()
    if value == "":
        if constraints.get("required"):
            yield "empty", "empty, but a value is required", described
        return
    if fault := unfit(value, lines=bool(field.get("prose"))):
        yield "character", fault, "Remove the character"
        return
    if value != value.strip():
        yield "blanks", "has blanks around it", "Remove them"
        return
    allowed = constraints.get("enum")
    if allowed and value not in allowed:
        yield "enum", "not an allowed value", f"Allowed: {', '.join(allowed)}"
    pattern = constraints.get("pattern")
    if pattern == SLUG and not re.fullmatch(pattern, value):
        yield "pattern", "no identifier", SLUG_HINT.format(example=field.get("example", "south-1905"))
    elif pattern and not re.fullmatch(pattern, value):
        yield (
            "pattern",
            f"does not match the pattern {pattern}",
            f"Example: {field['example']}" if field.get("example") else described,
        )
    if field.get("reserved") and value in RESERVED:
        hint = f"Give another identifier; these are taken: {', '.join(sorted(RESERVED))}"
        yield "reserved", "a word of the program", hint
    yield from _form_faults(value, field, constraints)


def _form_faults(value: str, field: Field, constraints: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    kind, form = field["type"], field.get("format")
    if kind in ("number", "integer"):
        yield from _number_faults(value, kind, constraints)
    elif kind == "boolean" and value.lower() not in BOOLEANS:
        yield "boolean", "neither true nor false", "Write true or false"
    elif kind == "date" and not _is_day(value):
        yield "date", "no day of the calendar", DAY_HINT
    elif form == "uri" and not is_address(value):
        hint = "Give a full address, beginning with https:// or http://, or leave the cell empty"
        yield "uri", "no web address", hint
    elif form == "edtf" and (fault := _edtf_fault(value)):
        yield "edtf", fault, EDTF_HINT


def _number_faults(value: str, kind: str, constraints: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    if kind == "integer" and not WHOLE_NUMBER.fullmatch(value):
        yield "number", "no whole number", "Write digits (0 to 9)"
        return
    if not NUMBER.fullmatch(value) or not math.isfinite(float(value)):
        yield "number", "no number", "Write digits (0 to 9) with a decimal point"
        return
    number = float(value)
    low, high = constraints.get("minimum"), constraints.get("maximum")
    if (low is not None and number < low) or (high is not None and number > high):
        allowed = (
            f"{low} to {high}" if None not in (low, high) else f"{low} or more" if high is None else f"up to {high}"
        )
        yield "range", "outside the allowed range", f"Allowed: {allowed}"


def _edtf_fault(value: str) -> str | None:
    if len(value) > MOST_EDTF:
        return f"an EDTF date of more than {MOST_EDTF} characters"
    try:
        dates.parse(value)
        dates.label(value)
    except ValueError as error:
        return str(error)
    return None


def _is_day(value: str) -> bool:
    """In this one form, whose order as text is the order of the days."""
    try:
        return bool(DAY.fullmatch(value) and date.fromisoformat(value))
    except ValueError:
        return False


def _duplicates(frame: pd.DataFrame, key: list[str], file: str) -> list[Problem]:
    again = frame.duplicated(key, keep="first")
    if not again.any():
        return []
    repeated = frame[again & (frame[key] != "").all(axis=1)]
    first_line = {tuple(row): line for line, row in zip(frame.index[::-1], frame[key].to_numpy()[::-1], strict=True)}
    return [
        Problem(
            f"stands already in row {first_line[tuple(row)]}",
            file,
            int(line),
            ", ".join(key),
            ", ".join(row),
            "Each row needs a key of its own: remove one of the two or rename it",
            kind="duplicate",
            about={"first": first_line[tuple(row)], "key": key},
        )
        for line, row in zip(repeated.index, repeated[key].to_numpy(), strict=True)
    ]
