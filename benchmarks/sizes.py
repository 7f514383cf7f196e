"""The same measurements over made-up atlases of more provinces and periods."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Playwright

import geodata
from benchmarks.apps import ATLAS, FLOOR, App, applications
from benchmarks.figures import Times, bounce, spread
from benchmarks.in_browser import steps
from benchmarks.made import make_atlas
from benchmarks.servers import serving
from benchmarks.visits import OWN, Visit, browsing

SIZES: Sequence[tuple[int, int]] = ((330, 3), (3000, 3), (17000, 3), (29, 40), (330, 40), (3000, 40))
PEER_MOVES = 6
"""A page that takes seconds for a move is moved less often."""


def measure_sizes(playwright: Playwright, moves: int, sizes: Sequence[tuple[int, int]] = SIZES) -> list[dict[str, Any]]:
    """Measure each size; with three periods the peers as well, with more the atlas and the floor."""
    with tempfile.TemporaryDirectory() as folder:
        return [
            _measure(
                playwright, make_atlas(Path(folder) / f"{provinces}-{periods}", provinces, periods), periods, moves
            )
            for provinces, periods in sizes
        ]


def _measure(playwright: Playwright, folder: Path, periods: int, moves: int) -> dict[str, Any]:
    atlas = geodata.load(folder)
    stops = [period.id for period in atlas.periods]
    provinces = atlas.provinces(stops[0])
    results: dict[str, Any] = {}
    for app in applications(stops, folder):
        if app.name not in (ATLAS, FLOOR) and periods != min(count for _, count in SIZES):
            continue
        print(f"{len(provinces)} provinces, {periods} periods: {app.title}", flush=True)
        results[app.name] = {"title": app.title, "has_map": app.has_map} | _of_one(
            playwright, app, len(stops), moves if app.name in (ATLAS, FLOOR) else PEER_MOVES
        )
    return {
        "provinces": len(provinces),
        "periods": periods,
        "vertices": int(provinces.count_coordinates().sum()),
        "apps": results,
    }


def _of_one(playwright: Playwright, app: App, stops: int, moves: int) -> dict[str, Any]:
    """Open one page and move it; a page that does not come to rest is told as such."""
    with ExitStack() as stack:
        try:
            server = stack.enter_context(serving(app))
            browser = stack.enter_context(browsing(playwright))
            visit = stack.enter_context(closing(Visit(browser, app, server.address)))
            opened = visit.open()
            loaded = visit.traffic.loaded[OWN]
            warming = 2 if stops > 1 else 0
            keys = bounce(stops, warming + moves)
            for key in keys[:warming]:
                visit.move(key)
            used = server.cpu_seconds()
            made = [visit.move(key) for key in keys[warming:]]
            used = server.cpu_seconds() - used
            in_browser = steps(visit) if app.name == ATLAS else {}
        except (TimeoutError, ValueError, IndexError, Error) as error:
            return {"failed": f"{type(error).__name__}: {str(error).splitlines()[0]}"}
        answers: list[Times] = [move.map or move.panel for move in made]
        return {
            "opened": {what: asdict(times) for what, times in opened.items()},
            "answer": spread([times.painted for times in answers]),
            "panel": spread([move.panel.painted for move in made]),
            "received": spread([move.received for move in made]),
            "loaded": loaded,
            "cpu_ms": round(1000 * used / len(made), 1),
            **in_browser,
        }
