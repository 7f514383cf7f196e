"""Towns, dated events and neighbours for the map: fetched only when a reader switches them on."""

from __future__ import annotations

from typing import Any

import shapely

from dashboard.edition import Edition
from dashboard.map.ground import MapGround, map_ground
from geodata.frames import records

AREA = "area"
"""Kind of a place that is a stretch of country: it is drawn as what is told of it, and is no town."""


def layers_payload(edition: Edition) -> dict[str, Any]:
    """Describe towns, neighbours, and the events of each period by their place.

    Parameters
    ----------
    edition : Edition

    Returns
    -------
    dict
        ``towns``: list of ``{name, at, kind}``. ``events[period]``: list of ``{at, province, ids, text}``, one for each
        place; events that name no place are in no map. ``neighbours``: list of ``{name, at, paths}``. ``at`` and the
        points of paths lie on the ground of the map.
    """
    places = {row["place_id"]: row for row in records(edition.atlas.places)}
    ground = map_ground(edition)
    return {
        "towns": [
            {"name": row["name"], "at": ground.at(row), "kind": row["kind"]}
            for row in places.values()
            if row["kind"] != AREA
        ],
        "events": {period.id: _events(edition, period.id, places) for period in edition.atlas.periods},
        "neighbours": [_neighbour(row, ground) for row in records(edition.atlas.neighbours)],
    }


def _events(edition: Edition, period_id: str, places: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in records(edition.atlas.events(period_id).drop(columns="geometry")):
        if row["place_id"]:
            found.setdefault(row["place_id"], []).append(row)
    return [
        {
            "at": map_ground(edition).at(places[place_id]),
            "province": places[place_id]["province_id"],
            "ids": [row["event_id"] for row in rows],
            "text": "\n".join(f"{row['date_label']}: {row['statement']}" for row in rows),
        }
        for place_id, rows in sorted(found.items())
    ]


def _neighbour(row: dict[str, Any], ground: MapGround) -> dict[str, Any]:
    (drawn,) = ground.plane.drawn([row["geometry"]])
    shape = shapely.simplify(drawn, ground.tolerance)
    name_at = shapely.maximum_inscribed_circle(shape).coords[0]
    return {
        "name": row["name"],
        "at": [round(value, ground.decimals) for value in name_at],
        "paths": [ring for rings in ground.rings(shape) for ring in rings],
    }
