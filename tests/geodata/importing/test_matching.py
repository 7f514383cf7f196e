"""Names joined with units: nothing by a guess, and nothing to two."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from geodata.importing import read_mapping
from geodata.importing.matching import Matcher
from tests.geodata.importing.raw import MAPPING

UNITS = pd.DataFrame(
    [
        ("a1", "A-1", "Saint Mary", "West", "St Mary;S. Mary"),
        ("a2", "A-2", "Saint Mary", "East", ""),
        ("b1", "B-1", "Kondūz", "East", ""),
    ],
    columns=["province_id", "key", "name", "parent", "other_names"],
)


@pytest.fixture
def matcher(tmp_path: Path) -> Matcher:
    told: Mapping[str, Any] = {
        "spellings": {"Mary": "A-2", "Qunduz": "Kondūz", "Nowhere": "Konduz City"},
        "left_out": {"Total": "a sum", "Rest": ""},
    }
    (tmp_path / "mapping.yaml").write_text(json.dumps({**MAPPING, "units": told}), encoding="utf-8")
    return Matcher(UNITS, read_mapping(tmp_path / "mapping.yaml"))


@pytest.mark.parametrize(
    ("name", "parent", "by", "ids", "how"),
    [
        ("Saint Mary", "West", "name", ("a1",), "exact"),
        ("St Mary", "", "name", ("a1",), "exact"),
        ("saint-mary", "EAST", "name", ("a2",), "alike"),
        ("konduz", "", "name", ("b1",), "alike"),
        ("Saint Mary", "", "name", ("a1", "a2"), "exact"),
        ("Mary", "", "name", ("a2",), "spelling"),
        ("Qunduz", "", "name", ("b1",), "spelling"),
        ("B-1", "", "id", ("b1",), "exact"),
        ("b1", "", "id", ("b1",), "exact"),
        ("B-2", "", "id", (), "exact"),
        ("Saint Marie", "West", "name", (), ""),
    ],
)
def test_joined(matcher: Matcher, name: str, parent: str, by: str, ids: tuple[str, ...], how: str) -> None:
    found = matcher.join(name, parent, by)
    assert (found.ids, found.how, found.reason) == (ids, how, "")


def test_near_names_are_offered(matcher: Matcher) -> None:
    assert matcher.join("Saint Marie", "West", "name").near[0] == "Saint Mary"
    assert matcher.join("B-2", "", "id").near[0] == "B-1"


def test_left_out_with_the_reason_or_without_one(matcher: Matcher) -> None:
    assert matcher.join("Total", "", "name").reason == "a sum"
    assert matcher.join("Rest", "", "name").reason == "left out by the mapping"


def test_a_spelling_that_leads_nowhere_is_a_problem_of_the_mapping(matcher: Matcher) -> None:
    found = matcher.join("Nowhere", "", "name")
    assert found.ids == ()
    problem = matcher.lost_spelling("Nowhere", found.near)
    assert (problem.file, problem.column, problem.value) == ("mapping.yaml", "units.spellings.Nowhere", "Konduz City")


def test_what_no_table_has_is_told(matcher: Matcher) -> None:
    for name in ("Mary", "Total", "Rest", "Nowhere"):
        matcher.join(name, "", "name")
    (told,) = matcher.unused()
    assert "units.spellings has 'Qunduz'" in told
