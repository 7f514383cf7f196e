"""Shapes made valid, and slits between them closed."""

from __future__ import annotations

from datetime import date

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import Polygon, box

from geodata.dates import Period
from geodata.importing.mending import METRES_OF_A_DEGREE, SUPPORTED, mend, standing_on
from geodata.importing.report import ImportReport

needs_geos = pytest.mark.skipif(not SUPPORTED, reason="GEOS is too old to close slits")


def stop(year: int) -> Period:
    return Period(str(year), str(year), date(year, 1, 1), date(year, 12, 31), str(year), "")


def frame(*shapes: shapely.Geometry, begin: str = "", ends: tuple[str, ...] | None = None) -> gpd.GeoDataFrame:
    names = ["West", "East", "South"][: len(shapes)]
    columns = {"name": names, "begin": [begin] * len(shapes), "end": list(ends or [""] * len(shapes))}
    return gpd.GeoDataFrame(columns, geometry=list(shapes), crs="EPSG:4326")


def mended(shapes: gpd.GeoDataFrame, slits_m: float = 10) -> tuple[gpd.GeoDataFrame, ImportReport]:
    report = ImportReport()
    return mend(shapes, [stop(1950)], slits_m, report, print), report


def apart(metres: float) -> gpd.GeoDataFrame:
    """Two squares of a degree with a slit between them, closed at its ends by a third."""
    width = metres / METRES_OF_A_DEGREE
    around = box(-1, -1, 3, 2).difference(box(0, 0, 2 + width, 1))
    return frame(box(0, 0, 1, 1), box(1 + width, 0, 2 + width, 1), around)


def test_a_ring_that_crosses_itself_is_two_triangles() -> None:
    bow = Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])
    found, report = mended(frame(bow))
    assert found.geometry.is_valid.all()
    # Two triangles with a base of one and a height of a half.
    assert found.geometry.iloc[0].area == pytest.approx(0.5)
    (told,) = report.mended
    assert told.startswith("West (shape 0): a ring that crosses itself")


@needs_geos
def test_a_slit_is_closed_and_told_with_its_area() -> None:
    found, report = mended(apart(5))
    west, east, around = found.geometry
    assert shapely.coverage_is_valid(shapely.get_parts([west, east, around]), gap_width=1e-3)
    (told,) = report.mended
    assert told.startswith("1950: slits and overlaps up to 10 m wide closed")
    # Five metres of a degree of latitude, which is 110.57 km at the equator.
    km2 = float(told.split("closed, ")[1].split(" km²")[0])
    assert km2 == pytest.approx(0.005 * 110.57, rel=0.02)


@needs_geos
@pytest.mark.parametrize("slits_m", [10, 0])
def test_a_wider_one_stays_and_with_a_width_of_none_each_does(slits_m: float) -> None:
    shapes = apart(50 if slits_m else 5)
    found, report = mended(shapes, slits_m)
    assert shapely.equals(found.geometry.to_numpy(), shapes.geometry.to_numpy()).all()
    assert report.mended == []


@needs_geos
def test_land_that_two_claim_stays_claimed_by_both() -> None:
    shapes = frame(box(0, 0, 1, 1), box(0.9, 0, 2, 1))
    found, report = mended(shapes)
    assert [one.area for one in found.geometry] == pytest.approx([1, 1.1])
    assert report.mended == []


def test_shapes_stand_from_their_first_day_to_their_last() -> None:
    shapes = frame(box(0, 0, 1, 1), box(1, 0, 2, 1), begin="1950-01-01", ends=("1950-06-30", ""))
    assert standing_on(shapes, date(1949, 12, 31)).tolist() == []
    assert standing_on(shapes, date(1950, 6, 30)).tolist() == [0, 1]
    assert standing_on(shapes, date(1950, 7, 1)).tolist() == [1]
