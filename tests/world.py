"""A made-up world for tests: countries with lifetimes, drawn as data sets draw them, and tables as offices write them.

Its shapes lie across 180° (uncut, and with longitudes over 180), around a pole, around a lake that is nobody's and an
enclave of 500 m; two countries claim one stretch of land, and between two others there is a slit of 100 m.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.made_up import Folder

Points = list[tuple[float, float]]

SPLIT = 1960
"""The year in which Farland leaves Eastland."""


def ring(*points: tuple[float, float]) -> list[list[float]]:
    """A closed ring."""
    return [list(point) for point in (*points, points[0])]


def rectangle(west: float, south: float, east: float, north: float) -> list[list[float]]:
    return ring((west, south), (east, south), (east, north), (west, north))


LAKE = rectangle(20, 10, 24, 13)
"""Within Midland alone."""

ENCLAVE = rectangle(10, 20, 10.005, 20.005)
"""Tinytown, about 500 m wide, within Midland."""

SLIT = 0.001
"""Degrees, about 100 m, between Midland and Northland."""

DISPUTED = (40.0, 5.0, 42.0, 15.0)
"""Claimed by Midland and Upland."""

OPEN_SEA = (44.0, 30.0, 50.0, 36.0)
"""Between Upland, Northland and Eastland: nobody's, enclosed by three."""

SHAPES: dict[str, tuple[str, str, str, list[Any]]] = {
    # Over 180° without a cut: from 176° E to 178° W.
    "tidelands-1900": ("tidelands", "1900-01-01", "", [ring((176, -20), (-178, -20), (-178, -15), (176, -15))]),
    # Counted on over 180.
    "eastland-1900": ("eastland", "1900-01-01", f"{SPLIT - 1}-12-31", [ring(
        (50, 30), (70, 30), (190, 60), (188, 70), (100, 76), (50, 60), (50, 36))]),
    "eastland-1960": ("eastland", f"{SPLIT}-01-01", "", [ring(
        (50, 30), (70, 30), (130, 45), (130, 73), (100, 76), (50, 60), (50, 36))]),
    "farland-1960": ("farland", f"{SPLIT}-01-01", "", [ring((130, 45), (190, 60), (188, 70), (130, 73))]),
    "westland-1900": ("westland", "1900-01-01", "", [ring((-165, 55), (-60, 45), (-55, 60), (-160, 70))]),
    "southland-1900": ("southland", "1900-01-01", "", [ring((-70, -20), (-40, -20), (-40, 5), (-70, 5))]),
    # Once around the pole.
    "iceland-1900": ("iceland", "1900-01-01", "", [ring((-150, -72), (-60, -68), (30, -70), (120, -67), (170, -75))]),
    "midland-1900": ("midland", "1900-01-01", "", [ring(
        (0, 0), (40, 0), (40, 5), (42, 5), (42, 15), (40, 15), (40, 30 - SLIT), (0, 30 - SLIT)), LAKE, ENCLAVE]),
    "upland-1900": ("upland", "1900-01-01", "", [ring(
        (40, 0), (70, 0), (70, 30), (50, 30), (44, 30), (40, 30), (40, 15), (40, 5))]),
    "northland-1900": ("northland", "1900-01-01", "", [ring(
        (0, 30), (40, 30), (44, 30), (44, 36), (50, 36), (50, 60), (0, 60))]),
    "tinytown-1900": ("tinytown", "1900-01-01", "", [ENCLAVE]),
}  # fmt: skip

PLACES = {
    "midland": (12.0, 8.0), "upland": (60.0, 12.0), "northland": (20.0, 45.0), "eastland": (75.0, 50.0),
    "farland": (-175.0, 64.0), "westland": (-110.0, 58.0), "southland": (-55.0, -8.0), "tidelands": (179.0, -17.0),
    "iceland": (0.0, -80.0), "tinytown": (10.002, 20.003),
}  # fmt: skip

PERIODS = {"1900": "1900", "1950": "1950", "2000": "2000"}

OWNERS = {
    "1900": {"midland": "crown", "upland": "league", "northland": "crown", "eastland": "union", "westland": "states",
             "southland": "league", "tidelands": "crown", "tinytown": "free-city"},
    "1950": {"midland": "crown", "upland": "league", "northland": "union", "eastland": "union", "westland": "states",
             "southland": "states", "tidelands": "states", "tinytown": "free-city"},
    "2000": {"midland": "league", "upland": "crown", "northland": "union", "eastland": "union", "farland": "states",
             "westland": "states", "southland": "", "tidelands": "league", "tinytown": "free-city"},
}  # fmt: skip
"""By year; Iceland is nobody's, and of Southland in 2000 the data set has no value."""

FACTIONS = {"crown": "The Crown", "league": "The League", "union": "The Union", "states": "The States",
            "free-city": "The Free City"}  # fmt: skip


def write_world(path: Path) -> Folder:
    """Write the atlas into a folder that is not there yet."""
    folder = Folder(path)
    _write_shapes(folder)
    _table(folder, "periods.csv", "period_id,label,start,end,edtf",
           *(f"{one},{label},{one}-01-01,{one}-12-31,{one}" for one, label in PERIODS.items()))  # fmt: skip
    # As a spreadsheet writes it: an empty column, rows of commas, a byte order mark.
    _table(
        folder, "sides.csv", "side_id,name,colour,sign,order,,", "states,states,#5f7186,circle,1,,", ",,,,,,", bom=True
    )
    # In another order of columns, and without colours.
    _table(folder, "factions.csv", "kind,side,faction_id,short_name,name",
           *(f"government,states,{one},{name},{name}" for one, name in FACTIONS.items()))  # fmt: skip
    _table(folder, "sources.csv", "source_id,type,title,language,kind,independent,thin",
           "WD,dataset,World of Made-up States,en,scholarship,TRUE,no", "")  # fmt: skip
    places = [f"{one}-city,{one.title()} City,{one},{x},{y},capital,gazetteer" for one, (x, y) in PLACES.items()]
    _table(folder, "places.csv", "place_id,name,province_id,lon,lat,kind,position", *places)
    values = [f"{one},{year},{owner},WD" for year, owners in OWNERS.items() for one, owner in owners.items()]
    _table(folder, "observations.csv", "province_id,period_id,faction_id,source_id", *values)
    for file, columns in {
        "alliances.csv": "alliance_id,name,short_name",
        "claims.csv": "claim_id,sentence_id,faction_id,domain,role,scope,date,basis,statement,source_id",
        "scopes.csv": "claim_id,province_id,extent,named",
        "events.csv": "event_id,date,kind,statement,source_id", "event_claims.csv": "event_id,claim_id",
    }.items():  # fmt: skip
        _table(folder, file, columns)
    _describe(folder)
    return folder


def _write_shapes(folder: Folder) -> None:
    features = []
    for shape_id, (province_id, begins, ends, rings) in SHAPES.items():
        properties: dict[str, Any] = {
            "shape_id": shape_id, "province_id": province_id, "name": province_id.title(), "kind": "province",
            "valid_from": begins, "valid_to": ends or None, "boundary": "as-today",
            "capital_place_id": f"{province_id}-city", "note": float("nan"),
            "made_from": "eastland" if province_id == "farland" else None,
            "disputed_with": "upland" if province_id == "midland" else None,
        }  # fmt: skip
        geometry = {"type": "Polygon", "coordinates": rings}
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    text = json.dumps({"type": "FeatureCollection", "features": features})
    (folder.path / "provinces.geojson").write_text("\ufeff" + text, encoding="utf-8")


def _table(folder: Folder, file: str, *lines: str, bom: bool = False) -> None:
    text = ("\ufeff" if bom else "") + "\r\n".join(lines) + "\r\n"
    (folder.path / file).write_bytes(text.encode())


def _describe(folder: Folder) -> None:
    def change(content: Any) -> None:
        content["title"] = "A World of Countries (made up)"
        content["near_days"] = 0
        listed = {"name": "observations", "path": "observations.csv"}
        content["resources"] = [
            {"name": one["name"], "path": one["path"]} for one in content["resources"] if one["name"] != "observations"
        ] + [listed]

    folder.edit_json("datapackage.json", change)
