"""Pockets: places where somebody led a part of a province."""

from __future__ import annotations

import pandas as pd

import geodata
from geodata.rule.pockets import find_pockets

PLACES = pd.DataFrame({"place_id": ["fort", "ford"], "name": ["Fort", "Ford"], "lon": [1.0, 2.0], "lat": [3.0, 4.0]})


def claims(*rows: dict[str, object]) -> pd.DataFrame:
    usual = {
        "province_id": "north", "place_id": "fort", "faction_id": "reds", "side": "resistance", "names_party": True,
        "domain": "countryside", "role": "dominant", "extent": "part", "grade": "direct",
        "strength": "firm",
    }  # fmt: skip
    return pd.DataFrame([usual | row for row in rows], columns=list(usual))


def test_one_pocket_for_a_place_and_faction_with_its_best_grade() -> None:
    (pocket,) = find_pockets(claims({"grade": "adjacent"}, {"grade": "direct"}), PLACES)
    assert (pocket.province_id, pocket.place, pocket.lon, pocket.lat) == ("north", "Fort", 1.0, 3.0)
    assert (pocket.faction_id, pocket.grade) == ("reds", "direct")


def test_what_is_no_pocket() -> None:
    none = claims(
        {"extent": "whole"}, {"domain": "capital"}, {"role": "present"}, {"strength": "weak"}, {"place_id": ""}
    )
    assert find_pockets(none, PLACES) == []
    assert find_pockets(claims(), PLACES) == []


def test_a_named_party_silences_claims_that_name_none_of_its_side() -> None:
    some = claims(
        {}, {"faction_id": "rebels", "names_party": False},
        {"faction_id": "guard", "side": "government", "names_party": False},
        {"faction_id": "rebels", "names_party": False, "place_id": "ford"},
    )  # fmt: skip
    found = {(pocket.place_id, pocket.faction_id) for pocket in find_pockets(some, PLACES)}
    assert found == {("fort", "reds"), ("fort", "guard"), ("ford", "rebels")}


def test_zhawar(afghanistan: geodata.Atlas) -> None:
    # Kaplan and others: Haqqani of the Khalis party at Zhawar in Paktia.
    found = find_pockets(afghanistan.claims(period="1985"), afghanistan.places)
    assert ("paktia", "hezb-i-islami-khalis") in {
        (one.province_id, one.faction_id) for one in found if one.place == "Zhawar"
    }
