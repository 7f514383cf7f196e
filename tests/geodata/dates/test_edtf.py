"""EDTF dates: what they cover, how they stand to a period, how a reader sees them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata import dates

YEAR_1985 = (date(1985, 1, 1), date(1985, 12, 31))
YEARS_1988_89 = (date(1988, 1, 1), date(1989, 12, 31))


class TestParse:
    @pytest.mark.parametrize(
        ("text", "earliest", "latest"),
        [
            ("1985", "1985-01-01", "1985-12-31"),
            ("1988-02", "1988-02-01", "1988-02-29"),
            ("1989-02", "1989-02-01", "1989-02-28"),
            ("1988-06-17", "1988-06-17", "1988-06-17"),
            ("1988-21", "1988-03-01", "1988-05-31"),
            ("1988-22", "1988-06-01", "1988-08-31"),
            ("1988-23", "1988-09-01", "1988-11-30"),
            ("198X", "1980-01-01", "1989-12-31"),
            ("1985-XX", "1985-01-01", "1985-12-31"),
            ("1984~", "1984-01-01", "1984-12-31"),
            ("1987?", "1987-01-01", "1987-12-31"),
            ("1987-05%", "1987-05-01", "1987-05-31"),
            ("1988/1989", "1988-01-01", "1989-12-31"),
            ("1984~/1986~", "1984-01-01", "1986-12-31"),
            ("1988-05-15/1988-08-16", "1988-05-15", "1988-08-16"),
            ("1988-22/1989-02", "1988-06-01", "1989-02-28"),
            ("[1975,1976]", "1975-01-01", "1976-12-31"),
            ("1988-08/..", "1988-08-01", None),
            ("../1988-10-11", None, "1988-10-11"),
            ("[..1988-10-11]", None, "1988-10-11"),
            ("1988/", "1988-01-01", None),
            ("/1988", None, "1988-12-31"),
        ],
    )
    def test_days_that_a_date_can_mean(self, text: str, earliest: str | None, latest: str | None) -> None:
        parsed = dates.parse(text)
        assert parsed.earliest == (earliest and date.fromisoformat(earliest))
        assert parsed.latest == (latest and date.fromisoformat(latest))

    @pytest.mark.parametrize(
        "text",
        [
            *("summer 1988", "31/12/1988", "17 June 1988", "1988-6-17", "88", "unknown", "..", "", "1988-06-17/x"),
            *("1985-13", "1985-00", "1988-02-30", "1989-02-29", "1988-06-31/1988-07"),
        ],
    )
    def test_what_is_no_date_is_told_as_such(self, text: str) -> None:
        with pytest.raises(ValueError, match=r"is no EDTF date|is no day of the calendar|ends before"):
            dates.parse(text)

    @pytest.mark.parametrize(("text", "year"), [("Y170000002", 170000002), ("-0100", -100), ("0000", 0)])
    def test_years_that_no_calendar_of_the_program_has(self, text: str, year: int) -> None:
        with pytest.raises(ValueError, match=f"the year {year} is none of the years 1 to 9999"):
            dates.parse(text)

    def test_form_that_the_parser_stumbles_over(self) -> None:
        with pytest.raises(ValueError, match="'1988-1X' can't be read as an EDTF date"):
            dates.parse("1988-1X")

    def test_interval_backwards(self) -> None:
        with pytest.raises(ValueError, match="'1989/1988' ends before it begins"):
            dates.parse("1989/1988")

    def test_interval_of_one_day_is_not_backwards(self) -> None:
        assert dates.parse("1988-06-17/1988-06-17").latest == date(1988, 6, 17)


TWO_YEARS = 730


class TestFit:
    """Time points one way: what begins later says nothing, what ended up to 730 days before is near."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            pytest.param("1985-01-01", "overlaps", id="first day"),
            pytest.param("1985-12-31", "overlaps", id="last day"),
            pytest.param("1979/1985-01-01", "overlaps", id="ends on the first day"),
            pytest.param("1985-12-31/1990", "overlaps", id="begins on the last day"),
            pytest.param("1984-12-31", "near", id="the day before"),
            pytest.param("1986-01-01", None, id="the day after"),
            # 1984 is a leap year: 730 days before 1 January 1985 is 2 January 1983.
            pytest.param("1983-01-02", "near", id="730 days before"),
            pytest.param("1983-01-01", None, id="731 days before"),
            pytest.param("1978/1983-01-02", "near", id="an interval that ends 730 days before"),
            pytest.param("1979-03", None, id="long before"),
            pytest.param("1980/1988", "overlaps", id="nine years"),
            pytest.param("1980-01-02/1989-12-31", "overlaps", id="a day less than ten years"),
            pytest.param("1980/1989", "near", id="ten years"),
            pytest.param("198X", "near", id="known to the decade"),
            pytest.param("198X-05", "near", id="a month of the decade"),
            pytest.param("1985?", "near", id="uncertain"),
            pytest.param("1985-06%", "near", id="about and uncertain"),
            pytest.param("1985~", "overlaps", id="about"),
            pytest.param("1984?/1985", "near", id="uncertain at one end"),
            pytest.param("1984?", "near", id="uncertain and shortly before"),
            pytest.param("1986?", None, id="uncertain and later"),
            pytest.param("1978/1992", "near", id="the war"),
            pytest.param("19XX", "near", id="known to the century"),
            pytest.param("197X", None, id="another decade"),
            pytest.param("1985-06/..", "overlaps", id="from a day in it on"),
            pytest.param("1985?/..", "near", id="from an uncertain day in it on"),
            pytest.param("../1985-06", "overlaps", id="until a day in it"),
            pytest.param("1979/..", "near", id="from long before on"),
            pytest.param("1986/..", None, id="from shortly after on"),
            pytest.param("../1984", None, id="until shortly before"),
            # From 31 December 1985 to 31 December 1987 it is 730 days.
            pytest.param("../1987", "near", id="until 730 days after"),
            pytest.param("../1988-01-01", None, id="until 731 days after"),
            pytest.param("../..", None, id="any time"),
        ],
    )
    def test_how_a_date_stands_to_1985(self, text: str, expected: str | None) -> None:
        assert dates.parse(text).fit(*YEAR_1985, TWO_YEARS) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [("1988-22", "overlaps"), ("1989-12-31", "overlaps"), ("1986", "near"), ("1985-12-31", None), ("1990", None)],
    )
    def test_how_a_date_stands_to_two_years(self, text: str, expected: str | None) -> None:
        assert dates.parse(text).fit(*YEARS_1988_89, TWO_YEARS) == expected

    def test_where_nothing_is_near(self) -> None:
        day = date(1985, 5, 5)
        assert dates.parse("1985-05-05").fit(day, day, 0) == "overlaps"
        assert dates.parse("1985-05-04").fit(day, day, 0) is None
        assert dates.parse("1985-05-04/..").fit(day, day, 0) == "near", "it has not ended"

    @given(st.integers(1, 9999), st.integers(1, 9999))
    def test_years_compare_as_numbers(self, claimed: int, period: int) -> None:
        # From the end of a year to the beginning of the next it is a day, of the one after a year more, of the third
        # at least 731 days.
        distance = period - claimed
        expected = "overlaps" if distance == 0 else "near" if distance in (1, 2) else None
        assert dates.parse(f"{claimed:04}").fit(date(period, 1, 1), date(period, 12, 31), TWO_YEARS) == expected

    @given(st.dates(date(1970, 1, 1), date(1985, 12, 31)), st.integers(0, 1500), st.integers(0, 600))
    def test_longer_date_fits_no_worse(self, first: date, days: int, more: int) -> None:
        """Below ten years, a date that covers another fits at least as well."""
        better = {"overlaps": 2, "near": 1, None: 0}
        ends = [date.fromordinal(first.toordinal() + length) for length in (days, days + more)]
        short, long = (dates.parse(f"{first}/{end}").fit(*YEAR_1985, TWO_YEARS) for end in ends)
        assert better[long] >= better[short]


@pytest.mark.parametrize(
    ("text", "touches"),
    [
        ("1985-06", True), ("1985?", True), ("1980/1988", True), ("198X", False), ("1984/..", False),
        ("1985-06/..", True), ("../1985-06", True), ("1986", False), ("1984", False), ("../..", False),
    ],
)  # fmt: skip
def test_what_happened_in_a_period(text: str, touches: bool) -> None:
    """An event of an uncertain day is listed in the year that it is put in; one of the decade in no year of it."""
    assert dates.parse(text).touches(*YEAR_1985) is touches


class TestLabel:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("1985", "1985"),
            ("1988-10", "October 1988"),
            ("1988-06-07", "7 June 1988"),
            ("1988-21", "spring 1988"),
            ("1988-22", "summer 1988"),
            ("1978-23", "autumn 1978"),
            ("1988-24", "winter 1988"),
            ("198X", "1980s"),
            ("198X~", "about 1980s"),
            ("1984~", "about 1984"),
            ("1987?", "1987 (uncertain)"),
            ("1987-05%", "about May 1987 (uncertain)"),
            ("1988/1989", "1988–1989"),
            ("1984~/1986~", "about 1984 to about 1986"),
            ("1988-05-15/1988-08-16", "15 May 1988 to 16 August 1988"),
            ("1988-08/..", "from August 1988"),
            ("../1983", "by 1983"),
            ("[..1988-10-11]", "by 11 October 1988"),
            ("[1975,1976]", "1975 or 1976"),
            ("{1990-21,1991-21}", "spring 1990 and spring 1991"),
        ],
    )
    def test_words(self, text: str, expected: str) -> None:
        assert dates.label(text) == expected

    @pytest.mark.parametrize(
        "text", ["1988-34", "1988-25", "1985-XX", "../..", "1985-06-15T10:00:00", "19XX", "[1975..1978]"]
    )
    def test_every_date_that_can_be_read_has_some_words(self, text: str) -> None:
        dates.parse(text)
        assert dates.label(text)
