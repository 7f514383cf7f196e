"""The laboratory, the list of what differs, and the reading list."""

from __future__ import annotations

import html
import json
import re

import pytest

from dashboard.edition import edition_of
from dashboard.text import LANGUAGES
from dashboard.views.what_if import differences_html, lab_html, reading_list_html
from dashboard.views.what_if.data import laboratory
from geodata import CAUTIOUS, Atlas, Rule


def test_every_source_with_claims_can_be_left_out(afghanistan: Atlas) -> None:
    claims = afghanistan.claims()
    offered = re.findall(r'data-lab-list="without" value="([^"]+)"', lab_html(edition_of(afghanistan)))
    assert sorted(offered) == sorted(set(claims["source_id"]))
    # Those with most claims first.
    counts = claims["source_id"].value_counts()
    assert [counts[one] for one in offered] == sorted(counts, reverse=True)


def test_groups_are_sources_that_are_not_independent_or_thin(afghanistan: Atlas) -> None:
    groups = laboratory(edition_of(afghanistan))["groups"]
    sources = afghanistan.sources.set_index("source_id")
    assert groups["dependent"]
    assert not sources.loc[groups["dependent"], "independent"].any()
    assert sources.loc[groups["thin"], "thin"].all()


def test_the_script_has_every_choice_of_the_named_rules(afghanistan: Atlas) -> None:
    found = re.search(r'data-atlas-rules="([^"]+)"', lab_html(edition_of(afghanistan)))
    assert found
    rules = json.loads(html.unescape(found[1]))
    assert rules["cautious"] == CAUTIOUS.choices
    assert rules["own"] == afghanistan.rule.choices
    assert rules["inclusive"]["parts"] == "yes"


def test_the_list_has_a_row_for_each_difference(afghanistan: Atlas) -> None:
    edition = edition_of(afghanistan)
    other = edition.read_by(Rule(without_sources=["S01"]))
    assert differences_html(other).count("<tr data-kind=") == 40
    assert "<tr data-kind=" not in differences_html(edition)
    assert "not the atlas’s own reading" in differences_html(other).lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_told_in_every_language(afghanistan: Atlas, language: str) -> None:
    edition = edition_of(afghanistan, language).read_by(Rule(weak=False))
    for text in (lab_html(edition.own), differences_html(edition), reading_list_html(edition)):
        assert "{" not in re.sub(r'data-atlas-\w+="[^"]*"', "", text)


def test_the_reading_list_begins_where_the_smallest_claim_would_change_most(afghanistan: Atlas) -> None:
    first = afghanistan.gaps().iloc[0]
    rows = re.findall(
        r'data-atlas-province="([^"]+)" data-atlas-period="([^"]+)"', reading_list_html(edition_of(afghanistan))
    )
    assert rows[0] == (first["province_id"], first["period_id"])
    assert len(rows) == 20
