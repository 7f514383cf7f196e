"""The atlas in the language of the reader."""

from __future__ import annotations

import pytest

from dashboard.edition import in_language
from geodata import Atlas
from geodata.frames import records
from geodata.telling import spellings_of


def test_english_is_the_atlas_itself(afghanistan: Atlas) -> None:
    assert in_language(afghanistan, "en") is afghanistan


@pytest.mark.parametrize(("language", "kandahar"), [("fa", "قندهار"), ("ps", "کندهار")])
def test_names_come_from_the_tables(afghanistan: Atlas, language: str, kandahar: str) -> None:
    calls = in_language(afghanistan, language).control("1985").set_index("province_id")
    assert calls.loc["kandahar", "name"] == kandahar


def test_a_missing_name_stays_english(afghanistan: Atlas) -> None:
    # Kunar has no Pashto name in the tables.
    calls = in_language(afghanistan, "ps").control("1985").set_index("province_id")
    assert calls.loc["kunar", "name"] == "Kunar"


@pytest.mark.parametrize("language", ["fa", "ps"])
@pytest.mark.parametrize("period", ["1985", "1987", "1988-89"])
def test_the_calls_are_the_same(afghanistan: Atlas, language: str, period: str) -> None:
    kept = ["province_id", "status", "factions", "grade", "claim_ids", "area_km2"]
    local = in_language(afghanistan, language).control(period)[kept]
    assert local.equals(afghanistan.control(period)[kept])


def test_english_spellings_are_still_found(afghanistan: Atlas) -> None:
    places = {row["place_id"]: row for row in records(in_language(afghanistan, "fa").places)}
    assert spellings_of(places["faizabad"])[:3] == ["فیض آباد", "Faizabad", "Fayzabad"]


def test_title_and_sides(afghanistan: Atlas) -> None:
    local = in_language(afghanistan, "fa")
    assert local.title.startswith("افغانستان")
    assert local.side_names["resistance"] == "مجاهدین"


@pytest.mark.parametrize("language", ["fa", "ps"])
def test_what_has_names_of_its_own_in_english_has_them_in_every_language(afghanistan: Atlas, language: str) -> None:
    local = in_language(afghanistan, language)
    assert local.factions["name"].is_unique
    assert local.factions["short_name"].is_unique
    for before, after in ((afghanistan.places, local.places), (afghanistan.alliances, local.alliances)):
        assert after["name"].nunique() == before["name"].nunique()


def test_two_parties_of_one_name_are_told_apart(afghanistan: Atlas) -> None:
    # Both called themselves Hezb-i Islami.
    names = in_language(afghanistan, "fa").factions.set_index("faction_id")["name"]
    assert names["hezb-i-islami-khalis"].startswith("حزب اسلامی")
    assert "Khalis" in names["hezb-i-islami-khalis"]
    assert "Gulbuddin" in names["hezb-i-islami-gulbuddin"]
    assert names["jamiat-i-islami"] == "جمعیت اسلامی افغانستان"
