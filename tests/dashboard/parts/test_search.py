"""Search by words."""

from __future__ import annotations

from dashboard.parts.search import has_all
from geodata.telling import plain


def test_every_word_must_be_there() -> None:
    assert has_all(plain("Harakat leads in Farah"), ["farah", "harakat"])
    assert not has_all(plain("Harakat leads in Farah"), ["farah", "jamiat"])
