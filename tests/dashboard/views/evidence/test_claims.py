"""The table of claims: what a search and the filters find."""

from __future__ import annotations

from dataclasses import replace

import pytest

import geodata
from dashboard.edition import edition_of
from dashboard.state.state import SORTS, State
from dashboard.text import texts
from dashboard.views.evidence.claims import claim_rows, find_claims, sort_claims
from dashboard.views.evidence.html import claims_html
from tests.built_in import ATLAS

ROWS = claim_rows(edition_of(ATLAS))
ALL = State("1985")


def found(**wanted: object) -> set[str]:
    return {row.claim_id for row in find_claims(ROWS, replace(ALL, **wanted))}


def test_without_filters_every_claim_is_there() -> None:
    in_the_table = (geodata.load().package.folder / "claims.csv").read_text(encoding="utf-8").splitlines()
    assert len(find_claims(ROWS, ALL)) == len(in_the_table) - 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Facts of the document that the atlas started from.
        ("gulbuddin pockets", "Hezb-i Islami (Gulbuddin)"),
        ("jamiat herat badakhshan", "Jamiat-i Islami"),
        ("dostum north", "Jowzjani militia"),
        ("hazarajat nasr", "Sazman-i Nasr"),
        ("khalis nangarhar", "Hezb-i Islami (Khalis)"),
        ("nuristan", "Islamic Revolutionary State of Afghanistan (Nuristan)"),
        ("massoud panjshir", "Jamiat-i Islami"),
        ("haqqani paktia", "Hezb-i Islami (Khalis)"),
        ("kandahar", "Mujahideen, party not stated"),
    ],
)
def test_facts_of_the_first_source_are_found(text: str, name: str) -> None:
    assert name in {row.faction for row in find_claims(ROWS, replace(ALL, text=text))}


def test_a_name_is_found_in_any_spelling() -> None:
    everywhere = set(ATLAS.claims(province="kunduz")["claim_id"])
    assert found(text="qunduz") == found(text="کندز") == everywhere
    # Claims about other provinces can name Kunduz in their text.
    assert found(text="Kunduz") >= everywhere


def test_filters_narrow_together() -> None:
    some = found(province="kunduz", within="1988-89")
    expected = set(ATLAS.claims(province="kunduz", period="1988-89")["claim_id"])
    assert some == expected
    assert found(province="kunduz", within="1988-89", factions=("jamiat-i-islami",)) < some


def test_a_grade_is_asked_of_the_same_province_and_year() -> None:
    graded = ATLAS.claims(province="herat", period="1987")
    for grade in set(graded["grade"]):
        assert found(province="herat", within="1987", grade=grade) == set(graded.query("grade == @grade")["claim_id"])


def test_source_and_basis() -> None:
    claims = ATLAS.claims()
    assert found(source="S02") == set(claims.query("source_id == 'S02'")["claim_id"])
    assert found(basis="inferred") == set(claims.query("basis == 'inferred'")["claim_id"])


def test_a_claim_says_which_calls_it_decides() -> None:
    call = ATLAS.control("1987").set_index("province_id").loc["kandahar"]
    by_id = {row.claim_id: row for row in ROWS}
    assert all("Kandahar 1987" in by_id[claim_id].decides for claim_id in call["claim_ids"])


def test_national_claims_say_that_they_colour_nothing() -> None:
    national = [row for row in ROWS if not row.province_ids]
    assert {row.claim_id for row in national} == set(ATLAS.claims().query("scope == 'national'")["claim_id"])
    assert all("colours no province" in row.where for row in national)


@pytest.mark.parametrize("by", SORTS)
def test_sorting_loses_nothing_and_can_be_turned(by: str) -> None:
    up, down = sort_claims(ROWS, by), sort_claims(ROWS, by, descending=True)
    assert {row.claim_id for row in up} == {row.claim_id for row in down} == {row.claim_id for row in ROWS}
    assert getattr(up[0], "earliest" if by == "date" else by) <= getattr(up[-1], "earliest" if by == "date" else by)


def test_nothing_found_is_said_with_a_way_back() -> None:
    html = claims_html(texts(), [], 361, 40, "date", False)
    assert "0 of 361 claims" in html
    assert 'data-choose="clear"' in html
