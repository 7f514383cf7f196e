"""What a person reads who must mend an atlas."""

from __future__ import annotations

import pytest

from geodata import AtlasError, Problem


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem("missing", file="claims.csv"), "claims.csv: missing"),
        (Problem("no such thing"), "no such thing"),
        (Problem("empty", file="a.csv", row=1), "a.csv, row 1: empty"),
        (Problem("no date", "a.csv", 3, "date", "x"), 'a.csv, row 3, column date, value "x": no date'),
        (
            Problem("no date", "a.csv", 3, "date", "x", "Mend it"),
            'a.csv, row 3, column date, value "x": no date. Mend it',
        ),
        (
            Problem("empty, but required", "a.csv", 3, "date", ""),
            'a.csv, row 3, column date, value "": empty, but required',
        ),
    ],
)
def test_problem_names_place_value_and_remedy(problem: Problem, text: str) -> None:
    assert str(problem) == text


def test_error_lists_every_problem() -> None:
    problems = [Problem("missing", file="claims.csv"), Problem("no date", "a.csv", 3, "date", "x")]
    error = AtlasError(problems)
    assert error.problems == tuple(problems)
    assert str(error).splitlines() == [
        "2 problems in the atlas:",
        "- claims.csv: missing",
        '- a.csv, row 3, column date, value "x": no date',
    ]


def test_one_problem_is_not_several() -> None:
    assert str(AtlasError([Problem("missing")])).startswith("1 problem in the atlas:")


def test_text_of_a_stranger_can_not_write_over_the_terminal() -> None:
    problem = Problem("an unknown column", "a\x1b[2J.csv", 1, "x\ny", "\u202e" + "z" * 10_000, "پارسی‌زبان")
    text = str(problem)
    assert text.isprintable() or "\u200c" in text
    assert "\x1b" not in text
    assert "\\n" in text
    assert len(text) < 1_000
    assert "پارسی‌زبان" in text
