"""``atlas validate``: text, JSON and lines for continuous integration."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dashboard.cli.main import main
from tests.made_up import Folder


def as_json(folder: Folder, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    capsys.readouterr()
    code = main(["validate", str(folder.path), "--format", "json"])
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert code == (0 if told["valid"] else 1)
    return told


def test_cells_rings_and_gaps_are_told_in_one_go(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.set("claims.csv", 3, "role", "leading")
    folder.set("periods.csv", 2, "end", "1899-12-31")
    folder.edit_json("datapackage.json", lambda content: content.update(near_days="two"))
    folder.set_shape(5, {"type": "Polygon", "coordinates": [[[1, 0], [2, 1], [2, 0], [1, 1], [1, 0]]]})
    folder.set_shape(4, {"type": "Polygon", "coordinates": [[[0.5, 0], [2, 0], [2, 1], [0.5, 1], [0.5, 0]]]})
    assert main(["validate", str(folder.path)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "5 problems in the atlas:"
    # Grouped by file, the descriptor first, then tables in the order in which they are listed.
    assert [line for line in lines if not line.startswith((" ", "-"))][1:] == [
        "datapackage.json (1):", "periods.csv (1):", "provinces.geojson (2):", "claims.csv (1):",
    ]  # fmt: skip
    assert any(line.startswith('- claims.csv, row 3, column role, value "leading": not an allowed') for line in lines)


def test_warnings_stand_apart_and_the_atlas_is_sound(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.set_shape(4, {"type": "Polygon", "coordinates": [[[1, 0], [2, 0], [2, 0.99999], [1, 1], [1, 0]]]})
    assert main(["validate", str(folder.path)]) == 0
    out = capsys.readouterr().out
    assert "nothing to mend" in out
    assert "To know, and nothing that must be mended:" in out
    assert "closed" in out


class TestJson:
    def test_of_a_sound_atlas(self, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
        told = as_json(folder, capsys)
        assert (told["valid"], told["errors"]) == (True, 0)

    def test_fix_that_is_certain(self, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
        folder.set("claims.csv", 3, "role", "Strong ")
        (one,) = as_json(folder, capsys)["problems"]
        assert (one["severity"], one["file"], one["row"], one["column"], one["value"]) == (
            "error", "claims.csv", 3, "role", "Strong ",
        )  # fmt: skip
        assert (one["certain"], one["decide"]) == (True, None)
        assert one["fix"] == [{"do": "set", "file": "claims.csv", "row": 3, "column": "role", "value": "strong"}]

    def test_what_only_a_person_can_decide(self, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
        (folder.path / "provinces.geojson").unlink()
        (one,) = as_json(folder, capsys)["problems"]
        assert one["fix"] is None
        assert one["decide"].startswith("Only you can say")

    def test_size_and_place_of_a_shape(self, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
        folder.set_shape(4, {"type": "Polygon", "coordinates": [[[0.5, 0], [2, 0], [2, 1], [0.5, 1], [0.5, 0]]]})
        told = as_json(folder, capsys)
        overlap = next(one for one in told["problems"] if one["kind"] == "overlap")
        assert overlap["area_km2"] == pytest.approx(6154, rel=0.01)
        assert 0.5 <= overlap["place"]["lon"] <= 1
        assert 0 <= overlap["place"]["lat"] <= 1

    def test_folder_that_is_not_there(self, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
        capsys.readouterr()
        assert main(["validate", str(folder.path / "nowhere"), "--format", "json"]) == 1
        assert json.loads(capsys.readouterr().out)["valid"] is False


def test_lines_of_continuous_integration(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.set("claims.csv", 3, "role", "no% such::role")
    assert main(["validate", str(folder.path), "--format", "github"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("::error file=")
    assert 'claims.csv,line=3,title=role::claims.csv, row 3, column role, value "no%25 such::role":' in line
