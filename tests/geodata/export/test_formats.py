"""Exported files, read back by other programs and compared with what went in."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import frictionless
import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pyogrio
import pytest
import shapely

from geodata import RULE_VERSION, Atlas, AtlasError
from geodata.export import formats as export
from geodata.export.formats import FIRMNESS
from geodata.rule.calls import COLUMNS
from tests.made_up import Folder

PERIODS = ["1985", "1987", "1988-89"]
LISTS = [name for name, column in export.columns().items() if column["type"] == "list"]
TYPES = {"string": "string", "list": "string", "number": "number", "boolean": "boolean"}


def assert_same(found: pd.DataFrame, atlas: Atlas, period: str, lists: Any = tuple) -> None:
    """Compare with the calls, cell by cell; `lists` turns a list as read back into a tuple."""
    calls = atlas.control(period)
    one = atlas.period(period)
    assert set(found["period_id"]) == {one.id}
    assert set(found["period"]) == {one.edtf}
    assert len(found) == len(calls)
    for name in COLUMNS[:-1]:
        # Nobody knows the area of a province to the square metre.
        expected = [round(area) for area in calls[name]] if name == "area_km2" else list(calls[name])
        values = list(found[name].map(lists) if name in LISTS else found[name])
        values = [None if not isinstance(value, tuple) and pd.isna(value) else value for value in values]
        assert values == expected, name


def assert_same_shapes(found: gpd.GeoDataFrame, atlas: Atlas, period: str) -> None:
    assert found.crs.to_epsg() == 4326
    for ours, theirs in zip(atlas.control(period).geometry, found.geometry, strict=True):
        # The order of rings and points may differ, the points themselves may not.
        normal = [shapely.normalize(shapely.geometry.MultiPolygon(shapely.get_parts(one))) for one in (ours, theirs)]
        assert normal[0].equals_exact(normal[1], 0)


def split(cell: Any) -> tuple[str, ...]:
    return tuple(cell.split(";")) if isinstance(cell, str) and cell else ()


def test_every_column_of_the_calls_is_described() -> None:
    described = [name for name in export.columns() if name not in ("sources", "dissenting_sources")]
    assert described == ["period_id", "period", *COLUMNS[:-1], *FIRMNESS]
    assert all(set(column) == {"type", "description"} for column in export.columns().values())


@pytest.mark.parametrize("period", PERIODS)
class TestReadBack:
    def test_geojson(self, afghanistan: Atlas, tmp_path: Path, period: str) -> None:
        (file,) = export.write(afghanistan, period, tmp_path / "calls.geojson")
        assert_same_shapes(gpd.read_file(file), afghanistan, period)
        features = json.loads(file.read_text(encoding="utf-8"))["features"]
        assert_same(pd.DataFrame([one["properties"] for one in features]), afghanistan, period)

    def test_geopackage(self, afghanistan: Atlas, tmp_path: Path, period: str) -> None:
        (file,) = export.write(afghanistan, period, tmp_path / "calls.gpkg")
        found = gpd.read_file(file, layer="calls")
        assert_same(found, afghanistan, period, split)
        assert_same_shapes(found, afghanistan, period)

    def test_geoparquet(self, afghanistan: Atlas, tmp_path: Path, period: str) -> None:
        (file,) = export.write(afghanistan, period, tmp_path / "calls.parquet")
        found = gpd.read_parquet(file)
        assert_same(found, afghanistan, period)
        assert_same_shapes(found, afghanistan, period)

    def test_csv_by_pandas(self, afghanistan: Atlas, tmp_path: Path, period: str) -> None:
        file, _ = export.write(afghanistan, period, tmp_path / "calls.csv")
        found = pd.read_csv(file, dtype={"period_id": str, "period": str}, float_precision="round_trip")
        assert "geometry" not in found
        assert_same(found, afghanistan, period, split)

    def test_csv_by_frictionless(self, afghanistan: Atlas, tmp_path: Path, period: str) -> None:
        """With the types that the metadata file states."""
        file, metadata = export.write(afghanistan, period, tmp_path / "calls.csv")
        described = json.loads(metadata.read_text(encoding="utf-8"))["tableSchema"]["columns"]
        fields = [{"name": one["name"], "type": one["datatype"]} for one in described]
        assert [one["name"] for one in described if "separator" in one] == LISTS
        schema = frictionless.Schema.from_descriptor({"fields": fields})
        resource = frictionless.resources.TableResource(path=file.name, basepath=str(tmp_path), schema=schema)
        report = frictionless.validate(resource)
        assert report.valid, report.flatten(["message"])
        rows = pd.DataFrame([row.to_dict() for row in resource.read_rows()])
        assert_same(rows.assign(area_km2=rows["area_km2"].map(float)), afghanistan, period, split)


def test_sources_are_named_beside_their_identifiers(tmp_path: Path) -> None:
    (file, _) = export.write(Folder(tmp_path / "squareland").load(), "1900", tmp_path / "calls.csv")
    with file.open(encoding="utf-8-sig", newline="") as text:
        north = next(row for row in csv.DictReader(text) if row["province_id"] == "north")
    assert north["source_ids"] == "S01"
    assert north["sources"] == "A. N. Author, A History of Squareland (1950)"
    assert north["dissenting_sources"] == ""


@pytest.fixture(scope="module")
def content(afghanistan: Atlas, tmp_path_factory: pytest.TempPathFactory) -> Any:
    (file,) = export.write(afghanistan, "1988-89", tmp_path_factory.mktemp("out") / "calls.geojson")
    return json.loads(file.read_bytes().decode("utf-8"))


class TestGeojson:
    """RFC 7946."""

    def test_members(self, content: Any) -> None:
        assert content["type"] == "FeatureCollection"
        assert "crs" not in content
        assert {"type", "id", "bbox", "properties", "geometry"} == set(content["features"][0])

    def test_rings_follow_the_right_hand_rule(self, content: Any) -> None:
        seen = 0
        for feature in content["features"]:
            shape = feature["geometry"]
            polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
            for outer, *holes in polygons:
                seen += 1
                assert shapely.geometry.LinearRing(outer).is_ccw
                assert not any(shapely.geometry.LinearRing(hole).is_ccw for hole in holes)
        assert seen >= 29

    def test_bounding_box_is_that_of_all_points(self, content: Any) -> None:
        points = [shapely.geometry.shape(feature["geometry"]).bounds for feature in content["features"]]
        west, south, east, north = zip(*points, strict=True)
        assert content["bbox"] == [min(west), min(south), max(east), max(north)]

    def test_it_says_what_it_is(self, content: Any, afghanistan: Atlas) -> None:
        about = content["about"]
        assert about["citation"].startswith(f"The control atlas authors, {afghanistan.title}")
        assert (about["version"], about["rule_version"]) == (afghanistan.version, RULE_VERSION)
        assert about["period"]["edtf"] == "1988/1989"
        assert "CC-BY-4.0" in [licence["name"] for licence in about["licenses"]]
        assert set(about["columns"]) == set(content["features"][0]["properties"])

    def test_hole_turns_the_other_way(self, folder: Folder, tmp_path: Path) -> None:
        # The north drawn the wrong way round, with a hole.
        atlas = folder.load()
        shape = atlas.control("1900").geometry.iloc[0]
        west, south, *_ = shape.bounds
        inner = shapely.box(west + 0.2, south + 0.2, west + 0.4, south + 0.4)
        wrong_way = shapely.orient_polygons(shapely.Polygon(shape.exterior, [inner.exterior]), exterior_cw=True)
        folder.set_shape(1, shapely.geometry.mapping(wrong_way))
        (file,) = export.write(folder.load(), "1900", tmp_path / "x.geojson")
        found = [feature["geometry"] for feature in json.loads(file.read_text())["features"]]
        outer, hole = next(one["coordinates"] for one in found if len(one["coordinates"]) == 2)
        assert shapely.geometry.LinearRing(outer).is_ccw
        assert not shapely.geometry.LinearRing(hole).is_ccw


class TestItSaysWhatItIs:
    """Citation, licence, versions and period, in the place that each format has for them."""

    def test_geopackage(self, afghanistan: Atlas, tmp_path: Path) -> None:
        (file,) = export.write(afghanistan, "1988-89", tmp_path / "calls.gpkg")
        assert list(gpd.list_layers(file)["name"]) == ["calls", "about"]
        about = gpd.read_file(file, layer="about").set_index("key")["value"]
        assert about["citation"].startswith(f"The control atlas authors, {afghanistan.title}")
        assert (about["version"], about["rule_version"]) == (afghanistan.version, RULE_VERSION)
        assert json.loads(about["period"])["edtf"] == "1988/1989"
        assert json.loads(about["licenses"])[0]["name"] == "CC-BY-4.0"
        assert "claims that decided" in about["column claim_ids"].lower()

    def test_geoparquet(self, afghanistan: Atlas, tmp_path: Path) -> None:
        (file,) = export.write(afghanistan, "1988-89", tmp_path / "calls.parquet")
        schema = pq.read_schema(file)
        about = json.loads(schema.metadata[b"control_atlas"])
        assert about["citation"].startswith(f"The control atlas authors, {afghanistan.title}")
        assert about["period"]["edtf"] == "1988/1989"
        geo = json.loads(schema.metadata[b"geo"])
        assert (geo["version"], geo["primary_column"]) == ("1.1.0", "geometry")

    def test_csv(self, afghanistan: Atlas, tmp_path: Path) -> None:
        file, metadata = export.write(afghanistan, "1988-89", tmp_path / "my calls.csv")
        assert metadata == tmp_path / "my calls.csv-metadata.json"
        told = json.loads(metadata.read_text(encoding="utf-8"))
        assert told["url"] == "my%20calls.csv"
        assert told["dc:temporal"] == "1988/1989"
        assert told["dc:bibliographicCitation"].startswith(f"The control atlas authors, {afghanistan.title}")
        assert told["notes"][0]["rule_version"] == RULE_VERSION
        with file.open(encoding="utf-8-sig", newline="") as handle:
            rows = list(csv.reader(handle))
        assert rows[0] == [one["name"] for one in told["tableSchema"]["columns"]]
        assert len(rows) == 30, "a header, 29 provinces and no line of comment"

    def test_sources_left_out_are_named(self, folder: Folder, tmp_path: Path) -> None:
        (file,) = export.write(folder.load().without("S01"), "1900", tmp_path / "x.geojson")
        content = json.loads(file.read_text(encoding="utf-8"))
        assert content["about"]["without_sources"] == ["S01"]
        assert [one["properties"]["faction_id"] for one in content["features"]] == ["rebels", "rebels"]


class TestSafety:
    @pytest.mark.parametrize("ending", sorted(export.FORMATS))
    def test_same_atlas_same_bytes(self, folder: Folder, tmp_path: Path, ending: str) -> None:
        for name in ("a", "b"):
            (tmp_path / name).mkdir()
        written = [export.write(folder.load(), "1910-11", tmp_path / name / f"x{ending}") for name in ("a", "b")]
        for first, second in zip(*written, strict=True):
            assert first.read_bytes() == second.read_bytes()

    @pytest.mark.parametrize("ending", sorted(export.FORMATS))
    def test_nothing_is_overwritten_unasked(self, folder: Folder, tmp_path: Path, ending: str) -> None:
        target = tmp_path / f"x{ending}"
        target.write_bytes(b"mine")
        with pytest.raises(AtlasError, match="exists already"):
            export.write(folder.load(), "1900", target)
        assert target.read_bytes() == b"mine"
        assert list(tmp_path.glob("x*")) == [target]
        export.write(folder.load(), "1900", target, force=True)
        assert target.read_bytes() != b"mine"

    def test_metadata_file_of_another_is_not_overwritten_either(self, folder: Folder, tmp_path: Path) -> None:
        other = tmp_path / "x.csv-metadata.json"
        other.write_bytes(b"mine")
        with pytest.raises(AtlasError, match=r"x\.csv-metadata\.json: exists already"):
            export.write(folder.load(), "1900", tmp_path / "x.csv")
        assert other.read_bytes() == b"mine"
        assert not (tmp_path / "x.csv").exists()

    def test_writer_that_fails_leaves_the_old_file(
        self, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        target = tmp_path / "x.gpkg"
        target.write_bytes(b"mine")
        real = pyogrio.write_dataframe

        def fails_at_the_second_layer(frame: Any, path: Path, layer: str, **options: Any) -> None:
            if layer == "about":
                raise RuntimeError("the disk caught fire")
            real(frame, path, layer=layer, **options)

        monkeypatch.setattr(pyogrio, "write_dataframe", fails_at_the_second_layer)
        with pytest.raises(RuntimeError, match="caught fire"):
            export.write(folder.load(), "1900", target, force=True)
        assert target.read_bytes() == b"mine"
        assert list(tmp_path.glob("*.gpkg")) + list(tmp_path.glob(".*")) == [target]

    def test_no_such_format(self, folder: Folder, tmp_path: Path) -> None:
        with pytest.raises(AtlasError) as caught:
            export.write(folder.load(), "1900", tmp_path / "x.shp")
        assert all(ending in str(caught.value) for ending in export.FORMATS)

    def test_calls_need_a_period_that_there_is(self, folder: Folder, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="give one of 1900, 1910-11"):
            export.write(folder.load(), None, tmp_path / "x.csv")
        with pytest.raises(KeyError, match="no period '1985'"):
            export.write(folder.load(), "1985", tmp_path / "x.csv")
        assert not (tmp_path / "x.csv").exists()

    def test_ending_in_capitals(self, folder: Folder, tmp_path: Path) -> None:
        (file,) = export.write(folder.load(), "1900", tmp_path / "X.GeoJSON")
        assert len(gpd.read_file(file)) == 2


def test_province_without_evidence_is_empty_and_not_a_word(folder: Folder, tmp_path: Path) -> None:
    """In 1910–11 the south has no evidence: empty cells, no `None` and no `nan` in any format."""
    atlas = folder.load()
    for ending in (".csv", ".geojson"):
        text = export.write(atlas, "1910-11", tmp_path / f"x{ending}")[0].read_text(encoding="utf-8")
        assert not re.search(r"\b(None|nan|NaN)\b", text)
    table = pq.read_table(export.write(atlas, "1910-11", tmp_path / "x.parquet")[0]).to_pylist()
    (south,) = [row for row in table if row["province_id"] == "south"]
    assert (south["status"], south["faction_id"], south["factions"]) == ("no-evidence", None, [])


def test_column_without_any_value_keeps_its_type(folder: Folder, tmp_path: Path) -> None:
    (file,) = export.write(folder.load().without(["S01", "S02"]), "1900", tmp_path / "x.parquet")
    schema = pq.read_schema(file)
    assert str(schema.field("faction_id").type) == "string"
    assert str(schema.field("claim_ids").type).startswith("list<")
    assert str(schema.field("claim_ids").type).endswith("string>")


def test_what_a_call_takes_to_fall_goes_along(folder: Folder) -> None:
    # 1900: S01 makes the north the Blues', S02 the rebels' of the same side; the side needs both. The south is S02's.
    calls = export.calls_of(folder.load(), "1900").set_index("province_id")
    assert calls[list(FIRMNESS)].to_numpy().tolist() == [
        [("S01",), ("S01+S02",), 1, 2],
        [("S02",), ("S02",), 1, 1],
    ]
    assert calls.columns[-1] == "geometry"
