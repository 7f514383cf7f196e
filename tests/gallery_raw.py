"""The raw files of the gallery, as messy as people have them: ``python -m tests.gallery_raw`` writes them anew.

With ``pictures`` behind it, the pictures of the gallery are drawn instead.

Countries, parties and everything that is told of them are made up; the land lies where there is sea, or nowhere.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.affinity import translate

import geodata
from benchmarks.made import subdivide
from tests.geodata.importing.raw import write_workbook

GALLERY = Path(__file__).parent.parent / "docs" / "gallery"
DIGITS = 5
"""Of a degree: about a metre."""

Random = np.random.Generator


def blob(x: float, y: float, wide: float, high: float, random: Random, points: int = 120) -> shapely.Polygon:
    """A land with a coast: an ellipse with waves of every length."""
    angles = np.linspace(0, 2 * np.pi, points, endpoint=False)
    waves = sum(
        random.normal(0, 0.3 / number**1.3) * np.cos(number * angles + random.uniform(0, 6)) for number in range(2, 16)
    )
    radius = 0.5 * (1 + np.clip(waves, -0.5, 0.6))
    return shapely.Polygon(np.column_stack([x + wide * radius * np.cos(angles), y + high * radius * np.sin(angles)]))


def divided(outline: shapely.Geometry, count: int, random: Random) -> list[shapely.Polygon]:
    """Units that fit together, from west to east."""
    found = [shapely.transform(one, lambda at: np.round(at, DIGITS)) for one in subdivide(outline, count, random)]
    return sorted(found, key=lambda one: float(one.centroid.x))


def place_in(outline: shapely.Geometry, shape: shapely.Geometry) -> tuple[float, float]:
    """Where a unit lies in a land: 0 to 1 from west to east, and from south to north."""
    west, south, east, north = outline.bounds
    point = shape.centroid
    return (point.x - west) / (east - west), (point.y - south) / (north - south)


# The Marches: districts by day, in metres and in a workbook.

DISTRICTS = (
    "Arvelle", "Bremlo", "Corrask", "Dunvey", "Eskarra", "Fenloy", "Gorrun", "Halvask", "Istrem", "Jorvalle",
    "Kell Moor", "Lunneth", "Marrowin", "Marroway", "Nethrun", "Ollarn", "Pellask", "Querrel", "Rasmurn", "Selvarn",
    "Saint Orla", "Torrask", "Ulvenn", "Vannok", "Wendrel", "Yarrimm", "Zellow", "Ómmerin",
)  # fmt: skip

DAYS = [date(1926, 3, day) for day in (1, 4, 5, 10, 18, 24)]
"""Days on which somebody looked: not evenly, as it comes."""

MISSPELT = {"Kell Moor": "Kelmoor", "Marrowin": "Marowin", "Ómmerin": "Ommerin", "Querrel": "Querell"}

HOLDERS: Mapping[str, tuple[str, ...]] = {
    "Crown": ("Crown", "the Crown", "CROWN "),
    "League": ("League", "League", "Lge."),
    "River Council": ("River Council", "River Cncl"),
    "Hill Council": ("Hill Council",),
    "Salt Guild": ("Salt Guild", "salt guild"),
    "Harbour Union": ("Harbour Union",),
    "Old Guard": ("Old Guard",),
    "Young Guard": ("Young Guard",),
    "Border Riders": ("Border Riders", "Riders (border)"),
    "Free Companies": ("Free Companies", "Free Co's"),
    "Northern Column": ("Northern Column",),
    "Orla Volunteers": ("Orla Volunteers",),
    "Toll Farmers": ("Toll Farmers",),
}
"""Thirteen, one more than can be told apart by hue alone; each as it is written in the sheet."""


def marches(folder: Path) -> None:
    """Districts of a land in a GeoPackage with a layer too many, and who held them in a workbook."""
    random = np.random.default_rng(1926)
    land = blob(-24, -38, 3.4, 2.4, random)
    shapes = divided(land, len(DISTRICTS), random)
    names = [DISTRICTS[number] for number in range(len(shapes))]
    names[25] = "Saint Orla"
    where = [place_in(land, shape) for shape in shapes]
    # Two of one name: the regions tell them apart.
    regions = [("West " if x < 0.5 else "East ") + ("Downs" if y > 0.5 else "Coast") for x, y in where]
    # Drawn by another hand: three metres are missing all around.
    shapes[11] = shapes[11].buffer(-0.00003)
    frame = gpd.GeoDataFrame(
        {"DISTRICT": [f"{name} " if number % 9 == 4 else name for number, name in enumerate(names)], "REGION": regions},
        geometry=shapes,
        crs="EPSG:4326",
    )
    (folder / "marches.gpkg").unlink(missing_ok=True)
    frame.to_crs("EPSG:3857").to_file(folder / "marches.gpkg", layer="districts", SPATIAL_INDEX="NO")
    river = shapely.LineString([shape.centroid for shape in shapes[:12:3]])
    rivers = gpd.GeoDataFrame({"name": ["the Arv"]}, geometry=[river], crs="EPSG:4326")
    rivers.to_crs("EPSG:3857").to_file(folder / "marches.gpkg", layer="rivers", SPATIAL_INDEX="NO")
    rim = [unit for unit, (_, y) in enumerate(where) if y > 0.72 or y < 0.3 or unit in (8, 17)]
    header = ["District", "Region ", "Day", "Held by ", "Seen by", "Checked", "Remarks"]
    rows: list[list[Any]] = [["Who held what, March 1926 (copy 3)"], [], header]
    for number, day in enumerate(DAYS):
        for unit, (name, region, at) in enumerate(zip(names, regions, where, strict=True)):
            holder = _holder_of(unit, at, number, rim)
            if name == "Zellow" or (unit * 7 + number * 3) % 23 == 0:
                holder = ""
            elif (unit, number) in ((9, 2), (12, 3), (15, 4)):
                holder = "Crown / League"
            written = HOLDERS[holder][(unit + number) % len(HOLDERS[holder])] if holder in HOLDERS else holder
            known = MISSPELT.get(name, name) if (unit + number) % 3 == 0 else name
            # Somebody typed some days by hand.
            typed: Any = day.strftime("%d.%m.%Y") if unit % 5 == 0 else day
            remark = "by hearsay" if (unit + 2 * number) % 29 == 5 else ""
            checked: Any = [True, "yes", 1, ""][(unit + number) % 4]
            rows.append([f"{known} " if unit % 6 == 1 else known, region, typed, written, "riders", checked, remark])
            if (unit * 5 + number) % 31 == 7 and holder in HOLDERS:
                other = "League" if holder == "Crown" else "Crown"
                rows.append([known, region, typed, other, "gazette", "", ""])
        rows += [[], ["Total", "", day, f"{len(names)} districts"]]
    # One row was copied twice.
    rows.append(rows[5])
    write_workbook(folder / "who-held-what.xlsx", rows)


def _holder_of(unit: int, at: tuple[float, float], day: int, rim: Sequence[int]) -> str:
    others = [one for one in HOLDERS if one not in ("Crown", "League")]
    if unit in rim:
        # The rim keeps to itself, until the League comes.
        return others[rim.index(unit) % len(others)] if at[0] > 0.09 * day else "League"
    return "League" if at[0] < 0.22 + 0.09 * day else "Crown"


# Tessera: countries with lifetimes, over 180° and around a pole, and a wide table.

YEARS = (1900, 1920, 1946, 1975, 2010)
STILL = "2019-12-31"
"""How the file of shapes writes "still so"."""

BEGIN = "1890-01-01"

CONTINENTS: Mapping[str, tuple[tuple[float, float, float, float], tuple[str, ...]]] = {
    "Hither Land": ((-95, 28, 86, 58), ("Orrenland", "Tavia", "Mirrowen", "Costelna", "Guinelle", "Harrast")),
    "Nether Land": ((-38, -30, 60, 46), ("Ysmark", "Pellandia", "Brassumel", "Guinelle")),
    "Midland": ((32, 24, 84, 62), ("Sarn", "Ostravar", "Veleny", "Kharrow", "Lumeria", "Dravenn", "Tollumark")),
    "Further Land": ((152, 34, 84, 56), ("Norvask", "Iskalder", "Maruvenn", "Quillon", "Sundaril")),
}


def tessera(folder: Path) -> None:
    """Countries of a world in TopoJSON, and their blocs in a semicolon-separated table with a column a year."""
    random = np.random.default_rng(180)
    rows: list[dict[str, Any]] = []
    for continent, (spot, names) in CONTINENTS.items():
        shapes = divided(blob(*spot, random), len(names), random)
        rows += [
            {"CODE": f"{continent[0]}{number:02d}", "COUNTRY": name, "PART": continent, "shape": shape}
            for number, (name, shape) in enumerate(zip(names, shapes, strict=True), start=1)
        ]
    by_name = {(row["COUNTRY"], row["PART"]): row for row in rows}
    _hollow(by_name["Kharrow", "Midland"], rows)
    # Sarn falls in two in 1931, and Quillon takes in Maruvenn in 1958.
    sarn = by_name["Sarn", "Midland"]
    halves = divided(sarn["shape"], 2, random)
    sarn["shape"] = shapely.union_all(halves)
    rows += [
        {"CODE": f"M2{number}", "COUNTRY": name, "PART": "Midland", "shape": half, "BEGIN": "1931-05-01"}
        for number, (name, half) in enumerate(zip(("Upper Sarn", "Lower Sarn"), halves, strict=True))
    ]
    sarn["END"] = "1931-04-30"
    quillon, maruvenn = by_name["Quillon", "Further Land"], by_name["Maruvenn", "Further Land"]
    quillon["END"] = maruvenn["END"] = "1958-12-31"
    rows.append({**quillon, "BEGIN": "1959-01-01", "END": STILL, "shape": quillon["shape"].union(maruvenn["shape"])})
    # From 176° E to 178° W as many files have it: with a leap from one to the other.
    isles = [shapely.Polygon([(176, -20), (-179, -21), (-178, -16), (178, -15), (175.5, -17)])]
    rows.append({"CODE": "T01", "COUNTRY": "Tide Islands", "PART": "", "shape": isles[0]})
    coast = [(-150, -74), (-95, -70), (-60, -72), (-10, -69), (30, -71), (75, -68), (120, -70), (170, -76)]
    ice = shapely.Polygon(coast)
    rows.append({"CODE": "I01", "COUNTRY": "The Ice", "PART": "", "shape": ice})
    known = [{"BEGIN": BEGIN, "END": STILL, **row} for row in rows]
    _write_topojson(folder / "countries.topojson", known)
    _write_blocs(folder / "blocs.csv", known)


def _hollow(country: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    """A lake that is nobody's, and a free port of some ten kilometres, both within one country."""
    middle = country["shape"].representative_point()
    lake = translate(shapely.Point(0, 0).buffer(1.4, 6), middle.x, middle.y)
    port = shapely.box(middle.x + 2.6, middle.y, middle.x + 2.7, middle.y + 0.1)
    holes = [shapely.transform(one, lambda at: np.round(at, DIGITS)) for one in (lake, port)]
    country["shape"] = country["shape"].difference(shapely.union_all(holes))
    rows.append({"CODE": "M31", "COUNTRY": "Port Amity", "PART": "Midland", "shape": holes[1]})


def _write_blocs(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    told: dict[tuple[str, str], list[str]] = {}
    for number, row in enumerate(rows):
        spelt = {"Iskalder": "Iskaldr", "Port Amity": "Amity (port)"}.get(row["COUNTRY"], row["COUNTRY"])
        cells = told.setdefault((spelt, row["PART"]), [""] * len(YEARS))
        for place, year in enumerate(YEARS):
            if row["BEGIN"] <= f"{year}-06-30" <= row["END"] and row["COUNTRY"] != "The Ice":
                cells[place] = _bloc_of(number, row, year)
    told["World", ""] = [f"{len(rows)} countries", "", "", "", ""]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(["Country", "Part of the world", *(f"in {year}" for year in YEARS), ""])
    for key, cells in told.items():
        gone = [cell or ("-" if key[0] in ("Sarn", "Maruvenn") else "") for cell in cells]
        writer.writerow([*key, *gone, ""])
        if key[0] == "Tavia":
            writer.writerow([""] * 8)
    path.write_bytes(("\ufeff" + text.getvalue()).encode())


def _bloc_of(number: int, row: Mapping[str, Any], year: int) -> str:
    turn = (number * 5 + YEARS.index(year) * (1 + number % 3)) % 11
    if row["COUNTRY"] in ("Port Amity", "Tide Islands"):
        return "Mandate of the Concord" if year < 1950 else "unaligned "
    if (row["COUNTRY"], year) in (("Tollumark", 1946), ("Brassumel", 1975)):
        return "Concord/Compact"
    if turn == 10:
        return "n.d."
    if year < 1910 and turn in (3, 5, 8):
        return "Ostravar Empire"
    return ("Concord", "Compact", "unaligned", "Concord", "Compact", "Compact", "Concord ", "unaligned",
            "Compact", "CONCORD")[turn]  # fmt: skip


def _write_topojson(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """Arcs that neighbours share, cut where borders meet, on a grid of whole numbers."""
    step = 10**-DIGITS
    rings_of = [[[_grid(ring, step) for ring in rings] for rings in _rings(row["shape"])] for row in rows]
    meet = _junctions([ring for shape in rings_of for part in shape for ring in part])
    arcs: list[list[tuple[int, int]]] = []
    known: dict[tuple[tuple[int, int], ...], int] = {}

    def arc(points: list[tuple[int, int]]) -> int:
        if tuple(reversed(points)) in known:
            return ~known[tuple(reversed(points))]
        if tuple(points) not in known:
            known[tuple(points)] = len(arcs)
            arcs.append(points)
        return known[tuple(points)]

    geometries = [
        {
            "type": "MultiPolygon",
            "properties": {key: row[key] for key in ("CODE", "COUNTRY", "PART", "BEGIN", "END")},
            "arcs": [[[arc(piece) for piece in _pieces(ring, meet)] for ring in part] for part in shape],
        }
        for row, shape in zip(rows, rings_of, strict=True)
    ]
    steps = [[list(points[0]), *([b[0] - a[0], b[1] - a[1]] for a, b in pairwise(points))] for points in arcs]
    content = {
        "type": "Topology",
        "transform": {"scale": [step, step], "translate": [0, 0]},
        "objects": {"countries": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": steps,
    }
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _rings(shape: shapely.Geometry) -> list[list[Any]]:
    return [[part.exterior, *part.interiors] for part in shapely.get_parts(shape)]


def _grid(ring: Any, step: float) -> list[tuple[int, int]]:
    return [(round(x / step), round(y / step)) for x, y in shapely.get_coordinates(ring)]


def _junctions(rings: Sequence[list[tuple[int, int]]]) -> set[tuple[int, int]]:
    """Points where a border ends: other rings go on from there to elsewhere."""
    beside: dict[tuple[int, int], set[frozenset[tuple[int, int]]]] = {}
    for ring in rings:
        points = ring[:-1]
        for number, point in enumerate(points):
            around = frozenset((points[number - 1], points[(number + 1) % len(points)]))
            beside.setdefault(point, set()).add(around)
    return {point for point, around in beside.items() if len(around) > 1}


def _pieces(ring: list[tuple[int, int]], meet: set[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    points = ring[:-1]
    # A ring that meets nobody begins where its twin, a hole perhaps, begins too.
    first = next((number for number, point in enumerate(points) if point in meet), points.index(min(points)))
    turned = [*points[first:], *points[:first], points[first]]
    cuts = [number for number, point in enumerate(turned) if point in meet or number in (0, len(turned) - 1)]
    return [turned[one : other + 1] for one, other in pairwise(cuts)]


# The Keth: parishes, events along a front, and towns held by somebody.

PARISHES = (
    "Akkelmo", "Bovrinth", "Cathrume", "Dessiko", "Embrule", "Fothrin", "Gelvast", "Hossune", "Irvathe", "Juskel",
    "Kollumy", "Lethram", "Mostrue", "Nivvel", "Ossoway", "Pruthe", "Rugmoss", "Sivvane", "Tuskell", "Uthmore",
    "Vestrile", "Wothum",
)  # fmt: skip

MONTHS = [date(1938, month, 1) for month in range(4, 10)]
TOWNS = {"Gelvast Town": 6, "Irvathe": 8, "Lethram Quay": 11, "Ossoway Bridge": 14, "Sivvane": 17}
"""Each in a parish, by its number."""

WRITTEN: Mapping[str, tuple[str, ...]] = {
    "shore": ("Shore Army", "Shore Army", "SHORE ARMY", "Army of the Shore"),
    "hills": ("Hill Brigades", "Hill Bde.", "Hill Brigades "),
    "watch": ("Town Watch",),
    "": ("unknown gunmen", "villagers"),
}


def keth(folder: Path) -> None:
    """Parishes as GeoJSON, a table of events in Parquet, and towns by month with decimal commas."""
    random = np.random.default_rng(1938)
    land = blob(-150, -30, 0.72, 0.5, random)
    shapes = divided(land, len(PARISHES), random)
    frame = gpd.GeoDataFrame(
        {"parish_no": [f"P{number:03d}" for number in range(101, 101 + len(shapes))], "name": PARISHES[: len(shapes)]},
        geometry=shapes,
        crs="EPSG:4326",
    )
    frame.to_file(folder / "parishes.geojson", COORDINATE_PRECISION=DIGITS)
    events = [event for number in range(len(MONTHS)) for event in _events_of(number, land, shapes, random)]
    # What every such table has: no position, no day, no actor, a year mistyped, exchanged axes.
    events += [
        (None, None, "1938-05-02", "Shore Army"), (-150.0, -30.0, None, "Hill Brigades"),
        (-150.0, -30.0, "1938-06-01", None), (-150.0, -30.0, "1983-06-01", "Hill Bde."),
        (-30.0, -150.0, "1938-07-11", "Shore Army"), (-149.2, -30.0, "1938-07-12", "SHORE ARMY"),
    ]  # fmt: skip
    table = pd.DataFrame(events, columns=["longitude", "latitude", "day", "actor"])
    table.insert(0, "event_no", range(1, len(table) + 1))
    table.to_parquet(folder / "events.parquet", index=False)
    _write_towns(folder / "towns.csv", land, shapes)


def _front(month: int) -> float:
    """How far east the front stands, from 0 to 1."""
    return 0.3 + 0.09 * month


def _events_of(
    month: int, land: shapely.Geometry, shapes: Sequence[shapely.Geometry], random: Random
) -> list[tuple[float | None, float | None, str | None, str | None]]:
    """Many events near the front, few behind it, none far from it: that is where people are watched."""
    found: list[tuple[float | None, float | None, str | None, str | None]] = []
    for shape in shapes:
        east = place_in(land, shape)[0] - _front(month)
        many = int(random.poisson(max(0.0, 12 * (1 - abs(east) / 0.42))))
        share = 0.5 if abs(east) < 0.06 else 0.12
        own, other = ("shore", "hills") if east < 0 else ("hills", "shore")
        for _ in range(many):
            luck = random.random()
            actor = "" if luck > 0.94 else "watch" if luck > 0.9 else other if random.random() < share else own
            written = WRITTEN[actor][int(random.integers(len(WRITTEN[actor])))]
            point = _point_in(shape, random)
            day = MONTHS[month].replace(day=1 + int(random.integers(28)))
            found.append((*point, day.isoformat(), written))
    return found


def _point_in(shape: shapely.Geometry, random: Random) -> tuple[float, float]:
    west, south, east, north = shape.bounds
    while True:
        x, y = random.uniform(west, east), random.uniform(south, north)
        if shapely.contains_xy(shape, x, y):
            return round(x, 4), round(y, 4)


def _write_towns(path: Path, land: shapely.Geometry, shapes: Sequence[shapely.Geometry]) -> None:
    lines = ["Town;Lon;Lat;Month;Held by"]
    for name, parish in TOWNS.items():
        point = shapes[parish].representative_point()
        x, y = (f"{one:.4f}".replace(".", ",") for one in (point.x, point.y))
        for number, month in enumerate(MONTHS):
            west = place_in(land, shapes[parish])[0] < _front(number)
            holder = "shore army" if west else "hill brigades "
            if name == "Ossoway Bridge" and not west:
                holder = "town watch"
            if (parish + number) % 7 == 6:
                holder = ""
            lines.append(f"{name};{x};{y};{month:%m/%Y};{holder}")
        lines.append(";;;;")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


WRITERS: Mapping[str, Callable[[Path], None]] = {"marches": marches, "tessera": tessera, "keth": keth}

PICTURED = {"marches": "1926-03-18", "tessera": "1975", "keth": "1938-07"}
"""The stop of each that the gallery shows."""

DOTS_PER_INCH = 120


def main() -> None:
    """Write the raw files of all three, or the pictures of what came of them."""
    if sys.argv[1:] == ["pictures"]:
        for name, period in PICTURED.items():
            geodata.load(GALLERY / name / "atlas").plot(period).savefig(GALLERY / f"{name}.png", dpi=DOTS_PER_INCH)
        return
    for name, write in WRITERS.items():
        (GALLERY / name).mkdir(parents=True, exist_ok=True)
        write(GALLERY / name)


if __name__ == "__main__":
    main()
