"""GeoPackage: what other programs see besides the rows. The rest is tested in test_export."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pyogrio
import pytest

from geodata.export import formats as export
from tests.made_up import Folder


def contents(file: Path) -> dict[str, tuple[str, str, str]]:
    with sqlite3.connect(file) as connection:
        rows = connection.execute("SELECT table_name, data_type, identifier, last_change FROM gpkg_contents").fetchall()
    return {name: tuple(rest) for name, *rest in rows}


def test_layers_are_named_and_dated_by_the_atlas(folder: Folder, tmp_path: Path) -> None:
    (file,) = export.write(folder.load(), "1910-11", tmp_path / "x.gpkg")
    told = contents(file)
    assert told["calls"] == ("features", "Calls of 1910–11", "2026-11-23T00:00:00.000Z")
    assert told["about"][0] == "attributes"


@pytest.mark.parametrize("created", ["1999", "2026-11-23"])
def test_atlas_without_a_time_of_its_own(folder: Folder, tmp_path: Path, created: str) -> None:
    folder.edit_json("datapackage.json", lambda content: content.update(created=created))
    (file,) = export.write(folder.load(), "1900", tmp_path / "x.gpkg")
    assert contents(file)["calls"][2] == "2000-01-01T00:00:00.000Z"


def test_clock_of_later_writers_runs_on(folder: Folder, tmp_path: Path) -> None:
    export.write(folder.load(), "1900", tmp_path / "x.gpkg")
    assert pyogrio.get_gdal_config_option("OGR_CURRENT_DATE") is None
