"""Dates of foreign tables: what is written, as exact as it is written, and no guess at the order of day and month."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.importing.spans import between, next_day, of_days, read_span, stop_of


@pytest.mark.parametrize(
    ("text", "form", "first", "last"),
    [
        ("1985", "", date(1985, 1, 1), date(1985, 12, 31)),
        ("1984-02", "", date(1984, 2, 1), date(1984, 2, 29)),
        ("1985-6-7", "", date(1985, 6, 7), date(1985, 6, 7)),
        ("1985-06-07T23:59:59Z", "", date(1985, 6, 7), date(1985, 6, 7)),
        (" 1985.0 ", "", date(1985, 1, 1), date(1985, 12, 31)),
        ("1985-11/1986-02", "", date(1985, 11, 1), date(1986, 2, 28)),
        ("07/06/1985", "%d/%m/%Y", date(1985, 6, 7), date(1985, 6, 7)),
        ("06/1985", "%m/%Y", date(1985, 6, 1), date(1985, 6, 30)),
        ("June 1985", "%B %Y", date(1985, 6, 1), date(1985, 6, 30)),
        # A workbook has some as days, and others typed.
        ("1985-06-07", "%d.%m.%Y", date(1985, 6, 7), date(1985, 6, 7)),
        ("1985-06", "%m/%Y", date(1985, 6, 1), date(1985, 6, 30)),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(text: str, form: str, first: date, last: date) -> None:
    span = read_span(text, form)
    assert span is not None
    assert (span.first, span.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("", ""),
        ("soon", ""),
        ("03/04/1985", ""),
        ("1985-13", ""),
        ("1985-02-30", ""),
        ("85", ""),
        ("1986/1985", ""),
        ("31/02/1985", "%d/%m/%Y"),
        # Both orders have the year in front: which of them it is, only the format says.
        ("1985-06-17", "%Y-%d-%m"),
        # More exact or less exact than told is something else than told.
        ("1985", "%d.%m.%Y"),
        ("1985-06-07", "%m/%Y"),
        ("1985-02-30", "%d.%m.%Y"),
    ],
)
def test_what_is_no_date_or_could_be_two_is_none(text: str, form: str) -> None:
    assert read_span(text, form) is None


def test_days_from_one_to_another() -> None:
    assert of_days(date(1985, 6, 1), date(1985, 6, 1)).text == "1985-06-01"
    assert of_days(date(1985, 6, 1), date(1985, 6, 3)).text == "1985-06-01/1985-06-03"
    assert between(read_span("1985"), None) is None
    assert next_day(date(1985, 12, 31)) == date(1986, 1, 1)
    assert next_day(date.max) == date.max


@pytest.mark.parametrize(
    ("each", "text"), [("day", "1985-06-17"), ("month", "1985-06"), ("year", "1985"), ("decade", "198X")]
)
def test_the_stop_of_a_day(each: str, text: str) -> None:
    stop = stop_of(date(1985, 6, 17), each)
    assert stop.text == text
    assert stop.first <= date(1985, 6, 17) <= stop.last


def test_the_first_decade_begins_with_the_first_year() -> None:
    stop = stop_of(date(5, 1, 1), "decade")
    assert (stop.text, stop.first, stop.last) == ("000X", date(1, 1, 1), date(9, 12, 31))
