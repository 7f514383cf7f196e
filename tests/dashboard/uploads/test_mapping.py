"""The mapping that is made of what a reader has chosen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard.uploads import Choices, as_yaml, mapping_of
from geodata import AtlasError
from geodata.importing import read_mapping

FACTS: dict[str, Any] = {
    "shapes": "s.geojson", "table": "t.csv", "layout": "long", "within": None, "name": "NAME", "table_within": None,
    "columns": {},
}  # fmt: skip
SOURCE = {
    "title": "A: \u2028 \u0085 \U0001f5fa #",
    "language": "en",
    "kind": "press",
    "independent": "true",
    "thin": "true",
}
COLUMNS = {"name": "NAME", "joined": "NAME", "unit": "unit", "date": "when", "category": "who"}


def full(**others: Any) -> Choices:
    given: dict[str, Any] = {
        "title": "T", "columns": COLUMNS, "each": "year", "source": SOURCE,
        "factions": {"r": "Reds", "b": "Blues", "x": "Reds; Blues", "-": "", "red": "Reds"},
        "kinds": {"Reds": "party", "Blues": "front"},
    }  # fmt: skip
    return Choices(**given | others)


def checked(tmp_path: Path, choices: Choices, **facts: Any) -> dict[str, Any]:
    path = tmp_path / "mapping.yaml"
    path.write_text(as_yaml(mapping_of(FACTS | facts, choices)), encoding="utf-8")
    return dict(read_mapping(path).content)


def test_values_name_factions_fight_over_units_or_are_left_out(tmp_path: Path) -> None:
    content = checked(tmp_path, full())
    assert content["categories"] == {
        "r": "reds", "b": "blues", "red": "reds", "x": {"factions": ["reds", "blues"], "role": "contested"},
    }  # fmt: skip
    assert list(content["categories_left_out"]) == ["-"]
    assert content["factions"]["blues"] == {"name": "Blues", "kind": "front", "side": "blues"}
    assert set(content["sides"]) == {"reds", "blues"}


def test_texts_come_through_whatever_letters_they_have(tmp_path: Path) -> None:
    assert checked(tmp_path, full())["sources"]["TABLE"]["title"] == SOURCE["title"]


def test_units_joined_by_another_column_than_their_names_are_joined_by_it(tmp_path: Path) -> None:
    content = checked(tmp_path, full(columns=COLUMNS | {"joined": "CODE"}))
    assert content["shapes"]["id"] == "CODE"
    assert content["control"][0]["match"] == "id"


def test_a_wide_table_has_the_columns_that_were_chosen(tmp_path: Path) -> None:
    content = checked(tmp_path, full(dated=("y1", "y3")), layout="wide", columns={"y1": "1", "y2": "2", "y3": "3"})
    assert content["control"][0]["columns"] == {"y1": "1", "y3": "3"}
    assert "date" not in content["control"][0]


@pytest.mark.parametrize("lifetimes", [{}, {"valid_from": "begin"}])
def test_shapes_alone_need_a_date_unless_they_have_lifetimes(tmp_path: Path, lifetimes: dict[str, str]) -> None:
    own = full(lifetimes=lifetimes, columns=COLUMNS | {"date": "1985"})
    content = checked(tmp_path, own, layout="attribute", table=None)
    assert ("date" in content["control"][0]) is (not lifetimes)
    assert not {"file", "unit"} & content["control"][0].keys()


def test_what_is_not_answered_keeps_it_from_being_imported(tmp_path: Path) -> None:
    with pytest.raises(AtlasError) as refused:
        checked(tmp_path, Choices(source={"independent": None}, factions={"r": "Reds"}))
    undecided = {one.column for one in refused.value.problems if one.message == "not decided yet"}
    assert undecided >= {
        "atlas.title", "shapes.name", "stops.each", "control.1.unit", "control.1.date", "control.1.category",
        "factions.reds.kind", "sources.TABLE.independent",
    }  # fmt: skip
