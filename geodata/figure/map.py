"""One map of a printed figure: fills, lines, signs, codes and the scale bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import pyproj
import shapely
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from geodata.figure.data import Panel, Subject
from geodata.figure.labels import Label, Placed, TextLine, box_of, place
from geodata.figure.page import INK, LINE, PAPER, QUIET, SIGN_SHARE, Paper, Pen
from geodata.frames import records
from geodata.looks import Look, capital_sign_name
from geodata.shapes import border_lines, round_length
from geodata.telling import word

SIMPLIFY_POINTS = 0.12
"""Detail finer than a sixth of a hairline is left out, with shared edges kept."""

UNCHANGED = "#e6e8eb"
SIGN_PIXELS = 8.0
CHANGED_SIGN_PIXELS = 11.0
POCKET_PIXELS = 6.0

ORDER = {"fill": 1.0, "halo": 3.0, "line": 4.0, "mark": 5.0, "pocket": 6.0, "sign": 7.0, "text": 9.0}


@dataclass(frozen=True)
class Ground:
    """What the maps of a figure stand on.

    Attributes
    ----------
    crs : pyproj.CRS
        Equal-area, in metres.
    bounds : tuple of float
        West, south, east and north of all maps, in metres.
    """

    crs: pyproj.CRS
    bounds: tuple[float, float, float, float]

    @property
    def aspect(self) -> float:
        """Height by width."""
        west, south, east, north = self.bounds
        return (north - south) / (east - west)


@dataclass(frozen=True)
class Sheet:
    """How a map is painted.

    Attributes
    ----------
    fill : callable
        Gives a look for a call, or None for the quiet ground of what did not change.
    code : callable
        Gives the text printed in a province.
    emphasised : frozenset of str
        Provinces with a heavier outline.
    marks : bool
        Whether capitals and pockets are shown.
    """

    fill: Callable[[Mapping[str, object]], Look | None]
    code: Callable[[Mapping[str, object]], Sequence[str]]
    emphasised: frozenset[str] = frozenset()
    marks: bool = True


def draw_map(pen: Pen, panel: Panel, subject: Subject, ground: Ground, sheet: Sheet, paper: Paper) -> None:
    """Draw the map of a period on axes in metres.

    Parameters
    ----------
    pen : Pen
    panel : Panel
    subject : Subject
    ground : Ground
    sheet : Sheet
    paper : Paper
    """
    metres = pen.unit / pen.pixel  # of a point
    shapes = panel.provinces.to_crs(ground.crs)
    simple = shapely.coverage_simplify(shapes.geometry.to_numpy(), SIMPLIFY_POINTS * metres)
    shapes = shapes.assign(geometry=simple)
    calls = {call["province_id"]: call for call in records(panel.calls.drop(columns="geometry"))}
    areas: dict[str, BaseGeometry] = dict(zip(shapes["province_id"], shapes.geometry, strict=True))
    for province_id, area in areas.items():
        look = sheet.fill(calls[province_id])
        if look is None:
            pen.area(area, UNCHANGED, ORDER["fill"])
        else:
            pen.fill(area, look, ORDER["fill"])
    _draw_lines(pen, shapes, panel.announced.to_crs(ground.crs), metres)
    for province_id in sorted(sheet.emphasised & areas.keys()):
        pen.line(areas[province_id].boundary, LINE, 2.8, ORDER["mark"])
    taken = _draw_marks(pen, panel, subject, calls, ground) if sheet.marks else shapely.Polygon()
    _write_codes(pen, areas, calls, sheet, paper, metres, taken)


def draw_scale(pen: Pen, ground: Ground, land: BaseGeometry, letters: float) -> None:
    """Draw the scale bar in the emptiest corner.

    Parameters
    ----------
    pen : Pen
    ground : Ground
    land : shapely geometry
        What is drawn, in metres.
    letters : float
        Size of the letters in points.
    """
    west, south, east, north = ground.bounds
    metres = pen.unit / pen.pixel
    length = round_length((east - west) * 0.26 / 1000) * 1000
    height = letters * 2.1 * metres
    corners = [
        (x, y) for y in (south, north - height) for x in (east - length - 3 * letters * metres, west + letters * metres)
    ]
    x, y = min(
        corners, key=lambda corner: shapely.box(*corner, corner[0] + length, corner[1] + height).intersection(land).area
    )
    y += letters * 0.5 * metres
    half = 2.2 * pen.unit
    pen.area(shapely.box(x, y - half, x + length, y + half), INK, ORDER["sign"])
    inner = half * 0.55
    pen.area(shapely.box(x + length / 2, y - inner, x + length - inner, y + inner), PAPER, ORDER["sign"])
    labels = {0.0: "0", 1.0: word("scale", length=f"{length / 1000:g}")}
    for share, text in labels.items():
        pen.text(x + length * share, y + half + letters * 0.45 * metres, text, letters, align="center", colour=QUIET)


def _draw_lines(pen: Pen, shapes: gpd.GeoDataFrame, announced: gpd.GeoDataFrame, metres: float) -> None:
    lines = border_lines(shapes)
    styles: dict[str, tuple[float, tuple[float, ...]]] = {
        "as-today": (1.0, ()), "approximate": (1.2, (5.0, 3.0)), "outer": (1.8, ()),
    }  # fmt: skip
    for kind, (width, dashes) in styles.items():
        if kind in lines:
            pen.line(lines[kind], PAPER, 3.2 if kind != "outer" else 3.6, ORDER["halo"])
            pen.line(lines[kind], LINE, width, ORDER["line"], dashes)
    for outline in shapely.simplify(announced.geometry.boundary.to_numpy(), SIMPLIFY_POINTS * metres):
        pen.line(outline, PAPER, 2.6, ORDER["halo"])
        pen.line(outline, LINE, 1.6, ORDER["line"], (0.1, 4.0), round_ends=True)


def _draw_marks(
    pen: Pen, panel: Panel, subject: Subject, calls: Mapping[str, Mapping[str, object]], ground: Ground
) -> BaseGeometry:
    """Pockets and capitals; gives what they cover, in metres."""
    to_plane = pyproj.Transformer.from_crs("EPSG:4326", ground.crs, always_xy=True)
    small = Pen(pen.axes, pen.unit * SIGN_SHARE, pen.pixel * SIGN_SHARE)
    covered: list[BaseGeometry] = []
    for pocket in panel.pockets:
        x, y = to_plane.transform(pocket.lon, pocket.lat)
        small.pocket(x, y, subject.style.faction_look(pocket.faction_id).colours[0], ORDER["pocket"])
        covered.append(shapely.Point(x, y).buffer(POCKET_PIXELS * small.unit))
    places = subject.places.set_index("place_id")
    for province_id, place_id in zip(panel.provinces["province_id"], panel.provinces["capital_place_id"], strict=True):
        if not place_id:
            continue
        x, y = to_plane.transform(float(places.loc[place_id, "lon"]), float(places.loc[place_id, "lat"]))
        call = calls[province_id]
        name = capital_sign_name(str(call["capital_status"]), bool(call["capital_changed_hands"]))
        small.sign(name, x, y, ORDER["sign"])
        radius = CHANGED_SIGN_PIXELS if name.endswith("-changed") else SIGN_PIXELS
        covered.append(shapely.Point(x, y).buffer(radius * small.unit))
    return shapely.union_all(covered)


def _write_codes(
    pen: Pen,
    areas: Mapping[str, BaseGeometry],
    calls: Mapping[str, Mapping[str, object]],
    sheet: Sheet,
    paper: Paper,
    metres: float,
    taken: BaseGeometry,
) -> None:
    """Small provinces first: they have the fewest places to choose from."""

    def points(shape: BaseGeometry) -> BaseGeometry:
        return affinity.scale(shape, 1 / metres, 1 / metres, origin=(0, 0))

    covered = points(taken)
    for province_id in sorted(areas, key=lambda one: areas[one].area):
        call = calls[province_id]
        codes = [text for text in sheet.code(call) if text]
        name = str(call["name"]) if paper.names else ""
        choices = _choices(codes, name, paper.letters)
        if not choices:
            continue
        placed = place(points(areas[province_id]), choices, covered)
        covered = shapely.union(covered, box_of(placed, 0.5))
        quiet = sheet.fill(call) is None
        _write(pen, placed, metres, quiet)


def _choices(codes: Sequence[str], name: str, letters: float) -> list[Label]:
    """From name and code in full size to the code alone, small; names of one province never crowd out a code."""
    bold = letters * 0.92
    named = [TextLine(name, letters * 0.78)] if name else []
    whole = [TextLine("".join(codes), bold, "bold")] if codes else []
    split = [TextLine(code, bold, "bold") for code in codes]
    stacks = [[*named, *whole]]
    if len(codes) > 1:
        stacks += [[*named, *split], whole, split]
    elif codes:
        stacks.append(whole)
    sized = [(stack, share) for stack in stacks for share in (1, 0.88)]
    if codes:
        sized.append((split, 0.78))
    return [
        Label(tuple(replace(line, letters=line.letters * share) for line in stack)) for stack, share in sized if stack
    ]


def _write(pen: Pen, placed: Placed, metres: float, quiet: bool) -> None:
    for line, above in zip(placed.label.lines, placed.label.baselines(), strict=True):
        pen.text(
            placed.x * metres,
            (placed.y + above) * metres,
            line.text,
            line.letters,
            ORDER["text"],
            weight=line.weight,
            colour=QUIET if quiet else INK,
            align="center",
            halo=True,
        )
