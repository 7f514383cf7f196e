"""The paper of a printed figure: sizes, measured text, and a pen for looks, signs and lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import Stroke
from matplotlib.textpath import TextToPath
from matplotlib.transforms import IdentityTransform
from shapely.geometry.base import BaseGeometry

from geodata import looks
from geodata.figure.hatches import Dots, Fill, hatch
from geodata.looks import LineStyle, Look, Piece

MM = 72 / 25.4
Align = Literal["left", "center", "right"]
OTHER_SIDE: dict[Align, Align] = {"left": "right", "center": "center", "right": "left"}
INK = "#22252b"
QUIET = "#4d5159"
LINE = looks.INK["light"]
PAPER = looks.HALO["light"]
SIGN_SHARE = 0.85
"""Signs are a little smaller than on the screen."""
LEADING = 1.3
"""Distance of lines of text, in sizes of the letters."""

FROM_RIGHT = "\u202b"
"""Before a line whose words run from right to left, whatever its first word is. Nothing ends it: in a PDF a mark at the
end of such a line has a width."""

Weight = Literal["normal", "bold"]


@dataclass(frozen=True)
class Paper:
    """A size of paper; lengths in points.

    Attributes
    ----------
    width : float
    height : float or None
        None where the figure is as high as it must be.
    letters : float
        Size of plain text.
    pixel : float
        Length of a pixel of the screen: textures, signs and lines are drawn in pixels.
    names : bool
        Whether provinces are named where there is room.
    """

    width: float
    height: float | None
    letters: float
    pixel: float
    names: bool


PAPERS: dict[str, Paper] = {
    "column": Paper(90 * MM, None, 5.9, 0.5, names=False),
    "slide": Paper(960, 540, 9.6, 0.8, names=True),
    "poster": Paper(594 * MM, 420 * MM, 16, 1.5, names=True),
}
"""A column of a journal (90 mm; several maps take two columns), a slide (16:9) and a poster (A2)."""

TWO_COLUMNS = 185 * MM

NARROWEST_MAP = 40
"""Narrowest map, in letters, with signs and codes in full size."""

NAMED_MAP = 50
"""Narrowest map, in letters, with room for the names of provinces."""


def paper(size: str, maps: int) -> Paper:
    """Look up the paper for some maps.

    Parameters
    ----------
    size : {"column", "slide", "poster"}
    maps : int
        How many maps stand side by side.

    Raises
    ------
    ValueError
        If there is no such size.

    Examples
    --------
    >>> paper("column", 3).width > paper("column", 1).width
    True
    """
    if size not in PAPERS:
        raise ValueError(f"no size {size!r}; there are {', '.join(PAPERS)}")
    return replace(PAPERS[size], width=TWO_COLUMNS) if size == "column" and maps > 1 else PAPERS[size]


def for_map(sheet: Paper, width: float) -> Paper:
    """The paper as a map of some width takes it: on a small map all is smaller, and provinces are not named.

    Parameters
    ----------
    sheet : Paper
    width : float
        Of the map, in points.

    Examples
    --------
    >>> slide = PAPERS["slide"]
    >>> for_map(slide, 600) == slide, for_map(slide, 240).names
    (True, False)
    """
    share = min(1.0, width / (sheet.letters * NARROWEST_MAP))
    names = sheet.names and width >= sheet.letters * NAMED_MAP
    return replace(sheet, letters=sheet.letters * share, pixel=sheet.pixel * share, names=names)


def text_width(text: str, letters: float, weight: Weight = "normal") -> float:
    """Width of a line of text in points, the same on every machine: the font comes with matplotlib."""
    return _width_of_one(text, weight) * letters


def left_of(x: float, width: float, turned: float | None) -> float:
    """The left edge of what would begin at x if all were read from left to right; `turned` as of `Pen`.

    Examples
    --------
    >>> left_of(10, 20, None), left_of(10, 20, 100)
    (10, 70)
    """
    return x if turned is None else turned - x - width


def wrap(text: str, letters: float, width: float, weight: Weight = "normal") -> list[str]:
    """Break a text into lines that fit a width; a longer word has a line of its own.

    Examples
    --------
    >>> wrap("held by the mujahideen", 10, 70)
    ['held by the', 'mujahideen']
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, letters, weight) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@dataclass(frozen=True)
class Pen:
    """Draws on axes whose unit of length may be anything: looks, signs and lines are given in pixels.

    Attributes
    ----------
    axes : matplotlib.axes.Axes
    unit : float
        Length of a pixel in the coordinates of the axes.
    pixel : float
        Length of a pixel in points.
    upwards : bool
        Whether y grows upwards.
    turned : float or None
        Width of paper that is read from right to left; all on it stands at the other side.
    """

    axes: Axes
    unit: float
    pixel: float
    upwards: bool = True
    turned: float | None = None

    def fill(self, area: BaseGeometry, look: Look, order: float, origin: tuple[float, float] = (0, 0)) -> None:
        """Fill an area with a look whose texture starts from an origin."""
        for ink in hatch(area, look, self.unit, self.upwards, origin):
            if isinstance(ink, Fill):
                self.area(ink.area, ink.colour, order)
            elif isinstance(ink, Dots):
                self._circles(ink, order)
            else:
                self.line(ink.lines, ink.colour, ink.width, order)

    def area(self, area: BaseGeometry, colour: str, order: float) -> None:
        """Fill an area with one colour."""
        self.axes.add_patch(PathPatch(_area_path(area), facecolor=colour, edgecolor="none", linewidth=0, zorder=order))

    def line(
        self,
        lines: BaseGeometry,
        colour: str,
        width: float,
        order: float,
        dashes: tuple[float, ...] = (),
    ) -> None:
        """Draw lines; width and dashes in pixels."""
        self.axes.add_patch(
            PathPatch(
                _line_path(lines),
                facecolor="none",
                edgecolor=colour,
                linewidth=width * self.pixel,
                # Dashes are counted in widths of the line.
                linestyle=(0, tuple(length / width for length in dashes)) if dashes else "solid",
                capstyle="butt",
                joinstyle="round",
                zorder=order,
            )
        )

    def styled(self, lines: BaseGeometry, style: LineStyle, halo: float, order: float) -> None:
        """Draw lines in a style: what lies below them at `halo`, themselves at `order`."""
        if style.halo:
            self.line(lines, PAPER, style.halo, halo)
        self.line(lines, LINE, style.width, order, style.dashes)

    def sign(self, pieces: Sequence[Piece], x: float, y: float, order: float) -> None:
        """Draw the sign of a capital around a point."""
        down = -self.unit if self.upwards else self.unit
        for piece in pieces:
            points = [(x + dx * self.unit, y + dy * down) for dx, dy in piece.points]
            shape = shapely.Point(points[0]).buffer(piece.radius * self.unit, 24) if piece.radius else None
            self.axes.add_patch(
                PathPatch(
                    _area_path(shape or shapely.Polygon(points)),
                    facecolor=piece.fill or "none",
                    edgecolor=piece.stroke or "none",
                    linewidth=piece.stroke_width * self.pixel,
                    joinstyle="round",
                    zorder=order,
                )
            )

    def text(
        self,
        x: float,
        y: float,
        text: str,
        letters: float,
        order: float = 50,
        *,
        weight: Weight = "normal",
        colour: str = INK,
        align: Align = "left",
        halo: bool = False,
    ) -> None:
        """Write a line of text on its base line; a halo is drawn apart, so that the text itself stays text."""
        if self.turned is not None:
            x, align = self.turned - x, OTHER_SIDE[align]
            text = FROM_RIGHT + text
        options = {
            "fontsize": letters, "fontweight": weight, "fontfamily": "sans-serif",
            "horizontalalignment": align, "verticalalignment": "baseline", "parse_math": False,
        }  # fmt: skip
        if halo:
            effect = Stroke(linewidth=letters * 0.36, foreground=PAPER, joinstyle="round")
            self.axes.text(x, y, text, color=PAPER, zorder=order - 0.5, path_effects=[effect], **options)  # type: ignore[arg-type]
        self.axes.text(x, y, text, color=colour, zorder=order, **options)  # type: ignore[arg-type]

    def _circles(self, dots: Dots, order: float) -> None:
        size = (2 * dots.radius * self.pixel) ** 2  # matplotlib's sizes are squares of the diameter in points
        self.axes.add_collection(
            PathCollection(
                [Path.circle(radius=0.5)],
                sizes=[size],
                offsets=dots.points,
                offset_transform=self.axes.transData,
                transform=IdentityTransform(),
                facecolors=dots.colour,
                edgecolors=dots.colour,
                linewidths=0,
                zorder=order,
            ),
            autolim=False,
        )


@lru_cache(maxsize=4096)
def _width_of_one(text: str, weight: Weight) -> float:
    font = FontProperties(family="sans-serif", weight=weight, size=100)
    width, _, _ = TextToPath().get_text_width_height_descent(text, font, ismath=False)
    return float(width) / 100


def _area_path(area: BaseGeometry) -> Path:
    """Holes run the other way round than outlines, or they would be filled."""
    rings = [
        np.asarray(ring.coords)[:, :2]
        for polygon in shapely.get_parts(area)
        for one in [shapely.geometry.polygon.orient(polygon)]
        for ring in (one.exterior, *one.interiors)
    ]
    return Path.make_compound_path(*(Path(ring, closed=True) for ring in rings))


def _line_path(lines: BaseGeometry) -> Path:
    parts: Iterable[BaseGeometry] = shapely.get_parts(lines)
    paths = []
    for part in parts:
        points = np.asarray(part.coords)[:, :2]
        paths.append(Path(points, closed=part.is_ring))
    return Path.make_compound_path(*paths)
