"""Land that two provinces claim, where the atlas says that they do."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pytest
from shapely.geometry import box

from geodata.shapes import alone, claimed_twice

PAIR = box(0, 0, 2, 1), box(1, 0, 3, 1)


def provinces(*shapes: Any, disputed: dict[str, str]) -> gpd.GeoDataFrame:
    ids = ["a", "b", "c"][: len(shapes)]
    columns = {"province_id": ids, "disputed_with": [disputed.get(one, "") for one in ids]}
    return gpd.GeoDataFrame(columns, geometry=list(shapes), crs="EPSG:4326")


@pytest.mark.parametrize("disputed", [{"a": "b"}, {"b": "a"}, {"a": "b", "b": "a"}])
def test_it_is_a_piece_of_its_own_whoever_says_so(disputed: dict[str, str]) -> None:
    pair = provinces(*PAIR, disputed=disputed)
    ((one, other, land),) = claimed_twice(pair)
    assert (one, other) == (0, 1)
    assert land.equals(box(1, 0, 2, 1))
    assert [shape.bounds for shape in alone(pair)] == [(0, 0, 1, 1), (2, 0, 3, 1)]


def test_what_lies_on_each_other_without_a_word_is_not_disputed() -> None:
    pair = provinces(*PAIR, disputed={})
    assert claimed_twice(pair) == []
    assert [shape.bounds for shape in alone(pair)] == [one.bounds for one in PAIR]


def test_neighbours_that_only_touch_share_no_land() -> None:
    assert claimed_twice(provinces(box(0, 0, 1, 1), box(1, 0, 2, 1), disputed={"a": "b"})) == []


def test_a_province_of_which_another_claims_everything_is_still_drawn() -> None:
    small, large = box(0, 0, 1, 1), box(0, 0, 3, 1)
    found = alone(provinces(small, large, disputed={"a": "b"}))
    assert found[0].equals(small)
    assert found[1].bounds == (1, 0, 3, 1)


def test_a_name_that_is_not_there_and_the_own_one_are_nobody() -> None:
    assert claimed_twice(provinces(*PAIR, disputed={"a": "a;nobody"})) == []
