"""The built-in atlas beside its peers: cold starts, moves of the slider in turn, bytes on the wire."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Playwright

import geodata
from benchmarks.apps import App, applications
from benchmarks.effort import Effort
from benchmarks.figures import bounce, rotated
from benchmarks.rounds import Reader, attempt, reading, say, take_turns, wire_bytes
from benchmarks.servers import serving
from benchmarks.visits import Visit, browsing


def measure_builtin(playwright: Playwright, effort: Effort, folder: Path | None = None) -> dict[str, Any]:
    """Measure every application.

    Parameters
    ----------
    playwright : Playwright
    effort : Effort
        How many moves and starts.
    folder : Path, optional
        Folder of the atlas to show; the built-in one without it.

    Returns
    -------
    dict
        Everything measured, ready for JSON.
    """
    atlas = geodata.load(folder)
    stops = [period.id for period in atlas.periods]
    provinces = atlas.provinces(stops[0])
    apps = applications(stops, folder)
    failed: dict[str, str] = {}
    cold = cold_starts(playwright, apps, effort.starts, failed)
    moved, frame_ms = slider_moves(playwright, _left(apps, failed), len(stops), effort.moves, failed)
    wire = {}
    for app in _left(apps, failed):
        say(f"bytes on the wire: {app.title}")
        wire[app.name] = attempt(app.name, failed, _wire, playwright, app, len(stops), effort.wire_moves)
    return {
        "periods": len(stops),
        "provinces": len(provinces),
        "vertices": int(provinces.count_coordinates().sum()),
        "moves": effort.moves,
        "starts": effort.starts,
        "frame_ms": frame_ms,
        "apps": {
            app.name: {"title": app.title, "has_map": app.has_map}
            | (
                {"failed": failed[app.name]}
                if app.name in failed
                else cold[app.name] | moved[app.name] | {"wire": wire[app.name]}
            )
            for app in apps
        },
    }


def cold_starts(
    playwright: Playwright, apps: Sequence[App], starts: int, failed: dict[str, str]
) -> dict[str, dict[str, Any]]:
    """A new server and a new browser each time, then a second reader on the same server, with an empty cache too."""
    results: dict[str, dict[str, Any]] = {
        app.name: {"ready_seconds": [], "cold": [], "warm": [], "loaded": {}, "socket_at_load": 0, "foreign": []}
        for app in apps
    }
    for turn in range(starts):
        for app in _left(rotated(apps, turn), failed):
            say(f"cold start {turn + 1} of {starts}: {app.title}")
            attempt(app.name, failed, _start, playwright, app, results[app.name])
    return results


def slider_moves(
    playwright: Playwright, apps: Sequence[App], stops: int, moves: int, failed: dict[str, str]
) -> tuple[dict[str, dict[str, Any]], float]:
    """All applications open at once, one move of each in turn; gives the milliseconds of a display frame too."""
    with ExitStack() as stack:
        readers: list[Reader] = []
        for app in apps:
            say(f"opening: {app.title}")
            if reader := attempt(app.name, failed, stack.enter_context, reading(playwright, app)):
                readers.append(reader)
        frame_ms = median(gap for reader in readers for gap in reader.visit.frame_ms())
        warming = len(_round_trip(stops))
        made = take_turns(readers, bounce(stops, warming + moves), failed)
        return {
            reader.app.name: {
                "first": made[reader.app.name][: stops - 1],
                "moved": made[reader.app.name][warming:],
                "memory": {"ready": reader.memory, "moved": reader.server.memory_bytes()},
            }
            for reader in readers
        }, round(frame_ms, 2)


def _start(playwright: Playwright, app: App, result: dict[str, Any]) -> None:
    with serving(app) as server, browsing(playwright) as browser:
        for kind in ("cold", "warm"):
            with closing(Visit(browser, app, server.address)) as visit:
                result[kind].append({what: asdict(times) for what, times in visit.open().items()})
                result["loaded"] = dict(visit.traffic.loaded)
                result["socket_at_load"] = visit.traffic.received
                result["foreign"] = sorted({*result["foreign"], *visit.traffic.foreign})
        result["ready_seconds"].append(round(server.ready_seconds, 3))


def _wire(playwright: Playwright, app: App, stops: int, moves: int) -> dict[str, Any]:
    return wire_bytes(playwright, app, stops, len(_round_trip(stops)), moves)


def _round_trip(stops: int) -> list[str]:
    """Keys to every stop and back, so that nothing measured afterwards is seen for the first time."""
    return bounce(stops, 2 * (stops - 1))


def _left(apps: Sequence[App], failed: dict[str, str]) -> list[App]:
    return [app for app in apps if app.name not in failed]
