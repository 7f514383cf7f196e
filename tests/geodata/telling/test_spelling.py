"""Spellings that a reader may type."""

from __future__ import annotations

import pytest

from geodata.telling import plain, spellings_of


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


def test_names_in_whatever_languages_a_table_has() -> None:
    row = {"name": "Vienna", "other_names": "Vindobona; Wien", "code": "", "name_de": "Wien", "name_hu": "Bécs"}
    assert spellings_of(row) == ["Vienna", "Vindobona", "Wien", "Bécs"]
