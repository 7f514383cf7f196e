"""``atlas figure``: files by their ending, wrong usage told, nothing overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.cli.main import main
from geodata.tables.template import write_template

START = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}


@pytest.fixture(scope="module")
def squareland(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(write_template(tmp_path_factory.mktemp("atlas") / "squareland"))


@pytest.mark.parametrize("ending", START)
def test_the_ending_says_what_is_written(squareland: str, ending: str, tmp_path: Path) -> None:
    out = tmp_path / f"one.{ending}"
    assert main(["figure", squareland, "--period", "1900", str(out)]) == 0
    assert out.read_bytes().startswith(START[ending])


def test_all_periods_and_what_changed(squareland: str, tmp_path: Path) -> None:
    every, change = tmp_path / "all.svg", tmp_path / "change.svg"
    assert main(["figure", squareland, "--all", str(every)]) == 0
    assert main(["figure", squareland, "--period", "1900", "--compare", "1910-11", str(change), "--size", "slide"]) == 0
    assert "1900" in every.read_text(encoding="utf-8")
    assert "What changed: 1900 to 1910–11" in change.read_text(encoding="utf-8")


def test_built_in_atlas_without_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "1985.svg"
    assert main(["figure", "--period", "1985", str(out)]) == 0
    assert "Jamiat-i Islami" in out.read_text(encoding="utf-8")
    assert str(out) in capsys.readouterr().out


def test_a_figure_speaks_the_language_that_is_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "1985.svg"
    assert main(["figure", "--period", "1985", "--language", "fa", "--without", "S01", str(out)]) == 0
    drawn = out.read_text(encoding="utf-8")
    assert '<svg lang="fa"' in drawn
    assert "جمعیت اسلامی افغانستان" in drawn
    assert "S01" in drawn, "what was left out is told"


def test_nothing_is_overwritten_unasked(squareland: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "one.svg"
    out.write_text("mine", encoding="utf-8")
    assert main(["figure", squareland, "--period", "1900", str(out)]) == 1
    assert "exists already" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "mine"
    assert main(["figure", squareland, "--period", "1900", str(out), "--force"]) == 0
    assert out.read_bytes().startswith(START["svg"])
    assert [path.name for path in tmp_path.iterdir()] == ["one.svg"]


def test_a_failed_drawing_leaves_the_old_file_whole(
    squareland: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise MemoryError

    out = tmp_path / "one.png"
    out.write_bytes(b"old")
    monkeypatch.setattr("geodata.figure.render", fail)
    with pytest.raises(MemoryError):
        main(["figure", squareland, "--period", "1900", str(out), "--force"])
    assert out.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["one.png"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--period", "1900", "one.gif"], "png, svg, pdf"),
        (["--period", "1900", "one"], "png, svg, pdf"),
        (["one.png"], "--period"),
        (["--period", "1900", "--all", "one.png"], "not allowed with"),
        (["--all", "--compare", "1900", "one.png"], "not allowed with argument --all"),
        (["--period", "1900", "--compare", "1900", "one.png"], "another period"),
        (["--period", "1801", "one.png"], "1900, 1910-11"),
        (["--period", "1900", "--compare", "1801", "one.png"], "1900, 1910-11"),
        (["--period", "1900", "--size", "stamp", "one.png"], "column"),
    ],
)
def test_wrong_usage_exits_with_2(
    squareland: str,
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as exit_info:
        main(["figure", squareland, *arguments])
    assert exit_info.value.code == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_broken_atlas_is_told_before_anything_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "one.png"
    assert main(["figure", str(tmp_path / "nowhere"), "--period", "1900", str(out)]) == 1
    assert "no such folder" in capsys.readouterr().err
    assert not out.exists()
