"""The command ``python -m benchmarks.event_counts``: time and memory of counting a large made-up event table."""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

import geodata
from benchmarks.effort import Effort
from benchmarks.rounds import say
from geodata.counting.event_counts import MEMORY_LIMIT, count_events

SEED = 20261124
CHUNK = 500_000
FIRST_DAY, DAYS = pd.Timestamp("1984-01-01"), 2200
WEST, SOUTH, EAST, NORTH = 60.5, 29.3, 74.9, 38.5
UNLIMITED = 2**62


def make_events(path: Path, rows: int) -> None:
    """Write a Parquet file of made-up events around Afghanistan, a part at a time."""
    random = np.random.default_rng(SEED)
    schema = pa.schema([("lon", pa.float64()), ("lat", pa.float64()), ("date", pa.string()), ("actor", pa.string())])
    days = np.array([f"{FIRST_DAY + pd.Timedelta(days=day):%Y-%m-%d}" for day in range(DAYS)])
    with pq.ParquetWriter(path, schema) as writer:
        for start in range(0, rows, CHUNK):
            count = min(CHUNK, rows - start)
            columns = [
                random.uniform(WEST, EAST, count),
                random.uniform(SOUTH, NORTH, count),
                days[random.integers(0, DAYS, count)],
                random.choice([f"actor-{number}" for number in range(20)], count),
            ]
            writer.write_table(pa.table(columns, schema=schema), row_group_size=CHUNK // 5)


def measure_events(effort: Effort) -> dict[str, Any]:
    """Count in parts and as a whole, each in a process of its own, whose memory is its own."""
    found = {}
    for kind, options in (("parts", []), ("whole", ["--whole"])):
        say(f"{effort.rows} events, {kind}")
        command = [sys.executable, "-m", "benchmarks.event_counts", f"--rows={effort.rows}", *options]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        failed = (ran.stderr.splitlines() or [f"ended with code {ran.returncode}"])[-1]
        found[kind] = {"failed": failed} if ran.returncode else json.loads(ran.stdout)
    return found


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.event_counts")
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--whole", action="store_true", help="read the table as a whole, however large it is")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "events.parquet"
        make_events(path, options.rows)
        begun = time.perf_counter()
        found = count_events(path, geodata.load(), UNLIMITED if options.whole else MEMORY_LIMIT)
        seconds = time.perf_counter() - begun
    lost = found.unreadable + found.outside_periods + found.outside_provinces
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    told = {
        "rows": options.rows,
        "counted": int(found.counts["events"].sum()),
        "not_counted": lost,
        "seconds": round(seconds, 1),
        "peak_gib": round(kilobytes / 1024**2, 2),
    }
    json.dump(told, sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    main()
