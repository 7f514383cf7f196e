"""Another reading in the address: round trips, nonsense included."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.assets import PAGE_SCRIPTS
from dashboard.edition import edition_of
from dashboard.state import parameters_of_rule, read_as_asked, reading_query, rule_from_address, state_from_address
from dashboard.state.state import address_from_state
from geodata import Rule
from geodata.rule import CRITERIA, GRADES, RULE_PARAMETERS, STANDARD
from tests.built_in import ATLAS

EDITION = edition_of(ATLAS)

rules = st.builds(
    Rule,
    near_days=st.none() | st.integers(0, 3000),
    weak=st.booleans(),
    minimum_sources=st.integers(1, 9),
    without_sources=st.lists(st.sampled_from(sorted(ATLAS.sources["source_id"])), max_size=4),
    without_kinds=st.lists(st.sampled_from(sorted(set(ATLAS.sources["kind"]))), max_size=2),
    without_languages=st.lists(st.sampled_from(sorted(set(ATLAS.sources["language"]))), max_size=2),
    grades=st.lists(st.sampled_from(GRADES), min_size=1, max_size=5),
    parts=st.booleans(),
    order=st.lists(st.sampled_from(CRITERIA), min_size=1, max_size=2, unique=True),
)


@given(rules)
def test_every_rule_survives_the_address(rule: Rule) -> None:
    wanted = ATLAS.read_by(rule).rule
    assert rule_from_address(parameters_of_rule(wanted, EDITION), EDITION) == wanted


@given(st.dictionaries(st.sampled_from(RULE_PARAMETERS), st.text(max_size=12) | st.sampled_from(["S01", "no", "2,3"])))
def test_nonsense_becomes_a_rule_that_makes_sense(parameters: dict[str, str]) -> None:
    rule = rule_from_address(parameters, EDITION)
    assert rule_from_address(parameters_of_rule(rule, EDITION), EDITION) == rule
    assert set(rule.without_sources) <= set(ATLAS.sources["source_id"])


@pytest.mark.parametrize(
    ("parameters", "kept"),
    [
        ({"without": "S01,S999", "near": "soon", "rule": "bold"}, {"without": "S01"}),
        ({"without": "S999"}, {}),
        ({"without-kinds": "gossip,press", "without-languages": "xx"}, {"without-kinds": "press"}),
        # A claim of before the flood, and more agreeing works than anybody has.
        ({"near": "999999999999"}, {}),
        ({"sources": "500", "weak": "no"}, {"rule": "cautious"}),
        # The atlas's own number of days is nothing else than its own.
        ({"near": "730"}, {}),
        ({"rule": "standard"}, {}),
    ],
)
def test_what_makes_no_sense_falls_away_and_the_rest_stays(parameters: dict[str, str], kept: dict[str, str]) -> None:
    assert address_from_state(state_from_address(parameters, EDITION), EDITION) == kept


def test_a_reading_is_one_object_whoever_asks_for_it() -> None:
    edition = edition_of(ATLAS)
    one = read_as_asked(edition, {"without": "S21,S01"})
    assert one is read_as_asked(edition, {"without": "S01,S21"}) is not edition
    assert one.own is edition
    assert reading_query(one) == "without=S01%2CS21"
    assert one.in_language("fa").in_language("en") is one
    assert one.in_language("fa").atlas.rule == one.atlas.rule


def test_the_own_reading_is_the_edition_itself() -> None:
    assert EDITION.read_by(STANDARD) is EDITION
    assert read_as_asked(EDITION, {"period": "1987"}) is EDITION
    assert reading_query(EDITION) == ""


def test_the_script_of_the_page_knows_the_parameters_in_the_order_in_which_they_are_written() -> None:
    script = next(path for path in PAGE_SCRIPTS if path.stem == "page-choice").read_text(encoding="utf-8")
    listed = re.search(r"const READING = \[(.*)\];", script)
    assert listed
    assert tuple(re.findall(r'"([\w-]+)"', listed[1])) == RULE_PARAMETERS
