"""CSV with its description beside it, since CSV has no place for one (CSV on the Web).

Written by the W3C recommendation "Metadata Vocabulary for Tabular Data". Fit for a spreadsheet: with a byte order mark,
without which some take UTF-8 for something else, and with an apostrophe before a text that would be run as a formula.
An atlas reads it back as it was: `geodata.tables` takes the apostrophe off again.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import numpy as np
import pandas as pd

from geodata.frames import LIST_SEPARATOR, records

METADATA_ENDING = "-metadata.json"

BYTE_ORDER_MARK = "\ufeff"

FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
"""How a text begins that a spreadsheet runs as a formula, or that has such an apostrophe already."""

APOSTROPHE_NOTE = (
    "A text that begins with = + - @, a tab or a carriage return stands after an apostrophe ('), so that no "
    "spreadsheet runs it as a formula: take off one apostrophe to have the text as it is. Numbers never have one."
)


def csv_files(
    frame: pd.DataFrame,
    facts: Mapping[str, Any],
    title: str,
    path: Path,
    columns: Mapping[str, Mapping[str, str]] | None = None,
    primary_key: str | None = None,
) -> dict[Path, bytes]:
    """A table as CSV, and its description.

    Parameters
    ----------
    frame : pandas.DataFrame
        A ``geometry`` is left out.
    facts : Mapping
        What `geodata.about.about` says of the atlas, or of one of its periods.
    title : str
        What the table is.
    path : pathlib.Path
        Name of the CSV file.
    columns : Mapping, optional
        ``type`` and ``description`` of the columns to write, in order; else all columns, with their names alone.
    primary_key : str, optional
        The column that names a row.

    Returns
    -------
    dict of pathlib.Path to bytes
        The table and its metadata file.
    """
    plain = pd.DataFrame(frame.drop(columns="geometry", errors="ignore"))
    names = list(plain.columns if columns is None else columns)
    described = [_column(name, None if columns is None else columns[name]) for name in names]
    key = {} if primary_key is None else {"primaryKey": primary_key}
    period = facts.get("period")
    metadata = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": quote(path.name),
        "dc:title": f"{facts['title']}: {title}",
        "dc:bibliographicCitation": facts["citation"],
        "dc:license": [{"@id": one["path"]} for one in facts["licenses"] if "path" in one],
        **({} if period is None else {"dc:temporal": period["edtf"]}),
        "dialect": {"encoding": "utf-8", "header": True, "delimiter": ",", "doubleQuote": True},
        "notes": [facts, APOSTROPHE_NOTE],
        "tableSchema": {"columns": described, **key},
    }
    described_text = json.dumps(metadata, ensure_ascii=False, indent=2) + "\n"
    return {path: csv_bytes(plain, names), metadata_path(path): described_text.encode()}


def metadata_path(path: Path) -> Path:
    """Where the metadata of a CSV file are looked for: beside it, by the rule of CSV on the Web."""
    return path.with_name(path.name + METADATA_ENDING)


def csv_bytes(frame: pd.DataFrame, names: Sequence[str]) -> bytes:
    """Write columns of a table as CSV.

    Parameters
    ----------
    frame : pandas.DataFrame
    names : sequence of str
        The columns to write, in order.

    Returns
    -------
    bytes
        UTF-8 with a byte order mark.
    """
    text = io.StringIO(newline="")
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([_as_text(name) for name in names])
    writer.writerows([cell_text(row[name]) for name in names] for row in records(frame))
    return text.getvalue().encode()


def cell_text(value: Any) -> str:
    """As in the tables of the data package: ids with `;` between, true and false, nothing for nothing.

    Examples
    --------
    >>> cell_text(("a", "b")), cell_text(True), cell_text(-1.5), cell_text("-1.5 (sic)")
    ('a;b', 'true', '-1.5', "'-1.5 (sic)")
    """
    if value is None:
        return ""
    if isinstance(value, bool | np.bool_):
        return str(bool(value)).lower()
    if isinstance(value, int | float | np.number):
        return "" if np.isnan(value) else str(value)
    return _as_text(LIST_SEPARATOR.join(value) if isinstance(value, tuple) else str(value))


def _as_text(text: str) -> str:
    return f"'{text}" if FORMULA.match(text) else text


def _column(name: str, column: Mapping[str, str] | None) -> dict[str, str]:
    entry = {"name": name, "titles": name}
    if column is None:
        return entry
    listed = column["type"] == "list"
    entry |= {"dc:description": column["description"], "datatype": "string" if listed else column["type"]}
    return entry | {"separator": LIST_SEPARATOR} if listed else entry
