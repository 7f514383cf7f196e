"""Finding in any spelling that the tables know."""

from __future__ import annotations

import pytest

from dashboard.edition import edition_of
from dashboard.shell.find import findable, period_with
from geodata import load

ATLAS = load()
FOUND = {one.label: one for one in findable(edition_of(ATLAS))}


@pytest.mark.parametrize(
    ("spelling", "kind", "key"),
    [
        ("Kunduz (province)", "province", "kunduz"),
        ("Qunduz → Kunduz (province)", "province", "kunduz"),
        ("کندز → Kunduz (province)", "province", "kunduz"),
        ("بلخ → Balkh (province)", "province", "balkh"),
        ("Fayzabad → Faizabad (in Badakhshan)", "town", "faizabad"),
        ("فیض آباد → Faizabad (in Badakhshan)", "town", "faizabad"),
        ("Jamiat-i Islami (faction)", "faction", "jamiat-i-islami"),
        ("JAM → Jamiat-i Islami (faction)", "faction", "jamiat-i-islami"),
        ("قندوز → Kunduz (in Kunduz)", "town", "kunduz"),
        ("Ahmad Shah Massoud → Shura-e Nazar (faction)", "faction", "shura-e-nazar"),
        ("Gulbuddin Hekmatyar → Hezb-i Islami (Gulbuddin) (faction)", "faction", "hezb-i-islami-gulbuddin"),
        ("Babrak Karmal → Government (DRA) (faction)", "faction", "dra-government"),
    ],
)
def test_a_spelling_leads_to_what_it_names(spelling: str, kind: str, key: str) -> None:
    assert (FOUND[spelling].kind, FOUND[spelling].id) == (kind, key)


def test_nothing_is_missing_and_towns_know_their_province() -> None:
    ids = {(one.kind, one.id) for one in FOUND.values()}
    assert {key for kind, key in ids if kind == "faction"} == set(ATLAS.factions["faction_id"])
    assert {key for kind, key in ids if kind == "province"} >= set(ATLAS.control("1985")["province_id"])
    places = ATLAS.places.set_index("place_id")["province_id"]
    for one in FOUND.values():
        if one.kind == "town":
            assert one.province_id == places[one.id]


def test_a_province_is_shown_in_a_period_that_has_it() -> None:
    assert period_with(edition_of(ATLAS), "kunduz", "1987") == "1987"
    late = set(ATLAS.provinces("1988-89")["province_id"]) - set(ATLAS.provinces("1985")["province_id"])
    for province_id in late:
        assert period_with(edition_of(ATLAS), province_id, "1985") != "1985"
