"""Another reading in words: what differs, where, and the claims that fell away."""

from __future__ import annotations

import pytest

from dashboard.edition import Edition, edition_of
from dashboard.parts import (
    call_html,
    difference_lines,
    differences,
    differing,
    moves_payload,
    provinces_table_html,
    reading_data,
)
from dashboard.text import LANGUAGES
from geodata import Atlas, Rule
from tests.made_up import Folder


@pytest.fixture
def without_s01(folder: Folder) -> Edition:
    # See test_what_if: the north differs in both years, the coast in the later one, and in one province of 1900 only
    # the capital.
    return edition_of(folder.load()).read_by(Rule(without_sources=("S01",)))


def test_each_province_that_differs_has_its_old_and_its_new_call(without_s01: Edition) -> None:
    own, other = without_s01.own.atlas, without_s01.atlas
    found = differences(without_s01)
    assert [one.of_the_call for one in found].count(True) == 3
    for one in found:
        calls = [atlas.control(one.period_id).set_index("province_id").loc[one.province_id] for atlas in (own, other)]
        if one.of_the_call:
            assert any(calls[0][name] != calls[1][name] for name in ("status", "side", "factions"))
            assert one.before != one.after
        claims = own.claims().set_index("claim_id")["source_id"]
        assert {claims[claim_id] for claim_id in one.gone} <= {"S01"}


def test_a_call_that_fell_to_nothing_is_told_with_the_claims_that_fell_away(without_s01: Edition) -> None:
    coast = differing(without_s01)["1910-11"]["coast"]
    lines = difference_lines(without_s01, coast)
    assert lines[0].startswith("The atlas’s own reading: ")
    assert lines[1] == "This reading: no source says who led here"
    assert lines[2].startswith("Fell away: ")
    assert "(S01)" in lines[2]


def test_the_sentence_of_a_year_names_its_provinces(without_s01: Edition) -> None:
    here = reading_data(without_s01)["here"]
    assert here["1900"] == "In 1900 1 province differs, marked Δ: North."
    assert here["1910-11"] == "In 1910–11 2 provinces differ, marked Δ: Coast, North."


def test_table_and_panel_say_what_the_own_reading_says(without_s01: Edition) -> None:
    table = provinces_table_html(without_s01, "1910-11")
    assert "The atlas’s own call" in table
    found = differing(without_s01)["1910-11"].values()
    assert table.count("Δ ") == sum(one.of_the_call for one in found) == 2
    assert "The atlas’s own reading: " in call_html(without_s01, "1910-11", "coast")


def test_the_own_reading_says_nothing_of_another_one(without_s01: Edition) -> None:
    own = without_s01.own
    assert differences(own) == ()
    assert "Δ" not in provinces_table_html(own, "1910-11") + call_html(own, "1910-11", "coast")
    assert not {"reading", "css"} & set(moves_payload(own))
    assert {"reading", "css"} <= set(moves_payload(without_s01))


@pytest.mark.parametrize("language", LANGUAGES)
def test_told_in_every_language(afghanistan: Atlas, language: str) -> None:
    reading = edition_of(afghanistan, language).read_by(Rule(without_sources=("S01",)))
    told = reading_data(reading)
    for text in (told["told"], told["headline"], *told["here"].values()):
        assert not set("{}$") & set(text)
    assert len(differences(reading)) == 40
