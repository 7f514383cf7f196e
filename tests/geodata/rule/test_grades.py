"""How well a claim fits a province and a period, and how strong it is there (1, 2, 3, 5 and 6 of the rule)."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.rule import GRADES, REASONS
from geodata.rule.grades import grade_of, reasons_weak
from tests.made_up import Country, Days, year


@pytest.fixture
def country() -> Country:
    return Country()


def said(country: Country, period: Days, near_days: int = 730) -> str | None:
    """The grade that the one claim has for the north in a period; None if it says nothing of it."""
    found = country.grades("north", period, near_days)
    return found["C001"][0] if found else None


class TestGradeNames:
    """5: grades keep their names and meaning."""

    @pytest.mark.parametrize(
        ("basis", "regional", "fit", "expected"),
        [
            ("stated", False, "overlaps", "direct"),
            ("stated", True, "overlaps", "regional"),
            ("stated", False, "near", "adjacent"),
            ("stated", True, "near", "regional-adjacent"),
            ("inferred", False, "overlaps", "inferred"),
            ("inferred", True, "near", "inferred"),
        ],
    )
    def test_from_basis_reach_and_date(self, basis: str, regional: bool, fit: str, expected: str) -> None:
        assert grade_of(basis, fit, named=True, regional=regional) == expected  # type: ignore[arg-type]

    def test_claim_of_several_provinces_is_regional_in_each(self, country: Country) -> None:
        country.claim("reds", "north", "south:part")
        assert country.grades("north") == {"C001": ("regional", "whole")}
        assert country.grades("south") == {"C001": ("regional", "part")}
        assert country.grades("coast") == {}


class TestNamed:
    """1: where the sentence does not name the province, the claim is inferred for that province."""

    def test_province_that_is_not_named(self, country: Country) -> None:
        country.claim("reds", "north", named=False)
        assert country.grades() == {"C001": ("inferred", "whole")}
        assert country.readings()["C001"]["why_weak"] == ("not-named",)

    def test_a_belt_is_stated_at_its_named_ends_alone(self, country: Country) -> None:
        # "From the north to the coast": the two ends are named, the south between them is not.
        country.claim("reds", "north", "south", "coast")
        next(row for row in country.scopes if row["province_id"] == "south")["named"] = False
        grades = {name: country.grades(name)["C001"][0] for name in country.provinces}
        assert grades == {"north": "regional", "south": "inferred", "coast": "regional"}

    def test_no_basis_makes_up_for_it(self, country: Country) -> None:
        country.claim("reds", "north", named=False, basis="inferred")
        assert country.readings()["C001"]["why_weak"] == ("inferred", "not-named")


class TestOneWayTime:
    """2: what begins after the period says nothing of it; what ended before it is near for `near_days`."""

    @pytest.mark.parametrize("when", ["1901", "1901-01-01", "1901/1902", "1901?", "190X-01-01/1909", "1901/.."])
    def test_what_begins_later_says_nothing(self, country: Country, when: str) -> None:
        country.claim("reds", "north", date=when.replace("190X-01-01", "1901"))
        assert said(country, year(1900)) is None

    @pytest.mark.parametrize(
        ("last_day", "expected"),
        [
            ("1899-12-31", "adjacent"),
            # 730 days before 1 January 1900 is 1 January 1898: 1898 and 1899 have 365 days each.
            ("1898-01-01", "adjacent"),
            ("1897-12-31", None),
        ],
    )
    def test_ended_at_most_near_days_before(self, country: Country, last_day: str, expected: str | None) -> None:
        country.claim("reds", "north", date=f"1890/{last_day}")
        assert said(country, year(1900)) == expected

    def test_last_day_counts_and_not_the_first(self, country: Country) -> None:
        country.claim("reds", "north", date="1891/1899")
        assert said(country, year(1900)) == "adjacent"

    @pytest.mark.parametrize(("number", "expected"), [(1899, "adjacent"), (1900, "direct"), (1901, None)])
    def test_a_hold_that_ended_says_nothing_afterwards(self, country: Country, number: int, expected: str) -> None:
        # Until March 1900; in 1899 it had not yet ended, and the year's last day lies less than two years before that.
        country.claim("reds", "north", date="../1900-03")
        assert said(country, year(number)) == expected

    def test_an_open_start_does_not_reach_back_for_ever(self, country: Country) -> None:
        # From 31 December 1898 to 31 December 1900 it is 730 days, from 31 December 1897 it is 1,095.
        country.claim("reds", "north", date="../1900-12-31")
        assert (said(country, year(1898)), said(country, year(1897))) == ("adjacent", None)

    @pytest.mark.parametrize(
        ("number", "expected"), [(1899, None), (1900, "direct"), (1901, "adjacent"), (1950, "adjacent")]
    )
    def test_an_open_end_is_near_in_all_later_periods(self, country: Country, number: int, expected: str) -> None:
        country.claim("reds", "north", date="1900-06/..")
        assert said(country, year(number)) == expected

    def test_any_time_says_nothing(self, country: Country) -> None:
        country.claim("reds", "north", date="../..")
        assert said(country, year(1900)) is None


class TestNearDaysAndVagueDates:
    """3: `near_days` is the atlas's own; what is uncertain, known to the decade or of ten years' span is vague."""

    def test_where_observations_are_by_day_nothing_is_near(self, country: Country) -> None:
        country.claim("reds", "north", date="1899-12-31")
        new_year = date(1900, 1, 1), date(1900, 1, 1)
        assert said(country, new_year, near_days=0) is None
        assert said(country, new_year, near_days=1) == "adjacent"

    @pytest.mark.parametrize("when", ["1900?", "1900?/1901", "1899/1900?", "1900%", "190X", "1891/1900", "1850/1950"])
    def test_a_vague_date_that_touches_the_period_counts_as_near(self, country: Country, when: str) -> None:
        country.claim("reds", "north", date=when)
        reading = country.readings()["C001"]
        assert (reading["grade"], reading["firm"], reading["why_weak"]) == ("adjacent", False, ("vague",))

    def test_a_vague_date_shortly_before_is_near_and_weak(self, country: Country) -> None:
        country.claim("reds", "north", date="1899?")
        assert country.readings()["C001"]["why_weak"] == ("vague",)

    @pytest.mark.parametrize("when", ["1900~", "1892/1900", "1900-XX", "1900-22"])
    def test_about_nine_years_and_a_season_are_not_vague(self, country: Country, when: str) -> None:
        country.claim("reds", "north", date=when)
        assert country.grades() == {"C001": ("direct", "whole")}


class TestFirmAndWeak:
    """6: firm is direct, regional, or adjacent by a date that is not vague, of a source independent and not thin."""

    def test_grades_that_are_firm(self) -> None:
        sound = {"basis": "stated", "named": True, "vague": False, "independent": True, "thin": False}
        firm = [grade for grade in GRADES if not reasons_weak(grade, **sound)]  # type: ignore[arg-type]
        assert firm == ["direct", "regional", "adjacent", "inferred"]
        # An inferred claim is weak by what made it so: its basis, or a province that is not named.
        assert reasons_weak("inferred", **(sound | {"basis": "inferred"})) == ("inferred",)  # type: ignore[arg-type]
        assert reasons_weak("inferred", **(sound | {"named": False})) == ("not-named",)  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("independent", "thin", "expected"),
        [(True, False, ()), (False, False, ("not-independent",)), (True, True, ("thin",)),
         (False, True, ("not-independent", "thin"))],
    )  # fmt: skip
    def test_what_the_source_is(
        self, country: Country, independent: bool, thin: bool, expected: tuple[str, ...]
    ) -> None:
        country.claim("reds", "north", source=country.source("A", independent=independent, thin=thin))
        reading = country.readings()["C001"]
        assert (reading["grade"], reading["why_weak"]) == ("direct", expected)
        assert reading["firm"] is not bool(expected)

    def test_adjacent_by_a_date_that_is_certain_is_firm(self, country: Country) -> None:
        country.claim("reds", "north", date="1899")
        reading = country.readings()["C001"]
        assert (reading["grade"], reading["firm"]) == ("adjacent", True)

    def test_regional_and_adjacent_at_once_is_weak(self, country: Country) -> None:
        country.claim("reds", "north", "south", date="1899")
        assert country.readings()["C001"]["why_weak"] == ("regional-adjacent",)

    def test_every_reason_is_told_in_one_order(self, country: Country) -> None:
        source = country.source("A", independent=False, thin=True)
        country.claim("reds", "north", "south", date="1899?", basis="inferred", named=False, source=source)
        # Its grade is inferred, so it is not called regional and adjacent as well.
        expected = ("not-independent", "thin", "vague", "inferred", "not-named")
        assert country.readings()["C001"]["why_weak"] == expected
        assert [one for one in REASONS if one in expected] == list(expected)
