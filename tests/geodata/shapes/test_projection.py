"""Projection and scale of printed maps."""

from __future__ import annotations

import geopandas as gpd
import pytest
from shapely.geometry import box

import geodata
from geodata.shapes.projection import Centre, centre_of, equal_area, round_length
from geodata.shapes.provinces import areas_km2


def shapes(*boxes: tuple[float, float, float, float]) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(geometry=[box(*one) for one in boxes], crs="EPSG:4326")


@pytest.mark.parametrize(
    ("boxes", "centre"),
    [
        ([(10, -1, 14, 1)], (12, 0)),
        ([(-80, -60, -70, -50)], (-75, -55.2)),  # meridians close in towards the pole: the far side is shorter
        ([(178, -1, 180, 1), (-180, -1, -176, 1)], (-179, 0)),
    ],
)
def test_centre_is_the_middle_of_what_is_drawn(
    boxes: list[tuple[float, float, float, float]], centre: tuple[float, float]
) -> None:
    assert centre_of(shapes(*boxes)) == pytest.approx(Centre(*centre), abs=0.3)


def test_around_a_pole_the_middle_is_the_pole() -> None:
    around = shapes(*[(west, 70, west + 30, 80) for west in range(-180, 180, 30)])
    assert centre_of(around).latitude == pytest.approx(90, abs=0.5)


def test_projection_keeps_areas(afghanistan: geodata.Atlas) -> None:
    provinces = afghanistan.provinces("1985")
    drawn = provinces.to_crs(equal_area(centre_of(provinces))).area / 1e6
    assert drawn.to_numpy() == pytest.approx(areas_km2(provinces).to_numpy(), rel=1e-4)


@pytest.mark.parametrize(("longest", "length"), [(999, 500), (1000, 1000), (4.9, 2), (0.011, 0.01)])
def test_scale_bar_has_a_round_length_that_fits(longest: float, length: float) -> None:
    assert round_length(longest) == pytest.approx(length)
