"""The Table Schemas in a descriptor follow the program's own schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import geodata
from geodata.build.package_descriptor import main
from tests.made_up import Folder

ATLASES = Path(geodata.__file__).parent / "atlases"


@pytest.mark.parametrize("name", ["afghanistan", "template"])
def test_those_of_our_atlases_are_current(name: str) -> None:
    assert main([str(ATLASES / name), "--check"]) == 0


def test_schemas_are_written_and_what_the_atlas_says_stays(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    before = folder.json("datapackage.json")
    rows = folder.rows("places.csv")
    folder.write("places.csv", [[*row, "name_ar" if not number else ""] for number, row in enumerate(rows)])
    folder.edit_resource(
        "places", lambda one: one.update(schema={"fields": [{"name": "name_ar", "description": "X."}]})
    )
    folder.edit_json("datapackage.json", lambda content: content["resources"].append({"name": "my", "path": "my.txt"}))
    (folder.path / "my.txt").write_text("mine")
    assert main([str(folder.path), "--check"]) == 1
    assert "is not current" in capsys.readouterr().err
    assert main([str(folder.path)]) == 0
    after = folder.json("datapackage.json")
    (places,) = [one for one in after["resources"] if one["name"] == "places"]
    assert [one["name"] for one in places["schema"]["fields"]] == [*rows[0], "name_ar"]
    assert places["schema"]["fields"][-1]["description"] == "X."
    assert after["resources"][-1] == {"name": "my", "path": "my.txt"}
    assert {key: after[key] for key in after if key != "resources"} == {
        key: before[key] for key in before if key != "resources"
    }
    assert main([str(folder.path), "--check"]) == 0


def test_a_fault_is_told(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    (folder.path / "claims.csv").unlink()
    assert main([str(folder.path)]) == 1
    assert "claims.csv" in capsys.readouterr().err
    assert json.loads((folder.path / "datapackage.json").read_text(encoding="utf-8"))
