"""What the atlas does in the browser alone: a play step, the focus of a legend entry, and many moves in a row."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Playwright

from benchmarks.apps import ATLAS, App
from benchmarks.figures import bounce, spread
from benchmarks.servers import serving
from benchmarks.visits import Visit, browsing

REPEATS = 30
MANY_MOVES = 1000
PAUSE_MS = 80
REST_MS = 3000

PLAY_STEPS = f"""() => {{
    const [atlas] = ControlAtlas.maps.values();
    const times = [];
    for (let turn = 0; turn < {REPEATS}; turn += 1) {{
        const start = performance.now();
        atlas.step();
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
        times.push(performance.now() - start);
    }}
    return times;
}}"""


def steps(visit: Visit) -> dict[str, dict[str, float]]:
    """Milliseconds of script and style of a play step and of the focus of a legend entry, on an open page."""
    return {
        "play_step": spread([round(one, 2) for one in visit.in_map(PLAY_STEPS)]),
        "legend_focus": spread([round(one, 2) for one in visit.in_map(LEGEND_FOCUS)]),
    }


def many_moves(playwright: Playwright, app: App, stops: int) -> dict[str, Any]:
    """Memory of browser and server before and after `MANY_MOVES` moves in a row."""
    assert app.name == ATLAS
    with serving(app) as server, browsing(playwright) as browser:
        visit = Visit(browser, app, server.address)
        visit.open()
        for key in bounce(stops, 4 * (stops - 1)):
            visit.move(key)
        slider = visit.page.locator(app.slider).first
        before = {"heap": visit.heap_bytes(), "server": server.memory_bytes()}
        slider.focus()
        for key in bounce(stops, MANY_MOVES):
            slider.press(key)
            visit.page.wait_for_timeout(PAUSE_MS)
        visit.page.wait_for_timeout(REST_MS)
        after = {"heap": visit.heap_bytes(), "server": server.memory_bytes()}
        visit.close()
    return {"moves": MANY_MOVES, "before": before, "after": after}
