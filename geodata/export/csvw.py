"""CSV with its description beside it, since CSV has no place for one (CSV on the Web).

Written by the W3C recommendation "Metadata Vocabulary for Tabular Data".
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pandas as pd

from geodata.frames import LIST_SEPARATOR, records

METADATA_ENDING = "-metadata.json"


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
        "notes": [facts],
        "tableSchema": {"columns": described, **key},
    }
    described_text = json.dumps(metadata, ensure_ascii=False, indent=2) + "\n"
    return {path: _csv(plain, names), metadata_path(path): described_text.encode()}


def metadata_path(path: Path) -> Path:
    """Where the metadata of a CSV file are looked for: beside it, by the rule of CSV on the Web."""
    return path.with_name(path.name + METADATA_ENDING)


def cell_text(value: Any) -> str:
    """As in the tables of the data package: ids with `;` between, true and false, nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return LIST_SEPARATOR.join(value) if isinstance(value, tuple) else str(value)


def _csv(frame: pd.DataFrame, names: Sequence[str]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([cell_text(row[name]) for name in names] for row in records(frame))
    return text.getvalue().encode()


def _column(name: str, column: Mapping[str, str] | None) -> dict[str, str]:
    entry = {"name": name, "titles": name}
    if column is None:
        return entry
    listed = column["type"] == "list"
    entry |= {"dc:description": column["description"], "datatype": "string" if listed else column["type"]}
    return entry | {"separator": LIST_SEPARATOR} if listed else entry
