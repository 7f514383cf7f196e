"""The land of several shapes as one."""

from __future__ import annotations

from shapely import Polygon, box

from geodata.shapes import union


def test_a_hole_that_touches_the_outer_line_is_a_hole() -> None:
    # A square of two by two; the triangle between its middle line and a point half a unit below belongs to nobody.
    below = Polygon([(0, 0), (2, 0), (2, 1), (1.5, 0.5), (1, 1), (0, 1)])
    whole = union([below, Polygon([(0, 1), (1, 1), (2, 1), (2, 2), (0, 2)])])
    assert whole.is_valid
    assert [Polygon(ring).area for ring in whole.interiors] == [0.25]
    assert whole.area == 4 - 0.25


def test_what_does_not_touch_stays_apart() -> None:
    assert union([box(0, 0, 1, 1), box(2, 0, 3, 1)]).geom_type == "MultiPolygon"
