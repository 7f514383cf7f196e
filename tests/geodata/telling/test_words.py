"""Words of printed figures: what the dashboard says too is said alike."""

from __future__ import annotations

import re
import string

import pytest

from dashboard.text import LANGUAGES, texts
from geodata.telling.words import and_list, catalogue, counted, is_right_to_left, number, speaking_as, word
from tests.built_in import ATLAS


def places_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_both_say_is_said_alike(language: str) -> None:
    shared = [name for name in catalogue(language) if texts(language).has(name)]
    assert len(shared) > 25
    with speaking_as(ATLAS, language):
        for name in shared:
            values = {place: f"<{place}>" for place in places_in(catalogue(language)[name])}
            assert word(name, **values) == texts(language)(name, **values), name


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_every_text_of_a_figure_is_there_in_every_language(language: str) -> None:
    english, local = (catalogue(one) for one in ("en", language))
    same = {name for name in english if english[name] == local[name]}
    # Signs and mere forms; the reading list is told by the command alone.
    forms = {name for name in english if not re.search("[a-z]{2}", re.sub(r"{\w+}", "", english[name]))}
    listed = {name for name in english if name.startswith(("gap-", "or-list", "state-held", "state-shared"))}
    assert same - forms <= listed
    for name, text in local.items():
        assert places_in(text) == places_in(english[name]), name


def test_numbers_have_the_digits_of_the_language() -> None:
    with speaking_as(ATLAS, "fa"):
        assert number(1234) == "۱۲۳۴"
        assert number(67.5) == "۶۷٫۵"
        assert counted("claims", 45) == "۴۵ ادعا"
        assert is_right_to_left()
    assert (number(67.5), number(200.0), counted("claims", 45)) == ("67.5", "200", "45 claims")
    assert not is_right_to_left()


@pytest.mark.parametrize("language", ["de", "", "../words/fa", "fa-"])
def test_a_language_without_a_catalogue_is_told_in_english(language: str) -> None:
    with speaking_as(ATLAS, language):
        assert word("legend-looks") == "How to read the fill"
        assert number(67.5) == "67.5"


@pytest.mark.parametrize(
    ("names", "phrase"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_names_as_a_phrase(names: list[str], phrase: str) -> None:
    assert and_list(names) == phrase


def test_values_may_hold_braces() -> None:
    assert word("and-list", first="{x}", last="y") == "{x} and y"


@pytest.mark.parametrize(("name", "values"), [("no-such-word", {}), ("and-list", {"first": "A"})])
def test_nothing_is_left_unsaid_silently(name: str, values: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        word(name, **values)
