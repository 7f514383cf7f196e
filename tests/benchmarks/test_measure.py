"""The command measures the parts asked for into what was measured before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from benchmarks import __main__ as command
from benchmarks import measure
from benchmarks.effort import FULL
from benchmarks.figures import spread
from benchmarks.measure import PARTS, merged
from benchmarks.rounds import attempt
from tests.benchmarks.measured import MACHINE, part, results


def test_a_part_takes_the_place_of_what_it_was() -> None:
    before = results()
    after = merged(before, "library", part({"load": 1}, "later"))
    assert after["parts"]["library"]["run"]["begun"] == "later"
    assert after["parts"]["sizes"] == before["parts"]["sizes"]
    assert after["note"] == before["note"]
    assert list(after["parts"]) == list(PARTS)


def test_parts_come_in_their_usual_order() -> None:
    after = merged(merged({}, "events", {}), "builtin", {})
    assert list(after["parts"]) == ["builtin", "events"]


class TestCommand:
    @pytest.fixture(autouse=True)
    def without_browser(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class Browser:
            version = "1"

            def __enter__(self) -> Browser:
                return self

            def __exit__(self, *_: object) -> None:
                pass

        def library(*_: object) -> Mapping[str, Any]:
            return results()["parts"]["library"] | {"read_file": spread([5])}

        monkeypatch.setattr(measure, "sync_playwright", Browser)
        monkeypatch.setattr(measure, "browsing", lambda _: Browser())
        monkeypatch.setattr(measure.machine, "description", lambda _: MACHINE)
        monkeypatch.setattr(measure, "MEASURES", {**measure.MEASURES, "library": library, "events": self.broken})

    @staticmethod
    def broken(*_: object) -> Mapping[str, Any]:
        raise OSError("no room")

    def run(self, folder: Path, *arguments: str) -> dict[str, Any]:
        assert command.main([*arguments, "--wait=0", f"--out={folder}"]) == 0
        found: dict[str, Any] = json.loads((folder / "results" / "measured.json").read_text(encoding="utf-8"))
        return found

    def test_only_the_part_asked_for_is_measured(self, tmp_path: Path) -> None:
        (tmp_path / "results").mkdir()
        before = results()
        (tmp_path / "results" / "measured.json").write_text(json.dumps(before), encoding="utf-8")
        after = self.run(tmp_path, "--only", "library")
        assert after["parts"]["library"]["read_file"]["median"] == 5
        assert after["parts"]["sizes"] == before["parts"]["sizes"]
        assert after["note"] == before["note"]
        text = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
        assert "5.00 × (25 ms of 5.0 ms) | **no** |" in text

    def test_a_part_that_fails_is_written_too(self, tmp_path: Path) -> None:
        after = self.run(tmp_path, "--only", "library", "events", "--note", "As told.")
        assert list(after["parts"]) == ["library", "events"]
        assert after["parts"]["events"]["failed"] == "OSError: no room"
        text = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
        assert "**A large event table could not be measured:** OSError: no room." in text
        assert "**As told.**" in text

    def test_the_report_can_be_written_again(self, tmp_path: Path) -> None:
        self.run(tmp_path, "--only", "library")
        (tmp_path / "RESULTS.md").unlink()
        self.run(tmp_path, "--again")
        assert (tmp_path / "RESULTS.md").is_file()

    def test_nothing_to_write_again(self, tmp_path: Path) -> None:
        with pytest.raises(SystemExit):
            command.main(["--again", f"--out={tmp_path}"])


def test_a_full_run_moves_often_enough() -> None:
    assert min(FULL.moves, FULL.size_moves) >= 30
    assert {provinces for provinces, periods in FULL.sizes if periods == 3} == {330, 3000, 17000}
    assert any(periods == 40 for _, periods in FULL.sizes)


def test_a_failure_is_noted_with_its_reason() -> None:
    failed: dict[str, str] = {}

    def resting() -> None:
        raise TimeoutError("did not come to rest within 1 s of a move")

    def ended(code: int) -> None:
        raise RuntimeError(f"the server ended with code {code}\nand more")

    assert attempt("one", failed, resting) is None
    assert attempt("two", failed, ended, 3) is None
    assert attempt("three", failed, lambda: 7) == 7
    assert failed == {
        "one": "did not come to rest within 1 s of a move",
        "two": "RuntimeError: the server ended with code 3",
    }
