"""Stops of the slider: one for each day, month, year or decade with a value, or those that the mapping lists."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from geodata import AtlasError
from geodata.dates import Period
from geodata.importing import ImportMapping, read_mapping
from geodata.importing.spans import read_span
from geodata.importing.stops import make_stops
from tests.geodata.importing.raw import MAPPING


def mapping(folder: Path, stops: Any) -> ImportMapping:
    (folder / "mapping.yaml").write_text(json.dumps({**MAPPING, "stops": stops}), encoding="utf-8")
    return read_mapping(folder / "mapping.yaml")


def made(folder: Path, stops: Any, dates: Sequence[str] = ()) -> list[Period]:
    return make_stops(mapping(folder, stops), [span for one in dates if (span := read_span(one))])


def test_one_for_each_with_a_value_and_none_between(tmp_path: Path) -> None:
    dates = ["1953-02", "1950-06-01", "1950-07"]
    assert [one.id for one in made(tmp_path, {"each": "year"}, dates)] == ["1950", "1953"]
    assert [one.id for one in made(tmp_path, {"each": "month"}, dates)] == ["1950-06", "1950-07", "1953-02"]
    assert [(one.id, one.label) for one in made(tmp_path, {"each": "decade"}, dates)] == [("1950s", "1950s")]


def test_a_value_of_three_months_is_of_three_stops(tmp_path: Path) -> None:
    found = made(tmp_path, {"each": "month"}, ["1950-11/1951-01"])
    assert [one.id for one in found] == ["1950-11", "1950-12", "1951-01"]


def test_listed_ones_with_what_is_told_of_them(tmp_path: Path) -> None:
    listed = [{"id": "war", "label": "The war", "start": "1950-06", "end": "1951", "note": "Nobody counted."}]
    (stop,) = made(tmp_path, {"list": listed})
    assert (stop.id, stop.label, stop.note) == ("war", "The war", "Nobody counted.")
    assert (stop.start.isoformat(), stop.end.isoformat()) == ("1950-06-01", "1951-12-31")
    assert stop.edtf == "1950-06-01/1951-12-31"


@pytest.mark.parametrize(
    ("stops", "dates", "told"),
    [
        ({}, [], "not said which stops there are"),
        ({"each": "year", "list": [{"id": "a", "start": "1950", "end": "1950"}]}, [], "not said which stops there are"),
        ({"each": "year"}, [], "no date in any table"),
        ({"each": "day"}, ["1000/1999"], "more than .* stops.*longer one than day"),
        ({"list": [{"id": "a", "start": "soon", "end": "1950"}]}, [], r'stops\.list\.1\.start, value "soon": no date'),
        ({"list": [{"id": "a", "start": "1951", "end": "1950"}]}, [], r"stops\.list\.1\.end.*ends before it begins"),
    ],
)
def test_what_makes_no_stops_has_its_line(tmp_path: Path, stops: Any, dates: list[str], told: str) -> None:
    with pytest.raises(AtlasError, match=rf"mapping\.yaml, row 1.*{told}"):
        made(tmp_path, stops, dates)
