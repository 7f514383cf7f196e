"""One map of a printed figure: fills, lines, signs, codes and the scale bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pyproj
import shapely
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from geodata.figure.data import Panel, Subject
from geodata.figure.labels import Label, Placed, TextLine, box_of, place
from geodata.figure.page import INK, PAPER, QUIET, SIGN_SHARE, Paper, Pen
from geodata.frames import records
from geodata.looks import DISSENT, LINES, QUIET_LOOK, Look, capital_sign_name, look_of_both, sign_size
from geodata.shapes import Plane, alone, border_lines, claimed_twice, round_length
from geodata.telling import number, word

SIMPLIFY_POINTS = 0.12
"""Detail finer than a sixth of a hairline is left out, with shared edges kept."""

LARGE_SIGNS = 1.5
"""How much larger signs of capitals are where the colouring is about them."""

CROWDED = 100
"""With more provinces than this a code is left out where it would lie on another one."""

SIGN_AIR = 1.0
"""Pixels that are kept free around a sign."""

ORDER = {"fill": 1.0, "area": 2.0, "halo": 3.0, "line": 4.0, "mark": 5.0, "sign": 7.0, "text": 9.0}


@dataclass(frozen=True)
class Ground:
    """What the maps of a figure stand on.

    Attributes
    ----------
    plane : Plane
        A flat one.
    bounds : tuple of float
        West, south, east and north of all maps, in metres.
    """

    plane: Plane
    bounds: tuple[float, float, float, float]

    @property
    def crs(self) -> pyproj.CRS:
        """The projection, in metres."""
        return self.plane.crs

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
        Whether capitals and areas of parts are shown.
    signs : float
        How large the signs of capitals are, 1 being as usual.
    """

    fill: Callable[[Mapping[str, object]], Look | None]
    code: Callable[[Mapping[str, object]], Sequence[str]]
    emphasised: frozenset[str] = frozenset()
    marks: bool = True
    signs: float = 1.0


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
    shapes = ground.plane.in_metres(panel.provinces.assign(geometry=alone(panel.provinces)))
    simple = shapely.coverage_simplify(shapes.geometry.to_numpy(), SIMPLIFY_POINTS * metres)
    shapes = shapes.assign(geometry=simple)
    calls = {call["province_id"]: call for call in records(panel.calls.drop(columns="geometry"))}
    areas: dict[str, BaseGeometry] = dict(zip(shapes["province_id"], shapes.geometry, strict=True))
    for province_id, area in areas.items():
        pen.fill(area, sheet.fill(calls[province_id]) or QUIET_LOOK, ORDER["fill"])
    _draw_disputed(pen, panel, calls, ground, sheet)
    if sheet.marks and subject.colour != "capital":
        _draw_areas(pen, ground.plane.in_metres(panel.areas), subject)
    _draw_lines(pen, shapes, ground.plane.in_metres(panel.announced), metres)
    for province_id in sorted(sheet.emphasised & areas.keys()):
        pen.styled(areas[province_id].boundary, LINES["chosen"], ORDER["mark"], ORDER["mark"])
    taken = _draw_signs(pen, panel, subject, calls, ground, sheet.signs) if sheet.marks else shapely.Polygon()
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
    labels = {0.0: number(0), 1.0: word("scale", length=length / 1000)}
    for share, text in labels.items():
        pen.text(x + length * share, y + half + letters * 0.45 * metres, text, letters, align="center", colour=QUIET)


def _draw_disputed(
    pen: Pen, panel: Panel, calls: Mapping[str, Mapping[str, object]], ground: Ground, sheet: Sheet
) -> None:
    """Land that two provinces claim, in the looks of both."""
    ids = list(panel.provinces["province_id"])
    for one, other, land in claimed_twice(panel.provinces):
        (drawn,) = ground.plane.in_metres(gpd.GeoDataFrame(geometry=[land], crs="EPSG:4326")).geometry
        looks = [sheet.fill(calls[ids[place]]) or QUIET_LOOK for place in (one, other)]
        pen.fill(drawn, look_of_both(*looks), ORDER["fill"])
        pen.styled(drawn.boundary, LINES["area"], ORDER["area"], ORDER["area"])


def _draw_areas(pen: Pen, areas: gpd.GeoDataFrame, subject: Subject) -> None:
    """Parts of provinces, each in the look of what is told of it, the larger below the smaller."""
    for area in records(areas):
        pen.fill(area["geometry"], subject.style.look(area), ORDER["area"])
        pen.styled(area["geometry"].boundary, LINES["area"], ORDER["area"], ORDER["area"])


def _draw_lines(pen: Pen, shapes: gpd.GeoDataFrame, announced: gpd.GeoDataFrame, metres: float) -> None:
    for kind, lines in border_lines(shapes).items():
        pen.styled(lines, LINES[kind], ORDER["halo"], ORDER["line"])
    for outline in shapely.simplify(announced.geometry.boundary.to_numpy(), SIMPLIFY_POINTS * metres):
        pen.styled(outline, LINES["announced"], ORDER["halo"], ORDER["line"])


def _draw_signs(
    pen: Pen, panel: Panel, subject: Subject, calls: Mapping[str, Mapping[str, object]], ground: Ground, size: float
) -> BaseGeometry:
    """The signs of capitals; gives what they cover, in metres."""
    to_plane = pyproj.Transformer.from_crs("EPSG:4326", ground.crs, always_xy=True)
    small = Pen(pen.axes, pen.unit * SIGN_SHARE * size, pen.pixel * SIGN_SHARE * size)
    covered: list[BaseGeometry] = []
    places = subject.places.set_index("place_id")
    for province_id, place_id in zip(panel.provinces["province_id"], panel.provinces["capital_place_id"], strict=True):
        if not place_id:
            continue
        x, y = to_plane.transform(float(places.loc[place_id, "lon"]), float(places.loc[place_id, "lat"]))
        pieces = subject.signs.pieces[capital_sign_name(calls[province_id])]
        small.sign(pieces, x, y, ORDER["sign"])
        covered.append(shapely.Point(x, y).buffer((sign_size(pieces) / 2 + SIGN_AIR) * small.unit))
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

    covered = [points(taken)]
    for province_id in sorted(areas, key=lambda one: areas[one].area):
        call = calls[province_id]
        codes = [text for text in sheet.code(call) if text]
        if call["claims_against"] and sheet.marks:
            codes = [*codes, DISSENT]
        name = str(call["name"]) if paper.names else ""
        choices = _choices(codes, name, paper.letters)
        if not choices:
            continue
        area = points(areas[province_id])
        placed = place(area, choices, _near(area, covered), crowded=len(areas) > CROWDED)
        if placed is None:
            continue
        covered.append(box_of(placed, 0.5))
        quiet = sheet.fill(call) is None
        _write(pen, placed, metres, quiet)


def _near(area: BaseGeometry, covered: Sequence[BaseGeometry]) -> BaseGeometry:
    """What is covered in the surroundings of a province: of thousands of labels the others are nothing to it."""
    around = shapely.box(*area.bounds)
    bounds = shapely.bounds(covered)
    west, south, east, north = around.buffer(
        max(around.bounds[2] - around.bounds[0], around.bounds[3] - around.bounds[1])
    ).bounds
    beside = (bounds[:, 0] <= east) & (bounds[:, 2] >= west) & (bounds[:, 1] <= north) & (bounds[:, 3] >= south)
    return shapely.union_all(np.asarray(covered, dtype=object)[beside])


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
