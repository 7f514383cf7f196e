"""What the rule may be asked to do otherwise, as an object and as a short text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.rule import CAUTIOUS, CRITERIA, GRADES, INCLUSIVE, STANDARD, Rule

IDS = st.lists(st.text(min_size=1, max_size=6), max_size=3)
RULES = st.builds(
    Rule,
    near_days=st.none() | st.integers(0, 4000),
    weak=st.booleans(),
    minimum_sources=st.integers(1, 5),
    without_sources=IDS,
    without_kinds=IDS,
    without_languages=IDS,
    grades=st.lists(st.sampled_from(GRADES), min_size=1),
    parts=st.booleans(),
    order=st.lists(st.sampled_from(CRITERIA), min_size=1),
)


def test_the_standard_rule_is_what_nobody_has_to_ask_for() -> None:
    assert Rule() == STANDARD == Rule.from_text("") == Rule.from_text("rule=standard")
    assert str(STANDARD) == "rule=standard"


def test_order_in_which_things_are_named_does_not_matter() -> None:
    one = Rule(without_sources=["S21", "S01", "S21"], grades=["regional", "direct"])  # type: ignore[arg-type]
    other = Rule(without_sources=("S01", "S21"), grades=("direct", "regional"))
    assert one == other
    assert hash(one) == hash(other)


def test_order_of_ranks_does() -> None:
    assert Rule(order=("role", "strength")) != Rule(order=("strength", "role"))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (CAUTIOUS, "rule=cautious"),
        (INCLUSIVE, "rule=inclusive"),
        (Rule(without_sources=("S01",)), "without=S01"),
        (Rule(weak=False, without_sources=("S01", "S21")), "rule=cautious&without=S01,S21"),
        (Rule(near_days=0, minimum_sources=2), "near=0&sources=2"),
        (Rule(order=("role", "strength"), grades=("direct",)), "grades=direct&order=role,strength"),
        (Rule(without_kinds=("press",), without_languages=("fa",)), "without-kinds=press&without-languages=fa"),
        (Rule(without_sources=("A&B", "C,D")), "without=A%26B,C%2CD"),
    ],
)
def test_short_text(rule: Rule, text: str) -> None:
    assert str(rule) == text
    assert Rule.from_text(text) == rule


def test_what_a_named_rule_has_can_be_taken_back() -> None:
    assert Rule.from_text("rule=cautious&weak=yes&near=own") == STANDARD


@given(RULES)
def test_text_is_read_back_as_the_same_rule(rule: Rule) -> None:
    assert Rule.from_text(str(rule)) == rule


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"near_days": -1}, "near_days must be a whole number of at least 0 or None, for the atlas's own, not -1"),
        ({"near_days": True}, "near_days must be a whole number"),
        ({"minimum_sources": 0}, "minimum_sources must be a whole number of at least 1, not 0"),
        ({"minimum_sources": 1.5}, "minimum_sources must be a whole number"),
        ({"weak": "no"}, "weak must be True or False, not 'no'"),
        ({"parts": None}, "parts must be True or False, not None"),
        ({"grades": ["direct", "best"]}, "grades knows no 'best'; allowed are direct, regional, adjacent"),
        ({"grades": []}, "grades must name at least one of direct"),
        ({"order": ["grade"]}, "order knows no 'grade'; allowed are strength, role"),
        ({"without_sources": "S01"}, "without_sources must be a list of texts, not 'S01'"),
        ({"without_kinds": [1]}, "without_kinds must hold texts, not 1"),
        ({"without_languages": 3}, "without_languages must be a list of texts, not 3"),
    ],
)
def test_values_that_make_no_sense_are_told_with_what_is_allowed(values: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Rule(**values)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rule=bold", "no rule is called 'bold'; there are standard, cautious, inclusive"),
        ("nearly=3", "a rule has no 'nearly'; it has rule, near, weak, sources"),
        ("near=soon", "near must be a whole number, not 'soon'"),
        ("weak=maybe", "weak must be yes or no, not 'maybe'"),
        ("sources=0", "minimum_sources must be a whole number of at least 1"),
        ("grades=good", "grades knows no 'good'"),
        ("order=", "order must name at least one of strength, role"),
    ],
)
def test_text_that_makes_no_sense(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Rule.from_text(text)


def test_differences_are_named() -> None:
    assert Rule(weak=False, near_days=3).differences(STANDARD) == ("near_days", "weak")
