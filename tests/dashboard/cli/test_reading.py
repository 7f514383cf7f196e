"""``--rule`` and ``--without``: what is written follows them and says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dashboard.cli.main import main
from tests.made_up import Folder

# In the template C001 of S01 gives the north to the Blues in 1900; without it C002 of S02 gives it to the rebels.
FACTIONS = {"own": ["blues", "rebels"], "without S01": ["rebels", "rebels"]}


def written(arguments: list[str], out: Path) -> str:
    assert main([*arguments, str(out)]) == 0
    return out.read_text(encoding="utf-8")


def test_export_follows_and_says_so(folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["export", str(folder.path), "--period", "1900"]
    own = json.loads(written(arguments, tmp_path / "own.geojson"))
    less = json.loads(written([*arguments, "--without", "S01"], tmp_path / "less.geojson"))
    assert [one["properties"]["faction_id"] for one in own["features"]] == FACTIONS["own"]
    assert "reading" not in own["about"]
    assert [one["properties"]["faction_id"] for one in less["features"]] == FACTIONS["without S01"]
    assert less["about"]["reading"] == "Not the atlas’s own reading: without=S01."
    assert "not the atlas’s own reading: without=S01" in capsys.readouterr().out


def test_figure_says_so_on_its_face(folder: Folder, tmp_path: Path) -> None:
    arguments = ["figure", str(folder.path), "--period", "1900", "--rule", "cautious", "--without", "S02,S01"]
    text = written(arguments, tmp_path / "x.svg")
    assert "Not the atlas’s own reading: rule=cautious&amp;without=S01,S02." in text
    assert "own reading" not in written(["figure", str(folder.path), "--period", "1900"], tmp_path / "own.svg")


def test_published_page_says_so_under_its_title(folder: Folder, tmp_path: Path) -> None:
    page = written(["publish", str(folder.path), "--without", "S01"], tmp_path / "x.html")
    assert (
        "Not the atlas’s own reading: without \u2068A. N. Author, A History of Squareland (1950)\u2069 (S01)<" in page
    )
    assert "own reading" not in written(["publish", str(folder.path)], tmp_path / "own.html")


@pytest.mark.parametrize("command", ["export", "figure", "publish"])
def test_unknown_source_is_wrong_usage(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    out = tmp_path / {"export": "x.csv", "figure": "x.svg", "publish": "x.html"}[command]
    period = [] if command == "publish" else ["--period", "1900"]
    with pytest.raises(SystemExit) as ended:
        main([command, str(folder.path), *period, "--without", "S99", str(out)])
    assert ended.value.code == 2
    assert "no source 'S99'" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("ending", [".zip", ".bib", ".json"])
def test_files_without_calls_follow_no_rule(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", str(folder.path), "--rule", "inclusive", str(tmp_path / f"x{ending}")])
    assert ended.value.code == 2
    assert "holds no calls" in capsys.readouterr().err
