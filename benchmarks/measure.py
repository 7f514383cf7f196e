"""The measuring run, part by part; a part can be measured again into what was measured before."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright, sync_playwright

from benchmarks import machine
from benchmarks.builtin import measure_builtin
from benchmarks.drawing import measure_drawing
from benchmarks.effort import TRIAL, Effort
from benchmarks.event_counts import measure_events
from benchmarks.in_browser import measure_browser
from benchmarks.library import measure_library
from benchmarks.rounds import FAILURES, reason, say
from benchmarks.sessions import measure_sessions
from benchmarks.sizes import measure_sizes
from benchmarks.views import measure_views
from benchmarks.visits import browsing
from benchmarks.what_if import measure_what_if

Results = Mapping[str, Any]
Part = Callable[[Playwright, Effort, Path | None], dict[str, Any] | Iterator[dict[str, Any]]]
"""Gives what it has measured, or, where that takes long, what it has measured so far, again and again."""

MEASURES: Mapping[str, Part] = {
    "builtin": measure_builtin,
    "browser": measure_browser,
    "views": measure_views,
    "what_if": measure_what_if,
    "sessions": measure_sessions,
    "drawing": lambda _, effort, folder: measure_drawing(effort, folder),
    "library": lambda _, effort, __: measure_library(effort),
    "events": lambda _, effort, __: measure_events(effort),
    "sizes": lambda playwright, effort, _: measure_sizes(playwright, effort),
}
PARTS: Sequence[str] = tuple(MEASURES)


def measure(parts: Sequence[str], effort: Effort, folder: Path | None, before: Results) -> Iterator[dict[str, Any]]:
    """Measure parts one after the other.

    Parameters
    ----------
    parts : sequence of str
        Of `PARTS`.
    effort : Effort
        How much to measure.
    folder : Path or None
        Folder of the atlas to show; the built-in one without it.
    before : Mapping
        Results to which the parts are added, in place of what they have of these parts.

    Yields
    ------
    dict
        All results so far, after each part and within a long one.
    """
    begun = f"{datetime.datetime.now(tz=datetime.UTC):%Y-%m-%d %H:%M}"
    results = dict(before)
    with sync_playwright() as playwright:
        with browsing(playwright) as browser:
            described = machine.description(browser.version)
        for part in parts:
            say(f"part: {part}")
            load, started = machine.load(), time.monotonic()
            for found in _found(MEASURES[part], playwright, effort, folder):
                run = {
                    "begun": begun,
                    "trial": effort.sizes == TRIAL.sizes,
                    "minutes": round((time.monotonic() - started) / 60, 1),
                    "load": {"before": load, "after": machine.load()},
                    "machine": described,
                }
                results = merged(results, part, {"run": run} | found)
                yield results


def merged(results: Results, part: str, found: Results) -> dict[str, Any]:
    """The results with one part measured anew, parts in their usual order."""
    parts = {**results.get("parts", {}), part: dict(found)}
    return {**results, "parts": {name: parts[name] for name in PARTS if name in parts}}


def _found(measured: Part, playwright: Playwright, effort: Effort, folder: Path | None) -> Iterator[dict[str, Any]]:
    try:
        found = measured(playwright, effort, folder)
        yield from [found] if isinstance(found, dict) else found
    except (*FAILURES, OSError) as error:
        say(reason(error))
        yield {"failed": reason(error)}
