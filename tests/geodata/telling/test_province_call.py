"""One call with the claims for and against it."""

from __future__ import annotations

import pytest

import geodata
from geodata.telling.province_call import capital_words
from tests.made_up import Folder


def test_every_claim_of_the_province_is_for_against_or_beside_the_call(afghanistan: geodata.Atlas) -> None:
    call = afghanistan.call("herat", "1987")
    ids = [set(group["claim_id"]) for group in (call.deciding, call.dissenting, call.others)]
    assert ids[0] == set(call.call["claim_ids"])
    assert ids[1] == set(call.call["dissenting_claim_ids"])
    assert set.union(*ids) == set(afghanistan.claims(province="herat", period="1987")["claim_id"])
    assert sum(map(len, ids)) == len(set.union(*ids))


def test_the_notebook_shows_words_statements_and_citations(afghanistan: geodata.Atlas) -> None:
    html = afghanistan.call("herat", "1985")._repr_html_()
    # A mission found the government's authorities in Herat city, Jamiat's in the country round it.
    assert "<strong>Herat, 1985</strong>: Jamiat-i Islami, held, regional evidence, weak; capital held by " in html
    assert "; 55,431 km²" in html
    assert "Claims that decided (1)" in html
    assert "stretching from Herat in the west" in html
    assert "Wikipedia contributors" in html


def test_no_evidence_is_said(folder: Folder) -> None:
    atlas = folder.load()
    calls = atlas.control("1910-11")
    unknown = calls.loc[calls["status"] == "no-evidence", "province_id"].item()
    call = atlas.call(unknown, "1910-11")
    assert call.text == "no source says who led here"
    assert len(call.deciding) == 0


@pytest.mark.parametrize(("province", "period"), [("atlantis", "1985"), ("herat", "1900")])
def test_what_the_atlas_has_not_is_said(afghanistan: geodata.Atlas, province: str, period: str) -> None:
    with pytest.raises(KeyError, match=r"atlantis|1900"):
        afghanistan.call(province, period)


@pytest.mark.parametrize(
    ("status", "changed", "words"),
    [
        ("unknown", False, None),
        ("contested", False, "contested"),
        ("government", True, "held by the government, changed hands in the period"),
    ],
)
def test_capitals_in_words(status: str, changed: bool, words: str | None) -> None:
    assert capital_words(status, changed, {"government": "the government"}) == words
