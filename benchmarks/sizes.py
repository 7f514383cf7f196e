"""The same measurements over made-up atlases of more provinces and periods."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import asdict
from pathlib import Path
from statistics import fmean
from time import monotonic
from typing import Any

from playwright.sync_api import Playwright

import geodata
from benchmarks.apps import ATLAS, FLOOR, PUBLISHED, App, applications
from benchmarks.effort import Effort
from benchmarks.figures import bounce, spread
from benchmarks.in_browser import steps
from benchmarks.made import make_atlas
from benchmarks.rounds import Reader, attempt, reading, say, take_turns, wire_bytes
from benchmarks.visits import Visit, browsing

WARMING = 2
"""Moves that do not count, after which three periods have all been seen."""
SLOW_MS = 5000
"""The bytes of a page whose moves take longer are not counted on the wire: that would take minutes.

Those of the floor, which does not know how many provinces there are, are counted over the built-in atlas alone.
"""
IN_TURNS = (ATLAS, FLOOR)


def measure_sizes(playwright: Playwright, effort: Effort) -> Iterator[dict[str, Any]]:
    """Measure each size; with the fewest periods the peers as well, with more the atlas and the floor.

    A page that failed is not tried again where there are more provinces. Gives all sizes so far after each of them.
    """
    fewest = min(periods for _, periods in effort.sizes)
    failed_at: dict[str, int] = {}
    measured = []
    with tempfile.TemporaryDirectory() as folder:
        for provinces, periods in effort.sizes:
            made = make_atlas(Path(folder) / f"{provinces}-{periods}", provinces, periods)
            found = _of_size(playwright, made, effort, periods == fewest, failed_at)
            measured.append({"asked": provinces, **found})
            yield {
                "sizes": list(measured),
                "moves": effort.size_moves,
                "peer_moves": effort.peer_moves,
                "peer_seconds": effort.peer_seconds,
            }


def _of_size(
    playwright: Playwright, folder: Path, effort: Effort, with_peers: bool, failed_at: dict[str, int]
) -> dict[str, Any]:
    atlas = geodata.load(folder)
    stops = [period.id for period in atlas.periods]
    provinces = atlas.provinces(stops[0])
    say(f"{len(provinces)} provinces, {len(stops)} periods")
    # A page that holds all its evidence is written for atlases of a moderate size.
    apps = [app for app in applications(stops, folder) if app.name != PUBLISHED]
    failed: dict[str, str] = {}
    results = _in_turns(playwright, [app for app in apps if app.name in IN_TURNS], stops, effort, failed)
    for app in apps if with_peers else ():
        if app.name in IN_TURNS:
            continue
        if app.name in failed_at:
            results[app.name] = {"not_tried": failed_at[app.name]}
            continue
        say(app.title)
        results[app.name] = attempt(app.name, failed, _alone, playwright, app, len(stops), effort)
        if app.name in failed:
            failed_at[app.name] = len(provinces)
    for app in apps:
        measured = results.get(app.name)
        if app.name == FLOOR or not measured or "answer" not in measured or measured["answer"]["median"] >= SLOW_MS:
            continue
        say(f"bytes on the wire: {app.title}")
        arguments = (playwright, app, len(stops), WARMING, effort.wire_moves, effort.rest_seconds)
        if sent := attempt(app.name, {}, wire_bytes, *arguments):
            measured["websocket"] = spread([move["websocket"] for move in sent["moves"]])
            measured["sent_at_load"] = sent["at_load"]
    return {
        "provinces": len(provinces),
        "periods": len(stops),
        "vertices": int(provinces.count_coordinates().sum()),
        "apps": {
            app.name: {"title": app.title, "has_map": app.has_map}
            | ({"failed": failed[app.name]} if app.name in failed else results[app.name])
            for app in apps
            if app.name in results or app.name in failed
        },
    }


def _in_turns(
    playwright: Playwright, apps: Sequence[App], stops: Sequence[str], effort: Effort, failed: dict[str, str]
) -> dict[str, dict[str, Any]]:
    """The atlas and the floor, a move of one and then of the other, so that both have the same moments."""
    with ExitStack() as stack:
        readers: list[Reader] = []
        for app in apps:
            say(f"opening: {app.title}")
            page = reading(playwright, app, effort.rest_seconds)
            if reader := attempt(app.name, failed, stack.enter_context, page):
                readers.append(reader)
        made = take_turns(readers, bounce(len(stops), WARMING + effort.size_moves), failed)
        results = {}
        for reader in readers:
            name = reader.app.name
            if name not in failed:
                results[name] = _summary(reader, made[name][WARMING:])
                results[name] |= steps(reader.visit, stops) if name == ATLAS else {}
                results[name]["warm"] = attempt(name, {}, _second_reader, playwright, reader, effort.rest_seconds)
        return results


def _second_reader(playwright: Playwright, reader: Reader, limit: float) -> dict[str, Any]:
    """The opening of the page by another browser, when the server has shown it before."""
    with browsing(playwright) as browser, closing(Visit(browser, reader.app, reader.server.address, limit)) as visit:
        return {what: asdict(times) for what, times in visit.open().items()}


def _alone(playwright: Playwright, app: App, stops: int, effort: Effort) -> dict[str, Any]:
    with reading(playwright, app, effort.rest_seconds) as reader:
        keys = bounce(stops, WARMING + effort.peer_moves)
        for key in keys[:WARMING]:
            reader.move(key)
        made: list[Any] = []
        begun = monotonic()
        for key in keys[WARMING:]:
            if made and monotonic() - begun > effort.peer_seconds:
                break
            made.append(reader.move(key))
        return _summary(reader, made)


def _summary(reader: Reader, moved: Sequence[Any]) -> dict[str, Any]:
    return {
        "opened": {what: asdict(times) for what, times in reader.opened.items()},
        "opened_longest": reader.longest,
        "answer": spread([(move["map"] or move["panel"])["painted"] for move in moved]),
        "panel": spread([move["panel"]["painted"] for move in moved]),
        "received": spread([move["received"] for move in moved]),
        "longest": max(move["longest"] for move in moved),
        "loaded": reader.loaded,
        "socket_at_load": reader.socket_at_load,
        "cpu_ms": round(fmean(move["cpu_ms"] for move in moved), 1),
        "memory": reader.server.memory_bytes(),
    }
