"""Checks of one table against its Table Schema, on tables of a few cells."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from geodata.frames import split_list
from geodata.tables.cells import check_cells, typed


def field(name: str = "cell", kind: str = "string", **constraints: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, "description": "What it is.", "constraints": constraints}


def table(**columns: list[str]) -> pd.DataFrame:
    """Cells as read from a file: the header is line 1."""
    frame = pd.DataFrame(columns, dtype=object)
    return frame.set_axis(range(2, len(frame) + 2))


def faults(value: str, one: dict[str, Any]) -> list[str]:
    return [problem.message for problem in check_cells(table(cell=[value]), [one], (), "t.csv")]


@pytest.mark.parametrize(
    "one",
    [
        field(),
        field(kind="number", minimum=0),
        field(kind="date"),
        field(kind="boolean"),
        field(pattern="[a-z]+"),
        field(enum=["a"]),
        field() | {"format": "uri"},
    ],
)
def test_empty_cell_is_fine_unless_a_value_is_required(one: dict[str, Any]) -> None:
    assert faults("", one) == []
    required = one | {"constraints": one["constraints"] | {"required": True}}
    assert faults("", required) == ["empty, but a value is required"]


@pytest.mark.parametrize(
    ("value", "kind", "limits", "sound"),
    [
        ("0", "number", {"minimum": 0, "maximum": 1}, True),
        ("1", "number", {"minimum": 0, "maximum": 1}, True),
        ("1.0001", "number", {"minimum": 0, "maximum": 1}, False),
        ("-0.0001", "number", {"minimum": 0}, False),
        ("99", "number", {"minimum": 0}, True),
        ("inf", "number", {}, False),
        ("1e999", "number", {"maximum": 1}, False),
        ("", "number", {"minimum": 1}, True),
        ("1988-02-29", "date", {}, True),
        ("1989-02-29", "date", {}, False),
        ("1988-2-9", "date", {}, False),
        ("1988-02-29T00:00", "date", {}, False),
        ("true", "boolean", {}, True),
        ("TRUE", "boolean", {}, True),
        ("0", "boolean", {}, True),
        ("yes", "boolean", {}, True),
        ("2", "boolean", {}, False),
        ("maybe", "boolean", {}, False),
        ("abc", "string", {"pattern": "[a-c]+"}, True),
        ("abcd", "string", {"pattern": "[a-c]+"}, False),
        ("xabc", "string", {"pattern": "[a-c]+"}, False),
        ("a", "string", {"enum": ["a", "b"]}, True),
        ("ab", "string", {"enum": ["a", "b"]}, False),
    ],
)
def test_value_against_type_and_constraints(value: str, kind: str, limits: dict[str, Any], sound: bool) -> None:
    assert (faults(value, field(kind=kind, **limits)) == []) is sound


@pytest.mark.parametrize(
    ("value", "sound"),
    [
        ("https://example.org/path?query=1", True),
        ("http://example.org", True),
        ("ftp://example.org", False),
        ("javascript:alert(1)", False),
        ("//example.org", False),
        ("https://", False),
        ("https://example.org/with blank", False),
        ("http://[", False),
        ("https://example.org/}\\end{x}", False),
        ('https://example.org/"onload="x', False),
        ("https://example.org/<script>", False),
        ("https://example.org/ü", False),
        ("HTTPS://example.org", True),
        ("https://user@", False),
        ("data:text/html,x", False),
    ],
)
def test_address(value: str, sound: bool) -> None:
    assert (faults(value, field() | {"format": "uri"}) == []) is sound


@pytest.mark.parametrize("value", [" a", "a ", "a\n", "\u00a0a", " "])
def test_blanks_around_a_value(value: str) -> None:
    assert faults(value, field(required=True) | {"prose": True}) == ["has blanks around it"]


@pytest.mark.parametrize("value", ["a\0b", "a\x1b[2Jb", "a\x85b", "a\ufffeb", "a\x7fb", "\ud800"])
@pytest.mark.parametrize("prose", [True, False])
def test_characters_that_no_text_may_hold(value: str, prose: bool) -> None:
    (message,) = faults(value, field() | {"prose": prose})
    assert message.startswith("holds the character U+")


@pytest.mark.parametrize("value", ["a\nb", "a\tb", "a\u2028b"])
def test_only_prose_has_lines(value: str) -> None:
    assert faults(value, field() | {"prose": True}) == []
    assert len(faults(value, field())) == 1


def test_words_of_the_program_are_no_ids() -> None:
    one = field() | {"reserved": True}
    assert [faults(value, one) for value in ("contested", "none", "no-evidence")] == [["a word of the program"]] * 3
    assert faults("contesting", one) == []


@pytest.mark.parametrize(("value", "sound"), [("3", True), ("-3", True), ("3.0", False), ("9" * 16, False)])
def test_whole_numbers(value: str, sound: bool) -> None:
    assert (faults(value, field(kind="integer")) == []) is sound


def test_a_date_that_nobody_would_write_is_told_at_once() -> None:
    one = field() | {"format": "edtf"}
    assert faults("[" + "1988," * 30 + "1989]", one) == ["an EDTF date of more than 100 characters"]
    assert faults("[1988,1989]", one) == []


def test_every_row_that_repeats_a_key_names_the_first() -> None:
    fields, key = [field("id")], ["id"]
    problems = check_cells(table(id=["a", "b", "a", "a"]), fields, key, "t.csv")
    assert [(problem.row, problem.value, problem.message) for problem in problems] == [
        (4, "a", "stands already in row 2"),
        (5, "a", "stands already in row 2"),
    ]


def test_unique_key_is_told_once() -> None:
    fields, key = [field("id", unique=True)], ["id"]
    assert len(check_cells(table(id=["a", "a"]), fields, key, "t.csv")) == 1


def test_key_of_two_columns_repeats_only_as_a_pair() -> None:
    fields, key = [field("one"), field("two")], ["one", "two"]
    assert check_cells(table(one=["a", "a"], two=["b", "c"]), fields, key, "t.csv") == []
    (problem,) = check_cells(table(one=["a", "a"], two=["b", "b"]), fields, key, "t.csv")
    assert (problem.row, problem.column, problem.value) == (3, "one, two", "a, b")


def test_empty_keys_are_told_as_empty_and_not_as_repeated() -> None:
    fields, key = [field("id", required=True)], ["id"]
    problems = check_cells(table(id=["", ""]), fields, key, "t.csv")
    assert [problem.message for problem in problems] == ["empty, but a value is required"] * 2


def test_typed_columns() -> None:
    fields = [field("text"), field("number", "number"), field("yes", "boolean")]
    frame = typed(table(text=["007", ""], number=["1.5", ""], yes=["TRUE", "no"]), fields)
    assert frame["text"].tolist() == ["007", ""]
    assert frame["number"].iloc[0] == 1.5
    assert frame["number"].isna().tolist() == [False, True]
    assert frame["yes"].tolist() == [True, False]


@pytest.mark.parametrize(("cell", "parts"), [("", []), ("a", ["a"]), ("a;b", ["a", "b"]), (" a ; b;", ["a", "b"])])
def test_several_values_in_a_cell(cell: str, parts: list[str]) -> None:
    assert split_list(cell) == parts


def test_colours_are_written_in_one_way() -> None:
    frame = typed(table(colour=["#AABBCC", ""]), [field("colour") | {"format": "colour"}])
    assert frame["colour"].tolist() == ["#aabbcc", ""]


def test_column_that_is_absent_comes_empty() -> None:
    fields = [field("id"), field("note"), field("share", "number")]
    frame = typed(table(id=["a"]), fields)
    assert frame["note"].tolist() == [""]
    assert frame["share"].isna().tolist() == [True]
