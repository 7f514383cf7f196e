"""The harness computes what it says, and the peers' pages work; nothing here takes the time of anything."""

from __future__ import annotations

import urllib.request
import xml.etree.ElementTree as ET
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

import geodata
from benchmarks.apps import ATLAS, FLOOR, PLAIN, ROOT, WELL_WRITTEN, applications
from benchmarks.figures import Times, bounce, final_change, percentile, rotated, spread
from benchmarks.peers import STOPS_VARIABLE
from benchmarks.relay import relayed
from benchmarks.report import goals, rows, write_report
from dashboard.served import FOLDER_VARIABLE
from tests.made_up import Folder

PEERS = ROOT / "benchmarks" / "peers"


def moment(content: str, changed: float, what: str = "map", painted: float | None = -1) -> dict[str, Any]:
    return {
        "what": what,
        "content": content,
        "empty": content == "",
        "changed": changed,
        "painted": changed + 20 if painted == -1 else painted,
    }


class TestFinalChange:
    def test_counts_from_the_key_to_the_first_sight_of_what_remains(self) -> None:
        seen = [moment("before", 90), moment("half", 130), moment("whole", 150), moment("text", 300, "panel")]
        assert final_change(seen, "map", since=100) == Times(changed=50, painted=70)
        assert final_change(seen, "panel", since=100) == Times(changed=200, painted=220)

    def test_a_relapse_counts_as_flicker(self) -> None:
        seen = [moment("new", 110), moment("old", 120), moment("new", 130)]
        assert final_change(seen, "map", since=100) == Times(changed=10, painted=30, flickers=1)

    def test_a_change_that_was_never_painted_does_not_count(self) -> None:
        seen = [moment("new", 110, painted=None), moment("new", 140)]
        assert final_change(seen, "map", since=100).painted == 60

    @pytest.mark.parametrize("seen", [[], [moment("before", 90)], [moment("new", 110), moment("", 120)]])
    def test_no_change_is_an_error(self, seen: list[dict[str, Any]]) -> None:
        with pytest.raises(ValueError, match="did not change"):
            final_change(seen, "map", since=100)


class TestArithmetic:
    def test_bounce_stays_on_the_slider(self) -> None:
        for stops in (2, 3, 40):
            place, visited = 0, {0}
            for key in bounce(stops, 4 * stops):
                place += 1 if key == "ArrowRight" else -1
                visited.add(place)
            assert visited == set(range(stops))

    def test_percentile_is_the_nearest_rank(self) -> None:
        values = list(range(40, 0, -1))
        assert percentile(values, 95) == 38
        assert percentile(values, 100) == 40
        assert percentile([7], 95) == 7

    def test_spread(self) -> None:
        assert spread([3, 1, 2, 10]) == {"median": 2.5, "p95": 10, "min": 1, "max": 10, "count": 4}

    def test_every_application_begins_once(self) -> None:
        assert [rotated("abcd", turn)[0] for turn in range(5)] == list("abcda")


def times(milliseconds: float) -> dict[str, float]:
    return {"changed": milliseconds - 20, "painted": milliseconds, "flickers": 0}


def measured(name: str, title: str, map_ms: float | None, panel_ms: float) -> dict[str, Any]:
    seen = {"map": None if map_ms is None else times(map_ms), "panel": times(panel_ms)}
    opened = {what: one for what, one in seen.items() if one}
    return {
        "title": title,
        "has_map": map_ms is not None,
        "ready_seconds": [1.0],
        "cold": [opened],
        "warm": [opened],
        "loaded": {"streamlit": 3_000_000, "component": 60_000, "own": 80_000},
        "socket_at_load": 70_000,
        "foreign": [],
        "first": [seen | {"received": 1, "sent": 1}],
        "moved": [seen | {"received": 11_000, "sent": 300}] * 3,
        "wire": [{"websocket": 4_000, "requests": 0}],
    }


@pytest.fixture
def results() -> dict[str, Any]:
    return {
        "date": "2000-01-02",
        "note": "A remark on this run.",
        "machine": {"cores": 2, "processor": "P", "memory_gib": 1.0, "system": "S", "versions": {"Python": "3"}},
        "load": {"before": 0.1, "after": 0.2},
        "periods": 3,
        "provinces": 29,
        "moves": 3,
        "starts": 1,
        "frame_ms": 16.7,
        "apps": {
            ATLAS: measured(ATLAS, "the atlas", 25, 200),
            FLOOR: measured(FLOOR, "floor", None, 100),
            WELL_WRITTEN: measured(WELL_WRITTEN, "well-written <page>", 300, 310),
            PLAIN: measured(PLAIN, "plain", 500, 400),
        },
    }


class TestReport:
    def test_ratios(self, results: dict[str, Any]) -> None:
        summary = rows(results)
        assert summary[ATLAS]["answer_to_floor"] == 0.25
        assert summary[ATLAS]["plain_to_answer"] == 20
        assert summary[ATLAS]["panel_to_floor"] == 2
        assert summary[PLAIN]["answer_to_floor"] == 5
        assert summary[FLOOR]["answer_to_floor"] == 1

    def test_a_missed_goal_is_told(self, results: dict[str, Any]) -> None:
        met = {goal.what: goal.met for goal in goals(results)}
        assert met["slider move to repainted map"]
        assert met["the same beside the plain page"]
        assert met["websocket bytes per move, as sent"]
        assert met["loaded once beyond Streamlit's own bundle"]
        assert not met["slider move to updated panel and legend"]

    def test_page_and_chart_are_written(self, results: dict[str, Any], tmp_path: Path) -> None:
        write_report(results, tmp_path)
        page = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
        assert "| slider move to repainted map | at most 0.25 × the floor | 0.25 × (25 ms of 100 ms) | yes |" in page
        assert "| **no** |" in page
        assert "**A remark on this run.**" in page
        assert "not quiet" not in page
        results["load"]["before"] = 3.0
        write_report(results, tmp_path)
        assert "The machine was not quiet" in (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
        tables = [line for line in page.splitlines() if line.startswith("|")]
        assert {line.count("|") for line in tables} == {5, 6, 8, 9, 10}
        drawing = ET.parse(tmp_path / "results" / "moves.svg").getroot()
        circles = drawing.findall(".//{http://www.w3.org/2000/svg}circle")
        # Three moves of each: panels of four pages, maps of three.
        assert len(circles) == 3 * 7
        assert all(0 < float(circle.attrib["cx"]) < float(drawing.attrib["width"]) for circle in circles)


class TestPeers:
    @pytest.mark.parametrize("name", [PLAIN, WELL_WRITTEN])
    def test_st_folium_pages_follow_the_slider(
        self, name: str, folder: Folder, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(FOLDER_VARIABLE, str(folder.path))
        page = AppTest.from_file(str(PEERS / f"{name}.py"), default_timeout=30).run()
        assert not page.exception
        before = self.panel(page)
        assert page.select_slider[0].label == "Year"
        moved = page.select_slider[0].set_value(geodata.load(folder.path).periods[-1].id).run()
        assert not moved.exception
        assert self.panel(moved) != before

    def test_floor_prints_the_word(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(STOPS_VARIABLE, "a b c")
        page = AppTest.from_file(str(PEERS / "floor.py")).run()
        assert [one.value for one in page.markdown] == ["a"]
        page.select_slider[0].set_value("c").run()
        assert [one.value for one in page.markdown] == ["c"]

    def test_every_application_has_its_files(self) -> None:
        apps = applications(["a", "b"])
        assert [app.name for app in apps] == [ATLAS, FLOOR, WELL_WRITTEN, PLAIN]
        assert all(app.script.is_file() for app in apps)
        assert all((PEERS / f"{app.name}.py").is_file() for app in apps if app.name != ATLAS)

    @staticmethod
    def panel(page: AppTest) -> list[str]:
        return [str(one.proto.body) for one in page.get("html")]


def test_relay_counts_what_passes() -> None:
    body = b"x" * 1000

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        with relayed(f"http://127.0.0.1:{server.server_port}") as relay:
            with urllib.request.urlopen(relay.address, timeout=10) as answer:
                assert answer.read() == body
            websocket, requests = relay.counts
            assert websocket == 0
            assert 1000 < requests < 2000
    finally:
        server.shutdown()
        server.server_close()
