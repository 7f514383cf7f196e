"""Pictures of the map where no script draws it (yet), made from what the browser's map is drawn from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import numpy as np
import numpy.typing as npt

from dashboard.map.payload import states_of
from geodata import COLOURINGS
from geodata.looks import ColouringName

COARSER = 2.5
"""Times that outlines for a picture are simplified more than on the map: about 3 km, hidden under its lines."""

WIDTH = 800
MARGIN = 8
PREFIX = "p-"
"""Of the ids of outlines and signs, which belong to the whole page."""

CODE_LETTER = 9.6
CODE_HEIGHT = 16
CODE_SHIFTS = (0, 13, -13, 18, -18)
CODE_ROOM = 14
"""Kept free around a capital."""
LARGE_SIGNS = 1.5
"""How much larger signs of capitals are where the colouring is about them."""
CODE_WIDTH_SHARE = 1.3
"""A code is printed where the province is this much wider than it."""

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Frame:
    """The ground of the map to picture units: a plane as it is, degrees true to scale at the middle latitude.

    Attributes
    ----------
    west, north : float
        Degrees.
    across, down : float
        Units to a degree.
    height : float
        Of the picture.
    """

    west: float
    north: float
    across: float
    down: float
    height: int

    @classmethod
    def of(cls, bounds: Sequence[Sequence[float]], flat: bool = False) -> Frame:
        """Fit the bounds ``[[south, west], [north, east]]`` into the width."""
        (south, west), (north, east) = bounds
        across = (WIDTH - 2 * MARGIN) / (east - west)
        down = across if flat else across / cos(radians((south + north) / 2))
        return cls(west, north, across, down, round((north - south) * down + 2 * MARGIN))

    def at(self, point: Sequence[float]) -> Point:
        """Place a longitude and latitude."""
        return (point[0] - self.west) * self.across + MARGIN, (self.north - point[1]) * self.down + MARGIN

    def all_at(self, points: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """Place many of them."""
        return (np.asarray(points) - (self.west, self.north)) * (self.across, -self.down) + MARGIN

    def path(self, points: npt.ArrayLike, closed: bool) -> str:
        """Write a path in whole units, step by step; steps of no length are left out."""
        whole = np.rint(self.all_at(points)).astype(int)
        steps = np.diff(whole, axis=0)[: -1 if closed else None]
        line = " ".join(f"{x} {y}" for x, y in steps[steps.any(axis=1)].tolist())
        return f"M{whole[0][0]} {whole[0][1]}l{line or '0 0'}{'z' if closed else ''}"


class StaticMaps:
    """Draws one picture for each period; what they share stands in `definitions`, once.

    Parameters
    ----------
    geometry, calls : dict
        As `dashboard.map.payload` gives them.
    colouring : str, optional
        What the fill means: one of those that the calls have.
    """

    def __init__(
        self,
        geometry: dict[str, Any],
        calls: dict[str, Any],
        colouring: ColouringName = COLOURINGS[0],
    ) -> None:
        self._colouring = colouring
        self._frame = Frame.of(geometry["bounds"], geometry["flat"])
        self._geometries = geometry["geometries"]
        self._calls = calls
        self._shapes: dict[str, str] = {}
        self._looks: set[str] = set()
        self._used_signs: set[str] = set()
        self._pictures = {period["id"]: self._draw(period) for period in calls["periods"]}

    def picture(self, period_id: str, label: str) -> str:
        """The picture of a period, named by a label."""
        return (
            f'<svg class="atlas-picture" viewBox="0 0 {WIDTH} {self._frame.height}" role="img" '
            f"aria-label={quoteattr(label)}>{self._pictures[period_id]}</svg>"
        )

    @property
    def definitions(self) -> str:
        """Outlines, patterns and signs that the pictures use, as an SVG element that takes no room."""
        looks = "".join(self._calls["looks"][name] for name in sorted(self._looks))
        shapes = "".join(f'<path id="{name}" d="{path}"/>' for path, name in self._shapes.items())
        # Around their middle, so that one that is larger stands where it stood.
        signs = "".join(
            f'<g id="{PREFIX}sign-{name}">{svg[svg.index(">") + 1 : svg.rindex("<")]}</g>'
            for name, svg in self._calls["capitalSigns"].items()
            if name in self._used_signs
        )
        # Patterns of an element that is not displayed don't show, so it is one without a size.
        hidden = 'class="atlas-definitions" width="0" height="0" aria-hidden="true"'
        return f"<svg {hidden}><defs>{looks}{shapes}{signs}</defs></svg>"

    def _draw(self, period: dict[str, Any]) -> str:
        shapes, calls = self._geometries[period["geometry"]], states_of(self._calls, period["id"])
        fills = [self._province(one, calls[one["id"]]) for one in shapes["provinces"]]
        lines = [
            (line["kind"], self._shape(line["paths"], closed=False))
            for line in shapes["lines"]
            if period["id"] in line.get("periods", [period["id"]])
        ]
        halos = [f'<use href="#{name}" class="atlas-line-halo is-{kind}"/>' for kind, name in lines]
        strokes = [f'<use href="#{name}" class="atlas-line is-{kind}"/>' for kind, name in lines]
        return "".join(
            [
                *fills,
                *self._areas(period["id"]),
                *halos,
                *strokes,
                *self._signs(shapes, calls),
                *self._codes(shapes, calls),
            ]
        )

    def _province(self, province: dict[str, Any], call: dict[str, Any]) -> str:
        rings = [ring for polygon in province["polygons"] for ring in polygon]
        name = self._shape(rings, closed=True)
        fill = self._fill(call["shown"][self._colouring])
        return f'<use href="#{name}" data-province={quoteattr(province["id"])} fill="{fill}"/>'

    def _fill(self, shown: Mapping[str, Any]) -> str:
        self._looks.add(shown["look"])
        return f"url(#{shown['look']})"

    def _shape(self, paths: Sequence[npt.ArrayLike], closed: bool) -> str:
        """Name of a shape; the same shape has one name in all periods."""
        text = "".join(self._frame.path(path, closed) for path in paths)
        return self._shapes.setdefault(text, f"{PREFIX}{len(self._shapes)}")

    def _areas(self, period_id: str) -> list[str]:
        found = []
        for area in self._calls["areas"][period_id]:
            shown = area["shown"].get(self._colouring)
            if shown:
                rings = [ring for polygon in self._calls["areaShapes"][area["shape"]] for ring in polygon]
                name = self._shape(rings, closed=True)
                found.append(f'<use href="#{name}" class="atlas-area-halo"/>')
                found.append(f'<use href="#{name}" class="atlas-area" fill="{self._fill(shown)}"/>')
        return found

    def _signs(self, shapes: dict[str, Any], calls: dict[str, Any]) -> list[str]:
        signs = []
        scale = LARGE_SIGNS if self._colouring == "capital" else 1
        for province in shapes["provinces"]:
            if province["capital"]:
                name = calls[province["id"]]["capital"]["sign"]
                self._used_signs.add(name)
                x, y = self._frame.at(province["capital"]["at"])
                place = f"translate({x:.0f} {y:.0f})" + (f" scale({scale:g})" if scale != 1 else "")
                signs.append(f'<use href="#{PREFIX}sign-{name}" transform="{place}"/>')
        return signs

    def _codes(self, shapes: dict[str, Any], calls: dict[str, Any]) -> list[str]:
        """Codes stand where they fit, clear of the signs and of each other; the larger province comes first."""
        taken = [
            _around(self._frame.at(one["capital"]["at"]), CODE_ROOM, CODE_ROOM)
            for one in shapes["provinces"]
            if one["capital"]
        ]
        texts = []
        sized = [(self._size(province), province) for province in shapes["provinces"]]
        for (width, height), province in sorted(sized, key=lambda pair: -pair[0][0] * pair[0][1]):
            call = calls[province["id"]]
            code = call["shown"][self._colouring]["code"] + call["dissent"]
            wide = CODE_LETTER * len(code)
            if not code or width < wide * CODE_WIDTH_SHARE or height < CODE_HEIGHT * CODE_WIDTH_SHARE:
                continue
            x, y = self._frame.at(province["label"])
            for shift in CODE_SHIFTS:
                box = _around((x, y + shift), wide, CODE_HEIGHT)
                if not any(_overlap(box, other) for other in taken):
                    taken.append(box)
                    texts.append(f'<text x="{x:.0f}" y="{y + shift:.0f}">{escape(code)}</text>')
                    break
        return texts

    def _size(self, province: dict[str, Any]) -> tuple[float, float]:
        points = np.concatenate([self._frame.all_at(outer) for outer, *_ in province["polygons"]])
        across, down = np.ptp(points, axis=0).tolist()
        return across, down


def _around(point: Point, width: float, height: float) -> Box:
    x, y = point
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
