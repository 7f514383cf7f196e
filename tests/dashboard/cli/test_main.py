"""The command ``atlas``: exit codes and messages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.cli.main import main
from tests.made_atlases import districts_by_day
from tests.made_up import Folder

ROOT = Path(__file__).parents[3]


def test_new_then_validate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "mine"
    assert main(["new", str(folder)]) == 0
    assert main(["validate", str(folder)]) == 0
    assert "nothing to mend" in capsys.readouterr().out


def test_new_asks_for_a_licence_and_names_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "mine")]) == 0
    assert "It names no licence" in capsys.readouterr().out
    assert main(["new", str(tmp_path / "other"), "--license", "ODbL-1.0"]) == 0
    assert "It names no licence" not in capsys.readouterr().out
    assert '"ODbL-1.0"' in (tmp_path / "other" / "datapackage.json").read_text(encoding="utf-8")


def test_validate_warns_of_what_a_reader_can_not_tell_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(districts_by_day(tmp_path / "districts"))]) == 0
    output = capsys.readouterr().out
    assert "nothing to mend" in output
    assert "- factions.csv, column colour: 14 factions have no colour; 12 of them" in output


def test_validate_lists_every_problem_on_standard_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "mine"
    main(["new", str(folder)])
    (folder / "sources.csv").unlink()
    places = folder / "places.csv"
    places.write_text(places.read_text(encoding="utf-8").replace("0.8,1.6", "far,1.6"), encoding="utf-8")
    capsys.readouterr()
    assert main(["validate", str(folder)]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert "sources.csv: missing" in output.err
    assert 'places.csv, row 2, column lon, value "far": no number' in output.err


def test_serve_refuses_a_broken_atlas_before_it_starts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", str(tmp_path / "nowhere")]) == 1
    assert "no such folder" in capsys.readouterr().err


def test_new_overwrites_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "note.txt").write_text("mine", encoding="utf-8")
    assert main(["new", str(tmp_path)]) == 1
    assert "not an empty folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


@pytest.mark.parametrize(
    "arguments", [[], ["fly"], ["validate"], ["serve", "--port", "0"], ["serve", "--port", "99999"], ["new"]]
)
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_info:
        main(arguments)
    assert exit_info.value.code == 2
    assert "usage: atlas" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["serve", "--help"], ["validate", "--help"], ["new", "--help"]])
def test_help_everywhere(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_info:
        main(arguments)
    assert exit_info.value.code == 0
    assert "usage: atlas" in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="the locale of POSIX")
@pytest.mark.parametrize("sound", [True, False])
def test_names_are_printed_where_the_terminal_can_not_show_them(folder: Folder, sound: bool) -> None:
    folder.edit_json("datapackage.json", lambda content: content.update(title="هرات"))
    if not sound:
        folder.set("claims.csv", 2, "role", "قوی")
    environment = {**os.environ, "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    environment.pop("PYTHONIOENCODING", None)
    command = [sys.executable, "-m", "dashboard.cli", "validate", str(folder.path)]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == (0 if sound else 1), done.stderr.decode(errors="replace")
    told = (done.stdout if sound else done.stderr).decode("ascii")
    assert ("\\u0647" if sound else "\\u0642") in told
    assert "Traceback" not in done.stderr.decode("ascii")
