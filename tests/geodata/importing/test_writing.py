"""The folder of an atlas, written from rows."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import shape

from geodata.importing import ImportMapping, ImportReport, read_mapping
from geodata.importing.writing import atlas_files, raw_files, written_into
from tests.geodata.importing.raw import MAPPING, SQUARES, shapes, write_lines, write_shapes

HELD = {"province_id": "north", "date": "1950", "faction_id": "blues", "source_id": "S01"}


@pytest.fixture
def mapping(tmp_path: Path) -> ImportMapping:
    write_shapes(tmp_path, shapes())
    write_lines(tmp_path, "control.csv", "unit,date,who", "North,1950,Blue")
    return told(tmp_path)


def told(folder: Path, **atlas: Any) -> ImportMapping:
    content = {**MAPPING, "atlas": {**MAPPING["atlas"], **atlas}}
    (folder / "mapping.yaml").write_text(json.dumps(content), encoding="utf-8")
    return read_mapping(folder / "mapping.yaml")


def made(mapping: ImportMapping, **rows: Any) -> tuple[Mapping[str, bytes], ImportReport]:
    report = ImportReport()
    units = shapes().assign(province_id=["north", "south", "east"])
    return atlas_files(mapping, units, rows, report), report


def test_a_table_has_the_columns_that_are_filled_and_those_that_must_be_there(mapping: ImportMapping) -> None:
    files, report = made(mapping, observations=[{**HELD, "note": ""}, {**HELD, "date": "1951", "name_fa": "شمال"}])
    rows = list(csv.DictReader(io.StringIO(files["observations.csv"].decode())))
    assert [row["date"] for row in rows] == ["1950", "1951"]
    assert [row["name_fa"] for row in rows] == ["", "شمال"]
    assert "note" not in rows[0]
    assert (report.made["observations"], report.made["provinces"]) == (2, 3)


def test_what_is_there_is_in_the_descriptor_and_nothing_else(mapping: ImportMapping) -> None:
    files, _ = made(mapping, observations=[HELD])
    content = json.loads(files["datapackage.json"])
    assert {one["path"] for one in content["resources"]} == set(files) - {"datapackage.json", "README.md"}
    assert "events.csv" not in files
    for one in content["resources"]:
        if one["path"].endswith(".csv"):
            header = files[one["path"]].decode().splitlines()[0].split(",")
            assert header == [field["name"] for field in one["schema"]["fields"]], one["path"]


def test_a_licence_is_written_where_one_is_given_and_none_by_default(mapping: ImportMapping, tmp_path: Path) -> None:
    assert "licenses" not in json.loads(made(mapping)[0]["datapackage.json"])
    licences = [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0"}]
    given = told(tmp_path, licences=licences, near_days=30, version="1.2")
    content = json.loads(made(given)[0]["datapackage.json"])
    assert content["licenses"] == licences
    assert (content["near_days"], content["version"]) == (30, "1.2")


def test_shapes_are_written_as_they_are(mapping: ImportMapping) -> None:
    features = json.loads(made(mapping)[0]["provinces.geojson"])["features"]
    assert {one["properties"]["province_id"]: shape(one["geometry"]).area for one in features} == {
        name: square.area for name, square in SQUARES.items()
    }


def test_raw_files_are_named_with_their_digests_and_told_in_the_readme(mapping: ImportMapping, tmp_path: Path) -> None:
    found = dict(raw_files(mapping))
    assert list(found) == ["mapping.yaml", "units.geojson", "control.csv"]
    for name, digest in found.items():
        assert digest == hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()
    readme = made(mapping)[0]["README.md"].decode()
    assert readme.startswith("# Squareland")
    assert all(digest in readme for digest in found.values())


def test_what_stands_in_the_data_is_no_markup_in_the_readme(tmp_path: Path) -> None:
    write_shapes(tmp_path, shapes())
    write_lines(tmp_path, "control.csv", "unit,date,who", "North,1950,Blue")
    files, _ = made(told(tmp_path, title="A\n# B {{ 7 * 7 }}"))
    assert files["README.md"].decode().startswith("# A # B {{ 7 * 7 }}\n")


def test_files_are_written_into_a_folder_byte_for_byte(mapping: ImportMapping, tmp_path: Path) -> None:
    files, _ = made(mapping, observations=[HELD])
    folder = tmp_path / "atlas"
    folder.mkdir()
    written_into(folder, files)
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == files
