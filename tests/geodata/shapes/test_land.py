"""Land of a shape: its polygons, and what they enclose."""

from __future__ import annotations

import pytest
import shapely
from shapely.geometry import GeometryCollection, LineString, MultiPolygon, Point, Polygon, box

from geodata.shapes.land import hollows, is_land, land_of, valid


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (box(0, 0, 1, 1), True),
        (MultiPolygon([box(0, 0, 1, 1), box(2, 0, 3, 1)]), True),
        (LineString([(0, 0), (1, 1)]), False),
        (Polygon(), False),
        (None, False),
    ],
)
def test_land_is_made_of_polygons(shape: shapely.Geometry | None, expected: bool) -> None:
    assert is_land(shape) is expected


def test_lines_and_points_at_which_others_touch_are_none() -> None:
    mixed = GeometryCollection([box(0, 0, 1, 1), LineString([(1, 0), (2, 0)]), Point(5, 5)])
    assert land_of(mixed).equals(box(0, 0, 1, 1))
    assert land_of(LineString([(0, 0), (1, 1)])).is_empty


def test_a_ring_that_crosses_itself_is_taken_apart() -> None:
    bow = Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    assert valid(bow).is_valid
    # Two triangles with a base of two and a height of one.
    assert valid(bow).area == 2
    square = box(0, 0, 1, 1)
    assert valid(square) is square


def test_what_is_enclosed_by_land_that_touches_itself_at_a_point() -> None:
    lake = box(1, 1, 2, 2)
    (found,) = hollows(box(0, 0, 3, 3) - lake)
    assert found.equals(lake)
    # Four squares around a fifth, each touching the next at a corner only.
    around = shapely.union_all([box(1, 0, 2, 1), box(0, 1, 1, 2), box(2, 1, 3, 2), box(1, 2, 2, 3)])
    (middle,) = hollows(around)
    assert middle.equals(lake)
