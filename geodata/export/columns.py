"""What each exported column is: its type and its description, by table."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geodata.tables import Field, tables

if TYPE_CHECKING:
    from geodata.atlas import Atlas

Columns = dict[str, dict[str, str]]
"""``type`` (string, list, number, integer, boolean or date) and ``description`` of each column, in order."""

HERE = Path(__file__).parent
OF_SOURCE = "source_"
"""Columns of the source stand behind this in a table of claims."""


@cache
def columns() -> Columns:
    """Type and description of each column of exported calls, in order."""
    return {name: _entry(column) for name, column in _written("columns.toml").items()}


def columns_of(atlas: Atlas, table: str, names: Iterable[str]) -> Columns:
    """Type and description of the columns of an exported table.

    Parameters
    ----------
    atlas : Atlas
        Columns that it adds to its tables have its own descriptions.
    table : str
        ``calls``, ``changes``, or one of `geodata.export.TABLES`.
    names : iterable of str
        The columns to describe, in order; a ``geometry`` is left out.

    Returns
    -------
    dict of str to dict

    Examples
    --------
    >>> import geodata
    >>> columns_of(geodata.load(), "claims", ["source_thin"])["source_thin"]["type"]
    'boolean'
    """
    if table == "calls":
        return columns()
    return {name: _described(atlas, table, name) for name in names if name != "geometry"}


def _described(atlas: Atlas, table: str, name: str) -> dict[str, str]:
    made = _written("tables.toml").get(table, {})
    if name in made:
        return _entry(made[name])
    field = _field(atlas, table, name)
    if field is None and table == "claims":
        # Claims stand with their source, and those of one province with what they say of it.
        field = _field(atlas, "scopes", name) or _field(atlas, "sources", name.removeprefix(OF_SOURCE))
    # A column that nobody has described, and no table of an atlas can have one, is text.
    return {"type": "string", "description": ""} if field is None else _of_field(field)


def _field(atlas: Atlas, table: str, name: str) -> Field | None:
    known = tables().get(table)
    return None if known is None else known.field(name, atlas.package.added.get(table, {}))


def _of_field(field: Field) -> dict[str, str]:
    return {"type": "list" if field.get("list") else str(field["type"]), "description": str(field["description"])}


def _entry(column: Mapping[str, str]) -> dict[str, str]:
    if "same_as" not in column:
        return {"type": column["type"], "description": column["description"]}
    table, _, name = column["same_as"].partition(".")
    field = tables()[table].field(name)
    assert field is not None
    return _of_field(field) | ({"type": column["type"]} if "type" in column else {})


@cache
def _written(file: str) -> dict[str, Any]:
    return tomllib.loads((HERE / file).read_text(encoding="utf-8"))
