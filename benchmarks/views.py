"""Views: from the press that asks for one to its map on the screen, beside an empty rerun of Streamlit's.

Each round is a new reader, whose browser has seen no view but the first; the floor makes a move between two of them.
"""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright

import geodata
from benchmarks.apps import ATLAS, FLOOR, applications
from benchmarks.effort import Effort
from benchmarks.figures import bounce, spread
from benchmarks.rounds import reading, say
from benchmarks.servers import serving
from benchmarks.visits import Visit, browsing

MAP, WITH_A_MAP, WITHOUT_ONE = "map", "compare", "trends"


def measure_views(playwright: Playwright, effort: Effort, folder: Path | None = None) -> dict[str, Any]:
    """Measure the way to a view with a map of its own, and the ways back to the map.

    Returns
    -------
    dict
        ``rounds``, and in milliseconds ``floor``, ``first`` (a reader's first look at the view), ``again`` (each later
        one), and ``back`` (to the map, from that view and from one without a map).
    """
    stops = [period.id for period in geodata.load(folder).periods]
    apps = {app.name: app for app in applications(stops, folder)}
    first, again, back, floor = [], [], [], []
    with ExitStack() as stack:
        empty = stack.enter_context(reading(playwright, apps[FLOOR]))
        server = stack.enter_context(serving(apps[ATLAS]))
        browser = stack.enter_context(browsing(playwright))
        for number, key in enumerate(bounce(len(stops), effort.view_rounds)):
            say(f"views: round {number + 1} of {effort.view_rounds}")
            floor.append(empty.move(key)["panel"]["painted"])
            with closing(Visit(browser, apps[ATLAS], server.address)) as visit:
                visit.open()
                first.append(visit.look_at(WITH_A_MAP))
                back.append(visit.look_at(MAP))
                again.append(visit.look_at(WITH_A_MAP))
                back.append(visit.look_at(MAP))
                visit.turn_to(WITHOUT_ONE)
                back.append(visit.look_at(MAP))
    return {
        "rounds": effort.view_rounds,
        "floor": spread(floor),
        "first": spread(first),
        "again": spread(again),
        "back": spread(back),
    }
