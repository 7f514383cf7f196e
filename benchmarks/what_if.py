"""What if: from the tick that leaves a source out to the repainted map, beside an empty rerun of Streamlit's.

Every tick leaves out a source that changes a call of the first period and was not left out before, so the server has to
decide; taking the tick out again shows what is there, and is not counted. The floor makes a move in between.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import fmean
from typing import Any

from playwright.sync_api import Playwright

import geodata
from benchmarks.apps import ATLAS, FLOOR, applications
from benchmarks.effort import Effort
from benchmarks.figures import bounce, spread
from benchmarks.made import make_atlas
from benchmarks.rounds import Reader, attempt, reading, say
from geodata.rule import CALL_DIFFERS

VIEW = "/?view=what-if"
BOX = '#root [data-lab-list="without"][value="{}"]'
MADE_PERIODS = 3
NOTHING = {"failed": "no two sources change a call of the first period"}


def measure_what_if(playwright: Playwright, effort: Effort, folder: Path | None = None) -> Iterator[dict[str, Any]]:
    """Measure the atlas that is asked for, then the made-up ones; gives all so far after each of them."""
    measured: list[dict[str, Any]] = [{"made_up": False, **_ticks(playwright, folder, effort)}]
    yield {"atlases": list(measured)}
    with tempfile.TemporaryDirectory() as room:
        for provinces, claims in effort.claims:
            made = make_atlas(Path(room) / f"{provinces}-{claims}", provinces, MADE_PERIODS, claims)
            measured.append({"made_up": True, **_ticks(playwright, made, effort)})
            yield {"atlases": list(measured)}


def sources_that_matter(atlas: geodata.Atlas, most: int) -> list[str]:
    """Sources without which a call of the first period is another one, by their ids."""
    first, found = atlas.periods[0].id, []
    for source_id in sorted(set(atlas.claims(period=first)["source_id"])):
        differing = atlas.differences(geodata.Rule(without_sources=(source_id,)))
        if (differing["kind"].isin(CALL_DIFFERS) & (differing["period_id"] == first)).any():
            found.append(source_id)
        if len(found) == most:
            break
    return found


def _ticks(playwright: Playwright, folder: Path | None, effort: Effort) -> dict[str, Any]:
    atlas = geodata.load(folder)
    stops = [period.id for period in atlas.periods]
    provinces, claims = len(atlas.provinces(stops[0])), len(atlas.claims())
    say(f"what if: {provinces} provinces, {claims} claims")
    # One more than counts: the first tick of a page warms what it runs through.
    sources = sources_that_matter(atlas, effort.ticks + 1)
    apps = [one for one in applications(stops, folder) if one.name in (ATLAS, FLOOR)]
    failed: dict[str, str] = {}
    with ExitStack() as stack:
        readers: dict[str, Reader] = {}
        for app in apps:
            page = reading(playwright, app, effort.rest_seconds, VIEW if app.name == ATLAS else "")
            if reader := attempt(app.name, failed, stack.enter_context, page):
                readers[app.name] = reader
        made = _in_turns(readers, sources, bounce(len(stops), len(sources)), failed)
    return {
        "provinces": provinces,
        "claims": claims,
        "apps": {
            app.name: {"title": app.title}
            | ({"failed": failed[app.name]} if app.name in failed else made.get(app.name, NOTHING))
            for app in apps
        },
    }


def _in_turns(
    readers: dict[str, Reader], sources: Sequence[str], keys: Sequence[str], failed: dict[str, str]
) -> dict[str, dict[str, Any]]:
    made: dict[str, list[Any]] = {name: [] for name in readers}
    for number, (source_id, key) in enumerate(zip(sources, keys, strict=True)):
        say(f"tick {number + 1} of {len(sources)}")
        for name, reader in readers.items():
            if name in failed:
                continue
            act = (reader.move, key) if name == FLOOR else (_tick_and_back, reader, BOX.format(source_id))
            if answered := attempt(name, failed, *act):
                made[name].append(answered)
    return {
        name: {
            "answer": spread([(one["map"] or one["panel"])["painted"] for one in some[1:]]),
            "cpu_ms": round(fmean(one["cpu_ms"] for one in some[1:]), 1),
        }
        for name, some in made.items()
        if len(some) > 1
    }


def _tick_and_back(reader: Reader, box: str) -> dict[str, Any]:
    ticked = reader.tick(box)
    reader.tick(box)
    return ticked
