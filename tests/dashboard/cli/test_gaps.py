"""``atlas gaps``: the reading list, printed and written."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from dashboard.cli.main import main
from tests.made_up import Folder


def test_it_prints_what_would_matter_where(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gaps", str(folder.path), "--most", "3"]) == 0
    # South 1910-11: nothing is told. North: only a road is. South 1900: rebels of no party are strong, firmly.
    assert capsys.readouterr().out.splitlines() == [
        "1. South, 1910–11 (no evidence): changed by an inferred claim that anybody was strong; firm with a firm claim "
        "that anybody was strong.",
        "2. North, 1910–11 (known only in parts): changed by an inferred claim that anybody was strong; firm with a "
        "firm claim that anybody was strong.",
        "3. South, 1900 (held): changed by an inferred claim that another party of that side was strong; firm already.",
    ]


def test_it_writes_csv_with_what_each_column_means(folder: Folder, tmp_path: Path) -> None:
    out = tmp_path / "gaps.csv"
    assert main(["gaps", str(folder.path), "--period", "1910-11", "--without", "S02", "--out", str(out)]) == 0
    with out.open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert {row["period_id"] for row in rows} == {"1910-11"}
    assert len(rows) == 3
    described = json.loads(Path(f"{out}-metadata.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in described["tableSchema"]["columns"]] == list(rows[0])
    assert described["notes"][0]["reading"] == "Not the atlas’s own reading: without=S02."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--period", "1985"], "this atlas has 1900, 1910-11"),
        (["--most", "0"], "no number of rows"),
        (["--out", "x.xlsx"], "must end in .csv"),
    ],
)
def test_wrong_usage(folder: Folder, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["gaps", str(folder.path), *arguments])
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_nothing_is_overwritten_unasked(folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "gaps.csv"
    out.write_text("mine")
    assert main(["gaps", str(folder.path), "--out", str(out)]) == 1
    assert "exists already" in capsys.readouterr().err
    assert out.read_text() == "mine"
    assert main(["gaps", str(folder.path), "--out", str(out), "--force"]) == 0
    assert out.read_text() != "mine"
