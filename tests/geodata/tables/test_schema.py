"""The program's own schema: it is whole in itself, and other programs that read data packages agree with it."""

from __future__ import annotations

import re
from typing import Any

import frictionless
import pytest

from geodata.tables.cells import check_cells
from geodata.tables.schema import fields_of, table_schema, tables
from tests.geodata.tables.test_cells import table
from tests.made_up import Folder

TABLES = list(tables().values())
FIELDS = [(one, field) for one in TABLES for field in one.fields]


def test_every_column_is_described() -> None:
    assert [f"{one.name}.{field['name']}" for one, field in FIELDS if len(field["description"]) < 6] == []
    assert all(one.title and one.description for one in TABLES)


@pytest.mark.parametrize(("one", "field"), FIELDS, ids=lambda value: getattr(value, "name", None) or value["name"])
def test_examples_are_sound(one: Any, field: Any) -> None:
    """Those with a set form have one; by the same checks as a cell."""
    if field["type"] != "string" or {"pattern", "enum"} & field.get("constraints", {}).keys():
        assert "example" in field
    if "example" in field:
        example = field["example"]
        text = str(example).lower() if isinstance(example, bool) else str(example)
        assert check_cells(table(**{field["name"]: [text]}), [field], (), "t.csv") == []


def test_keys_and_references_lead_to_columns_that_are_there() -> None:
    for one in TABLES:
        assert set(one.key) <= set(one.columns), one.name
    for one, field in FIELDS:
        for target in field.get("refers", ()):
            name, _, column = target.partition(".")
            assert column in tables()[name].columns, f"{one.name}.{field['name']}"


def test_columns_that_every_file_must_have() -> None:
    """What the program can't do without; all others may be absent."""
    must = {
        one.name: {field["name"] for field in one.fields if field.get("constraints", {}).get("required")}
        for one in TABLES
    }
    assert must["sides"] == {"side_id", "name", "colour", "sign", "order"}
    assert must["scopes"] == {"claim_id", "province_id", "extent", "named"}
    assert {"independent", "thin"} <= must["sources"]
    assert not must["sources"] & {"work", "accessed", "archived", "read", "url"}


def test_names_in_any_language_and_only_where_there_are_names() -> None:
    for language in ("fa", "ar", "zh-Hant", "en"):
        assert tables()["places"].field(f"name_{language}") is not None
        assert tables()["scopes"].field(f"name_{language}") is None
    for column in ("name_", "name_FA", "name_f", "name_fa_x", "nome_fa"):
        assert tables()["places"].field(column) is None


def test_column_of_the_atlas_is_text_whatever_it_says() -> None:
    added = {"weight": "How heavy.", "claim_id": "Another meaning."}
    fields = {field["name"]: field for field in fields_of(tables()["scopes"], ["claim_id", "weight"], added)}
    assert fields["weight"] == {"name": "weight", "type": "string", "description": "How heavy."}
    assert fields["claim_id"]["description"] != "Another meaning."


def test_table_schema_is_one() -> None:
    for one in TABLES:
        schema = table_schema(one, one.columns, {})
        # Keys of our own are not for others; units are told in words.
        for field in schema["fields"]:
            assert set(field) <= {"name", "type", "format", "description", "example", "unit", "constraints"}
            assert field.get("format") in (None, "uri")
        assert frictionless.Schema.from_descriptor(schema).field_names == list(one.columns)


@pytest.mark.parametrize(
    ("file", "row", "column", "value"),
    [
        ("factions.csv", 2, "colour", "blue"),
        ("factions.csv", 2, "code", "BLUES"),
        ("claims.csv", 2, "role", "leading"),
        ("places.csv", 2, "lon", "181"),
        ("sources.csv", 2, "thin", "perhaps"),
        ("periods.csv", 2, "start", "1900-02-30"),
        ("scopes.csv", 2, "claim_id", "C999"),
        ("claims.csv", 3, "claim_id", "C001"),
        ("sides.csv", 2, "sign", "heart"),
        ("factions.csv", 2, "side", "nobody"),
        ("claims.csv", 2, "statement", ""),
        ("sides.csv", 2, "order", "0"),
    ],
)
def test_frictionless_agrees(folder: Folder, file: str, row: int, column: str, value: str) -> None:
    """With the Table Schemas of the template, which are written from the program's own."""

    def faults() -> set[str]:
        report = frictionless.validate(str(folder.path / "datapackage.json"))
        return {task.place for task in report.tasks for _ in task.errors}

    assert faults() == set()
    folder.set(file, row, column, value)
    assert file in faults()
    assert file in {problem.file for problem in folder.problems()}


def test_patterns_take_no_longer_than_a_text_is_long() -> None:
    """Each is tried on what a careless one would try without end."""
    for _, field in FIELDS:
        pattern = field.get("constraints", {}).get("pattern")
        if pattern:
            assert not re.fullmatch(pattern, "a-" * 20_000 + "!")
            assert not re.fullmatch(pattern, "a" * 20_000 + "!")
