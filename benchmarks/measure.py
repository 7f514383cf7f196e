"""The measuring run: every application in turn, the same steps for each."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Playwright, sync_playwright

import geodata
from benchmarks import machine
from benchmarks.apps import App, applications
from benchmarks.figures import Times, bounce, rotated
from benchmarks.relay import relayed
from benchmarks.servers import serving
from benchmarks.visits import Move, Visit, browsing

WIRE_MOVES = 8


def measure(moves: int, starts: int, folder: Path | None = None) -> dict[str, Any]:
    """Measure every application.

    Parameters
    ----------
    moves : int
        Moves of the slider of each application.
    starts : int
        Cold starts of each.
    folder : Path, optional
        Folder of the atlas to show; the built-in one without it.

    Returns
    -------
    dict
        Everything measured, ready for JSON.
    """
    atlas = geodata.load(folder)
    stops = [period.id for period in atlas.periods]
    apps = applications(stops, folder)
    load_before = machine.load()
    with sync_playwright() as playwright:
        cold = cold_starts(playwright, apps, starts)
        with browsing(playwright) as browser:
            chromium = browser.version
        moved, frame_ms = slider_moves(playwright, apps, len(stops), moves)
        wire = bytes_on_the_wire(playwright, apps, len(stops))
    return {
        "date": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "machine": machine.description(chromium),
        "load": {"before": load_before, "after": machine.load()},
        "periods": len(stops),
        "provinces": len(atlas.provinces(stops[0])),
        "moves": moves,
        "starts": starts,
        "frame_ms": frame_ms,
        "apps": {
            app.name: {"title": app.title, "has_map": app.has_map}
            | cold[app.name]
            | moved[app.name]
            | {"wire": wire[app.name]}
            for app in apps
        },
    }


def cold_starts(playwright: Playwright, apps: Sequence[App], starts: int) -> dict[str, dict[str, Any]]:
    """A new server and a new browser each time, then a second reader on the same server, with an empty cache too."""
    results: dict[str, dict[str, Any]] = {
        app.name: {"ready_seconds": [], "cold": [], "warm": [], "loaded": {}, "socket_at_load": 0, "foreign": []}
        for app in apps
    }
    for turn in range(starts):
        for app in rotated(apps, turn):
            _say(f"cold start {turn + 1} of {starts}: {app.title}")
            result = results[app.name]
            with serving(app) as server, browsing(playwright) as browser:
                result["ready_seconds"].append(round(server.ready_seconds, 3))
                for kind in ("cold", "warm"):
                    with closing(Visit(browser, app, server.address)) as visit:
                        result[kind].append({what: asdict(times) for what, times in visit.open().items()})
                        result["loaded"] = dict(visit.traffic.loaded)
                        result["socket_at_load"] = visit.traffic.received
                        result["foreign"] = sorted({*result["foreign"], *visit.traffic.foreign})
    return results


def slider_moves(
    playwright: Playwright, apps: Sequence[App], stops: int, moves: int
) -> tuple[dict[str, dict[str, Any]], float]:
    """All applications open at once, one move of each in turn; gives the milliseconds of a display frame too."""
    with ExitStack() as stack:
        visits = {}
        for app in apps:
            server = stack.enter_context(serving(app))
            browser = stack.enter_context(browsing(playwright))
            visits[app.name] = stack.enter_context(closing(Visit(browser, app, server.address)))
            visits[app.name].open()
        frame_ms = median(gap for visit in visits.values() for gap in visit.frame_ms())
        warming = len(_round_trip(stops))
        done: dict[str, list[Move]] = {app.name: [] for app in apps}
        for number, key in enumerate(bounce(stops, warming + moves)):
            _say(f"move {number + 1} of {warming + moves}")
            for app in rotated(apps, number):
                done[app.name].append(visits[app.name].move(key))
    return {
        name: {"first": [_record(move) for move in made[: stops - 1]]}
        | {"moved": [_record(move) for move in made[warming:]]}
        for name, made in done.items()
    }, round(frame_ms, 2)


def bytes_on_the_wire(playwright: Playwright, apps: Sequence[App], stops: int) -> dict[str, list[dict[str, int]]]:
    """Bytes that pass during a move, compressed as they are sent, by a relay; times are not taken here."""
    counted: dict[str, list[dict[str, int]]] = {}
    for app in apps:
        _say(f"bytes on the wire: {app.title}")
        with ExitStack() as stack:
            server = stack.enter_context(serving(app))
            relay = stack.enter_context(relayed(server.address))
            browser = stack.enter_context(browsing(playwright))
            visit = stack.enter_context(closing(Visit(browser, app, relay.address)))
            visit.open()
            warming = len(_round_trip(stops))
            made = []
            for key in bounce(stops, warming + WIRE_MOVES):
                websocket, requests = relay.counts
                visit.move(key)
                made.append({"websocket": relay.counts[0] - websocket, "requests": relay.counts[1] - requests})
            counted[app.name] = made[warming:]
    return counted


def _round_trip(stops: int) -> list[str]:
    """Keys to every stop and back, so that nothing measured afterwards is seen for the first time."""
    return bounce(stops, 2 * (stops - 1))


def _record(move: Move) -> dict[str, Any]:
    return {
        "map": _times(move.map),
        "panel": _times(move.panel),
        "received": move.received,
        "sent": move.sent,
    }


def _times(times: Times | None) -> dict[str, Any] | None:
    return None if times is None else asdict(times)


def _say(text: str) -> None:
    print(text, flush=True)
