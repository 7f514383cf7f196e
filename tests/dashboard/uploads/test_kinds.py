"""What files are that a reader gives, and which no atlas can be made of."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from dashboard.uploads import LARGEST_UPLOAD
from dashboard.uploads.kinds import Sorted, sorted_files
from geodata import AtlasError
from tests.dashboard.uploads.zips import packed

GEOJSON = b'{"type": "FeatureCollection", "features": []}'
CSV = b"unit,holder\n"
SHP = b"\x00\x00\x27\x0a" + bytes(96)


def told(*files: tuple[str, bytes]) -> str:
    with pytest.raises(AtlasError) as refused:
        sorted_files(files)
    return refused.value.problems[0].message


def test_an_atlas_is_known_by_its_descriptor_in_whatever_folder_it_is_packed() -> None:
    content = packed({"x/mine/datapackage.json": b"{}", "x/mine/tables/claims.csv": CSV, "x/README.md": b""})
    assert sorted_files((("mine.zip", content),)) == Sorted({"datapackage.json": b"{}", "tables/claims.csv": CSV})


def test_shapes_and_a_table_in_either_order() -> None:
    wanted = Sorted({"a.geojson": GEOJSON, "b.csv": CSV}, "a.geojson", "b.csv")
    assert sorted_files((("a.geojson", GEOJSON), ("b.csv", CSV))) == wanted
    assert sorted_files((("b.csv", CSV), ("a.geojson", GEOJSON))) == wanted


def test_of_a_zipped_shapefile_its_parts_are_taken_and_nothing_else() -> None:
    content = packed({"in/Units.SHP": SHP, "in/Units.dbf": b"1", "in/Units.prj": b"2", "in/readme.txt": b"3"})
    found = sorted_files((("units.zip", content),))
    assert found == Sorted({"Units.shp": SHP, "Units.dbf": b"1", "Units.prj": b"2"}, "Units.shp")


def test_parquet_with_geometry_is_shapes_and_without_a_table(tmp_path: Path) -> None:
    gpd.GeoDataFrame({"name": ["one"]}, geometry=[shapely.box(0, 0, 1, 1)], crs=4326).to_parquet(tmp_path / "s.parquet")
    pd.DataFrame({"name": ["one"]}).to_parquet(tmp_path / "t.parquet")
    files = tuple((name, (tmp_path / name).read_bytes()) for name in ("t.parquet", "s.parquet"))
    found = sorted_files(files)
    assert (found.shapes, found.table) == ("s.parquet", "t.parquet")


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ([("a.csv", CSV)], "0 files of shapes and 1 tables"),
        ([("a.geojson", GEOJSON), ("b.geojson", GEOJSON)], "2 files of shapes and 0 tables"),
        ([("a.geojson", GEOJSON), ("b.csv", CSV), ("c.csv", CSV)], "1 files of shapes and 2 tables"),
        ([("a.zip", packed({"datapackage.json": b"{}"})), ("b.csv", CSV)], "an atlas with other files beside it"),
        ([("a.zip", packed({"x/datapackage.json": b"{}", "y/datapackage.json": b"{}"}))], "2 files datapackage.json"),
        ([("a.zip", packed({"a.csv": CSV}))], "neither an atlas (datapackage.json) nor a shapefile"),
        ([("a.zip", packed({"a.shp": SHP, "b.shp": SHP}))], "2 shapefiles"),
        ([("a.zip", packed({"a.shp": SHP, "a.vrt": b"<OGRVRTDataSource/>"}))], "no part of a shapefile"),
        ([("a.exe", b"MZ")], "not a kind of file that is read"),
        ([("a.vrt", b"<OGRVRTDataSource/>")], "not a kind of file that is read"),
        ([("../a.geojson", GEOJSON)], "no plain name of a file"),
        ([(f"{'a' * 200}.geojson", GEOJSON)], "no plain name of a file"),
        ([("a.geojson", GEOJSON + bytes(LARGEST_UPLOAD))], "too large"),
    ],
)  # fmt: skip
def test_what_no_atlas_can_be_made_of_is_told(files: list[tuple[str, bytes]], message: str) -> None:
    assert told(*files) == message


@pytest.mark.parametrize("name", ["a.geojson", "a.json", "a.topojson", "a.gpkg"])
def test_a_file_that_leads_to_others_is_not_read_by_another_name(name: str) -> None:
    leads = b'<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer>'
    assert told((name, leads)).startswith("no ")


def test_a_shapefile_that_leads_to_others_is_not_read_either() -> None:
    assert told(("a.zip", packed({"a.shp": b"<OGRVRTDataSource/>"}))) == "no Shapefile"


def test_bytes_that_are_no_parquet_are_told() -> None:
    assert told(("a.parquet", b"PAR1 and nothing else")).startswith("can't be read")
