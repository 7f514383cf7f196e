"""Geometry and calls as the browser takes them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import Point, shape

import geodata
from dashboard.map.payload import calls_payload, geometry_payload
from dashboard.text import texts
from geodata.template import write_template


@pytest.fixture(scope="module")
def atlas() -> geodata.Atlas:
    return geodata.load()


@pytest.fixture(scope="module")
def geometry(atlas: geodata.Atlas) -> dict[str, Any]:
    return geometry_payload(atlas)


@pytest.fixture(scope="module")
def calls(atlas: geodata.Atlas) -> dict[str, Any]:
    return calls_payload(atlas, texts())


def test_shapes_are_sent_once_for_all_periods_that_share_them(geometry: dict[str, Any], calls: dict[str, Any]) -> None:
    # 1985 and 1987 share their shapes; 1988–89 adds the announced outlines.
    assert len(geometry["geometries"]) == 2
    assert [period["geometry"] for period in calls["periods"]] == [0, 0, 1]


def test_a_province_that_comes_has_a_set_of_its_own(tmp_path: Path) -> None:
    squareland = geodata.load(write_template(tmp_path / "squareland"))
    sets = geometry_payload(squareland)["geometries"]
    assert [{province["id"] for province in one["provinces"]} for one in sets] == [
        {"north", "south"},
        {"north", "south", "coast"},
    ]


def test_every_province_has_its_label_and_capital_near_it(geometry: dict[str, Any]) -> None:
    for one in geometry["geometries"]:
        assert len(one["provinces"]) == 29
        for province in one["provinces"]:
            outline = shape({"type": "MultiPolygon", "coordinates": province["polygons"]})
            assert outline.covers(Point(province["label"])), province["id"]
            # Simplified outlines may leave a capital on the border a little outside, never far.
            assert outline.distance(Point(province["capital"]["at"])) < 0.02, province["id"]


def test_simplified_neighbours_still_share_their_border(geometry: dict[str, Any]) -> None:
    outlines = {
        province["id"]: shape({"type": "MultiPolygon", "coordinates": province["polygons"]})
        for province in geometry["geometries"][0]["provinces"]
    }
    kabul, logar = outlines["kabul"], outlines["logar"]
    assert kabul.intersection(logar).length > 0.1
    assert kabul.intersection(logar).area == 0


def test_every_call_has_what_the_map_paints_and_speaks(calls: dict[str, Any]) -> None:
    for period in calls["periods"]:
        provinces = calls["calls"][period["id"]]
        assert len(provinces) == 29
        for province_id, call in provinces.items():
            assert call["shown"]["faction"]["look"] in calls["looks"], province_id
            assert call["capital"]["sign"] in calls["capitalSigns"], province_id
            assert f", {period['label']}: " in call["shown"]["faction"]["label"]
            assert (call["faction"] == "none") == (call["status"] in ("shared", "contested", "no-evidence"))
            assert period["label"] in call["card"]


def test_statements_can_not_smuggle_markup(tmp_path: Path) -> None:
    folder = write_template(tmp_path / "evil")
    factions = folder / "factions.csv"
    text = factions.read_text(encoding="utf-8").replace("Blue Party", "<script>alert(1)</script>")
    factions.write_text(text, encoding="utf-8")
    payload = calls_payload(geodata.load(folder), texts())
    card = payload["calls"]["1900"]["north"]["card"]
    assert "&lt;script&gt;" in card
    assert "<script>" not in card


def test_pockets_are_places_of_the_period_with_their_faction(calls: dict[str, Any]) -> None:
    # Kaplan and others: Haqqani of the Khalis party at Zhawar in Paktia.
    pockets = [pocket for pocket in calls["pockets"]["1985"] if pocket["text"].startswith("Zhawar")]
    assert len(pockets) == 1
    assert "Hezb-i Islami (Khalis)" in pockets[0]["text"]
    assert pockets[0]["province"] == "paktia"
