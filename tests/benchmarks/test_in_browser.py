"""What is timed in the browser is what the map does."""

from __future__ import annotations

from contextlib import closing

import pytest
from playwright.sync_api import Browser

import geodata
from benchmarks.apps import ATLAS, applications
from benchmarks.in_browser import REPEATS, steps
from benchmarks.servers import serving
from benchmarks.visits import Visit

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_steps_move_the_map(browser: Browser) -> None:
    stops = [period.id for period in geodata.load().periods]
    (app,) = (app for app in applications(stops) if app.name == ATLAS)
    with serving(app) as server, closing(Visit(browser, app, server.address)) as visit:
        visit.open()
        found = steps(visit, stops[:2][::-1])
        shown = visit.in_map("() => document.querySelector('.atlas-map').dataset.period")
    assert {name: times["count"] for name, times in found.items()} == {"play_step": REPEATS, "legend_focus": REPEATS}
    # An even number of steps between two periods ends at the first that is named.
    assert shown == stops[1]
