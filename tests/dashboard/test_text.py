"""The interface catalogues."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from dashboard.text import CATALOGUES, LANGUAGES, texts
from geodata.dates import digits

DASHBOARD = CATALOGUES.parent
KEY = re.compile(r"^([a-z][a-z0-9-]*) =", re.MULTILINE)


VARIABLE = re.compile(r"\$(\w+)")


def keys(language: str = "en") -> list[str]:
    return [
        key for path in (CATALOGUES / language).glob("*.ftl") for key in KEY.findall(path.read_text(encoding="utf-8"))
    ]


def code() -> str:
    paths = [*DASHBOARD.rglob("*.py"), *DASHBOARD.rglob("*.j2")]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def latin(text: str) -> str:
    """A text with the digits 0 to 9, whatever digits its language has."""
    return "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text)


def test_a_key_stands_once() -> None:
    assert len(keys()) == len(set(keys()))


def messages(language: str) -> dict[str, set[str]]:
    """Variables of each text."""
    found: dict[str, set[str]] = {}
    for path in (CATALOGUES / language).glob("*.ftl"):
        parts = KEY.split(path.read_text(encoding="utf-8"))[1:]
        found |= {key: set(VARIABLE.findall(text)) for key, text in zip(parts[::2], parts[1::2], strict=True)}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_text_with_the_same_variables(language: str) -> None:
    assert set(LANGUAGES) == {"en", "fa", "ps"}
    assert messages(language) == messages("en")
    assert len(keys(language)) == len(set(keys(language)))


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("fa", "rtl"), ("ps", "rtl")])
def test_direction(language: str, direction: str) -> None:
    assert texts(language).direction == direction


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_numbers_have_the_digits_of_the_language(language: str) -> None:
    """What is a number somewhere is one everywhere, and Fluent would write it with the digits 0 to 9."""
    catalogues = "\n".join(path.read_text(encoding="utf-8") for path in (CATALOGUES / language).glob("*.ftl"))
    # Claims are counted in some texts and listed in others.
    numbers = set(re.findall(r"NUMBER\(\$(\w+)", catalogues)) - {"claims"}
    assert {"count", "firm", "km2"} <= numbers
    bare = [line for line in catalogues.splitlines() if numbers & set(re.findall(r"\{ \$(\w+) \}", line))]
    assert bare == []


def test_every_text_that_the_code_asks_for_is_there() -> None:
    asked = set(re.findall(r'(?:texts|words)\("([a-z][a-z0-9-]*)"[,)]', code()))
    assert asked
    assert asked <= set(keys())


def test_no_text_is_left_over() -> None:
    # Some keys are put together: "grade-" + grade.
    source = code()
    families = set(re.findall(r'["\']([a-z-]+-)["\']? ?(?:~|\{)', source)) | set(re.findall(r'f"([a-z-]+-)\{', source))
    unused = [
        key
        for key in keys()
        if not re.search(rf"[\"']{key}[\"']", source) and not any(key.startswith(family) for family in families)
    ]
    assert unused == []


def test_a_missing_key_is_an_error_that_names_it() -> None:
    with pytest.raises(KeyError, match="no text 'not-there'"):
        texts()("not-there")


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(KeyError, match="call-label"):
        texts()("call-label", province="Kunduz")


def test_numbers_choose_the_right_form() -> None:
    assert texts()("legend-count", count=1) == "1 province"
    assert texts()("legend-count", count=2) == "2 provinces"


def test_texts_for_people_are_not_in_the_scripts() -> None:
    script = (Path(DASHBOARD) / "map" / "script" / "atlas-map.js").read_text(encoding="utf-8")
    assert 'textContent = "' not in script
    assert 'aria-label", "' not in script


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_never_counted_as_one(language: str) -> None:
    # In Persian the plural category "one" holds 0 and fractions too.
    words = texts(language)
    for key in ("legend-count", "coverage-claims"):
        none, one = digits("0", language), digits("1", language)
        assert none in words(key, count=0), key
        assert one not in words(key, count=0), key
        assert one in words(key, count=1), key
    assert words("evidence-agreeing", sentences=0, independent=0) != words(
        "evidence-agreeing", sentences=1, independent=0
    )
