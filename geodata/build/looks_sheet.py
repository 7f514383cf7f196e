"""Draw every look of an atlas's factions on one sheet, as six pairs of eyes see it: to be looked at by a maintainer.

``python -m geodata.build.looks_sheet OUT.png [DIR]`` (needs the development extra).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import shapely
from coloraide.everything import ColorAll as Color
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

import geodata
from geodata.figure.hatches import Dots, Fill, hatch
from geodata.figure.page import Pen
from geodata.looks import HALO, INK, LINES, WHITE, CapitalSigns, Look, Style, look_of, sides_of

CELL = (64.0, 34.0)
NAME_WIDTH = 52.0
DPI = 144
POINTS_TO_PIXELS = 72 / DPI

STATUSES = (
    ("held", False, 1), ("held", True, 1), ("shared", False, 2), ("shared", True, 2), ("contested", False, 2),
    ("contested", True, 2), ("contested", False, 1), ("unclear", False, 2), ("unclear", False, 1),
    ("partly", False, 0), ("no-evidence", False, 0),
)  # fmt: skip
"""Status, weak or not, and how many factions it names."""


@lru_cache(maxsize=4096)
def _simulated(colour: str, eyes: str) -> str:
    one = Color(colour).filter("grayscale") if eyes == "grey" else Color(colour).filter(eyes)
    return str(one.convert("srgb").clip().to_string(hex=True))[:7]


EYES: dict[str, tuple[str, Callable[[str], str]]] = {
    "light": ("light", lambda colour: colour),
    "dark": ("dark", lambda colour: colour),
    "grey": ("light", lambda colour: _simulated(colour, "grey")),
    "protan": ("light", lambda colour: _simulated(colour, "protan")),
    "deutan": ("light", lambda colour: _simulated(colour, "deutan")),
    "tritan": ("light", lambda colour: _simulated(colour, "tritan")),
}
"""Theme of the page, and what becomes of a colour."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Draw the sheet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="picture to write")
    parser.add_argument("folder", type=Path, nargs="?", help="folder of an atlas; the built-in one if left out")
    given = parser.parse_args(arguments)
    sheet(geodata.load(given.folder)).savefig(given.out, dpi=DPI)


def sheet(atlas: geodata.Atlas) -> Figure:
    """Draw the looks of all factions that are named in some call, and all signs."""
    named = dict.fromkeys(
        one for period in atlas.periods for ids in atlas.control(period.id)["factions"] for one in ids
    )
    factions, style = list(named), Style(atlas.factions)
    signs = CapitalSigns(sides_of(atlas.sides)).pieces
    rows = len(factions) + 2
    width = NAME_WIDTH + CELL[0] * len(STATUSES)
    figure = Figure(figsize=(2 * width / DPI, 3 * rows * CELL[1] / DPI))
    FigureCanvasAgg(figure)
    for number, (name, (theme, seen)) in enumerate(EYES.items()):
        axes = figure.add_axes((number % 2 / 2, 1 - (number // 2 + 1) / 3, 0.5, 1 / 3))
        axes.set_axis_off()
        axes.set_xlim(0, width)
        axes.set_ylim(rows * CELL[1], 0)
        pen = Pen(axes, 1, POINTS_TO_PIXELS, upwards=False)
        page, ink = HALO[theme], INK[theme]
        pen.area(shapely.box(0, 0, width, rows * CELL[1]), page, 0)
        pen.text(6, 22, name, 10, weight="bold", colour=ink)
        for row, faction_id in enumerate(factions, start=1):
            others = [factions[(row + step) % len(factions)] for step in range(2)]
            pen.text(6, row * CELL[1] + 22, style.code("held", [faction_id]), 7, colour=ink)
            for column, (status, weak, count) in enumerate(STATUSES):
                colours = [style.colour(one) for one in [faction_id, *others][:count]]
                place = NAME_WIDTH + column * CELL[0], row * CELL[1]
                _cell(pen, look_of(status, colours, weak=weak), place, page, ink, seen)
        for column, pieces in enumerate(signs.values()):
            x = NAME_WIDTH + (column + 0.5) * (width - NAME_WIDTH) / len(signs)
            pen.sign(pieces, x, (rows - 0.5) * CELL[1], 9)
    return figure


def _cell(pen: Pen, look: Look, place: tuple[float, float], page: str, ink: str, seen: Callable[[str], str]) -> None:
    box = shapely.box(place[0] + 2, place[1] + 2, place[0] + CELL[0] - 2, place[1] + CELL[1] - 2)
    for shape in hatch(box, look, 1, upwards=False):
        if isinstance(shape, Fill):
            # Where a look has no ground, the page shows.
            open_ground = shape.colour == WHITE and not look.colours
            pen.area(shape.area, page if open_ground else seen(shape.colour), 1)
        elif isinstance(shape, Dots):
            for x, y in np.atleast_2d(shape.points):
                pen.area(shapely.Point(x, y).buffer(shape.radius), seen(shape.colour), 2)
        else:
            pen.line(shape.lines, seen(shape.colour), shape.width, 2)
    pen.line(box.exterior, page, LINES["as-today"].halo, 3)
    pen.line(box.exterior, ink, LINES["as-today"].width, 4)


if __name__ == "__main__":
    main()
