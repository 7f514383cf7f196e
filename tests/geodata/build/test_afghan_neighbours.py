"""The build of the neighbours: on made-up squares, and on the real source where it is at hand."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import box, mapping, shape

import geodata
from geodata.build.afghan_neighbours import build, main

COMMITTED = Path(geodata.__file__).parent / "atlases" / "afghanistan" / "neighbours.geojson"
SOURCE_VARIABLE = "ATLAS_NATURAL_EARTH"


def source_of(*squares: Any) -> bytes:
    features = [{"type": "Feature", "properties": {}, "geometry": mapping(square)} for square in squares]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def plan_for(*ids: str) -> dict[str, Any]:
    described = [{"id": one, "name": one.title(), "name_fa": "", "name_ps": "", "note": ""} for one in ids]
    return {"window": [0, 0, 10, 10], "tolerance": 0.01, "decimals": 3, "neighbours": described}


def test_shapes_are_dissolved_and_cut_to_the_window() -> None:
    made = json.loads(build({"west": source_of(box(-5, 0, 1, 4), box(1, 0, 2, 4))}, plan_for("west")))
    (feature,) = made["features"]
    assert feature["properties"]["name"] == "West"
    # 2 degrees wide inside the window, 4 high, and no line between the two.
    assert shape(feature["geometry"]).equals(box(0, 0, 2, 4))


def test_each_neighbour_has_a_line_of_its_own() -> None:
    sources = {"west": source_of(box(0, 0, 1, 1)), "east": source_of(box(8, 0, 9, 1))}
    lines = build(sources, plan_for("west", "east")).decode().splitlines()
    assert [json.loads(line.rstrip(","))["properties"]["neighbour_id"] for line in lines[1:-1]] == ["west", "east"]


def test_a_missing_source_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--source", str(tmp_path), "--out", str(tmp_path / "x.geojson")]) == 1
    assert "irn.json" in capsys.readouterr().err
    assert not (tmp_path / "x.geojson").exists()


def test_another_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "irn.json").write_bytes(source_of(box(0, 0, 1, 1)))
    assert main(["--source", str(tmp_path), "--out", str(tmp_path / "x.geojson")]) == 1
    assert "not the same file" in capsys.readouterr().err
    assert not (tmp_path / "x.geojson").exists()


@pytest.mark.skipif(SOURCE_VARIABLE not in os.environ, reason=f"{SOURCE_VARIABLE} does not name the source")
def test_the_committed_file_is_what_the_script_makes(tmp_path: Path) -> None:
    out = tmp_path / "neighbours.geojson"
    assert main(["--source", os.environ[SOURCE_VARIABLE], "--out", str(out)]) == 0
    assert out.read_bytes() == COMMITTED.read_bytes()
