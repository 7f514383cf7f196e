"""The report says what was measured, what failed, and what is from another run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.apps import ATLAS, FLOOR, PLAIN, TIME_SLIDER, WELL_WRITTEN
from benchmarks.report import write_report
from benchmarks.summaries import rows, size_rows, with_fewest_periods
from tests.benchmarks.measured import MACHINE, part, results


@pytest.fixture
def measured() -> dict[str, Any]:
    return results()


def page(measured: dict[str, Any], folder: Path) -> str:
    write_report(measured, folder)
    return (folder / "RESULTS.md").read_text(encoding="utf-8")


def row(text: str, title: str, number: int = 0) -> list[str]:
    """Cells of a table's row that begins with a title, the first such row or a later one."""
    found = [line for line in text.splitlines() if line.startswith(f"| {title} |")]
    return [cell.strip() for cell in found[number].strip("|").split("|")]


class TestSummaries:
    def test_ratios(self, measured: dict[str, Any]) -> None:
        summary = rows(measured["parts"]["builtin"])
        assert summary[ATLAS]["answer_to_floor"] == 0.25
        assert summary[ATLAS]["plain_to_answer"] == 20
        assert summary[ATLAS]["panel_to_floor"] == 2
        assert summary[PLAIN]["answer_to_floor"] == 5
        assert summary[FLOOR]["answer_to_floor"] == 1
        assert summary[ATLAS]["cpu_ms"] == 20

    def test_ratios_of_a_size_leave_out_what_failed(self, measured: dict[str, Any]) -> None:
        few, many = (size_rows(size) for size in with_fewest_periods(measured["parts"]["sizes"]["sizes"]))
        assert few[ATLAS]["plain_to_answer"] == 30
        assert many[ATLAS]["plain_to_answer"] is None
        assert many[WELL_WRITTEN]["answer_to_floor"] == 9
        assert few[ATLAS]["cold"] == 3000
        assert few[ATLAS]["second"] == 1500


class TestPage:
    def test_one_run(self, measured: dict[str, Any], tmp_path: Path) -> None:
        text = page(measured, tmp_path)
        assert "Measured on 2000-01-02 in one run on one machine." in text
        assert "**A remark on this run.**" in text
        assert "not quiet" not in text
        assert row(text, "slider move to repainted map, built-in atlas") == [
            "slider move to repainted map, built-in atlas",
            "at most 0.25 × the floor",
            "0.25 × (25 ms of 100 ms)",
            "yes",
        ]
        assert row(text, "the same at 17,000 polygons")[2:] == ["3.01 × (301 ms of 100 ms)", "**no**"]

    def test_tables_are_whole(self, measured: dict[str, Any], tmp_path: Path) -> None:
        lines = page(measured, tmp_path).splitlines()
        tables: list[list[str]] = []
        for before, line in zip(["", *lines], lines, strict=False):
            if line.startswith("|"):
                tables += [] if before.startswith("|") else [[]]
                tables[-1].append(line)
        assert len(tables) > 8
        for table in tables:
            assert len({line.count("|") for line in table}) == 1, table[0]
            assert set(table[1]) <= set("|-: ")

    def test_failures_are_told_in_words(self, measured: dict[str, Any], tmp_path: Path) -> None:
        text = page(measured, tmp_path)
        assert "| plain | did not come to rest within 60 s of a move | – |" in text
        assert "| plotly | not tried again: failed with 3,000 polygons | – |" in text
        assert "| as a whole, through geopandas | out of memory | – |" in text
        assert "| well written | did not come to rest within 25 s of a move | – |" in text

    def test_a_page_that_failed_over_the_built_in_atlas(self, measured: dict[str, Any], tmp_path: Path) -> None:
        failed = {"title": "time slider", "has_map": True, "failed": "the map did not change"}
        measured["parts"]["builtin"]["apps"][TIME_SLIDER] = failed
        assert "| time slider | the map did not change | – |" in page(measured, tmp_path)

    def test_a_part_that_failed(self, measured: dict[str, Any], tmp_path: Path) -> None:
        measured["parts"]["library"] = part({"failed": "OSError: no room"})
        text = page(measured, tmp_path)
        assert "**The library could not be measured:** OSError: no room." in text
        assert "## The library" not in text

    def test_a_peer_that_is_faster_is_named(self, measured: dict[str, Any], tmp_path: Path) -> None:
        assert "**time slider** repaints its map sooner than the atlas: 10 ms beside 25 ms" in page(measured, tmp_path)

    def test_parts_of_other_runs_are_told(self, measured: dict[str, Any], tmp_path: Path) -> None:
        measured["parts"]["library"]["run"] |= {"begun": "2000-02-03 04:05", "machine": MACHINE | {"cores": 4}}
        text = page(measured, tmp_path)
        assert "in one run on one machine" not in text
        assert "Parts were measured in 2 runs" in text
        assert "The machine or the versions of the software differ" in text
        assert row(text, "the library")[1] == "2000-02-03 04:05"
        assert row(text, "fifty sessions")[1] == "2000-01-02 03:04"

    @pytest.mark.parametrize("name", ["builtin", "sizes", "browser", "sessions", "drawing", "library", "events"])
    def test_one_part_alone(self, measured: dict[str, Any], name: str, tmp_path: Path) -> None:
        alone = {"parts": {name: measured["parts"][name]}}
        text = page(alone, tmp_path)
        assert "**Not all of this is from one run:** not measured:" in text
        assert "not measured | – |" in text

    def test_a_busy_machine_is_told(self, measured: dict[str, Any], tmp_path: Path) -> None:
        measured["parts"]["events"]["run"]["load"]["before"] = 3.0
        assert "not quiet" not in page(measured, tmp_path), "the run itself loads the machine"
        measured["parts"]["builtin"]["run"]["load"]["before"] = 3.0
        assert "**The machine was not quiet** when the run of 2000-01-02 03:04 began" in page(measured, tmp_path)

    def test_the_cost_of_a_reader(self, measured: dict[str, Any], tmp_path: Path) -> None:
        # 25 ms every 2 s are 1.25 % of a core, of which 80 fill one; 98 MB of 49 clients are 2 MB each.
        text = page(measured, tmp_path)
        assert "A move costs 25 ms of a core and a session 2.0 MB of memory." in text
        assert "is full with about 80 of them" in text
        assert "200 MB of memory hold 100 sessions" in text
