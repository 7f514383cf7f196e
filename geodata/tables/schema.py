"""The program's own schema: what each table of an atlas must be, whatever the atlas says of itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGE_COLUMN = re.compile(r"name_([a-z]{2,3}(?:-[A-Za-z0-9]+)*)")
"""A column with names in another language: its second part is the language (BCP 47)."""

RESERVED = frozenset(
    {"all", "contested", "held", "no-evidence", "none", "partly", "shared", "unclear", "unknown"}
)  # fmt: skip
"""Words that stand beside ids in calls, addresses and files: an id of this form would be taken for one of them."""

MEGABYTE = 1_000_000

_OWN_KEYS = ("prose", "refers", "list", "reserved", "unit", "least")
"""Keys of a field that Table Schema does not know; `format` is told in `table_schema`."""

Field = Mapping[str, Any]


@dataclass(frozen=True)
class Table:
    """One table of the schema.

    Attributes
    ----------
    name, file, title, description : str
        Its name, the file that holds it unless the descriptor names another, and what it is.
    required : bool
        Whether every atlas has it; one that is missing otherwise is empty.
    key : tuple of str
        The columns that name a row; none where no column alone, nor all of them together, do.
    fields : tuple of Mapping
        Its columns in order: ``name, type, description`` and what else ``schema.json`` says of them.
    """

    name: str
    file: str
    title: str
    description: str
    required: bool
    key: tuple[str, ...]
    fields: tuple[Field, ...]

    @property
    def has_shapes(self) -> bool:
        """Whether it is a GeoJSON file and no CSV file."""
        return self.file.endswith(".geojson")

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of all columns that the program knows, in order."""
        return tuple(field["name"] for field in self.fields)

    def field(self, column: str, added: Mapping[str, str] | None = None) -> Field | None:
        """Describe a column.

        Parameters
        ----------
        column : str
            Its name.
        added : Mapping of str to str, optional
            Columns that the atlas adds, with what they mean.

        Returns
        -------
        Mapping or None
            A field; None if neither the schema nor the atlas knows the column. A column of the atlas is plain text.
        """
        for field in self.fields:
            if field["name"] == column:
                return field
        told = (added or {}).get(column)
        language = LANGUAGE_COLUMN.fullmatch(column)
        if language and "name" in self.columns:
            return {"name": column, "type": "string", "description": told or f"Name in the language `{language[1]}`."}
        return None if told is None else {"name": column, "type": "string", "description": told}


def fields_of(table: Table, columns: Iterable[str], added: Mapping[str, str]) -> tuple[Field, ...]:
    """Describe all columns of a table: those that the program knows, absent or not, and those that the file adds.

    Parameters
    ----------
    table : Table
    columns : iterable of str
        The columns that the file has.
    added : Mapping of str to str
        Columns that the atlas adds, with what they mean.
    """
    others = [table.field(column, added) for column in columns if column not in table.columns]
    return (*table.fields, *(field for field in others if field is not None))


@cache
def tables() -> Mapping[str, Table]:
    """All tables of an atlas by name."""
    return {
        name: Table(name=name, **{**one, "key": tuple(one["key"]), "fields": tuple(one["fields"])})
        for name, one in _content()["tables"].items()
    }


@cache
def number_of_format() -> int:
    """The format of atlases that this program reads."""
    return int(_content()["format"])


def limit(kind: str) -> int:
    """The largest size of a file in bytes: of a ``descriptor``, ``document``, ``table``, or file of ``shapes``."""
    return int(_content()["limits_mb"][kind] * MEGABYTE)


def table_schema(table: Table, columns: Iterable[str], added: Mapping[str, str]) -> dict[str, Any]:
    """Write the Table Schema of a file, for other programs that read data packages.

    Parameters
    ----------
    table : Table
    columns : iterable of str
        The columns that the file has, in order.
    added : Mapping of str to str
        Columns that the atlas adds, or names in other languages, with what they mean.

    Returns
    -------
    dict
        ``fields``, ``primaryKey``, ``missingValues``, and ``foreignKeys`` to other CSV tables: those with one id in a
        cell and one table to look it up in, which is all that Table Schema can say.
    """
    fields = [field for column in columns if (field := table.field(column, added)) is not None]
    foreign = [
        {"fields": [field["name"]], "reference": {"resource": "" if target == table.name else target, "fields": [key]}}
        for field in fields
        if len(field.get("refers", ())) == 1 and not field.get("list")
        for target, _, key in [field["refers"][0].partition(".")]
        if not tables()[target].has_shapes
    ]
    schema: dict[str, Any] = {"fields": [_standard(field) for field in fields], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    return schema | ({"foreignKeys": foreign} if foreign and not table.has_shapes else {})


def _standard(field: Field) -> dict[str, Any]:
    kept = {key: value for key, value in field.items() if key not in _OWN_KEYS}
    if kept.get("format") != "uri":
        kept.pop("format", None)
    return kept | {key: field[key] for key in ("unit",) if key in field}


@cache
def _content() -> dict[str, Any]:
    content: dict[str, Any] = json.loads((Path(__file__).parent / "schema.json").read_text(encoding="utf-8"))
    return content
