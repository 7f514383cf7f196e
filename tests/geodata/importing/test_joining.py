"""Values joined with units, stops and factions: each is used, or left out with the reason."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
from shapely.geometry import box

from geodata import AtlasError
from geodata.dates import Period
from geodata.importing import ImportReport, read_mapping
from geodata.importing.control import Value
from geodata.importing.joining import Rows, join_values, unread
from geodata.importing.matching import Matcher
from geodata.importing.meanings import Meanings
from geodata.importing.report import Tally
from geodata.importing.spans import read_span
from geodata.importing.units import Units
from tests.geodata.importing.raw import MAPPING

STOPS = [Period(year, year, date(int(year), 1, 1), date(int(year), 12, 31), year, "") for year in ("1950", "1951")]
UNITS = [
    ("north", "North", "", "", "1950-12-31"),
    ("west-mary", "Mary", "West", "", "1950-12-31"),
    ("east-mary", "Mary", "East", "1951-01-01", ""),
    ("kell", "Kell", "East", "", ""),
]
CATEGORIES = {"Blue": "blues", "Red": "reds", "Both": {"factions": ["blues", "reds"], "role": "contested"}}


class Joining:
    """The values of one table, each told as unit, date and category."""

    def __init__(self, folder: Path, **mapping: Any) -> None:
        content = {**MAPPING, "categories": CATEGORIES, "categories_left_out": {"n/a": "no data"}, **mapping}
        (folder / "mapping.yaml").write_text(json.dumps(content), encoding="utf-8")
        told = read_mapping(folder / "mapping.yaml")
        frame = gpd.GeoDataFrame(
            [dict(zip(("province_id", "name", "parent", "begin", "end"), one, strict=True)) for one in UNITS],
            geometry=[box(number, 0, number + 1, 1) for number in range(len(UNITS))],
            crs="EPSG:4326",
        ).assign(key="", other_names="")
        self._units, self._matcher = Units(frame, has_lifetimes=True), Matcher(frame, told)
        self._meanings = Meanings(told)
        self.report = ImportReport()
        self.tally: Tally = self.report.tally("control.csv", "rows", 0)

    def join(self, values: Sequence[tuple[str, str | None, str]], by: str = "name") -> Rows:
        self.tally.read = len(values)
        made = [
            Value(self.tally, row, unit, "", by, read_span(when) if when else None, category, "S01")
            for row, (unit, when, category) in enumerate(values, start=2)
        ]
        return join_values(made, self._units, STOPS, self._matcher, self._meanings, self.report)


def test_rows_read_are_rows_used_and_left_out_with_the_reason(tmp_path: Path) -> None:
    joining = Joining(tmp_path)
    rows = joining.join(
        [
            ("Kell", "1950", "Blue"),
            ("Kell", "1950", "Blue"),
            ("Kell", "1951", "n/a"),
            ("Kell", "1960", "Red"),
            ("North", "1951", "Red"),
        ]
    )
    assert [(row["province_id"], row["date"], row["faction_id"]) for row in rows.observations] == [
        ("kell", "1950", "blues")
    ]
    assert (joining.tally.read, joining.tally.used) == (5, 1)
    assert sorted(joining.tally.left_out.values()) == [1, 1, 1, 1]
    assert "n/a: no data" in joining.tally.left_out
    assert unread(joining.report.tallies) == []
    assert any("units have no value: " in one for one in joining.report.warnings)


def test_more_than_one_faction_is_a_claim_and_a_scope_for_each(tmp_path: Path) -> None:
    rows = Joining(tmp_path).join([("Kell", "1950", "Both")])
    assert rows.observations == []
    assert [row["faction_id"] for row in rows.claims] == ["blues", "reds"]
    assert [row["claim_id"] for row in rows.scopes] == [row["claim_id"] for row in rows.claims]
    assert {row["province_id"] for row in rows.scopes} == {"kell"}


def test_one_name_of_two_units_means_the_one_that_stood_then(tmp_path: Path) -> None:
    joining = Joining(tmp_path)
    rows = joining.join([("Mary", "1950", "Blue"), ("Mary", "1951", "Red")])
    assert [row["province_id"] for row in rows.observations] == ["west-mary", "east-mary"]
    assert any("joined by date" in one for one in joining.report.inferred)


def test_a_name_that_could_be_two_at_once_is_joined_to_neither(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match=r"Mary.*could be 2 units at once|could be 2 units at once.*Mary") as raised:
        Joining(tmp_path).join([("Mary", "1950/1951", "Blue")])
    (problem,) = raised.value.problems
    assert (problem.file, problem.row, problem.value) == ("control.csv", 2, "Mary")


def test_names_and_categories_that_nobody_knows_are_told_together(tmp_path: Path) -> None:
    with pytest.raises(AtlasError) as raised:
        Joining(tmp_path).join([("Kel", "1950", "Blue"), ("Kel", "1951", "Blue"), ("Kell", "1950", "Pink")])
    told = {problem.column: problem for problem in raised.value.problems}
    assert (told["unit"].value, told["unit"].row) == ("Kel", 2)
    assert "Kell" in told["unit"].hint
    assert (told["category"].value, told["category"].row) == ("Pink", 4)


def test_two_values_of_one_source_that_differ_are_a_problem_with_both_rows(tmp_path: Path) -> None:
    with pytest.raises(AtlasError) as raised:
        Joining(tmp_path).join([("Kell", "1950", "Blue"), ("Kell", "1950", "Red")])
    (problem,) = raised.value.problems
    assert (problem.row, problem.value) == (3, "Red")
    assert "row 2 of control.csv says 'Blue'" in problem.message


def test_names_that_differ_in_marks_alone_are_joined_and_told(tmp_path: Path) -> None:
    joining = Joining(tmp_path)
    joining.join([("KELL", "1950", "Blue")])
    assert any("KELL = Kell" in one for one in joining.report.inferred)


def test_a_value_of_a_shape_speaks_for_the_stops_on_whose_last_day_it_stands(tmp_path: Path) -> None:
    joining = Joining(tmp_path)
    rows = joining.join([("0", None, "Blue"), ("2", None, "Red"), ("3", None, "Red")], by="shape")
    assert [(row["province_id"], row["period_id"]) for row in rows.observations] == [
        ("north", "1950"),
        ("east-mary", "1951"),
        ("kell", "1950"),
        ("kell", "1951"),
    ]
    assert joining.tally.used == 3


def test_rows_that_do_not_add_up_are_a_fault_of_the_importer() -> None:
    tally = Tally("control.csv", "rows", read=3, used=1)
    assert unread([tally]) == ["control.csv"]
    tally.leave_out("the same value twice", 2)
    assert unread([tally]) == []
