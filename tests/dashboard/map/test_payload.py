"""Geometry and calls as the browser takes them."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from shapely.geometry import Point, shape

import geodata
from benchmarks.made import make_atlas
from dashboard.edition import edition_of
from dashboard.map.payload import calls_payload, geometry_payload, states_of
from geodata.tables.template import write_template


@pytest.fixture(scope="module")
def atlas() -> geodata.Atlas:
    return geodata.load()


@pytest.fixture(scope="module")
def geometry(atlas: geodata.Atlas) -> dict[str, Any]:
    return geometry_payload(edition_of(atlas))


@pytest.fixture(scope="module")
def calls(atlas: geodata.Atlas) -> dict[str, Any]:
    return calls_payload(edition_of(atlas))


def test_shapes_are_sent_once_for_all_periods_that_share_them(geometry: dict[str, Any], calls: dict[str, Any]) -> None:
    # All three have the same 29 provinces; the announced outlines of 1988–89 come on top.
    assert len(geometry["geometries"]) == 1
    assert [period["geometry"] for period in calls["periods"]] == [0, 0, 0]
    lines = {line["kind"]: line.get("periods") for line in geometry["geometries"][0]["lines"]}
    assert lines.pop("announced") == ["1988-89"]
    assert set(lines.values()) == {None}


def test_a_province_that_comes_has_a_set_of_its_own(tmp_path: Path) -> None:
    squareland = geodata.load(write_template(tmp_path / "squareland"))
    sets = geometry_payload(edition_of(squareland))["geometries"]
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


def test_every_call_has_what_the_map_paints_and_speaks(atlas: geodata.Atlas, calls: dict[str, Any]) -> None:
    for period in atlas.periods:
        states = states_of(calls, period.id)
        told = atlas.control(period.id).set_index("province_id")
        assert set(states) == set(told.index)
        for province_id, state in states.items():
            shown = state["shown"]["faction"]
            assert shown["look"] in calls["looks"], province_id
            assert state["capital"]["sign"] in calls["capitalSigns"], province_id
            assert state["status"] == told.loc[province_id, "status"]
            assert state["faction"] == (told.loc[province_id, "faction_id"] or "none")
            against = told.loc[province_id, "claims_against"]
            if state["status"] in ("partly", "no-evidence"):
                assert "other report" in state["card"][0], province_id
            else:
                assert f", {against} against · " in state["card"][0], province_id
                assert state["card"][1] == shown["what"]
            assert bool(state["dissent"]) == (told.loc[province_id, "claims_against"] > 0)


def test_what_provinces_share_is_sent_once(atlas: geodata.Atlas) -> None:
    every = calls_payload(edition_of(atlas), geodata.COLOURINGS)
    assert len({str(state) for state in every["states"]}) == len(every["states"])
    # 87 calls: 29 provinces in each of three periods.
    assert sum(len(numbers) for numbers in every["calls"].values()) == 87
    assert len(every["states"]) < 87


def test_names_of_provinces_and_capitals_stay_out_of_the_states(atlas: geodata.Atlas) -> None:
    calls = calls_payload(edition_of(atlas), geodata.COLOURINGS)
    named = {province_id: (name, capital) for province_id, name, capital in calls["provinces"][0]}
    # From the table of shapes and that of places: Bamian's capital has its name, Logar's is Pul-i Alam.
    assert named["kunduz"] == ("Kunduz", "Kunduz")
    states = states_of(calls, "1985")
    assert states["kunduz"]["shown"]["capital"]["what"].startswith("Capital {capital}: ")
    assert calls["label"].format(province="Kunduz", period="1985", what="x") == "Kunduz, 1985: x"


def test_numbers_are_few_bytes_however_many_provinces(tmp_path: Path) -> None:
    made = geodata.load(make_atlas(tmp_path / "made", provinces=400, periods=3))
    calls = calls_payload(edition_of(made), geodata.COLOURINGS)
    for period in made.periods:
        told = dict(zip(*(made.control(period.id)[column] for column in ("province_id", "status")), strict=True))
        assert {key: state["status"] for key, state in states_of(calls, period.id).items()} == told
    # A number of at most three digits and a comma for each province and period.
    assert len(json.dumps(calls["calls"], separators=(",", ":"))) < 400 * 3 * 4 + 100


def test_small_provinces_keep_their_shape(tmp_path: Path) -> None:
    made = geodata.load(make_atlas(tmp_path / "made", provinces=400, periods=1))
    shapes = geometry_payload(edition_of(made))["geometries"][0]["provinces"]
    true = made.provinces(made.periods[0].id).set_index("province_id").geometry
    typical = median(one.area for one in true)
    for province in shapes:
        outline = shape({"type": "MultiPolygon", "coordinates": province["polygons"]})
        # A twelfth of the width of a typical province on either side leaves its area about what it was.
        assert abs(outline.area - true[province["id"]].area) < 0.25 * typical, province["id"]


def test_areas_are_what_the_atlas_tells_of_parts(atlas: geodata.Atlas, calls: dict[str, Any]) -> None:
    for period in atlas.periods:
        told = atlas.areas(period.id)
        drawn = calls["areas"][period.id]
        assert [(one["province"], one["place"]) for one in drawn] == list(
            zip(told["province_id"], told["place_id"], strict=True)
        )
        for one, claim_ids in zip(drawn, told["claim_ids"], strict=True):
            assert tuple(one["claims"]) == claim_ids
            assert one["shown"]["faction"]["look"] in calls["looks"]
            assert one["text"].endswith(("firm evidence", "weak evidence"))


def test_an_area_lies_in_its_province_and_its_shape_is_sent_once(atlas: geodata.Atlas, calls: dict[str, Any]) -> None:
    shapes = calls["areaShapes"]
    assert len({str(one) for one in shapes}) == len(shapes)
    outlines = atlas.provinces("1985").set_index("province_id").geometry
    assert calls["areas"]["1985"]
    for one in calls["areas"]["1985"]:
        drawn = shape({"type": "MultiPolygon", "coordinates": shapes[one["shape"]]})
        # Simplified and rounded: a kilometre at most beyond the border.
        assert outlines[one["province"]].buffer(0.01).contains(drawn), one["text"]


def test_a_colouring_by_capital_draws_no_areas(atlas: geodata.Atlas) -> None:
    every = calls_payload(edition_of(atlas), ("faction", "capital"))
    assert all("faction" in one["shown"] and "capital" not in one["shown"] for one in every["areas"]["1985"])
