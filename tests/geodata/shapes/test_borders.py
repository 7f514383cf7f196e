"""Lines of a map, on squares whose lengths a reader can add up."""

from __future__ import annotations

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import LineString, box

from geodata import Atlas
from geodata.shapes.borders import border_lines


def coverage(*squares: tuple[str, shapely.Polygon]) -> gpd.GeoDataFrame:
    marks, shapes = zip(*squares, strict=True)
    return gpd.GeoDataFrame({"boundary": list(marks)}, geometry=list(shapes))


def lengths(frame: gpd.GeoDataFrame) -> dict[str, float]:
    return {kind: line.length for kind, line in border_lines(frame).items()}


def test_one_province_has_an_outer_border_only() -> None:
    assert lengths(coverage(("approximate", box(0, 0, 1, 1)))) == {"outer": 4}


def test_line_is_approximate_if_either_neighbour_is() -> None:
    # Three squares in a row: only the line between the two as they are today is as-today.
    row = coverage(("as-today", box(0, 0, 1, 1)), ("as-today", box(1, 0, 2, 1)), ("approximate", box(2, 0, 3, 1)))
    assert lengths(row) == {"outer": 8, "as-today": 1, "approximate": 1}
    lines = border_lines(row)
    assert lines["as-today"].equals(LineString([(1, 0), (1, 1)]))
    assert lines["approximate"].equals(LineString([(2, 0), (2, 1)]))


def test_provinces_that_meet_in_a_point_share_no_line() -> None:
    # Four quarters of a square: the two diagonal pairs touch in the middle.
    quarters = [box(x, y, x + 1, y + 1) for x in (0, 1) for y in (0, 1)]
    assert lengths(coverage(*(("as-today", quarter) for quarter in quarters))) == {"outer": 8, "as-today": 4}


def test_line_and_point_shared_by_the_same_pair() -> None:
    # The second square touches the first along one unit and, beyond a notch, in one more point.
    first = shapely.Polygon([(0, 0), (1, 0), (1, 1), (0.5, 1.5), (1, 2), (0, 2)])
    second = shapely.Polygon([(1, 0), (2, 0), (2, 2), (1, 2), (1.5, 1.5), (1, 1)])
    shared = border_lines(coverage(("as-today", first), ("as-today", second)))["as-today"]
    assert shared.equals(LineString([(1, 0), (1, 1)]))


def test_islands_share_nothing() -> None:
    assert lengths(coverage(("as-today", box(0, 0, 1, 1)), ("as-today", box(5, 0, 6, 1)))) == {"outer": 8}


def test_each_line_is_drawn_once(afghanistan: Atlas) -> None:
    """Every inner border belongs to two outlines, the outer one to one: so the outlines add up."""
    provinces = afghanistan.provinces("1985").to_crs("EPSG:6933")
    lines = border_lines(provinces)
    drawn = lines["outer"].length + 2 * (lines["as-today"].length + lines["approximate"].length)
    assert drawn == pytest.approx(provinces.geometry.length.sum(), rel=1e-9)
