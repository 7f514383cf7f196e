"""Areas as the browser takes them: what is told of parts of provinces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.edition import Edition, cached
from dashboard.map.ground import map_ground
from dashboard.parts import CallWords, area_rows
from geodata import Period
from geodata.looks import Colouring, Look

TOLERANCE = 0.004
"""Units, about 400 m, by which outlines may be simplified: a drawing aid needs no more."""

Polygons = list[list[list[list[float]]]]


@dataclass
class AreaPainter:
    """Describes the areas of periods.

    Attributes
    ----------
    edition : Edition
    words : CallWords
    colourings : sequence of Colouring
        What the fill can mean.
    looks : dict of str to Look
        Every look that an area has, by its id.
    shapes : list
        Each shape that an area has, once: polygons of rings of longitude and latitude.
    """

    edition: Edition
    words: CallWords
    colourings: Sequence[Colouring]
    looks: dict[str, Look] = field(default_factory=dict)
    shapes: list[Polygons] = field(default_factory=list)

    def of(self, period: Period) -> list[dict[str, Any]]:
        """The areas of a period, the larger before the smaller.

        Returns
        -------
        list of dict
            ``province``, ``place`` (id), ``claims`` (ids), ``text``, ``shown`` by colouring (``look``, ``keys``; none
            where the fill does not tell of parts) and ``shape``, its number.
        """
        return [self._area(row) for row in area_rows(self.edition, period.id)]

    def _area(self, row: Mapping[str, Any]) -> dict[str, Any]:
        shown = {}
        for colouring in self.colourings:
            one = colouring.shown_in_part(row)
            if one:
                self.looks[one.look.id] = one.look
                shown[colouring.name] = {"look": one.look.id, "keys": list(one.keys)}
        what = self.words.status(row)
        return {
            "province": row["province_id"],
            "place": row["place_id"],
            "claims": list(row["claim_ids"]),
            "text": self.words.texts("area", place=row["place"], what=what, strength=row["strength"]),
            "shown": shown,
            "shape": self.number(row["geometry"]),
        }

    def number(self, shape: BaseGeometry) -> int:
        """The number of a shape in `shapes`, where it stands once."""
        polygons = _polygons(self.edition.own, shape)
        if polygons not in self.shapes:
            self.shapes.append(polygons)
        return self.shapes.index(polygons)


@cached(2048)
def _polygons(edition: Edition, shape: BaseGeometry) -> Polygons:
    """A shape as it is drawn, which is the same by every reading."""
    ground = map_ground(edition)
    (drawn,) = ground.plane.drawn([shape])
    return ground.rings(shapely.simplify(drawn, min(TOLERANCE, ground.tolerance)))
