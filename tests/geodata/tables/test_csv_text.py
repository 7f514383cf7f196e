"""CSV by its letter: no row is lost in another one, and every fault has its line."""

from __future__ import annotations

import pytest

from geodata import AtlasError
from geodata.tables.csv_text import read_rows

HEADER = "id,statement,source\n"


def rows(text: str) -> list[tuple[int, list[str]]]:
    found = read_rows(HEADER + text, "t.csv", {"statement"})
    assert found.problems == []
    return found.found[1:]


def fault(text: str) -> tuple[int | None, str]:
    """Line and message of the one fault."""
    try:
        problems = read_rows(HEADER + text, "t.csv", {"statement"}).problems
    except AtlasError as error:
        problems = list(error.problems)
    (problem,) = problems
    assert (problem.file, bool(problem.hint)) == ("t.csv", True)
    return problem.row, problem.message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b,c\n", [(2, ["a", "b", "c"])]),
        ("a,b,c", [(2, ["a", "b", "c"])]),
        ("a,b,c\r\nd,e,f\r\n", [(2, ["a", "b", "c"]), (3, ["d", "e", "f"])]),
        ("a,b,c\rd,e,f", [(2, ["a", "b", "c"]), (3, ["d", "e", "f"])]),
        ("\n\na,b,c\n\n", [(4, ["a", "b", "c"])]),
        ('a,"b, ""b""",c\n', [(2, ["a", 'b, "b"', "c"])]),
        ('"","",""\n', []),
        ('a,"one\ntwo",c\nd,e,f\n', [(2, ["a", "one\ntwo", "c"]), (4, ["d", "e", "f"])]),
        ('a,"one\r\ntwo",c\r\n', [(2, ["a", "one\ntwo", "c"])]),
        ('a,"one\n\n""three""",c\n', [(2, ["a", 'one\n\n"three"', "c"])]),
        ("a,b\u2028b,c\u0085\n", [(2, ["a", "b\u2028b", "c\u0085"])]),
    ],
)
def test_rows_with_the_line_on_which_they_begin(text: str, expected: list[tuple[int, list[str]]]) -> None:
    assert rows(text) == expected


SWALLOWED = "could be a row by itself"
UNMATCHED = "quotation marks that do not match"
INSIDE = "a quotation mark inside a cell"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        # A mark opens in one statement and closes in the next, one row on, or in the last cell of all.
        ('a,"b,c\nd,e",f\n', 2, SWALLOWED),
        ('a,"b,c\nd,e,f\ng,h",i\n', 2, SWALLOWED),
        ('a,b,c\nd,"e,f\ng,h",i\nj,k,l\n', 3, SWALLOWED),
        ('a,"b,c\nd,e,f"\n', 2, SWALLOWED),
        ('a,"b\nd,e,f\ng",h\n', 2, SWALLOWED),
        ('a,"b,c\nd,""e"",f\ng,h",i\n', 2, SWALLOWED),
        ('"a,b,c\nd",e,f\n', 2, "a line break in the column id"),
        ('a,"b\nb",c,"\nx"\n', 2, SWALLOWED),
        ('"a\na",b,c\n', 2, "a line break in the column id"),
        ('a,b,"c\nc"\n', 2, "a line break in the column source"),
        ('a,"b,c\nd,e,f\n', 2, UNMATCHED),
        ('a,b,c\nd,"e" e,f\n', 3, UNMATCHED),
        ('a,b,"c', 2, UNMATCHED),
        ('a,b "b" b,c\n', 2, INSIDE),
        ('a,b"b,c\n', 2, INSIDE),
        ('a, "b",c\n', 2, INSIDE),
    ],
)
def test_what_is_not_plainly_one_row_is_told_with_its_first_line(text: str, line: int, message: str) -> None:
    found = fault(text)
    assert found[0] == line
    assert message in found[1]


def test_rows_beside_a_fault_are_still_read() -> None:
    rows_found = read_rows(HEADER + 'a,b "b",c\nd,e,f\n', "t.csv", set())
    assert rows_found.found[1:] == [(3, ["d", "e", "f"])]
    assert len(rows_found.problems) == 1
    assert rows_found.refused == ['a,b "b",c\n']


def test_header_of_several_lines_is_none() -> None:
    assert read_rows('"id\nx",statement\na,b\n', "t.csv", {"statement"}).problems[0].row == 1


def test_cell_without_end() -> None:
    assert fault(f'a,"{"x" * 200_000}",c\n')[0] == 2


def test_rows_of_nothing_are_left_out() -> None:
    assert rows("a,b,c\n,,\n , ,\nd,e,f\n") == [(2, ["a", "b", "c"]), (5, ["d", "e", "f"])]


@pytest.mark.parametrize(("mark", "name"), [(";", "semicolons"), ("\t", "tabs")])
def test_what_stands_in_place_of_commas_is_named_and_the_rest_is_read(mark: str, name: str) -> None:
    text = (HEADER + 'a,"b, c",d\n').replace('"b, c"', "b").replace(",", mark)
    found = read_rows(text, "t.csv", set())
    (problem,) = found.problems
    assert (problem.file, problem.row) == ("t.csv", 1)
    assert problem.message == f"{name} stand between the cells, where commas are due"
    assert found.found == [(1, ["id", "statement", "source"]), (2, ["a", "b", "d"])]


def test_lists_with_semicolons_in_a_table_with_commas_are_no_fault() -> None:
    assert rows("a;b;c;d,e,f\n") == [(2, ["a;b;c;d", "e", "f"])]


def test_quotation_marks_of_a_word_processor_hold_a_cell_together() -> None:
    assert rows("a,“b, c”,d\n") == [(2, ["a", "b, c", "d"])]


def test_quotation_marks_of_a_word_processor_within_a_text_stay() -> None:
    assert rows("a,he said “no” and left,c\n") == [(2, ["a", "he said “no” and left", "c"])]
