"""The answer at the top of a panel."""

from __future__ import annotations

from dashboard.edition import edition_of
from dashboard.parts.answer import answer_in_words
from geodata import Rule
from tests.built_in import ATLAS


def test_another_reading_is_told_in_plain_words() -> None:
    """The library and its files say `without=S01`, which can be asked for again."""
    edition = edition_of(ATLAS).read_by(Rule(without_sources=["S01"]))
    first, *others = answer_in_words(edition, "herat", "1985").sentences
    assert first.startswith("Not the atlas’s own reading: without ")
    assert "=" not in first
    assert others == list(edition.atlas.answer("herat", "1985").sentences[1:])


def test_the_own_reading_says_what_the_library_says() -> None:
    edition = edition_of(ATLAS, "fa")
    assert answer_in_words(edition, "herat", "1985") == edition.atlas.answer("herat", "1985", "fa")
