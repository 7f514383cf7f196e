"""Looks for print: the tiles of `geodata.looks` as plain shapes, cut to an area, without transparency or clipping.

Hatches of matplotlib have one colour and a fixed size. These shapes are what the dashboard draws, tile for tile, and
stay editable in a drawing program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from geodata.looks import WHITE, Dot, Look, Rectangle, Stroke, Tile, tile

Cells = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Fill:
    """An area in one colour."""

    area: BaseGeometry
    colour: str


@dataclass(frozen=True)
class Dots:
    """Circles of one colour and radius (pixels), all wholly inside the area."""

    points: npt.NDArray[np.float64]
    radius: float
    colour: str


@dataclass(frozen=True)
class Lines:
    """Lines of one colour and width (pixels)."""

    lines: BaseGeometry
    width: float
    colour: str


Ink = Fill | Dots | Lines


def hatch(
    area: BaseGeometry,
    look: Look,
    pixel: float,
    upwards: bool = True,
    origin: tuple[float, float] = (0, 0),
) -> list[Ink]:
    """Fill an area with a look.

    Parameters
    ----------
    area : shapely geometry
        Polygon or MultiPolygon in plane coordinates.
    look : Look
    pixel : float
        Length of a pixel of the texture in those coordinates.
    upwards : bool, optional
        Whether y grows upwards.
    origin : tuple of float, optional
        Where the texture starts. Areas with the same origin have textures that run on over their borders, as on the
        screen.

    Returns
    -------
    list of Fill, Dots or Lines
        In drawing order, in the coordinates of `area`.

    Examples
    --------
    >>> from shapely.geometry import box
    >>> held = hatch(box(0, 0, 100, 100), Look("held", ("#aa0000",), ("plain",)), pixel=1)
    >>> [(ink.colour, ink.area.area) for ink in held]
    [('#aa0000', 10000.0)]
    """
    piece = tile(look)
    angle = -piece.rotation
    flip = -1.0 if upwards else 1.0
    inside = affinity.scale(affinity.translate(area, -origin[0], -origin[1]), 1 / pixel, flip / pixel, origin=(0, 0))
    inside = affinity.rotate(inside, angle, origin=(0, 0))
    shapely.prepare(inside)
    cells = _cells(inside, piece)

    def back(shape: BaseGeometry) -> BaseGeometry:
        turned = affinity.rotate(shape, -angle, origin=(0, 0))
        return affinity.translate(affinity.scale(turned, pixel, flip * pixel, origin=(0, 0)), *origin)

    grounds = _grounds(piece)
    inks: list[Ink] = _fills(area, inside, grounds, cells, back) if grounds else [Fill(area, WHITE)]
    for mark in piece.marks:
        if isinstance(mark, Dot):
            colour = blend(mark.colour, _ground_at(grounds, mark.x, mark.y), mark.opacity)
            centres = _dots(inside, mark, cells)
            if len(centres):
                points = back(shapely.MultiPoint(centres))
                inks.append(Dots(shapely.get_coordinates(points), mark.radius, colour))
        elif isinstance(mark, Stroke):
            x1, y1, x2, y2 = mark.segments[0]
            colour = blend(mark.colour, _ground_at(grounds, (x1 + x2) / 2, (y1 + y2) / 2), mark.opacity)
            lines = _strokes(inside, mark, piece, cells)
            if not lines.is_empty:
                inks.append(Lines(back(lines), mark.width, colour))
    return inks


def blend(colour: str, ground: str, opacity: float) -> str:
    """The colour that a colour of some opacity has on a ground.

    Examples
    --------
    >>> blend("#000000", "#ffffff", 0.2)
    '#cccccc'
    """
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(ground[1:]), strict=True)
    return "#" + "".join(f"{round(top * opacity + below * (1 - opacity)):02x}" for top, below in pairs)


def _cells(inside: BaseGeometry, piece: Tile) -> Cells:
    """Upper left corners of the tiles that the area touches."""
    west, south, east, north = inside.bounds
    columns = np.arange(np.floor(west / piece.width), np.ceil(east / piece.width)) * piece.width
    rows = np.arange(np.floor(south / piece.height), np.ceil(north / piece.height)) * piece.height
    x, y = (values.ravel() for values in np.meshgrid(columns, rows))
    touched = shapely.intersects(inside, shapely.box(x, y, x + piece.width, y + piece.height))
    corners: Cells = np.column_stack([x, y])[touched]
    return corners


def _grounds(piece: Tile) -> dict[tuple[float, float, float, float], str]:
    """The colour of each rectangle of a tile, with what lies below it mixed in."""
    grounds: dict[tuple[float, float, float, float], str] = {}
    for mark in piece.marks:
        if isinstance(mark, Rectangle):
            corners = (mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
            grounds[corners] = blend(mark.colour, grounds.get(corners, WHITE), mark.opacity)
    return grounds


def _ground_at(grounds: dict[tuple[float, float, float, float], str], x: float, y: float) -> str:
    return next((colour for (x1, y1, x2, y2), colour in grounds.items() if x1 <= x <= x2 and y1 <= y <= y2), WHITE)


def _fills(
    area: BaseGeometry,
    inside: BaseGeometry,
    grounds: dict[tuple[float, float, float, float], str],
    cells: Cells,
    back: Callable[[BaseGeometry], BaseGeometry],
) -> list[Ink]:
    """The first colour under everything, the others on top: no hairline shows between them."""
    colours = list(dict.fromkeys(grounds.values()))
    fills: list[Ink] = [Fill(area, colours[0])]
    for colour in colours[1:]:
        boxes = [
            shapely.box(cells[:, 0] + x1, cells[:, 1] + y1, cells[:, 0] + x2, cells[:, 1] + y2)
            for (x1, y1, x2, y2), one in grounds.items()
            if one == colour
        ]
        part = _areas(shapely.intersection(shapely.union_all(np.concatenate(boxes)), inside))
        if not part.is_empty:
            fills.append(Fill(back(part), colour))
    return fills


def _dots(inside: BaseGeometry, mark: Dot, cells: Cells) -> npt.NDArray[np.float64]:
    """Whole dots only; an area too small for any has one in its middle."""
    centres: Cells = cells + np.array([mark.x, mark.y])
    room = inside.buffer(-mark.radius)
    kept: Cells = centres[shapely.contains_xy(room, centres[:, 0], centres[:, 1])]
    if not len(kept):
        kept = shapely.get_coordinates(shapely.maximum_inscribed_circle(inside))[:1]
    return kept


def _strokes(inside: BaseGeometry, mark: Stroke, piece: Tile, cells: Cells) -> BaseGeometry:
    """Lines that run through the tile are cut at the border; marks within it stay whole, if any fits."""
    ends = np.array(mark.segments).reshape(-1, 2, 2)
    shapes = shapely.multilinestrings(
        [shapely.linestrings(ends + cell) for cell in cells]  # one mark a tile
    )
    through = bool(np.any((ends <= 0) | (ends >= (piece.width, piece.height))))
    if not through:
        whole = shapes[shapely.contains(inside, shapes)]
        if len(whole):
            return shapely.MultiLineString([line for shape in whole for line in shape.geoms])
        # Too small for a whole one: what fits of one in the middle.
        middle = shapely.get_coordinates(shapely.maximum_inscribed_circle(inside))[0]
        shapes = shapely.multilinestrings([shapely.linestrings(ends - ends.mean(axis=(0, 1)) + middle)])
    lines = shapely.intersection(shapely.line_merge(shapely.union_all(shapes)), inside)
    return _parts_of(lines, "LineString")


def _areas(shape: BaseGeometry) -> BaseGeometry:
    return _parts_of(shape, "Polygon")


def _parts_of(shape: BaseGeometry, kind: str) -> BaseGeometry:
    """An intersection may hold points where outlines touch."""
    parts: Iterable[BaseGeometry] = [
        part for part in shapely.get_parts(shape) if part.geom_type == kind and not part.is_empty
    ]
    return shapely.MultiPolygon(list(parts)) if kind == "Polygon" else shapely.MultiLineString(list(parts))
