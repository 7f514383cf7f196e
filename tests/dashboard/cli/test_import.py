"""The command that makes an atlas of what people have."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dashboard.cli import main
from tests.geodata.importing.raw import shapes, write_lines, write_shapes


@pytest.fixture
def raw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_shapes(tmp_path, shapes())
    write_lines(tmp_path, "control.csv", "unit,date,who", "North,1950,Blue", "South,1950,Red")
    monkeypatch.chdir(tmp_path)
    return tmp_path


DRAFT = ["import", "units.geojson", "control.csv", "--draft", "mapping.yaml"]


def test_a_draft_says_what_is_asked(raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(DRAFT) == 0
    asked = (raw / "mapping.yaml").read_text(encoding="utf-8").count("'?'")
    assert f"Wrote mapping.yaml with {asked} questions" in capsys.readouterr().out


def test_a_draft_is_not_written_over_one_that_was_answered(raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (raw / "mapping.yaml").write_text("answered", encoding="utf-8")
    assert main(DRAFT) == 1
    assert (raw / "mapping.yaml").read_text(encoding="utf-8") == "answered"
    assert "mapping.yaml: exists already" in capsys.readouterr().err
    assert main([*DRAFT, "--force"]) == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["import", "mapping.yaml"], "give a mapping file and the folder to write"),
        (["import", "a", "b", "c"], "give a mapping file and the folder to write"),
        (["import", "a", "b", "c", "--draft", "m.yaml"], "at most one table"),
        (["import", "units.geojson", "--draft", "m.yaml", "--dry-run"], "not allowed with argument --draft"),
        (
            ["import", "elsewhere/units.geojson", "--draft", "m.yaml"],
            "write it into the folder of elsewhere/units.geojson",
        ),
    ],
)
def test_wrong_usage_is_told(raw: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_without_the_extra_it_says_what_to_install(
    raw: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (raw / "mapping.yaml").write_text("atlas: {}", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "yaml", None)
    assert main(["import", "mapping.yaml", "atlas"]) == 2
    assert 'pip install "control-atlas[import]"' in capsys.readouterr().err


def test_a_workbook_without_the_extra_does_too(
    raw: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (raw / "control.xlsx").write_bytes(b"")
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    assert main(["import", "units.geojson", "control.xlsx", "--draft", "mapping.yaml"]) == 2
    assert 'pip install "control-atlas[import]"' in capsys.readouterr().err


def test_files_that_are_no_tables_or_shapes_are_told(raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("broken.xlsx", "broken.parquet", "broken.ods"):
        (raw / name).write_bytes(b"PK\x03\x04 no such thing")
        assert main(["import", "units.geojson", name, "--draft", "mapping.yaml"]) == 1
        assert f"{name}: can't be read as a table" in capsys.readouterr().err
    for name in ("broken.gpkg", "broken.zip", "broken.shp"):
        (raw / name).write_bytes(b"no such thing")
        assert main(["import", name, "--draft", "mapping.yaml"]) == 1
        assert f"{name}: can't be read as shapes" in capsys.readouterr().err
