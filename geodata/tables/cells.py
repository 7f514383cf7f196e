"""Checks of one table against its Table Schema, and its typed form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from geodata.errors import Problem

BOOLEANS = {"true": True, "false": False}
NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def check_cells(frame: pd.DataFrame, schema: Mapping[str, Any], file: str) -> list[Problem]:
    """Check each cell, and the uniqueness of keys.

    Parameters
    ----------
    frame : pandas.DataFrame
        All cells as str, indexed by line.
    schema : Mapping
        A Table Schema: ``fields`` with ``type`` and ``constraints``, ``primaryKey``.
    file : str
        File name for the messages.

    Returns
    -------
    list of Problem
    """
    problems: list[Problem] = []
    for field in schema["fields"]:
        name = field["name"]
        # Each value once, however many rows have it.
        faults = {value: found for value in set(frame[name]) if (found := list(_cell_faults(str(value), field)))}
        for line, value in frame[name].items() if faults else ():
            for message, hint in faults.get(value, ()):
                problems.append(Problem(message, file, int(str(line)), name, str(value), hint))
        if field.get("constraints", {}).get("unique") and schema.get("primaryKey") != [name]:
            problems += _duplicates(frame, [name], file)
    key = schema.get("primaryKey")
    if key:
        problems += _duplicates(frame, list(key), file)
    return problems


def typed(frame: pd.DataFrame, schema: Mapping[str, Any]) -> pd.DataFrame:
    """Give number and boolean columns their type; text, dates (EDTF) and ids stay text."""
    columns = {
        field["name"]: _typed_column(frame[field["name"]], field["type"])
        for field in schema["fields"]
        if field["type"] in ("number", "boolean")
    }
    return frame.astype(str).assign(**columns)


def _typed_column(column: pd.Series[Any], kind: str) -> pd.Series[Any]:
    return pd.to_numeric(column.replace("", None)) if kind == "number" else column.map(BOOLEANS).astype(bool)


def _cell_faults(value: str, field: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Message and hint for each fault of a cell."""
    constraints = field.get("constraints", {})
    described = str(field.get("description", "")).strip()
    if value == "":
        if constraints.get("required"):
            yield "empty, but a value is required", described
        return
    if value != value.strip():
        yield "has blanks around it", "Remove them"
        return
    allowed = constraints.get("enum")
    if allowed and value not in allowed:
        yield "not an allowed value", f"Allowed: {', '.join(allowed)}"
    pattern = constraints.get("pattern")
    if pattern and not re.fullmatch(pattern, value):
        yield (
            f"does not match the pattern {pattern}",
            f"Example: {field['example']}" if field.get("example") else described,
        )
    kind = field["type"]
    if kind == "number":
        yield from _number_faults(value, constraints)
    elif kind == "boolean" and value not in BOOLEANS:
        yield "neither true nor false", "Write true or false"
    elif kind == "date":
        if not _is_day(value):
            yield "no day of the calendar", "Write it as YYYY-MM-DD"
    elif field.get("format") == "uri" and not _is_address(value):
        yield "no web address", "Give a full address, beginning with https:// or http://, or leave the cell empty"


def _number_faults(value: str, constraints: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if not NUMBER.fullmatch(value):
        yield "no number", "Write digits (0 to 9) with a decimal point"
        return
    number = float(value)
    low, high = constraints.get("minimum"), constraints.get("maximum")
    if not ((low is None or number >= low) and (high is None or number <= high)):
        yield "outside the allowed range", f"Allowed: {low} to {high}"


def _is_day(value: str) -> bool:
    """In this one form, whose order as text is the order of the days."""
    try:
        return bool(DAY.fullmatch(value) and date.fromisoformat(value))
    except ValueError:
        return False


def _is_address(value: str) -> bool:
    """A scheme, a host and no blank; what the addresses of citations need and no more."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and value.isascii() and " " not in value


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
        )
        for line, row in zip(repeated.index, repeated[key].to_numpy(), strict=True)
    ]
