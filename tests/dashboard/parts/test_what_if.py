"""The headline on what another rule changes."""

from __future__ import annotations

import pytest

from dashboard.edition import edition_of
from dashboard.parts import what_if_headline
from dashboard.text import LANGUAGES
from geodata import Atlas, Rule
from tests.made_up import Folder


def said(atlas: Atlas, rule: Rule, language: str = "en") -> str:
    return what_if_headline(edition_of(atlas, language), rule, atlas.differences(rule))


def test_without_a_source_by_hand(folder: Folder) -> None:
    # 1900, without S01: the north falls from the Blues to the rebels of S02, of the same side.
    # 1910-11: the coast, held by S01 alone, and the north, of which it alone tells a road, have no evidence.
    # The southern capital was taken by an event of S01 alone: there only the capital differs. Five calls in all.
    assert said(folder.load(), Rule(without_sources=("S01",))) == (
        "Without S01, 3 of 5 calls differ: 1 shows other factions, 2 fall to no evidence and none passes to another "
        "side. Besides, in 1 province only the capital differs."
    )


def test_a_rule_that_changes_nothing(folder: Folder) -> None:
    # All sources of the template are independent and not thin, and all dates fit: every claim is firm.
    assert said(folder.load(), Rule(weak=False)) == "In this reading, none of 5 calls differs."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "rule", [Rule(without_sources=("S01", "S21")), Rule(weak=False), Rule(parts=True), Rule(near_days=0)]
)
def test_told_in_every_language(afghanistan: Atlas, rule: Rule, language: str) -> None:
    text = said(afghanistan, rule, language)
    assert not set("{}$") & set(text)
