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
    >>> held = hatch(box(0, 0, 100, 100), Look("held", ("#aa0000",)), pixel=1)
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

    grounds = [mark for mark in piece.marks if isinstance(mark, Rectangle)]
    inks: list[Ink] = _fills(area, inside, grounds, cells, back) if grounds else [Fill(area, WHITE)]
    dots = [mark for mark in piece.marks if isinstance(mark, Dot)]
    strokes = [mark for mark in piece.marks if isinstance(mark, Stroke)]
    # An area too small for any mark has one in its middle.
    for mark in dots:
        centres = _dots(inside, mark, cells)
        if len(centres):
            inks.append(Dots(shapely.get_coordinates(back(shapely.MultiPoint(centres))), mark.radius, mark.colour))
    if dots and not any(isinstance(ink, Dots) for ink in inks):
        middle = shapely.MultiPoint([_middle(inside)])
        inks.append(Dots(shapely.get_coordinates(back(middle)), dots[0].radius, dots[0].colour))
    for stroke in strokes:
        whole = _whole_strokes(inside, stroke, cells)
        if not whole.is_empty:
            inks.append(Lines(back(whole), stroke.width, stroke.colour))
    if strokes and not any(isinstance(ink, Lines) for ink in inks):
        inks.append(Lines(back(_in_the_middle(inside, strokes[0])), strokes[0].width, strokes[0].colour))
    return inks


def _cells(inside: BaseGeometry, piece: Tile) -> Cells:
    """Upper left corners of the tiles that the area touches."""
    west, south, east, north = inside.bounds
    columns = np.arange(np.floor(west / piece.width), np.ceil(east / piece.width)) * piece.width
    rows = np.arange(np.floor(south / piece.height), np.ceil(north / piece.height)) * piece.height
    x, y = (values.ravel() for values in np.meshgrid(columns, rows))
    touched = shapely.intersects(inside, shapely.box(x, y, x + piece.width, y + piece.height))
    corners: Cells = np.column_stack([x, y])[touched]
    return corners


def _fills(
    area: BaseGeometry,
    inside: BaseGeometry,
    grounds: list[Rectangle],
    cells: Cells,
    back: Callable[[BaseGeometry], BaseGeometry],
) -> list[Ink]:
    """The first colour under everything, the others on top: no hairline shows between them."""
    colours = list(dict.fromkeys(one.colour for one in grounds))
    fills: list[Ink] = [Fill(area, colours[0])]
    for colour in colours[1:]:
        boxes = [
            shapely.box(
                cells[:, 0] + one.x,
                cells[:, 1] + one.y,
                cells[:, 0] + one.x + one.width,
                cells[:, 1] + one.y + one.height,
            )
            for one in grounds
            if one.colour == colour
        ]
        part = _polygons(shapely.intersection(shapely.union_all(np.concatenate(boxes)), inside))
        if not part.is_empty:
            fills.append(Fill(back(part), colour))
    return fills


def _dots(inside: BaseGeometry, mark: Dot, cells: Cells) -> Cells:
    """Whole dots only."""
    centres: Cells = cells + np.array([mark.x, mark.y])
    room = inside.buffer(-mark.radius)
    kept: Cells = centres[shapely.contains_xy(room, centres[:, 0], centres[:, 1])]
    return kept


def _whole_strokes(inside: BaseGeometry, mark: Stroke, cells: Cells) -> BaseGeometry:
    """Whole marks only: half a cross is none."""
    shape = shapely.MultiLineString([list(line) for line in mark.lines])
    points = shapely.get_num_coordinates(shape)
    copies = shapely.transform(np.repeat(shape, len(cells)), lambda at: at + np.repeat(cells, points, axis=0))
    kept = copies[shapely.contains(inside.buffer(-mark.width / 2), copies)]
    return shapely.MultiLineString([line for copy in kept for line in copy.geoms])


def _in_the_middle(inside: BaseGeometry, mark: Stroke) -> BaseGeometry:
    """What fits of one mark where there is most room."""
    shape = shapely.MultiLineString([list(line) for line in mark.lines])
    west, south, east, north = shape.bounds
    x, y = _middle(inside)
    moved = affinity.translate(shape, x - (west + east) / 2, y - (south + north) / 2)
    parts = [part for part in shapely.get_parts(shapely.intersection(moved, inside)) if part.geom_type == "LineString"]
    return shapely.MultiLineString(parts)


def _middle(inside: BaseGeometry) -> tuple[float, float]:
    x, y = shapely.get_coordinates(shapely.maximum_inscribed_circle(inside))[0]
    return float(x), float(y)


def _polygons(shape: BaseGeometry) -> BaseGeometry:
    """An intersection may hold points and lines where outlines touch."""
    parts: Iterable[BaseGeometry] = shapely.get_parts(shape)
    return shapely.MultiPolygon([part for part in parts if part.geom_type == "Polygon" and not part.is_empty])
