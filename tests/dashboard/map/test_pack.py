"""Geometry and calls in few bytes."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

import geodata
from dashboard.edition import edition_of
from dashboard.map.pack import pack_geometry, pack_path
from dashboard.map.payload import geometry_payload

GROUND: dict[str, Any] = {"bounds": [], "flat": False, "decimals": 3}


def unpack_path(text: str, scale: float) -> list[list[float]]:
    """The other way round, as the description of the encoded polyline format tells it."""
    numbers, value, shift = [], 0, 0
    for letter in text:
        chunk = ord(letter) - 63
        value |= (chunk & 31) << shift
        shift += 5
        if chunk < 32:
            numbers.append(~(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    points, x, y = [], 0, 0
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append([x / scale, y / scale])
    return points


@pytest.mark.parametrize(
    "path",
    [
        [],
        [[0.0, 0.0]],
        [[61.21, 35.6], [61.222, 35.595], [61.222, 35.595]],
        [[-179.999, -89.999], [179.999, 89.999], [-0.001, 0.001]],
    ],
)
def test_a_path_comes_back(path: list[list[float]]) -> None:
    assert unpack_path(pack_path(path, 1000), 1000) == path


def path_of(packed: dict[str, Any], numbers: list[int]) -> list[list[float]]:
    """A path again: its arcs one after the other, each beginning where the one before ended."""
    points: list[list[float]] = []
    for number in numbers:
        arc = unpack_path(packed["arcs"][max(number, -number - 1)], packed["scale"])
        arc = arc if number >= 0 else arc[::-1]
        assert not points or points[-1] == arc[0]
        points += arc if not points else arc[1:]
    return points


def as_rings(path: list[list[float]]) -> list[list[float]]:
    """A closed path from its smallest point on, wherever it began."""
    if path[0] != path[-1]:
        return path
    start = path.index(min(path))
    return [*path[start:-1], *path[: start + 1]]


def without_repeats(path: np.ndarray) -> list[list[float]]:
    points = path.tolist()
    return [point for place, point in enumerate(points) if place == 0 or point != points[place - 1]]


def test_every_outline_and_line_comes_back_as_it_was(afghanistan: geodata.Atlas) -> None:
    plain = geometry_payload(edition_of(afghanistan))
    packed = json.loads(json.dumps(pack_geometry(plain)))
    assert packed["bounds"] == plain["bounds"]
    for whole, short in zip(plain["geometries"], packed["geometries"], strict=True):
        for one, other in zip(whole["provinces"], short["provinces"], strict=True):
            assert {**one, "polygons": []} == {**other, "polygons": []}
            for rings, numbers in zip(one["polygons"], other["polygons"], strict=True):
                unpacked = [as_rings(path_of(packed, ring)) for ring in numbers]
                assert unpacked == [as_rings(without_repeats(ring)) for ring in rings]
        for one, other in zip(whole["lines"], short["lines"], strict=True):
            assert {**one, "paths": []} == {**other, "paths": []}
            unpacked = [as_rings(path_of(packed, numbers)) for numbers in other["paths"]]
            assert unpacked == [as_rings(without_repeats(path)) for path in one["paths"]]


def test_two_provinces_and_the_line_between_them_share_an_arc() -> None:
    def province(name: str, ring: list[list[float]]) -> dict[str, Any]:
        return {"id": name, "polygons": [[ring]], "label": [0, 0], "capital": None}

    left = province("left", [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]])
    right = province("right", [[1, 0], [2, 0], [2, 1], [1, 1], [1, 0]])
    lines = [{"kind": "as-today", "paths": [[[1, 0], [1, 1]]]}]
    packed = pack_geometry({**GROUND, "geometries": [{"provinces": [left, right], "lines": lines}]})
    # The border, and the rest of either outline.
    assert len(packed["arcs"]) == 3
    shapes = packed["geometries"][0]
    (border,) = shapes["lines"][0]["paths"][0]
    of_left, of_right = (set(one["polygons"][0][0]) for one in shapes["provinces"])
    assert {border, -border - 1} & of_left
    assert {border, -border - 1} & of_right
    # Neighbours run along their border in opposite directions.
    assert not of_left & of_right


def test_an_island_is_one_arc() -> None:
    ring = [[5, 5], [6, 5], [6, 6], [5, 6], [5, 5]]
    turned = [[6, 6], [5, 6], [5, 5], [6, 5], [6, 6]]
    provinces = [{"id": "i", "polygons": [[ring]], "label": [5, 5], "capital": None}]
    shapes = {"provinces": provinces, "lines": [{"kind": "outer", "paths": [turned]}]}
    packed = pack_geometry({**GROUND, "geometries": [shapes]})
    assert packed["geometries"][0]["provinces"][0]["polygons"] == [[[0]]]
    assert packed["geometries"][0]["lines"][0]["paths"] == [[0]]


def test_what_two_sets_share_is_written_once() -> None:
    ring = [[5, 5], [6, 5], [6, 6], [5, 6], [5, 5]]
    provinces = [{"id": "i", "polygons": [[ring]], "label": [5, 5], "capital": None}]
    sets = [{"provinces": provinces, "lines": []}, {"provinces": provinces, "lines": []}]
    packed = pack_geometry({**GROUND, "geometries": sets})
    first, second = packed["geometries"]
    assert first == second
    assert len(packed["arcs"]) == 1


def test_an_outline_too_small_for_whole_numbers_stays() -> None:
    ring = [[5, 5], [5.0001, 5], [5.0001, 5.0001], [5, 5]]
    provinces = [{"id": "i", "polygons": [[ring]], "label": [5, 5], "capital": None}]
    packed = pack_geometry({**GROUND, "geometries": [{"provinces": provinces, "lines": []}]})
    assert path_of(packed, packed["geometries"][0]["provinces"][0]["polygons"][0][0]) == [[5.0, 5.0], [5.0, 5.0]]
