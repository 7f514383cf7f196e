"""Rows read are rows used and rows left out."""

from __future__ import annotations

from geodata.importing.report import ImportReport, Tally, some


def test_a_row_that_is_neither_used_nor_left_out_is_seen() -> None:
    tally = Tally("c.csv", "rows", read=3, used=1)
    tally.leave_out("no value")
    assert not tally.adds_up
    tally.leave_out("no date")
    assert tally.adds_up


def test_reasons_stand_with_the_most_frequent_first() -> None:
    tally = Tally("c.csv", "rows", read=6, used=2)
    for reason, count in (("no date", 1), ("no value", 3), ("blank row", 0)):
        tally.leave_out(reason, count)
    assert list(tally.lines()) == [
        "c.csv: 6 rows read = 2 used + 4 left out",
        "  3 left out: no value",
        "  1 left out: no date",
    ]


def test_the_report_has_only_what_there_is_to_tell() -> None:
    report = ImportReport(made={"periods": 2, "sides": 1})
    report.tally("c.csv", "rows", 1).used = 1
    assert str(report).splitlines() == [
        "c.csv: 1 row read = 1 used + 0 left out",
        "Made: 2 periods, 1 side",
    ]


def test_a_list_ends() -> None:
    assert some(["a"]) == "a"
    assert some([*"abcdefghij"]) == "a, b, c, d, e, f, g, h and 2 more"
