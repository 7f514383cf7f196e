"""The plane that a map is drawn in."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely.geometry import Polygon, box

from geodata.shapes import Plane, on_one_globe, plane_of, printed_plane_of
from geodata.shapes.plane import METRES


def frame(*shapes: Any) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(geometry=[on_one_globe(shape) for shape in shapes], crs="EPSG:4326")


ISLANDS = Polygon([(176, -20), (-178, -20), (-178, -15), (176, -15)])


def wide(west: float, south: float, east: float, north: float) -> Any:
    """A box with points along its sides: a side of more than half the world would go the other way."""
    return box(west, south, east, north).segmentize(10)


ICE = Polygon([(longitude, -70) for longitude in range(-170, 180, 20)])


class TestChoice:
    def test_country_is_drawn_in_degrees_as_it_is(self) -> None:
        shapes = frame(box(60, 30, 75, 38))
        plane = plane_of(shapes)
        assert plane.kind == "degrees"
        assert plane.drawn(shapes.geometry)[0] is shapes.geometry[0]
        assert plane.at(66.5, 34.5) == (66.5, 34.5)

    def test_country_across_180_degrees_is_in_one_piece(self) -> None:
        shapes = frame(ISLANDS, box(170, -20, 176, -15))
        plane = plane_of(shapes)
        assert plane.kind == "degrees"
        islands, beside = plane.drawn(shapes.geometry)
        assert islands.geom_type == "Polygon"
        assert islands.equals(box(176, -20, 182, -15))
        assert beside.equals(box(170, -20, 176, -15))
        assert plane.at(-179, -18) == (181, -18)

    @pytest.mark.parametrize(("shape", "kind"), [
        (ICE, "azimuthal"), (box(20, 68, 30, 80), "azimuthal"), (wide(-170, -50, 170, 70), "world"),
        (box(-10, 0, 95, 40), "azimuthal"),
    ])  # fmt: skip
    def test_what_the_browser_would_blow_up_is_flat(self, shape: Any, kind: str) -> None:
        assert plane_of(frame(shape)).kind == kind

    def test_no_shapes_at_all(self) -> None:
        assert plane_of(frame()).kind == "degrees"

    def test_world_is_cut_where_no_land_is(self) -> None:
        # Land from 60° W over 0° to 160° W: nothing between 160° W and 60° W but the islands' end.
        world = frame(box(-60, -40, 60, 60), Polygon([(60, 0), (-160, 0), (-160, 60), (60, 60)]))
        plane = plane_of(world)
        assert plane.kind == "world"
        drawn = plane.drawn(world.geometry)
        assert [shape.geom_type for shape in drawn] == ["Polygon", "Polygon"]


class TestDrawn:
    def test_pole_has_no_seam(self) -> None:
        shapes = frame(ICE)
        drawn = plane_of(shapes).drawn(shapes.geometry)[0]
        assert (drawn.geom_type, len(drawn.interiors)) == ("Polygon", 0)
        # Area of a cap beyond 70° on a sphere as large as the earth: 2πR²(1 - sin 70°); the ellipsoid is near.
        expected = 2 * np.pi * 6_371_007**2 * (1 - np.sin(np.radians(70)))
        assert drawn.area * METRES**2 == pytest.approx(expected, rel=0.01)

    def test_areas_of_the_world_are_true(self) -> None:
        shapes = frame(box(0, 0, 10, 10), box(-150, 60, -140, 70), box(100, -60, 110, -50), ISLANDS)
        plane = plane_of(frame(wide(-170, -60, 170, 70)))
        assert plane.kind == "world"
        areas = shapely.area(plane.drawn(shapes.geometry)) * METRES**2
        assert areas == pytest.approx(shapes.to_crs("EPSG:6933").area.to_numpy(), rel=1e-3)

    def test_borders_stay_shared(self) -> None:
        shapes = frame(box(0, 0, 50, 40), box(50, 0, 100, 40), ISLANDS, box(170, -20, 176, -15))
        drawn = Plane("world", 10.0).drawn(shapes.geometry)
        assert shapely.coverage_is_valid(drawn)

    def test_places_lie_where_their_provinces_do(self) -> None:
        shapes = frame(ISLANDS, ICE, wide(-170, 10, 100, 60))
        for plane in (plane_of(shapes), printed_plane_of(shapes)):
            islands, ice, land = plane.drawn(shapes.geometry)
            assert islands.covers(shapely.Point(plane.at(-179, -17)))
            assert islands.covers(shapely.Point(plane.at(179, -17)))
            assert ice.covers(shapely.Point(plane.at(100, -80)))
            assert land.covers(shapely.Point(plane.at(50, 30)))

    def test_metres_are_those_of_the_projection(self) -> None:
        shapes = frame(box(60, 30, 75, 38))
        plane = printed_plane_of(shapes)
        assert plane.kind == "azimuthal"
        laid = plane.in_metres(shapes)
        assert laid.total_bounds == pytest.approx(shapes.segmentize(1).to_crs(plane.crs).total_bounds, abs=1)
