"""Finding in any spelling that the tables know."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dashboard.edition import edition_of
from dashboard.server.find_asset import find_asset
from dashboard.shell.find import findable, findable_asset, period_with, province_of
from dashboard.text import LANGUAGES
from geodata.telling import sounds
from tests.built_in import ATLAS
from tests.made_up import Folder

EDITION = edition_of(ATLAS)
FOUND = {one.key: one for one in findable(EDITION)}


@pytest.mark.parametrize(
    ("spelling", "key"),
    [
        ("Kunduz", "province kunduz"),
        ("Qunduz", "province kunduz"),
        ("کندز", "province kunduz"),
        ("بلخ", "province balkh"),
        ("Fayzabad", "town faizabad"),
        ("فیض آباد", "town faizabad"),
        ("Jamiat-i Islami", "faction jamiat-i-islami"),
        ("JAM", "faction jamiat-i-islami"),
        ("قندوز", "town kunduz"),
        ("Ahmad Shah Massoud", "faction shura-e-nazar"),
        ("Gulbuddin Hekmatyar", "faction hezb-i-islami-gulbuddin"),
        ("Babrak Karmal", "faction dra-government"),
    ],
)
def test_a_spelling_leads_to_what_it_names(spelling: str, key: str) -> None:
    one = FOUND[key]
    assert spelling in (one.name, *one.spellings)


def test_there_is_one_row_a_thing_and_nothing_is_missing() -> None:
    assert len(FOUND) == len(findable(EDITION)) == len(json.loads(findable_asset(EDITION).content))
    ids = {(one.kind, one.id) for one in FOUND.values()}
    assert {key for kind, key in ids if kind == "faction"} == set(ATLAS.factions["faction_id"])
    assert {key for kind, key in ids if kind == "province"} >= set(ATLAS.control("1985")["province_id"])
    assert {key for kind, key in ids if kind == "town"} == set(ATLAS.places["place_id"])
    places = ATLAS.places.set_index("place_id")["province_id"]
    for one in FOUND.values():
        if one.kind == "town":
            assert one.province_id == places[one.id]


def test_towns_of_one_name_in_one_province_are_told_apart(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "squareland")
    for number in (1, 2):
        folder.append("places.csv", place_id=f"ford-{number}", name="Ford", province_id="north", lon="0.5", lat="1.5",
                      kind="village", position="gazetteer", source_id="S02")  # fmt: skip
    folder.append("places.csv", place_id="ford-3", name="Ford", province_id="south", lon="0.5", lat="0.5",
                  kind="village", position="gazetteer", source_id="S02")  # fmt: skip
    fords = [(one.id, one.about) for one in findable(edition_of(folder.load())) if one.name == "Ford"]
    assert fords == [("ford-1", "in North, ford-1"), ("ford-2", "in North, ford-2"), ("ford-3", "in South")]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("masood", "Massoud"),
        ("Masud", "Massoud"),
        ("كابل", "کابل"),
        ("باميان", "بامیان"),
        ("Nangahār", "Nangahar"),
        ("hekmatyaar", "Hekmatyaar"),
    ],
)
def test_what_sounds_alike_is_written_alike(typed: str, written: str) -> None:
    assert sounds(typed) == sounds(written)


def test_names_that_differ_stay_apart() -> None:
    assert len({sounds(name) for name in ATLAS.control("1985")["name"]}) == 29


def test_a_province_is_shown_in_a_period_that_has_it() -> None:
    assert period_with(EDITION, "kunduz", "1987") == "1987"
    late = set(ATLAS.provinces("1988-89")["province_id"]) - set(ATLAS.provinces("1985")["province_id"])
    for province_id in late:
        assert period_with(EDITION, province_id, "1985") != "1985"


@pytest.mark.parametrize(
    ("kind", "key", "province"),
    [
        ("province", "kunduz", "kunduz"),
        ("town", "faizabad", "badakhshan"),
        ("province", "xyzzy", None),
        ("town", "xyzzy", None),
        ("faction", "jamiat-i-islami", None),
    ],
)
def test_where_a_thing_is_found(kind: str, key: str, province: str | None) -> None:
    assert province_of(EDITION, kind, key) == province


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_process_serves_the_file_that_a_page_names(language: str) -> None:
    wanted = findable_asset(edition_of(ATLAS, language))
    found = find_asset(EDITION, wanted.name)
    assert found is not None
    assert found.content == wanted.content


@pytest.mark.parametrize("name", ["find-en.0123456789ab.json", "find-xx.0123456789ab.json"])
def test_no_file_has_another_name(name: str) -> None:
    assert find_asset(EDITION, name) is None
