"""Whether shapes fit together: what is closed, what is a fault, and what is meant."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase
from typing import Any

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import MultiPolygon, Polygon, box

from geodata.shapes import areas_km2, coverage_faults, fit_together
from geodata.shapes.coverage import tolerance_m
from geodata.shapes.measures import roundness, width_m

DEGREE_KM2 = 12_308.5
"""A square of one degree at the equator on the ellipsoid: 111.32 km by 110.57 km."""


def squares(*geometries: Any, disputed: dict[str, str] | None = None) -> gpd.GeoDataFrame:
    ids = list(ascii_lowercase[: len(geometries)])
    columns = {"shape_id": ids, "province_id": ids, "disputed_with": [(disputed or {}).get(one, "") for one in ids]}
    return gpd.GeoDataFrame(columns, geometry=list(geometries), crs="EPSG:4326")


def kinds(*geometries: Any, **more: Any) -> list[tuple[str, str, str]]:
    found = coverage_faults(squares(*geometries, **more))
    return [(one.shape_id, one.kind, one.severity) for one in found]


class TestFits:
    @pytest.mark.parametrize(
        "geometries",
        [
            pytest.param([], id="nothing"),
            pytest.param([box(0, 0, 1, 1)], id="one"),
            pytest.param([box(0, 0, 1, 1), box(1, 0, 2, 1)], id="neighbours"),
            pytest.param([box(0, 0, 1, 1), box(5, 0, 6, 1)], id="islands"),
            pytest.param([box(0, 0, 3, 3) - box(1, 1, 2, 2), box(3, 0, 4, 3)], id="lake or enclave in one"),
            pytest.param([MultiPolygon([box(0, 0, 1, 1), box(2, 0, 3, 1)]), box(1, 0, 2, 1)], id="two parts"),
            pytest.param([box(0, 0, 1, 1), box(1, 0, 2, 0.5), box(1, 0.5, 2, 1)], id="a vertex on one side only"),
        ],
    )
    def test_nothing_to_tell(self, geometries: Sequence[Any]) -> None:
        assert kinds(*geometries) == []


class TestOverlap:
    def test_has_its_size_and_place(self) -> None:
        (fault,) = coverage_faults(squares(box(0, 0, 1, 1), box(0.5, 0, 2, 1)))
        assert (fault.shape_id, fault.kind, fault.severity, fault.others) == ("a", "overlap", "error", ("b",))
        assert fault.area_km2 == pytest.approx(DEGREE_KM2 / 2, rel=1e-3)
        assert fault.place is not None
        assert box(0.5, 0, 1, 1).covers(shapely.Point(fault.place))

    def test_same_shape_twice(self) -> None:
        assert kinds(box(0, 0, 1, 1), box(0, 0, 1, 1)) == [("a", "overlap", "error")]

    @pytest.mark.parametrize("inner_first", [True, False])
    def test_shape_inside_another_is_told_once(self, inner_first: bool) -> None:
        inner, outer = box(0.25, 0.25, 0.75, 0.75), box(0, 0, 1, 1)
        assert kinds(*((inner, outer) if inner_first else (outer, inner))) == [("a", "overlap", "error")]

    def test_broken_outline_hides_no_overlap_of_others(self) -> None:
        bow_tie = Polygon([(5, 5), (6, 6), (6, 5), (5, 6)])
        assert kinds(bow_tie, box(0, 0, 1, 1), box(0.5, 0, 2, 1)) == [("b", "overlap", "error")]

    def test_missing_shape_hides_none_either(self) -> None:
        assert kinds(None, box(0, 0, 1, 1), box(0.5, 0, 2, 1)) == [("b", "overlap", "error")]


class TestHoles:
    frame = Polygon([(0, 0), (3, 0), (3, 1), (2, 1), (1, 1), (0, 1)])

    def test_lake_between_several_is_nobodys_and_told(self) -> None:
        above = Polygon([(0, 1), (1, 1), (1, 2), (2, 2), (2, 1), (3, 1), (3, 3), (0, 3)])
        (told,) = coverage_faults(squares(self.frame, above))
        assert (told.kind, told.severity, told.others) == ("hole", "warning", ("b",))
        assert told.area_km2 == pytest.approx(DEGREE_KM2, rel=2e-3)

    def test_slit_that_is_too_wide_is_a_fault(self) -> None:
        above = Polygon([(0, 1), (0.1, 1.01), (2.9, 1.01), (3, 1), (3, 3), (0, 3)])
        assert kinds(self.frame, above) == [("a", "slit", "error")]

    def test_of_shapes_that_are_not_all_there_holes_say_nothing(self) -> None:
        above = Polygon([(0, 1), (1, 1), (1, 2), (2, 2), (2, 1), (3, 1), (3, 3), (0, 3)])
        assert coverage_faults(squares(self.frame, above), whole=False) == []


class TestClosing:
    def test_width_follows_the_size_of_provinces(self) -> None:
        country, town = box(0, 0, 1, 1), box(0, 0, 0.01, 0.01)
        assert tolerance_m([country]) == pytest.approx(111, abs=1)
        assert tolerance_m([town]) == pytest.approx(1.1, abs=0.1)
        assert tolerance_m([box(0, 0, 60, 60)]) == 1_000

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            pytest.param(box(0, 0, 1, 1), box(1.0005, 0, 2, 1), id="slit open at both ends"),
            pytest.param(box(0, 0, 1.0005, 1), box(1, 0, 2, 1), id="overlap"),
            pytest.param(box(0, 0, 1, 1), Polygon([(1, 0), (2, 0), (2, 1), (1, 1), (1.0005, 0.5)]), id="slit"),
        ],
    )
    def test_what_is_narrower_is_closed_and_told(self, first: Any, second: Any) -> None:
        pair = squares(first, second)
        fitted = fit_together(pair)
        assert {(one.kind, one.severity) for one in fitted.faults} == {("closed", "warning")}
        # At most the whole strip changes hands: 0.0005 degrees by one.
        assert all(0 < (one.area_km2 or 0) <= 0.0005 * DEGREE_KM2 * 1.01 for one in fitted.faults)
        assert shapely.coverage_is_valid(fitted.shapes)
        whole = shapely.union_all(fitted.shapes)
        assert whole.geom_type == "Polygon"
        assert whole.area == pytest.approx(2, abs=1e-6)

    def test_quarter_of_a_town_is_not_swallowed_in_a_country(self) -> None:
        quarter = box(0.5, 0.5, 0.505, 0.505)
        fitted = fit_together(squares(box(0, 0, 1, 1) - quarter, box(1.0005, 0, 2, 1), quarter))
        assert fitted.shapes[2].normalize().equals_exact(quarter.normalize(), 1e-5)

    def test_shapes_that_fit_are_handed_back_as_they_came(self) -> None:
        pair = squares(box(0, 0, 1, 1), box(1, 0, 2, 1))
        assert all(one is other for one, other in zip(fit_together(pair).shapes, pair.geometry, strict=True))


class TestClaimedTwice:
    pair = squares(box(0, 0, 2, 1), box(1, 0, 3, 1), disputed={"b": "a"})

    def test_is_told_and_no_fault(self) -> None:
        (told,) = coverage_faults(self.pair)
        assert (told.kind, told.severity, told.others) == ("claimed-twice", "warning", ("b",))
        assert told.area_km2 == pytest.approx(DEGREE_KM2, rel=1e-3)

    def test_area_is_counted_once(self) -> None:
        areas = areas_km2(self.pair)
        assert areas.tolist() == pytest.approx([1.5 * DEGREE_KM2] * 2, rel=1e-3)
        assert areas.sum() == pytest.approx(areas_km2(squares(box(0, 0, 3, 1))).sum(), rel=1e-9)

    def test_other_overlaps_stay_faults(self) -> None:
        third = box(2.5, 0, 4, 1)
        found = kinds(*self.pair.geometry, third, disputed={"b": "a"})
        assert found == [("a", "claimed-twice", "warning"), ("b", "overlap", "error")]

    def test_slits_beside_it_are_closed_too(self) -> None:
        beside = squares(box(0, 0, 2, 1), box(1, 0, 3, 1), box(3.0005, 0, 4, 1), disputed={"a": "b"})
        fitted = fit_together(beside)
        assert {one.kind for one in fitted.faults} == {"claimed-twice", "closed"}
        assert shapely.union_all(fitted.shapes).area == pytest.approx(4, abs=1e-6)
        assert shapely.intersection(fitted.shapes[0], fitted.shapes[1]).area == pytest.approx(1, abs=1e-3)


def test_width_and_roundness_of_a_strip() -> None:
    strip = box(0, 0, 10, 0.01)
    assert width_m(strip) == pytest.approx(1_106, rel=0.01)
    assert roundness(strip) < 0.01
    assert roundness(shapely.Point(0, 0).buffer(1)) > 0.98
