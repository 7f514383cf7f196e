"""Identifiers made from names, and names that are compared."""

from __future__ import annotations

import pytest

from geodata.importing.slugs import distinct_slugs, folded, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sar-e Pul", "sar-e-pul"),
        ("  Łódź (city) ", "lodz-city"),
        ("Þingeyjarsýsla", "thingeyjarsysla"),
        ("Straße 9", "strasse-9"),
        ("کابل", ""),
        ("--", ""),
    ],
)
def test_a_name_as_an_identifier(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize(("one", "other"), [("Sar-e  Pol", "sar e pol"), ("Kondūz", "KONDUZ"), ("Łódź", "lodz")])
def test_marks_case_blanks_and_punctuation_make_no_difference(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_letters_of_other_scripts_are_compared_too() -> None:
    assert folded("کابل") == "کابل"
    assert folded("کابل") != folded("هرات")


def test_what_is_called_alike_has_identifiers_of_its_own() -> None:
    assert distinct_slugs(["Mary", "MARY", "Mary!", "Kell"], "unit") == ["mary", "mary-2", "mary-3", "kell"]


def test_a_name_without_a_latin_letter_has_its_number() -> None:
    assert distinct_slugs(["Mary", "کابل", "هرات"], "unit") == ["mary", "unit-2", "unit-3"]


def test_an_identifier_that_a_name_has_already_is_not_given_twice() -> None:
    """The second of a name would be called like one that follows."""
    found = distinct_slugs(["Mary", "Mary", "Mary 2"], "unit")
    assert len(set(found)) == len(found)
    assert found[0] == "mary"
