"""Descriptions of exported tables: every column is told, and the types are those of what is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import frictionless
import pandas as pd
import pytest

from geodata import Atlas
from geodata.export.columns import columns_of
from geodata.export.csvw import csv_bytes
from geodata.export.tables import TABLES, changes_of
from geodata.tables import tables
from tests.made_up import Folder


def given_out(atlas: Atlas) -> dict[str, tuple[str, pd.DataFrame]]:
    """Every table that is given out as CSV beside the calls: whose columns it has, and its rows."""
    first, second = (period.id for period in atlas.periods[:2])
    some = atlas.package.provinces["province_id"].iloc[0]
    made = {name: (name, make(atlas)) for name, make in TABLES.items()}
    return made | {
        "changes": ("changes", changes_of(atlas, first, second)),
        "claims of a province": ("claims", atlas.claims(province=some)),
    }


def written(atlas: Atlas, name: str, folder: Path) -> tuple[dict[str, dict[str, str]], Any]:
    """The columns as described, and the file as another program reads it with these types."""
    table, frame = given_out(atlas)[name]
    plain = pd.DataFrame(frame.drop(columns="geometry", errors="ignore"))
    described = columns_of(atlas, table, frame.columns)
    (folder / "table.csv").write_bytes(csv_bytes(plain, list(plain.columns)))
    fields = [
        {"name": column, "type": "string" if one["type"] == "list" else one["type"]}
        for column, one in described.items()
    ]
    schema = frictionless.Schema.from_descriptor({"fields": fields})
    return described, frictionless.resources.TableResource(path="table.csv", basepath=str(folder), schema=schema)


NAMES = [*TABLES, "changes", "claims of a province"]


@pytest.mark.parametrize("name", NAMES)
class TestEveryTable:
    def test_every_column_is_described(self, afghanistan: Atlas, tmp_path: Path, name: str) -> None:
        described, resource = written(afghanistan, name, tmp_path)
        assert [column for column, one in described.items() if not one["description"]] == []
        report = frictionless.validate(resource)
        assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])[:5]

    def test_of_another_atlas_too(self, folder: Folder, tmp_path: Path, name: str) -> None:
        described, resource = written(folder.load(), name, tmp_path)
        assert [column for column, one in described.items() if not one["description"]] == []
        report = frictionless.validate(resource)
        assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])[:5]


def test_a_column_that_an_atlas_adds_is_told_in_its_own_words(folder: Folder) -> None:
    rows = folder.rows("claims.csv")
    folder.write("claims.csv", [[*rows[0], "shelf"], *([*row, "A 1"] for row in rows[1:])])
    told = {"name": "shelf", "type": "string", "description": "Where the paper lies."}
    folder.edit_resource(
        "claims",
        lambda one: one["schema"]["fields"].append(told) if "schema" in one else one.update(schema={"fields": [told]}),
    )
    atlas = folder.load()
    found = columns_of(atlas, "claims", atlas.claims().columns)
    assert found["shelf"] == {"type": "string", "description": "Where the paper lies."}


@pytest.mark.parametrize(
    ("table", "column", "described_in", "name"),
    [
        ("claims", "source_id", "claims", "source_id"),
        ("claims", "source_title", "sources", "title"),
        ("claims", "source_note", "sources", "note"),
        ("claims", "note", "claims", "note"),
        ("claims", "extent", "scopes", "extent"),
        ("events", "kind", "events", "kind"),
        ("summary", "period_id", "periods", "period_id"),
    ],
)
def test_a_column_of_the_atlas_is_described_where_the_atlas_has_it(
    afghanistan: Atlas, table: str, column: str, described_in: str, name: str
) -> None:
    field = tables()[described_in].field(name)
    assert field is not None
    assert columns_of(afghanistan, table, [column])[column]["description"] == field["description"]


def test_lists_yes_and_no_days_and_numbers_are_told_apart(afghanistan: Atlas) -> None:
    claims = columns_of(afghanistan, "claims", ["province_ids", "source_independent", "source_accessed", "date"])
    assert [one["type"] for one in claims.values()] == ["list", "boolean", "date", "string"]
    summary = columns_of(afghanistan, "summary", ["provinces", "area_km2", "share"])
    assert [one["type"] for one in summary.values()] == ["integer", "number", "number"]
