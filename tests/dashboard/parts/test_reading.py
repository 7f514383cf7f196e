"""Another reading in words: what differs, where, and the claims that fell away."""

from __future__ import annotations

import re

import pytest

from dashboard.edition import Edition, edition_of
from dashboard.parts import (
    call_html,
    difference_lines,
    differences,
    differing,
    legend_css,
    moves_payload,
    provinces_table_html,
    reading_data,
)
from dashboard.parts.reading_words import reading_words
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


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (Rule(without_sources=("S01",)), "without \u2068A. N. Author, A History of Squareland (1950)\u2069 (S01)"),
        (Rule(without_sources=("S02", "S01")), "without S01 and S02"),
        (Rule(weak=False), "only firm claims count"),
        (Rule(parts=True, near_days=1), "parts count for the province; claims count up to one day before the year"),
        (Rule(without_kinds=("press", "rumour")), "without sources of these kinds: Press and rumour"),
        (Rule(without_languages=("fr", "xx-none")), "without sources in these languages: French and xx-none"),
        (
            Rule(grades=("direct", "regional"), minimum_sources=2),
            "only claims with these grades count: direct evidence and regional evidence; at least 2 works for a side",
        ),
        (Rule(order=("role", "strength")), "claims are compared by role, then strength"),
        (Rule(order=("role",)), "claims are compared by role alone"),
        (Rule(), "the rule without changes"),
    ],
)
def test_a_rule_in_plain_words(folder: Folder, rule: Rule, told: str) -> None:
    assert reading_words(edition_of(folder.load()), rule) == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_is_told_as_an_address(afghanistan: Atlas, language: str) -> None:
    every = Rule(
        5, False, 2, ("S01",), ("press",), ("en",), ("direct",), True, ("role",),
    )  # fmt: skip
    told = reading_data(edition_of(afghanistan, language).read_by(every))
    for text in (told["told"], told["headline"]):
        assert not set("=&{}$") & set(text)


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
    assert moves_payload(without_s01)["reading"] == reading_data(without_s01)


def test_looks_that_the_page_lacks_come_with_what_shows_them(without_s01: Edition) -> None:
    """The page's style sheet has those of the own reading that take no trials."""
    assert "css" not in moves_payload(without_s01.own)
    for edition in (without_s01.own, without_s01):
        moves = moves_payload(edition, ("firmness",))
        pages = "".join(moves["pages"][number] for number in moves["legends"]["firmness"])
        for look in re.findall(r'"swatch (look-[\w-]+)"', pages):
            assert re.search(rf"\.{look}[,{{]", moves["css"] + legend_css(edition.own)), look


@pytest.mark.parametrize("language", LANGUAGES)
def test_told_in_every_language(afghanistan: Atlas, language: str) -> None:
    reading = edition_of(afghanistan, language).read_by(Rule(without_sources=("S01",)))
    told = reading_data(reading)
    for text in (told["told"], told["headline"], *told["here"].values()):
        assert not set("{}$") & set(text)
    assert len(differences(reading)) == 40
