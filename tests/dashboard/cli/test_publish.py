"""``atlas publish``."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.cli.main import main


def test_it_writes_the_built_in_atlas(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "atlas.html"
    assert main(["publish", str(out)]) == 0
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert str(out) in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["atlas.html"]


def test_it_writes_another_atlas(tmp_path: Path) -> None:
    main(["new", str(tmp_path / "mine")])
    out = tmp_path / "mine.html"
    assert main(["publish", str(tmp_path / "mine"), str(out)]) == 0
    assert "Squareland" in out.read_text(encoding="utf-8")


def test_a_page_speaks_the_language_that_is_asked_for(tmp_path: Path) -> None:
    main(["new", str(tmp_path / "mine")])
    out = tmp_path / "page.html"
    assert main(["publish", str(tmp_path / "mine"), str(out), "--language", "ps"]) == 0
    assert '<html lang="ps" dir="rtl">' in out.read_text(encoding="utf-8")


def test_nothing_is_overwritten_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", str(tmp_path / "mine")])
    out = tmp_path / "page.html"
    out.write_text("mine", encoding="utf-8")
    assert main(["publish", str(tmp_path / "mine"), str(out)]) == 1
    assert "exists already" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "mine"
    assert main(["publish", str(tmp_path / "mine"), str(out), "--force"]) == 0
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_missing_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", str(tmp_path / "nowhere" / "page.html")]) == 1
    assert "no such folder" in capsys.readouterr().err


def test_a_broken_atlas_is_not_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", str(tmp_path / "mine")])
    (tmp_path / "mine" / "sources.csv").unlink()
    out = tmp_path / "page.html"
    assert main(["publish", str(tmp_path / "mine"), str(out)]) == 1
    assert "sources.csv: missing" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("arguments", [[], ["atlas.pdf"], ["atlas"]])
def test_wrong_usage_exits_with_2(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as exit_info:
        main(["publish", *arguments])
    assert exit_info.value.code == 2
    assert "usage: atlas publish" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
