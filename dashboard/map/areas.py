"""Areas as the browser takes them: what is told of parts of provinces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.map.ground import MapGround
from dashboard.parts import CallWords
from geodata import Atlas, Period
from geodata.frames import records
from geodata.looks import Colouring, Look

TOLERANCE = 0.004
"""Units, about 400 m, by which outlines may be simplified: a drawing aid needs no more."""

Polygons = list[list[list[list[float]]]]


@dataclass
class AreaPainter:
    """Describes the areas of periods.

    Attributes
    ----------
    atlas : Atlas
    words : CallWords
    ground : MapGround
        What the map stands on.
    colourings : sequence of Colouring
        What the fill can mean.
    looks : dict of str to Look
        Every look that an area has, by its id.
    shapes : list
        Each shape that an area has, once: polygons of rings of longitude and latitude.
    """

    atlas: Atlas
    words: CallWords
    ground: MapGround
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
        return [self._area(row) for row in records(self.atlas.areas(period.id))]

    def _area(self, row: dict[str, Any]) -> dict[str, Any]:
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
        (drawn,) = self.ground.plane.drawn([shape])
        polygons = self.ground.rings(shapely.simplify(drawn, min(TOLERANCE, self.ground.tolerance)))
        if polygons not in self.shapes:
            self.shapes.append(polygons)
        return self.shapes.index(polygons)
