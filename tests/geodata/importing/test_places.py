"""Towns that somebody held: places with a circle, told of by month, in the unit that they lie in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import geodata
from geodata.importing.report import Tally
from tests.geodata.importing.conftest import Import
from tests.geodata.importing.raw import write_lines

PLACES: dict[str, Any] = {
    "file": "towns.csv",
    "lon": "lon",
    "lat": "lat",
    "name": "town",
    "radius_km": 5,
    "category": "who",
    "date": "day",
    "source": "S01",
}

HELD = ("unit,date,who", "North,1950,Blue", "South,1951,Red")


def tally(report: Any) -> Tally:
    found: Tally = next(one for one in report.tallies if one.file == "towns.csv")
    return found


def test_decimal_commas_blank_rows_and_rows_that_say_nothing(raw: Path, imported: Import) -> None:
    write_lines(raw, "control.csv", *HELD)
    write_lines(
        raw,
        "towns.csv",
        "town;lon;lat;day;who",
        "Northton;0,5;1,5;1950;Red",
        "Northton;0,5;1,5;1951;Blue",
        ";;;;",
        "Southton;0,5;0,5;1950;",
        "Southton;0,5;0,5;;Red",
        "Lost;;;1950;Red",
        "Far;50;50;1950;Red",
        "Old;0,5;0,5;1800;Red",
    )
    stops = {"list": [{"id": one, "start": one, "end": one} for one in ("1950", "1951")]}
    atlas, report = imported(places=[PLACES], stops=stops)
    # One town, told of twice; its circle is no border and colours no unit.
    (town,) = atlas.places.to_dict("records")
    assert (town["place_id"], town["province_id"], town["lon"], town["lat"]) == ("northton", "north", 0.5, 1.5)
    assert {one.id: atlas.areas(one.id)["factions"].tolist() for one in atlas.periods} == {
        "1950": [("reds",)],
        "1951": [("blues",)],
    }
    found = tally(report)
    assert (found.read, found.used) == (8, 2)
    assert dict(found.left_out) == {
        "blank row": 1,
        "no value": 1,
        "no date": 1,
        "no position": 1,
        "in no unit that stands then": 1,
        "dated in no stop": 1,
    }


def test_two_towns_of_one_name_are_two_places(raw: Path, imported: Import) -> None:
    write_lines(raw, "control.csv", *HELD)
    rows = ("Newton,0.5,1.5,1950,Red", "Newton,0.5,0.5,1950,Red", "Newton,0.5,1.5,1951,Red")
    write_lines(raw, "towns.csv", "town,lon,lat,day,who", *rows)
    atlas, _ = imported(places=[PLACES])
    assert dict(zip(atlas.places["place_id"], atlas.places["province_id"], strict=True)) == {
        "newton": "north",
        "newton-2": "south",
    }


@pytest.mark.parametrize(
    ("changes", "row", "told"),
    [
        ({"lat": None}, "A,0.5,1.5,1950,Red", r"places\.1\.lat.*this key is missing"),
        ({}, "A,0.5,150,1950,Red", r'towns\.csv, row 2, column lon, value "0.5 150": no place on earth.*exchanged'),
        ({}, "A,0.5,1.5,soon,Red", r'towns\.csv, row 2, column day, value "soon": no date'),
        ({}, "A,0.5,1.5,1950,Green", r'value "Green": in no category of the mapping, once'),
    ],
)
def test_what_is_no_town(raw: Path, imported: Import, changes: dict[str, Any], row: str, told: str) -> None:
    write_lines(raw, "control.csv", *HELD)
    write_lines(raw, "towns.csv", "town,lon,lat,day,who", row)
    options = {key: value for key, value in {**PLACES, **changes}.items() if value is not None}
    with pytest.raises(geodata.AtlasError, match=told):
        imported(places=[options])
