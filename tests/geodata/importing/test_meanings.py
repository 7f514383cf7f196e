"""What the categories of a data set say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from geodata import AtlasError
from geodata.importing import read_mapping
from geodata.importing.meanings import Meanings
from tests.geodata.importing.raw import MAPPING


def meanings(folder: Path, categories: Any, **others: Any) -> Meanings:
    (folder / "mapping.yaml").write_text(json.dumps({**MAPPING, "categories": categories, **others}), encoding="utf-8")
    return Meanings(read_mapping(folder / "mapping.yaml"))


def test_one_faction_that_held_it_is_an_observation_and_nothing_else_is(tmp_path: Path) -> None:
    found = meanings(
        tmp_path,
        {
            "Blue": "blues",
            "Both": {"factions": ["blues", "reds"], "role": "contested"},
            "Some": {"factions": ["blues"], "role": "present"},
        },
        categories_left_out={"n/a": "no data", "x": ""},
    )
    told = {value: found.look_up(value, "c.csv", 2) for value in ("Blue", "Both", "Some", "n/a", "x")}
    assert {value: one is not None and one.is_observation for value, one in told.items()} == {
        "Blue": True,
        "Both": False,
        "Some": False,
        "n/a": False,
        "x": False,
    }
    assert told["n/a"] is not None
    assert told["n/a"].reason == "no data"
    assert told["x"] is not None
    assert told["x"].reason == "left out by the mapping"
    assert list(found.problems()) == []
    assert list(found.unused()) == []


def test_an_unknown_one_is_told_once_with_its_number_and_first_row(tmp_path: Path) -> None:
    found = meanings(tmp_path, {"Blue": "blues", "Red": "reds"})
    assert [found.look_up("blue", "c.csv", row) for row in (7, 9)] == [None, None]
    (problem,) = found.problems()
    assert (problem.file, problem.row, problem.value) == ("c.csv", 7, "blue")
    assert problem.message == "in no category of the mapping, 2 times"
    assert "looks like 'Blue'" in (problem.hint or "")
    assert ["Blue" in one or "Red" in one for one in found.unused()] == [True, True]


def test_the_rest_may_be_left_out_at_once(tmp_path: Path) -> None:
    found = meanings(tmp_path, {"Blue": "blues"}, categories_rest="bandits")
    other = found.look_up("Crowd", "c.csv", 2)
    assert other is not None
    assert other.reason == "bandits"
    assert list(found.problems()) == []


@pytest.mark.parametrize(
    ("categories", "told"),
    [
        ({"Blue": "bleus"}, r'categories\.Blue, value "bleus": unknown in factions.*Did you mean blues'),
        ({"Blue": "?"}, r"categories\.Blue: not decided yet"),
        ({"Blue": {"factions": ["blues"], "role": "holds"}}, r'value "holds": no such role'),
        ({"Blue": {"faction": "blues"}}, r"categories\.Blue: of the wrong kind"),
        (["Blue"], r"categories: of the wrong kind"),
    ],
)
def test_a_meaning_that_is_none_has_its_line(tmp_path: Path, categories: Any, told: str) -> None:
    with pytest.raises(AtlasError, match=rf"mapping\.yaml, row 1.*{told}"):
        meanings(tmp_path, categories)
