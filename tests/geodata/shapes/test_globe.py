"""Shapes on one globe: across 180°, with longitudes over 180, around a pole."""

from __future__ import annotations

import pytest
import shapely
from shapely.geometry import MultiPolygon, Polygon, box

from geodata.shapes import on_one_globe

ISLANDS = MultiPolygon([box(176, -20, 180, -15), box(-180, -20, -178, -15)])


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param(Polygon([(176, -20), (-178, -20), (-178, -15), (176, -15)]), id="uncut"),
        pytest.param(box(176, -20, 182, -15), id="over 180"),
        pytest.param(box(-184, -20, -178, -15), id="below -180"),
        pytest.param(ISLANDS, id="cut"),
        pytest.param(Polygon([(176, -20), (180, -20), (-180, -20), (-178, -20), (-178, -15), (180, -15), (176, -15)]),
                     id="uncut with points on the line"),
    ],
)  # fmt: skip
def test_across_180_degrees(drawn: shapely.Geometry) -> None:
    assert on_one_globe(drawn).equals(ISLANDS)


def test_hole_across_180_degrees_stays_one() -> None:
    hole = [(179, -18), (-179, -18), (-179, -17), (179, -17)]
    cut = on_one_globe(Polygon([(176, -20), (-178, -20), (-178, -15), (176, -15)], [hole]))
    assert cut.area == pytest.approx(6 * 5 - 2 * 1)
    assert not cut.covers(shapely.Point(179.5, -17.5))
    assert not cut.covers(shapely.Point(-179.5, -17.5))


@pytest.mark.parametrize("pole", [90, -90])
def test_outline_around_a_pole_encloses_it(pole: int) -> None:
    ring = [(longitude, pole * 70 / 90) for longitude in range(-170, 180, 20)]
    cap = on_one_globe(Polygon(ring))
    assert cap.is_valid
    assert cap.bounds == (-180, min(pole, pole * 70 / 90), 180, max(pole, pole * 70 / 90))
    # Twenty degrees around the whole world, in degrees.
    assert cap.area == pytest.approx(360 * 20)


@pytest.mark.parametrize(
    "shape",
    [
        box(0, 0, 1, 1),
        box(-180, -10, 180, 10),
        Polygon([(-180, -90), (-180, -70), (0, -65), (180, -70), (180, -90)]),
    ],
    ids=["elsewhere", "a belt around the world", "a pole drawn with its edges"],
)
def test_what_is_there_already_stays_as_it_is(shape: shapely.Geometry) -> None:
    assert on_one_globe(shape) is shape


def test_two_countries_that_meet_across_180_degrees_still_do() -> None:
    north = on_one_globe(Polygon([(170, 10), (-170, 12), (-170, 20), (170, 20)]))
    south = on_one_globe(Polygon([(170, 10), (-170, 12), (-170, 0), (170, 0)]))
    pieces = [part for shape in (north, south) for part in shapely.get_parts(shape)]
    assert shapely.coverage_is_valid(pieces)
    assert shapely.union_all(pieces).area == pytest.approx(20 * 20)
