"""The library beside what it is built on: loading, calls, and imports."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd

import geodata
from benchmarks.effort import Effort
from benchmarks.figures import spread
from benchmarks.made import make_atlas
from benchmarks.rounds import say
from geodata.atlas import BUILT_IN

IMPORTS = ("geodata", "geopandas", "streamlit", "dashboard.server.application")


def measure_library(effort: Effort) -> dict[str, Any]:
    """Times in milliseconds; what is compared takes turns."""
    say("the library")
    shapes = BUILT_IN / "provinces.geojson"
    first = _ms(geodata.load)
    atlas = geodata.load()

    def all_calls() -> None:
        fresh = geodata.Atlas(atlas.package)
        for period in fresh.periods:
            fresh.control(period.id)

    work: dict[str, Callable[[], object]] = {
        "read_file": lambda: gpd.read_file(shapes), "load": geodata.load, "control": all_calls,
    }  # fmt: skip
    times: dict[str, list[float]] = {name: [] for name in work}
    for turn in range(effort.repeats + 1):
        for name, do in work.items():
            taken = _ms(do)
            if turn:  # The first of each warms what it imports.
                times[name].append(taken)
    spreads = {name: spread(taken) for name, taken in times.items()}
    return {"first_load": first, **spreads, "large": _large(effort), "imports": _imports(effort.import_repeats)}


def _large(effort: Effort) -> dict[str, Any]:
    """One loading of a large made-up atlas, and its calls in all periods."""
    provinces, periods, single_claims = effort.library_atlas
    with tempfile.TemporaryDirectory() as folder:
        made = make_atlas(Path(folder) / "made", provinces, periods, single_claims)
        loading = time.perf_counter()
        atlas = geodata.load(made)
        deciding = time.perf_counter()
        calls = [atlas.control(period.id) for period in atlas.periods]
        done = time.perf_counter()
    return {
        "provinces": len(calls[0]),
        "periods": len(calls),
        "claims": len(atlas.package.tables["claims"]),
        "load": 1000 * (deciding - loading),
        "control": 1000 * (done - deciding),
    }


def _imports(repeats: int) -> dict[str, dict[str, float]]:
    """Milliseconds of an import in a new process, without those of Python itself."""
    code = "import time; start = time.perf_counter(); import {}; print(1000 * (time.perf_counter() - start))"
    taken: dict[str, list[float]] = {name: [] for name in IMPORTS}
    for _ in range(repeats):
        for name in IMPORTS:
            ran = subprocess.run(
                [sys.executable, "-c", code.format(name)], capture_output=True, text=True, check=True, timeout=120
            )
            taken[name].append(float(ran.stdout.split()[-1]))
    return {name: spread(one) for name, one in taken.items()}


def _ms(do: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    return 1000 * (time.perf_counter() - started)
