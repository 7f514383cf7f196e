"""Goals from numbers that can be followed by hand."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.apps import ATLAS, FLOOR, PLAIN
from benchmarks.figures import spread
from benchmarks.goals import goals
from tests.benchmarks.measured import MEGABYTE, results


@pytest.fixture
def measured() -> dict[str, Any]:
    return results()


@pytest.mark.parametrize(
    ("name", "value", "met"),
    [
        ("map", 25 / 100, True),
        ("map_one_frame", 25, False),
        ("map_published", 12 / 10, False),
        ("map_beside_plain", 500 / 25, True),
        ("map_3000", 50 / 100, True),
        ("map_3000_beside_plain", 1500 / 50, True),
        ("map_17000", 301 / 100, False),
        ("not_frozen", 1200, False),
        ("panel", 200 / 100, False),
        ("panel_17000", 150 / 100, True),
        ("memory_17000", 300 * MEGABYTE, True),
        ("play_step", 10, True),
        ("legend_focus", 10, True),
        ("play_step_3000", 40, True),
        ("legend_focus_3000", 40, True),
        ("view_back", 150 / 100, True),
        ("view_first", 700 / 100, False),
        ("tick", 150 / 100, True),
        ("tick_made", 1200 / 100, False),
        ("websocket", 4_000, True),
        ("loaded", 60_000 + 70_000 + (12_000 - 2_000), True),
        ("cold", 150 / 1000, True),
        ("warm", 150 / 1000, True),
        ("cold_working", 250 / 3000, True),
        ("warm_working", 250 / 3000, True),
        ("sessions_browser", 300 / 100, True),
        ("sessions_light", 120 / 20, False),
        ("sessions_errors", 0, True),
        ("sessions_memory", 98 * MEGABYTE / 49, True),
        ("sessions_back", 230 / 200, False),
        ("drawing", 60 / 40, True),
        ("load", 25 / 10, True),
        ("control_large", 8_000, True),
    ],
)
def test_a_goal(measured: dict[str, Any], name: str, value: float, met: bool) -> None:
    found = goals(measured)[name]
    assert found.value == pytest.approx(value)
    assert found.met is met


def test_the_largest_message_of_all_sizes_counts(measured: dict[str, Any]) -> None:
    measured["parts"]["sizes"]["sizes"][2]["apps"][ATLAS] = {"websocket": spread([5_001])}
    found = goals(measured)["websocket"]
    assert found.value == 5_001
    assert not found.met


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    assert {goal.met for goal in goals({"parts": {}}).values()} == {None}


def test_a_failure_of_the_atlas_misses_the_goal_and_one_of_a_peer_leaves_it_open(measured: dict[str, Any]) -> None:
    pages = measured["parts"]["builtin"]["apps"]
    pages[PLAIN] = {"title": "plain", "has_map": True, "failed": "did not come to rest within 25 s of a move"}
    found = goals(measured)
    assert found["map"].met
    assert found["map_beside_plain"].met is None
    assert found["map_beside_plain"].missing == "plain: did not come to rest within 25 s of a move"
    pages[ATLAS] = {"title": "the atlas", "has_map": True, "failed": "the map did not change"}
    assert goals(measured)["map"].met is False


def test_without_the_floor_there_is_no_ratio(measured: dict[str, Any]) -> None:
    measured["parts"]["builtin"]["apps"][FLOOR] = {"title": "floor", "has_map": False, "failed": "ended"}
    assert goals(measured)["panel"].value is None


def test_errors_of_sessions_are_counted(measured: dict[str, Any]) -> None:
    measured["parts"]["sessions"]["apps"][ATLAS]["errors"] = ["TimeoutError: ", "OSError: gone"]
    found = goals(measured)["sessions_errors"]
    assert found.value == 2
    assert found.met is False
