"""What the atlas does in the browser alone: a play step, the focus of a legend entry, and many moves in a row."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright

import geodata
from benchmarks.apps import ATLAS, applications
from benchmarks.effort import Effort
from benchmarks.figures import bounce, spread
from benchmarks.rounds import Reader, reading, say
from benchmarks.visits import Visit

REPEATS = 30
PAUSE_MS = 80
REST_MS = 3000

PLAY_STEPS = f"""(periods) => {{
    const [atlas] = ControlAtlas.maps.values();
    const times = [];
    for (let turn = 0; turn < {REPEATS}; turn += 1) {{
        const start = performance.now();
        atlas.show({{ period: periods[(turn + 1) % periods.length] }});
        document.body.getBoundingClientRect();
        times.push(performance.now() - start);
    }}
    return times;
}}"""
"""The layout is asked for, so that style is in the time as well as script."""

LEGEND_FOCUS = f"""() => {{
    const entries = [...window.parent.document.querySelectorAll(".atlas-legend [data-key]")];
    const times = [];
    for (let turn = 0; turn < {REPEATS}; turn += 1) {{
        const entry = entries[turn % entries.length];
        const start = performance.now();
        entry.dispatchEvent(new PointerEvent("pointerover", {{ bubbles: true }}));
        document.body.getBoundingClientRect();
        window.parent.document.body.getBoundingClientRect();
        times.push(performance.now() - start);
    }}
    return times;
}}"""


def steps(visit: Visit, stops: Sequence[str]) -> dict[str, dict[str, float]]:
    """Milliseconds of script and style of a play step and of the focus of a legend entry, on an open page.

    Parameters
    ----------
    visit : Visit
        Of the atlas, at its first period.
    stops : sequence of str
        Identifiers of the periods.
    """
    return {
        "play_step": spread([round(one, 2) for one in visit.in_map(PLAY_STEPS, list(stops))]),
        "legend_focus": spread([round(one, 2) for one in visit.in_map(LEGEND_FOCUS)]),
    }


def measure_browser(playwright: Playwright, effort: Effort, folder: Path | None = None) -> dict[str, Any]:
    """Steps in the browser, and memory of browser and server before and after many moves in a row."""
    stops = [period.id for period in geodata.load(folder).periods]
    app = next(app for app in applications(stops, folder) if app.name == ATLAS)
    say("in the browser alone")
    with reading(playwright, app) as reader:
        found = steps(reader.visit, stops)
    say(f"{effort.many_moves} moves in a row")
    with reading(playwright, app) as reader:
        return found | {"many_moves": _many_moves(reader, len(stops), effort.many_moves)}


def _many_moves(reader: Reader, stops: int, moves: int) -> dict[str, Any]:
    """The key is pressed a good ten times a second: faster than Python answers, so that answers are overtaken."""
    visit = reader.visit
    for key in bounce(stops, 4 * (stops - 1)):
        visit.move(key)
    before = _memory(reader)
    slider = visit.page.locator(reader.app.slider).first
    slider.focus()
    for key in bounce(stops, moves):
        slider.press(key)
        visit.page.wait_for_timeout(PAUSE_MS)
    visit.page.wait_for_timeout(REST_MS)
    return {"moves": moves, "before": before, "after": _memory(reader)}


def _memory(reader: Reader) -> dict[str, int]:
    return {"heap": reader.visit.heap_bytes(), "server": reader.server.memory_bytes()}
