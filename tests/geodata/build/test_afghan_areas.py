"""The build of the areas: on a made-up source of squares, and on the real one where it is at hand."""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import LineString, box, mapping, shape

import geodata
from geodata.build import afghan_areas, afghan_provinces
from geodata.build.afghan_areas import build, main
from geodata.build.shape_source import BuildError

ATLAS = Path(geodata.__file__).parent / "atlases" / "afghanistan"
COMMITTED = ATLAS / "areas.geojson"
SOURCE_VARIABLE = "ATLAS_NATURAL_EARTH"


@pytest.fixture
def source() -> bytes:
    """Three squares in a row; the plan cuts the middle one."""
    squares = {"X-1": box(0, 0, 1, 1), "X-2": box(1, 0, 2, 1), "X-3": box(2, 0, 3, 1)}
    features = [
        {"type": "Feature", "properties": {"adm1_code": code}, "geometry": mapping(square)}
        for code, square in squares.items()
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


@pytest.fixture
def provinces(source: bytes) -> dict[str, Any]:
    line = [[1.5, 1.5], [1.5, -0.5]]
    return {
        "source": {"sha256": hashlib.sha256(source).hexdigest(), "decimals": 5},
        "cells": {"X-1": "west", "X-2": "middle", "X-3": "east"},
        "cuts": [{"cell": "middle", "left": "middle-east", "right": "middle-west", "line": line}],
    }


def plan_for(**cells: list[str]) -> dict[str, Any]:
    areas = {name: {"cells": one, "note": f"Stands for {name}."} for name, one in cells.items()}
    return {"areas": areas}


class TestMadeUpSource:
    def test_area_of_several_cells_is_one_shape(self, source: bytes, provinces: dict[str, Any]) -> None:
        made = json.loads(build(source, provinces, plan_for(valley=["west", "middle-west"])))
        (feature,) = made["features"]
        # The whole of the first square and the western half of the second, without a line between them.
        assert shape(feature["geometry"]).equals(box(0, 0, 1.5, 1))

    def test_halves_of_a_cut_cell_share_their_edge(self, source: bytes, provinces: dict[str, Any]) -> None:
        made = json.loads(build(source, provinces, plan_for(a=["middle-west"], b=["middle-east"])))
        first, second = (shape(feature["geometry"]) for feature in made["features"])
        assert first.intersection(second).equals(LineString([(1.5, 0), (1.5, 1)]))
        assert first.union(second).equals(box(1, 0, 2, 1))

    def test_properties(self, source: bytes, provinces: dict[str, Any]) -> None:
        plan = plan_for(valley=["west"], hills=["east"])
        plan["areas"]["valley"]["sources"] = ["S02", "S01"]
        features = json.loads(build(source, provinces, plan))["features"]
        assert [feature["properties"] for feature in features] == [
            {"place_id": "hills", "note": "Stands for hills.", "source_id": None},
            {"place_id": "valley", "note": "Stands for valley.", "source_id": "S02;S01"},
        ]

    def test_one_feature_a_line_and_ends_with_a_newline(self, source: bytes, provinces: dict[str, Any]) -> None:
        written = build(source, provinces, plan_for(b=["west"], a=["east"])).decode()
        assert written.endswith("]}\n")
        found = [json.loads(line.rstrip(","))["properties"]["place_id"] for line in written.splitlines()[1:-1]]
        assert found == ["a", "b"]

    def test_order_of_the_plan_does_not_matter(self, source: bytes, provinces: dict[str, Any]) -> None:
        one = plan_for(valley=["west", "middle-west"], hills=["east"])
        other = plan_for(hills=["east"], valley=["middle-west", "west"])
        assert build(source, provinces, one) == build(source, provinces, other)


class TestWrongInput:
    @pytest.mark.parametrize(
        ("cells", "message"),
        [
            pytest.param(["summit"], "valley: no cell summit", id="unknown"),
            pytest.param(["middle"], "valley: no cell middle", id="cut up"),
            pytest.param([], "valley: give each cell", id="none"),
            pytest.param(["west", "west"], "valley: give each cell", id="twice"),
        ],
    )
    def test_cells_that_are_not_there(
        self, source: bytes, provinces: dict[str, Any], cells: list[str], message: str
    ) -> None:
        with pytest.raises(BuildError, match=message):
            build(source, provinces, plan_for(valley=cells))


class TestCommand:
    def test_fault_is_one_line_on_standard_error(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "afg.json").write_text("{}", encoding="utf-8")
        out = tmp_path / "areas.geojson"
        assert main(["--source", str(tmp_path / "afg.json"), "--out", str(out)]) == 1
        said = capsys.readouterr()
        assert said.err.count("\n") == 1
        assert "not the same file" in said.err
        assert not out.exists()

    @pytest.mark.skipif(SOURCE_VARIABLE not in os.environ, reason=f"{SOURCE_VARIABLE} does not name the source")
    def test_committed_file_comes_from_the_source(self, tmp_path: Path) -> None:
        out = tmp_path / "areas.geojson"
        assert main(["--source", os.environ[SOURCE_VARIABLE], "--out", str(out)]) == 0
        assert out.read_bytes() == COMMITTED.read_bytes()


class TestCommittedFile:
    plan = tomllib.loads(afghan_areas.PLAN.read_text(encoding="utf-8"))
    features = json.loads(COMMITTED.read_text(encoding="utf-8"))["features"]

    def test_it_carries_the_plan(self) -> None:
        found = {feature["properties"]["place_id"]: feature["properties"]["note"] for feature in self.features}
        assert found == {place_id: area["note"] for place_id, area in self.plan["areas"].items()}

    def test_each_area_lies_in_one_province_of_the_first_day(self) -> None:
        provinces = tomllib.loads(afghan_provinces.PLAN.read_text(encoding="utf-8"))["provinces"]
        first = [province["shapes"][0] for province in provinces.values()]
        opening = [set(one["cells"]) for one in first if "from" not in one]
        for place_id, area in self.plan["areas"].items():
            assert sum(set(area["cells"]) <= cells for cells in opening) == 1, place_id
