"""Geometry and calls in few bytes."""

from __future__ import annotations

import json
from typing import Any

import pytest

import geodata
from dashboard.map.pack import pack_calls, pack_geometry, pack_path
from dashboard.map.payload import calls_payload, geometry_payload
from dashboard.text import texts


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
    assert unpack_path(pack_path(path), 1000) == path


def test_every_outline_and_line_comes_back_as_it_was(afghanistan: geodata.Atlas) -> None:
    plain = geometry_payload(afghanistan)
    packed = json.loads(json.dumps(pack_geometry(plain)))

    def path(number: int) -> list[list[float]]:
        return unpack_path(packed["paths"][number], packed["scale"])

    unpacked: list[dict[str, Any]] = [
        {
            "provinces": [
                {**one, "polygons": [[path(number) for number in rings] for rings in one["polygons"]]}
                for one in shapes["provinces"]
            ],
            "lines": [{**one, "paths": [path(number) for number in one["paths"]]} for one in shapes["lines"]],
        }
        for shapes in packed["geometries"]
    ]
    assert unpacked == plain["geometries"]
    assert packed["bounds"] == plain["bounds"]


def test_what_two_sets_share_is_written_once(afghanistan: geodata.Atlas) -> None:
    first, second = pack_geometry(geometry_payload(afghanistan))["geometries"]
    # The provinces of 1988–89 are those of before; only the announced outlines come on top.
    assert [one["polygons"] for one in first["provinces"]] == [one["polygons"] for one in second["provinces"]]


def test_cards_come_back_line_by_line(afghanistan: geodata.Atlas) -> None:
    plain = calls_payload(afghanistan, texts())
    packed = pack_calls(plain)
    for period, provinces in plain["calls"].items():
        for province, call in provinces.items():
            lines = [packed["lines"][number] for number in packed["calls"][period][province]["card"]]
            assert lines == [line.strip() for line in call["card"].splitlines() if line.strip()]
    assert len(set(packed["lines"])) == len(packed["lines"])
    assert isinstance(plain["calls"]["1985"]["herat"]["card"], str)
