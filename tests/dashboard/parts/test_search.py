"""Spellings that a reader may type."""

from __future__ import annotations

import pytest

from dashboard.parts.search import has_all, plain


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("QUNDUZ", "Qunduz"),
        ("sar e pol", "Sar-e Pol"),
        ("shura e nazar", "Shura-e  Nazār"),
        ("shia", "Shi’a"),
        ("كابل", "کابل"),
        ("باميان", "بامیان"),
        ("افغانستان", "افغانستان\u200c"),
    ],
)
def test_spellings_that_differ_in_nothing_that_matters(typed: str, written: str) -> None:
    assert plain(typed) == plain(written)


def test_every_word_must_be_there() -> None:
    assert has_all(plain("Harakat leads in Farah"), ["farah", "harakat"])
    assert not has_all(plain("Harakat leads in Farah"), ["farah", "jamiat"])
