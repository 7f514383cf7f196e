"""The worked example of the rule in words: built from its own table, it comes out as the steps below it say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import geodata.rule
from geodata.rule import RULE_VERSION
from tests.made_up import Country

TEXT = Path(geodata.rule.__file__).with_name("rule.md").read_text(encoding="utf-8")
ACTORS = {
    "Rebels, party not stated": "rebels", "Red Party": "reds", "Green Party": "greens", "The Crown": "crown",
}  # fmt: skip
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in TEXT.splitlines()
    if re.match(r"\| C\d{3} \|", line)
]


@pytest.fixture
def country() -> Country:
    """The north as the table has it; the sentence above the table has C003 from an encyclopedia."""
    made = Country()
    for claim_id, actor, role, extent, named, date, _, _ in ROWS:
        source = made.source(f"of-{claim_id}", independent=claim_id != "C003")
        where = "north" if extent == "whole" else "north:valley"
        assert made.claim(ACTORS[actor], where, role=role, date=date, named=named == "yes", source=source) == claim_id
    return made


def test_version_of_the_text_is_that_of_the_rule() -> None:
    assert f"This is version {RULE_VERSION} of it." in TEXT


def test_grades_and_strengths_are_those_of_the_table(country: Country) -> None:
    found = {one["claim_id"]: (one["grade"], "firm" if one["firm"] else "weak") for one in country.all_readings()}
    assert len(ROWS) > 3
    for claim_id, *_, grade, strength in ROWS:
        # An empty cell: the claim says nothing of the year.
        assert found.get(claim_id, ("", "")) == (grade, strength), claim_id


def test_steps(country: Country) -> None:
    call = country.call()
    # 2: the valley does not count, and is drawn. 3: the rebel side leads, firmly.
    assert (call.side, call.side_strength, call.parts) == ("resistance", "firm", ("C005",))
    # 4: held by the Red Party, weak, with C003 as dissent.
    assert (call.status, call.faction_id, call.strength) == ("held", "reds", "weak")
    assert call.claim_ids == ("C001", "C002")
    assert call.dissenting_claim_ids == ("C003",)


def test_without_the_firm_source_the_north_is_unclear(country: Country) -> None:
    # 5: only weak claims would count, with the Crown dominant in a part.
    assert country.call(rule=geodata.rule.Rule(without_sources=("of-C001",))).status == "unclear"
