"""Cards of factions."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

import geodata
from dashboard.edition import edition_of
from dashboard.text import texts
from dashboard.views.factions.cards import faction_cards, find_factions
from dashboard.views.factions.html import factions_html
from tests.built_in import ATLAS
from tests.large_atlases import large_atlas

CARDS = {card["faction_id"]: card for card in faction_cards(edition_of(ATLAS))}


def test_every_faction_has_a_card() -> None:
    assert set(CARDS) == set(ATLAS.factions["faction_id"])
    assert len(CARDS) == 49


def test_a_card_tells_what_the_tables_know() -> None:
    card = CARDS["hezb-i-islami-gulbuddin"]
    facts = {fact["key"]: fact["text"] for fact in card["facts"]}
    assert facts["leader"] == "Gulbuddin Hekmatyar"
    assert facts["founded"] == "1975 or 1976", "the sources disagree, both are shown"
    assert card["forebears"] == [{"faction_id": "jamiat-i-islami", "name": "Jamiat-i Islami"}]
    assert card["branches"] == [{"faction_id": "hezb-i-islami-khalis", "name": "Hezb-i Islami (Khalis)"}]
    assert card["native"] == "حزب اسلامی"


def test_what_became_of_it() -> None:
    assert [one["name"] for one in CARDS["sazman-i-nasr"]["heirs"]] == ["Hezb-e Wahdat"]
    assert "Sazman-i Nasr" in [one["name"] for one in CARDS["hezb-e-wahdat"]["parts"]]


def test_where_it_leads_is_what_the_calls_say() -> None:
    for number, period in enumerate(ATLAS.periods):
        calls = ATLAS.control(period.id)
        led = calls[calls["factions"].map(lambda ids: "jamiat-i-islami" in ids)]
        year = CARDS["jamiat-i-islami"]["years"][number]
        assert sorted(year["leads"] + year["contests"]) == sorted(led["name"])


def test_many_cards_are_short_and_a_few_stand_open() -> None:
    cards = list(CARDS.values())
    assert "<details" in factions_html(texts(), cards, len(cards))
    assert 'data-keep="card-jamiat-i-islami" open' not in factions_html(texts(), cards, len(cards))
    assert 'data-keep="card-jamiat-i-islami" open' in factions_html(texts(), [CARDS["jamiat-i-islami"]], len(cards))


def test_a_short_card_counts_where_it_led_was_in_dispute_and_was_reported() -> None:
    words = texts()
    assert words("factions-short", leads=0, contests=0, present=0) == "led nowhere"
    assert words("factions-short", leads=9, contests=1, present=3) == "led 9, 1 in dispute, also in 3"


def test_a_missing_fact_is_said() -> None:
    html = factions_html(texts(), [CARDS["maoist-groups"]], 49)
    assert "not found in our sources" in html


@pytest.mark.parametrize(
    ("text", "faction_id"),
    [
        ("rabbani", "jamiat-i-islami"),
        ("tehran", "raad"),
        ("جمعیت", "jamiat-i-islami"),
        ("hizb i islami", "hezb-i-islami-gulbuddin"),
    ],
)
def test_search(text: str, faction_id: str) -> None:
    assert faction_id in {card["faction_id"] for card in find_factions(list(CARDS.values()), text)}


def test_search_within_some_factions() -> None:
    assert find_factions(list(CARDS.values()), "rabbani", ["raad"]) == []


def test_few_years_stand_alone_and_alike_ones_of_many_together(tmp_path: Path) -> None:
    assert [run["label"] for run in CARDS["jamiat-i-islami"]["runs"]] == ["1985", "1987", "1988–89"]
    many = edition_of(geodata.load(large_atlas(tmp_path / "a", 6, 14, 3)))
    together = 0
    for card in faction_cards(many):
        runs = card["runs"]
        counts = [(run["leads"], run["contests"], run["present"]) for run in runs]
        assert all(one != other for one, other in pairwise(counts))
        assert runs[0]["label"].startswith("1800")
        assert runs[-1]["label"].endswith("1813")
        together += sum(" – " in run["label"] for run in runs)
    assert together
