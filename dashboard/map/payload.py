"""Geometry and calls as the browser takes them: once, for all periods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from dashboard.edition import Edition, cached
from dashboard.map.areas import AreaPainter
from dashboard.map.disputed import disputed_areas
from dashboard.map.ground import map_ground
from dashboard.map.states import CallStates
from dashboard.parts import (
    DIFFERS,
    call_rows,
    call_words,
    coloured_rows,
    difference_lines,
    differing,
    other_reports,
)
from dashboard.templating import render
from dashboard.text import Texts
from geodata import COLOURINGS, Period
from geodata.frames import Rows, records
from geodata.looks import CapitalSigns, Colouring, ColouringName, sides_of, svg_pattern
from geodata.shapes import alone, border_lines
from geodata.telling import plain

MANY_PROVINCES = 1000
"""More of them in one period are drawn as pixels: a browser moves no more paths with ease."""

MOST_STOPS = 24
"""Of more of them a card has no swatch of each: those that follow each other and look alike are one."""

TEMPLATES = Path(__file__).parent / "templates"


def geometry_payload(edition: Edition, coarser: float = 1) -> dict[str, Any]:
    """Province outlines of all periods; periods with the same shapes share one set.

    Parameters
    ----------
    edition : Edition
    coarser : float, optional
        How many times as far as on the map itself a simplified outline may leave the true one.

    Returns
    -------
    dict
        ``geometries``: list of ``{"provinces": [{id, polygons, label, capital}], "lines": [{kind, paths}]}`` with
        coordinates as longitude and latitude (EPSG:4326), or on a plane if ``flat``, rings and paths as arrays of
        points; a line of some periods only names these ``periods``. ``bounds``: ``[[south, west], [north, east]]``.
        ``decimals``: with which they are written.
    """
    sets, number_of = _geometry_sets(edition)
    ground = map_ground(edition)
    drawn = [_drawn(edition, period) for period in sets.values()]
    bounds = [shapely.total_bounds(shapes) for shapes in drawn]
    west, south, *_ = np.min(bounds, axis=0).tolist()
    *_, east, north = np.max(bounds, axis=0).tolist()
    places = ground.decimals
    return {
        "geometries": [
            _geometry(edition, [one for one in edition.atlas.periods if number_of[one.id] == number], shapes, coarser)
            for number, shapes in enumerate(drawn)
        ],
        "bounds": [[round(south, places), round(west, places)], [round(north, places), round(east, places)]],
        "flat": ground.plane.is_flat,
        "decimals": places,
    }


def has_many_provinces(edition: Edition) -> bool:
    """Whether a period has more provinces than are drawn as paths."""
    return _has_many_provinces(edition.own)


@cached(1)
def _has_many_provinces(edition: Edition) -> bool:
    return max(len(edition.atlas.provinces(period.id)) for period in edition.atlas.periods) > MANY_PROVINCES


def calls_payload(edition: Edition, colourings: Sequence[ColouringName] = COLOURINGS[:1]) -> dict[str, Any]:
    """Calls of all periods, ready to paint and to speak.

    Parameters
    ----------
    edition : Edition
    colourings : sequence of str, optional
        What the fill can mean, the first one at the beginning.

    Returns
    -------
    dict
        ``periods``, ``colourings``, ``many`` (see `MANY_PROVINCES`); ``provinces``: for each set of outlines
        ``[id, name, capital]`` of its provinces; ``states``: see `dashboard.map.states.CallStates`;
        ``calls[period]``: the number of the state of each of these provinces; ``label``: pattern of the accessible
        name; ``card``: the hover card, to be filled in; ``areas[period]`` and ``areaShapes`` (see
        `dashboard.map.areas.AreaPainter`), ``areasLabel``, ``scale`` (words of its bar), ``looks`` (SVG patterns by id)
        and ``capitalSigns`` (SVG pictures by name). Of a reading that is not the atlas's own also ``differs[period]``:
        lines on each province that differs by its id; ``marked[period]``: ids of those whose call itself is another
        one; and ``differsSign``, their mark.
    """
    words = call_words(edition)
    states = CallStates(edition, colourings)
    sets, number_of = _geometry_sets(edition)
    provinces = {
        number_of[period.id]: [
            [row["province_id"], row["name"], words.capital_name(row)] for row in call_rows(edition.own, period.id)
        ]
        for period in sets.values()
    }
    calls: dict[str, list[int]] = {}
    for period in edition.atlas.periods:
        rows = _calls(edition, period.id, states.colourings)
        numbered = zip(rows, states.numbers(rows, other_reports(edition, period.id)), strict=True)
        numbers = {row["province_id"]: number for row, number in numbered}
        calls[period.id] = [numbers[province_id] for province_id, *_ in provinces[number_of[period.id]]]
    painter = AreaPainter(edition, words, states.colourings)
    areas = {period.id: painter.of(period) for period in edition.atlas.periods}
    looks = states.looks | painter.looks
    for period in edition.atlas.periods:
        ids = [province_id for province_id, *_ in provinces[number_of[period.id]]]
        state_of = {one: states.states[number] for one, number in zip(ids, calls[period.id], strict=True)}
        areas[period.id] += disputed_areas(edition, period.id, state_of, looks, painter.number)
    return _differing(edition) | {
        "periods": [
            {
                "id": period.id,
                "label": period.label,
                "geometry": number_of[period.id],
                "mapLabel": edition.words("map-label", title=edition.atlas.title, period=period.label),
            }
            for period in edition.atlas.periods
        ],
        "colourings": list(colourings),
        "many": has_many_provinces(edition),
        "provinces": [provinces[number] for number in range(len(sets))],
        "states": states.states,
        "calls": calls,
        "label": edition.words("call-label", province="{province}", period="{period}", what="{what}"),
        "card": render(
            TEMPLATES, "card.html.j2", texts=edition.words, periods=edition.atlas.periods, most_stops=MOST_STOPS
        ),
        "areas": areas,
        "areasLabel": edition.words("areas-label"),
        "scale": scale_words(edition.words),
        "areaShapes": painter.shapes,
        "looks": {look_id: svg_pattern(look, look_id) for look_id, look in sorted(looks.items())},
        "capitalSigns": _capital_signs(edition.own),
    }


def scale_words(words: Texts) -> dict[str, str]:
    """Patterns of lengths, and the digits they are written with: browsers don't know every language of the page."""
    return {
        "km": words("scale-kilometres", length="{}"),
        "m": words("scale-metres", length="{}"),
        "digits": words.numbering,
    }


def _calls(edition: Edition, period_id: str, colourings: Sequence[Colouring]) -> Rows:
    """The calls of a period, with what any of the colourings has to know beside them."""
    wanted = next((one for one in colourings if one.needs), colourings[0])
    return coloured_rows(edition, period_id, wanted)


@cached(1)
def _capital_signs(edition: Edition) -> Mapping[str, str]:
    return CapitalSigns(sides_of(edition.atlas.sides)).pictures


def _differing(edition: Edition) -> dict[str, Any]:
    if edition.is_own:
        return {}
    found = {
        period_id: {province_id: difference_lines(edition, one) for province_id, one in some.items()}
        for period_id, some in differing(edition).items()
    }
    marked = {
        period_id: [province_id for province_id, one in some.items() if one.of_the_call]
        for period_id, some in differing(edition).items()
    }
    return {"differs": found, "marked": marked, "differsSign": DIFFERS}


def states_of(calls: Mapping[str, Any], period_id: str) -> dict[str, dict[str, Any]]:
    """The state of each province of a period by its id, from `calls_payload`."""
    geometry = next(period["geometry"] for period in calls["periods"] if period["id"] == period_id)
    numbers = zip(calls["provinces"][geometry], calls["calls"][period_id], strict=True)
    return {province_id: calls["states"][number] for (province_id, *_), number in numbers}


def geometry_numbers(edition: Edition) -> dict[str, int]:
    """Which set of outlines each period has, by its place in `geometry_payload`."""
    return _geometry_sets(edition)[1]


def _geometry_sets(edition: Edition) -> tuple[dict[tuple[str, ...], Period], dict[str, int]]:
    """One period for each distinct set of shapes, and which set a period has: the same by every reading."""
    return _sets_of(edition.own)


@cached(1)
def _sets_of(edition: Edition) -> tuple[dict[tuple[str, ...], Period], dict[str, int]]:
    sets: dict[tuple[str, ...], Period] = {}
    number_of: dict[str, int] = {}
    for period in edition.atlas.periods:
        ids = tuple(edition.atlas.provinces(period.id)["shape_id"])
        sets.setdefault(ids, period)
        number_of[period.id] = list(sets).index(ids)
    return sets, number_of


def _drawn(edition: Edition, period: Period) -> np.ndarray:
    """Shapes of a period on the ground of the map; land that two claim is drawn as a piece of its own."""
    shapes = edition.atlas.provinces(period.id)
    return map_ground(edition).plane.drawn(list(alone(shapes)))


def _geometry(edition: Edition, periods: Sequence[Period], drawn: np.ndarray, coarser: float) -> dict[str, Any]:
    ground = map_ground(edition)
    tolerance = ground.tolerance * coarser
    shapes = pd.DataFrame(edition.atlas.provinces(periods[0].id))
    shapes = shapes.assign(geometry=shapely.coverage_simplify(drawn, tolerance))
    simple = gpd.GeoDataFrame(shapes, geometry="geometry").sort_values("name", key=lambda names: names.map(plain))
    places = {row["place_id"]: row for row in records(edition.atlas.places)}
    labels = shapely.get_coordinates(shapely.get_point(shapely.maximum_inscribed_circle(simple.geometry.to_numpy()), 0))
    provinces = []
    for shape, label in zip(simple.itertuples(index=False), labels.tolist(), strict=True):
        capital = None
        if shape.capital_place_id:
            place = places[shape.capital_place_id]
            capital = {"name": place["name"], "at": ground.at(place)}
        provinces.append(
            {
                "id": shape.province_id,
                "polygons": ground.outlines(shape.geometry),
                "label": [round(value, ground.decimals) for value in label],
                "capital": capital,
            }
        )
    lines = [
        {"kind": kind, "paths": [ground.points(part) for part in getattr(line, "geoms", [line])]}
        for kind, line in border_lines(simple).items()
    ]
    lines += _announced(edition, periods, tolerance)
    return {"provinces": provinces, "lines": lines}


def _announced(edition: Edition, periods: Sequence[Period], tolerance: float) -> list[dict[str, Any]]:
    """Outlines of announced provinces, once for all periods that have the same."""
    ground = map_ground(edition)
    found: dict[tuple[str, ...], list[str]] = {}
    for period in periods:
        found.setdefault(tuple(edition.atlas.announced(period.id)["shape_id"]), []).append(period.id)
    lines = []
    for shape_ids, period_ids in found.items():
        if shape_ids:
            shapes = ground.plane.drawn(edition.atlas.announced(period_ids[0]).geometry.to_numpy())
            outlines = shapely.simplify(shapely.boundary(shapes), tolerance)
            paths = [ground.points(part) for line in outlines for part in getattr(line, "geoms", [line])]
            lines.append({"kind": "announced", "paths": paths, "periods": period_ids})
    return lines
