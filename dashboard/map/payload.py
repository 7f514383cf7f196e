"""Geometry and calls as the browser takes them: once, for all periods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import shapely

from dashboard.map.pockets import pockets
from dashboard.map.words import CallWords
from dashboard.templating import render
from dashboard.text import Texts
from geodata import COLOURINGS, Atlas, Period, borders
from geodata.colouring import Colouring, ColouringName, Shown
from geodata.frames import records
from geodata.looks import Look
from geodata.signs import capital_sign_name, capital_signs
from geodata.style import Style, svg_pattern

SIMPLIFY_DEGREES = 0.012
"""About 1.2 km: under one pixel at the first zoom on a wide screen. Shared edges stay shared."""

DECIMALS = 3
"""About 100 m, a tenth of a pixel at the closest useful zoom."""

TEMPLATES = Path(__file__).parent / "templates"


def geometry_payload(atlas: Atlas, tolerance: float = SIMPLIFY_DEGREES) -> dict[str, Any]:
    """Province outlines of all periods; periods with the same shapes share one set.

    Parameters
    ----------
    atlas : Atlas
    tolerance : float, optional
        How far in degrees a simplified outline may leave the true one.

    Returns
    -------
    dict
        ``geometries``: list of ``{"provinces": [{id, polygons, label, capital}], "lines": [{kind, paths}]}`` with
        coordinates as longitude and latitude (EPSG:4326). ``bounds``: ``[[south, west], [north, east]]``.
    """
    sets, _ = _geometry_sets(atlas)
    west, south, east, north = pd.concat([atlas.provinces(period.id) for period in atlas.periods]).total_bounds
    return {
        "geometries": [_geometry(atlas, period, tolerance) for period in sets.values()],
        "bounds": [[round(south, 3), round(west, 3)], [round(north, 3), round(east, 3)]],
    }


def calls_payload(atlas: Atlas, texts: Texts, colourings: Sequence[ColouringName] = COLOURINGS[:1]) -> dict[str, Any]:
    """Calls of all periods, ready to paint and to speak.

    Parameters
    ----------
    atlas : Atlas
    texts : Texts
    colourings : sequence of str, optional
        What the fill can mean, the first one at the beginning.

    Returns
    -------
    dict
        ``periods``, ``colourings``, ``calls[period][province]`` with status, capital, hover card and ``shown``: for
        each colouring the look, code, legend ``keys``, accessible label and lead of the card. ``pockets[period]``,
        ``looks`` (SVG patterns by id) and ``capitalSigns`` (SVG pictures by name).
    """
    words = CallWords(atlas, texts)
    meanings = [Colouring(name, atlas.factions, atlas.alliances) for name in colourings]
    number_of = geometry_numbers(atlas)
    looks: dict[str, Look] = {}
    calls: dict[str, dict[str, Any]] = {}
    for period in atlas.periods:
        calls[period.id] = {}
        for call in records(atlas.control(period.id)):
            shown: dict[str, Shown] = {one.name: one.shown(call) for one in meanings}
            looks |= {one.look.id: one.look for one in shown.values()}
            calls[period.id][call["province_id"]] = _call(call, shown, period, atlas, words)
    return {
        "periods": [
            {
                "id": period.id,
                "label": period.label,
                "geometry": number_of[period.id],
                "mapLabel": texts("map-label", title=atlas.title, period=period.label),
            }
            for period in atlas.periods
        ],
        "colourings": list(colourings),
        "calls": calls,
        "pockets": {period.id: pockets(atlas, period, words, Style(atlas.factions)) for period in atlas.periods},
        "looks": {look_id: svg_pattern(look, look_id) for look_id, look in sorted(looks.items())},
        "capitalSigns": capital_signs(),
    }


def geometry_numbers(atlas: Atlas) -> dict[str, int]:
    """Which set of outlines each period has, by its place in `geometry_payload`."""
    return _geometry_sets(atlas)[1]


def _geometry_sets(atlas: Atlas) -> tuple[dict[tuple[str, ...], Period], dict[str, int]]:
    """One period for each distinct set of shapes, and which set a period has."""
    sets: dict[tuple[str, ...], Period] = {}
    number_of: dict[str, int] = {}
    for period in atlas.periods:
        ids = tuple(atlas.provinces(period.id)["shape_id"]) + tuple(atlas.announced(period.id)["shape_id"])
        sets.setdefault(ids, period)
        number_of[period.id] = list(sets).index(ids)
    return sets, number_of


def _geometry(atlas: Atlas, period: Period, tolerance: float) -> dict[str, Any]:
    shapes = atlas.provinces(period.id)
    simple = shapes.assign(geometry=shapely.coverage_simplify(shapes.geometry.to_numpy(), tolerance))
    places = atlas.places.set_index("place_id")
    provinces = []
    for shape in simple.sort_values("name").itertuples(index=False):
        label = shapely.maximum_inscribed_circle(shape.geometry).coords[0]
        capital = None
        if shape.capital_place_id:
            place = places.loc[shape.capital_place_id]
            capital = {"name": place["name"], "at": [round(place["lon"], DECIMALS), round(place["lat"], DECIMALS)]}
        provinces.append(
            {
                "id": shape.province_id,
                "polygons": [
                    [_round(ring.coords) for ring in (polygon.exterior, *polygon.interiors)]
                    for polygon in getattr(shape.geometry, "geoms", [shape.geometry])
                ],
                "label": [round(value, DECIMALS) for value in label],
                "capital": capital,
            }
        )
    lines = [
        {"kind": kind, "paths": [_round(part.coords) for part in getattr(line, "geoms", [line])]}
        for kind, line in borders.border_lines(simple).items()
    ]
    announced = atlas.announced(period.id)
    if len(announced):
        outlines = shapely.simplify(announced.geometry.boundary.to_numpy(), tolerance)
        paths = [_round(part.coords) for line in outlines for part in getattr(line, "geoms", [line])]
        lines.append({"kind": "announced", "paths": paths})
    return {"provinces": provinces, "lines": lines}


def _round(coordinates: Any) -> list[list[float]]:
    return [[round(x, DECIMALS), round(y, DECIMALS)] for x, y, *_ in coordinates]


def _call(
    call: Mapping[str, Any], shown: Mapping[str, Shown], period: Period, atlas: Atlas, words: CallWords
) -> dict[str, Any]:
    return {
        "faction": call["faction_id"] or "none",
        "status": call["status"],
        "shown": {
            name: {
                "look": one.look.id,
                "code": one.code,
                "keys": list(one.keys),
                "label": words.label(call, period, name),
                "lead": words.lead(call, name, one.keys),
            }
            for name, one in shown.items()
        },
        "capital": {
            "status": call["capital_status"],
            "changedHands": bool(call["capital_changed_hands"]),
            "sign": capital_sign_name(call["capital_status"], call["capital_changed_hands"]),
        },
        "card": render(
            TEMPLATES, "card.html.j2", texts=words.texts, call=call, period=period, periods=atlas.periods, words=words
        ),
    }
