"""The command ``python -m benchmarks.importing``: an import of the size of real data beside a careful script.

The script is what somebody writes with geopandas who knows it well: it reads, joins by name, writes shapes and table,
and looks whether names were missed. It mends and checks nothing, and says nothing of what it left out.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata.importing import import_atlas, read_mapping

SEED = 20261125
FIRST_YEAR = 1980
CORNERS = 6
"""Vertices of each side of a unit."""

KINDS = ("atlas", "script")


def make_raw(folder: Path, units: int, dates: int, values: int) -> None:
    """Write made-up units with ragged borders that they share, and a table of who held some of them."""
    random = np.random.default_rng(SEED)
    columns = math.ceil(math.sqrt(units))
    rows = math.ceil(units / columns)
    width, height = columns * CORNERS + 1, rows * CORNERS + 1
    x, y = np.meshgrid(np.linspace(10, 40, width), np.linspace(20, 50, height))
    # Less than half of a step: borders never cross.
    x, y = (axis + random.uniform(-0.4, 0.4, axis.shape) * 30 / max(width, height) for axis in (x, y))
    shapes = []
    for number in range(units):
        top, left = divmod(number, columns)
        across, down = slice(left * CORNERS, (left + 1) * CORNERS + 1), slice(top * CORNERS, (top + 1) * CORNERS + 1)
        sides = [(down.start, across), (down, across.stop - 1), (down.stop - 1, across), (down, across.start)]
        ring = [np.column_stack([x[one], y[one]]) for one in sides]
        shapes.append(shapely.Polygon(np.vstack([ring[0], ring[1][1:], ring[2][::-1][1:], ring[3][::-1][1:]])))
    names = [f"Unit {number}" for number in range(units)]
    gpd.GeoDataFrame({"name": names}, geometry=shapes, crs="EPSG:4326").to_file(folder / "units.gpkg")
    chosen = random.choice(units * dates, values, replace=False)
    table = pd.DataFrame(
        {
            "unit": [names[one] for one in chosen // dates],
            "year": FIRST_YEAR + chosen % dates,
            "who": random.choice(["Blue", "Red", "Green"], values),
        }
    )
    table.to_csv(folder / "control.csv", index=False)
    sides = {
        one: {"name": one, "colour": colour} for one, colour in (("b", "#0072b2"), ("r", "#d55e00"), ("g", "#009e73"))
    }
    source = {"type": "dataset", "language": "en", "kind": "reference", "independent": "true", "thin": "false"}
    mapping = {
        "atlas": {"title": "Made up"},
        "shapes": {"file": "units.gpkg", "name": "name"},
        "stops": {"each": "year"},
        "control": {
            "layout": "long", "file": "control.csv", "unit": "unit", "date": "year", "category": "who", "source": "S01",
        },
        "categories": {"Blue": "b", "Red": "r", "Green": "g"},
        "factions": {one: {"name": one, "kind": "party", "side": one} for one in sides},
        "sides": sides,
        "sources": {"S01": {"title": "Made up", **source}},
    }  # fmt: skip
    (folder / "mapping.yaml").write_text(json.dumps(mapping), encoding="utf-8")


def by_script(folder: Path) -> None:
    """The careful script."""
    units = gpd.read_file(folder / "units.gpkg").to_crs("EPSG:4326")
    table = pd.read_csv(folder / "control.csv")
    joined = table.merge(units[["name"]], left_on="unit", right_on="name", how="left", validate="many_to_one")
    missed = joined["name"].isna().sum()
    if missed:
        print(f"{missed} rows without a unit")
    units.to_file(folder / "provinces.geojson", driver="GeoJSON")
    joined.dropna(subset="name").to_csv(folder / "observations.csv", index=False)


def measure(kind: str, folder: Path) -> dict[str, Any]:
    """Seconds and memory of one of the two, in this process."""
    begun, used = time.perf_counter(), time.process_time()
    if kind == "atlas":
        import_atlas(read_mapping(folder / "mapping.yaml"), folder / "atlas")
    else:
        by_script(folder)
    return {
        "seconds": round(time.perf_counter() - begun, 1),
        "cpu_seconds": round(time.process_time() - used, 1),
        "peak_gib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2, 2),
    }


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.importing")
    parser.add_argument("--units", type=int, default=17_000)
    parser.add_argument("--dates", type=int, default=38)
    parser.add_argument("--values", type=int, default=50_000)
    parser.add_argument("--kind", choices=KINDS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.kind:
        print(json.dumps(measure(options.kind, options.folder)))
        return
    with TemporaryDirectory() as name:
        folder = Path(name)
        make_raw(folder, options.units, options.dates, options.values)
        found: dict[str, Any] = {"units": options.units, "dates": options.dates, "values": options.values}
        for kind in KINDS:
            command = [sys.executable, "-m", "benchmarks.importing", f"--kind={kind}", f"--folder={folder}"]
            ran = subprocess.run(command, capture_output=True, text=True, check=True)
            found[kind] = json.loads(ran.stdout.splitlines()[-1])
    found["ratio"] = round(found["atlas"]["cpu_seconds"] / max(found["script"]["cpu_seconds"], 0.1), 1)
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
