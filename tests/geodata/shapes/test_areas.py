"""Areas of parts: the atlas's own shape or a circle, within the province, the larger first."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import box

from geodata.shapes.areas import circle, part_areas, part_shape

EAST = box(0, 0, 2, 2)
PROVINCES = gpd.GeoDataFrame({"province_id": ["east"]}, geometry=[EAST], crs="EPSG:4326")
PLACES = pd.DataFrame(
    [("fort", "Fort", 1.0, 1.0, None), ("ford", "Ford", 2.0, 1.0, 5.0), ("isle", "Isle", 9.0, 9.0, None)],
    columns=["place_id", "name", "lon", "lat", "radius_km"],
)
NONE = gpd.GeoDataFrame({"place_id": []}, geometry=[], crs="EPSG:4326")
DEGREE_KM = 111.3
"""A degree of longitude at the equator."""


def areas(*place_ids: str, shapes: gpd.GeoDataFrame = NONE) -> gpd.GeoDataFrame:
    parts: list[dict[str, Any]] = [
        {"province_id": "east", "place_id": one, "status": "held", "factions": ("reds",), "claim_ids": ("C001",)}
        for one in place_ids
    ]
    return part_areas(parts, PROVINCES, PLACES, shapes, 20.0)


def test_a_place_without_a_shape_has_a_circle_of_the_atlas_s_radius() -> None:
    (row,) = areas("fort").to_dict("records")
    west, _, east, _ = row["geometry"].bounds
    assert (east - west) * DEGREE_KM / 2 == pytest.approx(20, rel=0.01)
    assert row["geometry"].centroid.coords[0] == pytest.approx((1, 1), abs=1e-3)
    assert (row["place"], row["claim_ids"]) == ("Fort", ("C001",))


def test_a_place_may_have_a_radius_of_its_own_and_is_cut_at_the_border() -> None:
    # The ford stands on the border: half of the circle is left.
    (shape,) = areas("ford").geometry
    west, _, east, _ = shape.bounds
    assert east == pytest.approx(2)
    assert (east - west) * DEGREE_KM == pytest.approx(5, rel=0.01)


def test_a_shape_of_the_atlas_comes_before_a_circle() -> None:
    shapes = gpd.GeoDataFrame({"place_id": ["fort"]}, geometry=[box(1, 1, 3, 3)], crs="EPSG:4326")
    (shape,) = areas("fort", shapes=shapes).geometry
    assert shape.equals(box(1, 1, 2, 2))


def test_what_lies_outside_of_the_province_is_not_drawn() -> None:
    assert areas("isle").empty


def test_the_larger_come_first() -> None:
    assert list(areas("ford", "fort")["place_id"]) == ["fort", "ford"]


def test_no_parts_is_an_empty_table_with_its_columns() -> None:
    empty = areas()
    assert empty.empty
    assert {"province_id", "factions", "geometry"} <= set(empty.columns)


def test_a_circle_is_round_on_the_ground_far_from_the_equator() -> None:
    # At 60° a degree of longitude is half as long as one of latitude.
    west, south, east, north = circle(10, 60, 50).bounds
    assert (east - west) / (north - south) == pytest.approx(2, rel=0.01)


def test_an_area_that_only_touches_the_province_is_none() -> None:
    assert part_shape(1, 1, 10, EAST, box(2, 0, 3, 2)).is_empty
