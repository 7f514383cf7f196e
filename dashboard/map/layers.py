"""Towns, dated events and neighbours for the map: fetched only when a reader switches them on."""

from __future__ import annotations

from typing import Any

import shapely

from dashboard.edition import Edition
from dashboard.map.payload import DECIMALS, SIMPLIFY_DEGREES
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
        points of paths are longitude and latitude (EPSG:4326).
    """
    places = {row["place_id"]: row for row in records(edition.atlas.places)}
    return {
        "towns": [
            {"name": row["name"], "at": _at(row), "kind": row["kind"]} for row in places.values() if row["kind"] != AREA
        ],
        "events": {period.id: _events(edition, period.id, places) for period in edition.atlas.periods},
        "neighbours": [_neighbour(row) for row in records(edition.atlas.neighbours)],
    }


def _events(edition: Edition, period_id: str, places: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in records(edition.atlas.events(period_id).drop(columns="geometry")):
        if row["place_id"]:
            found.setdefault(row["place_id"], []).append(row)
    return [
        {
            "at": _at(places[place_id]),
            "province": places[place_id]["province_id"],
            "ids": [row["event_id"] for row in rows],
            "text": "\n".join(f"{row['date_label']}: {row['statement']}" for row in rows),
        }
        for place_id, rows in sorted(found.items())
    ]


def _neighbour(row: dict[str, Any]) -> dict[str, Any]:
    shape = shapely.simplify(row["geometry"], SIMPLIFY_DEGREES)
    name_at = shapely.maximum_inscribed_circle(shape).coords[0]
    rings = [ring for part in getattr(shape, "geoms", [shape]) for ring in (part.exterior, *part.interiors)]
    return {
        "name": row["name"],
        "at": [round(value, DECIMALS) for value in name_at],
        "paths": [[[round(x, DECIMALS), round(y, DECIMALS)] for x, y in ring.coords] for ring in rings],
    }


def _at(place: dict[str, Any]) -> list[float]:
    return [round(place["lon"], DECIMALS), round(place["lat"], DECIMALS)]
