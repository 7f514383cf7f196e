"""``atlas export``: what it says, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dashboard.cli.main import main
from geodata.export.formats import FORMATS
from tests.made_up import Folder


def test_it_says_what_was_written_and_how_to_cite_it(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "calls.csv"
    assert main(["export", str(folder.path), "--period", "1910-11", str(out)]) == 0
    said = capsys.readouterr().out
    assert f"Wrote {out} and {out}-metadata.json: calls of 1910–11." in said
    assert "Cite as: Your name, Squareland 1900 and 1910–11 (made up), version 0.1.0, 2026." in said
    assert out.read_text(encoding="utf-8").count("\n") == 4, "a header and three provinces"


@pytest.mark.parametrize(("ending", "what"), [(".zip", "the whole data package"), (".bib", "all sources as BibTeX")])
def test_the_whole_needs_no_period(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str, what: str
) -> None:
    assert main(["export", str(folder.path), str(tmp_path / f"x{ending}")]) == 0
    assert what in capsys.readouterr().out


def test_built_in_atlas_if_no_folder_is_given(tmp_path: Path) -> None:
    out = tmp_path / "calls.geojson"
    assert main(["export", "--period", "1985", str(out)]) == 0
    assert len(json.loads(out.read_text(encoding="utf-8"))["features"]) == 29


def test_nothing_is_overwritten_without_force(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "calls.geojson"
    out.write_text("mine")
    arguments = ["export", str(folder.path), "--period", "1900", str(out)]
    assert main(arguments) == 1
    assert "exists already" in capsys.readouterr().err
    assert out.read_text() == "mine"
    assert main([*arguments, "--force"]) == 0
    assert out.read_text() != "mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--period", "1900", "x.xlsx"], list(FORMATS)),
        (["x.geojson"], ["--period", "1900, 1910-11"]),
        (["--period", "1985", "x.geojson"], ["no period '1985'", "1900, 1910-11"]),
    ],
)
def test_wrong_usage_exits_with_2_and_says_what_there_is(
    folder: Folder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    said: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as exit_info:
        main(["export", str(folder.path), *arguments])
    assert exit_info.value.code == 2
    error = capsys.readouterr().err
    assert all(words in error for words in said)
    assert not list(tmp_path.glob("x.*"))


def test_broken_atlas_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "nowhere"), "--period", "1900", str(tmp_path / "x.csv")]) == 1
    assert "no such folder" in capsys.readouterr().err
