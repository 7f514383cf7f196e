"""Results with round numbers, as if they had been measured."""

from __future__ import annotations

from typing import Any

from benchmarks.apps import ATLAS, FLOOR, PLAIN, PLOTLY, PUBLISHED, TIME_SLIDER, WELL_WRITTEN
from benchmarks.figures import spread

MACHINE = {"cores": 2, "processor": "P", "memory_gib": 1.0, "system": "S", "versions": {"Python": "3"}}
MEGABYTE = 1_000_000


def times(milliseconds: float) -> dict[str, float]:
    return {"changed": milliseconds - 2, "painted": milliseconds, "flickers": 0}


def page(title: str, map_ms: float | None, panel_ms: float, picture_ms: float | None = None) -> dict[str, Any]:
    """A page of the built-in part; its opening takes ten times as long as a move, its document 10 kB for a picture."""
    seen = {"map": None if map_ms is None else times(map_ms), "panel": times(panel_ms)}
    opened = {what: times(10 * one["painted"]) for what, one in seen.items() if one}
    opened |= {"picture": times(picture_ms)} if picture_ms else {}
    document = 12_000 if picture_ms else 2_000
    move = seen | {"received": 11_000, "sent": 300, "longest": 0, "cpu_ms": 20.0}
    return {
        "title": title,
        "has_map": map_ms is not None,
        "ready_seconds": [1.0],
        "cold": [opened],
        "warm": [opened],
        "loaded": {
            "streamlit": 3_000_000,
            "component": 60_000,
            "own": 70_000,
            "document": document,
        },
        "socket_at_load": 70_000,
        "foreign": [],
        "first": [move],
        "moved": [move] * 3,
        "wire": {"at_load": 5_000, "moves": [{"websocket": 4_000, "requests": 0}]},
        "memory": {"ready": 100 * MEGABYTE, "moved": 200 * MEGABYTE},
    }


def sized(title: str, map_ms: float | None, panel_ms: float, **differences: Any) -> dict[str, Any]:
    """A page of a made-up atlas."""
    opened = {"map": times(3000), "panel": times(2000)} if map_ms else {"panel": times(1000)}
    return {
        "title": title,
        "has_map": map_ms is not None,
        "opened": opened,
        "opened_longest": 400,
        "answer": spread([map_ms or panel_ms]),
        "panel": spread([panel_ms]),
        "received": spread([4_000]),
        "websocket": spread([2_000]),
        "longest": 0,
        "loaded": {"streamlit": 3_000_000, "component": 60_000, "own": 140_000, "document": 2_000},
        "socket_at_load": 50_000,
        "sent_at_load": 10_000,
        "cpu_ms": 30.0,
        "memory": 300 * MEGABYTE,
        **differences,
    }


def of_size(polygons: int, periods: int, pages: dict[str, Any]) -> dict[str, Any]:
    return {"asked": polygons, "provinces": polygons, "periods": periods, "vertices": 40 * polygons, "apps": pages}


def steps(milliseconds: float) -> dict[str, Any]:
    return {"play_step": spread([milliseconds]), "legend_focus": spread([milliseconds])}


def ticked(provinces: int, claims: int, milliseconds: float, made_up: bool) -> dict[str, Any]:
    """Ticks in What if; the floor takes 100 ms."""
    apps = {
        name: {"title": title, "answer": spread([taken]), "cpu_ms": 50.0}
        for name, title, taken in ((ATLAS, "the atlas", milliseconds), (FLOOR, "floor", 100))
    }
    return {"provinces": provinces, "claims": claims, "made_up": made_up, "apps": apps}


def sessions(title: str, end: int | None) -> dict[str, Any]:
    return {
        "title": title,
        "alone": spread([100]),
        "light_alone": spread([20]),
        "browser": spread([300]),
        "light": spread([120]),
        "errors": [],
        "memory": {"start": 200 * MEGABYTE, "during": 298 * MEGABYTE, "end": end},
        "cpu_ms": 25.0,
        "cores_used": 0.6,
    }


def part(found: dict[str, Any], begun: str = "2000-01-02 03:04") -> dict[str, Any]:
    load = {"before": 0.1, "after": 0.2}
    return {"run": {"begun": begun, "trial": False, "minutes": 2.5, "load": load, "machine": MACHINE}} | found


def results() -> dict[str, Any]:
    """All parts of one run; floor 100 ms everywhere, the atlas 25 ms on the map and 200 ms in the panel."""
    ours = sized("the atlas", 50, 150, warm={"map": times(1500), "panel": times(1200)}, **steps(40))
    floor = sized("floor", None, 100, warm=None)
    failed = {"title": "plotly", "has_map": True, "failed": "did not come to rest within 60 s of its opening"}
    peers = {WELL_WRITTEN: sized("well-written <page>", 900, 910), TIME_SLIDER: sized("time slider", 40, 40)}
    not_tried = {"title": "plotly", "has_map": True, "not_tried": 3000}
    few = {ATLAS: ours, FLOOR: floor, PLAIN: sized("plain", 1500, 1000), PLOTLY: failed, **peers}
    many = few | {
        ATLAS: ours | {"answer": spread([301]), "longest": 1200},
        PLAIN: {"title": "plain", "has_map": True, "failed": "did not come to rest within 60 s of a move"},
        PLOTLY: not_tried,
    }
    browser = {"before": {"heap": 1000, "server": 2000}, "after": {"heap": 1100, "server": 2000}, "moves": 1000}
    return {
        "note": "A remark on this run.",
        "parts": {
            "builtin": part(
                {
                    "periods": 3,
                    "provinces": 29,
                    "vertices": 2900,
                    "moves": 3,
                    "starts": 1,
                    "frame_ms": 16.7,
                    "apps": {
                        ATLAS: page("the atlas", 25, 200, picture_ms=150),
                        FLOOR: page("floor", None, 100),
                        WELL_WRITTEN: page("well-written <page>", 300, 310),
                        PLAIN: page("plain", 500, 400),
                        TIME_SLIDER: page("time slider", 10, 10),
                        PUBLISHED: page("published", 12, 12),
                        PLOTLY: page("plotly", 70, 70),
                    },
                }
            ),
            "sizes": part(
                {
                    "sizes": [
                        of_size(3000, 3, few),
                        of_size(17000, 3, many),
                        of_size(29, 40, {ATLAS: ours, FLOOR: floor}),
                    ],
                    "moves": 30,
                    "peer_moves": 6,
                    "peer_seconds": 60,
                }
            ),
            "browser": part(steps(10) | {"many_moves": browser}),
            "views": part(
                {
                    "rounds": 2,
                    "floor": spread([100, 100]),
                    "first": spread([700, 700]),
                    "again": spread([300, 300]),
                    "back": spread([150, 150]),
                }
            ),
            "what_if": part(
                {
                    "atlases": [
                        ticked(29, 300, 150, made_up=False),
                        ticked(3000, 20_000, 1200, made_up=True),
                    ]
                }
            ),
            "sessions": part(
                {
                    "apps": {
                        ATLAS: sessions("the atlas", 230 * MEGABYTE),
                        WELL_WRITTEN: {"title": "well written", "failed": "did not come to rest within 25 s of a move"},
                    },
                    "clients": 49,
                    "seconds": 60,
                    "every": 2,
                }
            ),
            "drawing": part(
                {
                    "figures": 100,
                    "alone": spread([40]),
                    "meanwhile": spread([60]),
                    "ratio": 1.5,
                    "still_drawing": 7,
                    "statuses": {"200": 9, "503": 91},
                }
            ),
            "library": part(
                {
                    "first_load": 90.0,
                    "read_file": spread([10]),
                    "load": spread([25]),
                    "control": spread([30]),
                    "large": {
                        "provinces": 3000,
                        "periods": 40,
                        "claims": 100_000,
                        "load": 15_000.0,
                        "control": 8_000.0,
                    },
                    "imports": {"geodata": spread([500])},
                }
            ),
            "events": part(
                {
                    "parts": {"rows": 1000, "counted": 400, "not_counted": 600, "seconds": 1.5, "peak_gib": 0.5},
                    "whole": {"failed": "out of memory"},
                }
            ),
        },
    }
