"""Dates in words, in the language of the reader."""

from __future__ import annotations

import tomllib

import pytest

from geodata import dates
from geodata.dates.labels import CATALOGUE

LANGUAGES = sorted(path.stem for path in CATALOGUE.glob("*.toml"))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # Month names as CLDR has them for Dari (fa_AF) and Pashto; digits of the system arabext.
        ("1988-06-17", "fa", "۱۷ جون ۱۹۸۸"),
        ("1988-06-17", "ps", "۱۷ جون ۱۹۸۸"),
        ("1984~", "fa", "حدود ۱۹۸۴"),
        ("198X", "ps", "د ۱۹۸۰ لسیزه"),
        ("1988-08/..", "fa", "از اگست ۱۹۸۸"),
        ("1988-06-17", "de", "17 Juni 1988"),
        ("[1975,1976]", "en", "1975 or 1976"),
        ("{1985,1986,1987}", "en", "1985 and 1986 and 1987"),
        ("0985-03-01", "en", "1 March 985"),
    ],
)
def test_a_date_is_told_in_the_language(text: str, language: str, expected: str) -> None:
    assert dates.label(text, language) == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "1988",
        "1988-06",
        "1988-22",
        "198X",
        "1984~",
        "1987?",
        "1987%",
        "../1988",
        "1988/..",
        "1988/1989-02",
        "[1975,1976]",
    ],
)
def test_every_kind_of_date_has_words_in_every_language(text: str, language: str) -> None:
    told = dates.label(text, language)
    assert "{" not in told
    if language != "en":
        assert not set(told) & set("0123456789"), "digits are those of the language"


def test_a_language_that_nobody_knows_is_told_in_english() -> None:
    for unknown in ("xx", "zz-Latn", "nonsense-of-a-code", "q"):
        assert dates.label("../1988-10-11", unknown) == "by 11 October 1988"


def test_every_catalogue_has_the_same_texts() -> None:

    texts = [tomllib.loads((CATALOGUE / f"{language}.toml").read_text("utf-8")) for language in LANGUAGES]
    assert len({tuple(sorted(one)) for one in texts}) == 1
