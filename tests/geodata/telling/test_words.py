"""Words of printed figures: what the dashboard says too is said alike."""

from __future__ import annotations

import string

import pytest

from dashboard.text import texts
from geodata.telling.words import and_list, catalogue, word


def places_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_what_both_say_is_said_alike() -> None:
    shared = [name for name in catalogue() if texts().has(name)]
    assert len(shared) > 25
    for name in shared:
        values = {place: f"<{place}>" for place in places_in(catalogue()[name])}
        assert word(name, **values) == texts()(name, **values), name


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
