"""Grades: how well a claim fits a province and a period, on a made-up country."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.rule.grades import GRADES, grade_of, is_firm
from tests.made_up import Country, year

COAST_MADE = ("coast", "south", "1905-01-01")


@pytest.mark.parametrize(
    ("basis", "is_regional", "fit", "expected"),
    [
        ("stated", False, "overlaps", "direct"),
        ("stated", True, "overlaps", "regional"),
        ("stated", False, "near", "adjacent"),
        ("stated", True, "near", "regional-adjacent"),
        ("inferred", False, "overlaps", "inferred"),
        ("inferred", True, "near", "inferred"),
    ],
)
def test_grade_from_basis_reach_and_date(basis: str, is_regional: bool, fit: str, expected: str) -> None:
    assert grade_of(basis, is_regional, fit) == expected  # type: ignore[arg-type]


def test_firm_are_direct_regional_and_adjacent_but_not_both_at_once() -> None:
    assert [grade for grade in GRADES if is_firm(grade)] == ["direct", "regional", "adjacent"]
    assert [grade for grade in GRADES if not is_firm(grade)] == ["regional-adjacent", "inferred"]


class TestReach:
    def test_claim_of_one_province(self) -> None:
        country = Country()
        country.claim("reds", "north")
        assert country.grades("north") == {"C001": ("direct", "dominant")}
        assert country.grades("south") == {}

    def test_claim_of_several_provinces_is_regional_in_each(self) -> None:
        country = Country()
        country.claim("reds", "north", "south")
        assert country.grades("north") == country.grades("south") == {"C001": ("regional", "dominant")}
        assert country.grades("coast") == {}

    def test_claim_of_parts_of_several_provinces_is_regional_too(self) -> None:
        country = Country()
        country.claim("reds", "north", "south:part")
        assert country.grades("north") == {"C001": ("regional", "dominant")}
        assert country.grades("south") == {"C001": ("regional", "strong")}

    def test_one_sentence_speaks_to_every_period_that_its_date_fits(self) -> None:
        country = Country()
        country.claim("reds", "north", date="1900/1902")
        assert country.grades(period=year(1901)) == {"C001": ("direct", "dominant")}
        assert country.grades(period=year(1904)) == {"C001": ("adjacent", "dominant")}
        assert country.grades(period=year(1905)) == {}

    def test_claim_without_provinces_grades_nowhere(self) -> None:
        country = Country()
        country.claim("reds")
        assert country.graded().empty

    def test_no_claims_at_all(self) -> None:
        assert Country().graded().empty


@pytest.mark.parametrize(
    ("role", "expected"),
    [("dominant", "strong"), ("strong", "present"), ("present", "present"), ("contested", "present")],
)
def test_part_of_a_province_counts_one_role_lower(role: str, expected: str) -> None:
    country = Country()
    country.claim("reds", "north:part", role=role)
    country.claim("reds", "north", role=role)
    assert country.grades() == {"C001": ("direct", expected), "C002": ("direct", role)}


class TestLineage:
    """The coast was made from the south on 1 January 1905."""

    def test_earlier_claim_speaks_for_the_later_province_as_regional(self) -> None:
        country = Country(lineage=[COAST_MADE])
        country.claim("reds", "south", date="1904")
        assert country.grades("south", year(1905)) == {"C001": ("adjacent", "dominant")}
        assert country.grades("coast", year(1905)) == {"C001": ("regional-adjacent", "dominant")}

    def test_claim_that_began_before_the_split_and_lasts_is_regional_in_the_later_province(self) -> None:
        country = Country(lineage=[COAST_MADE])
        country.claim("reds", "south", date="1904/1905")
        assert country.grades("coast", year(1905)) == {"C001": ("regional", "dominant")}

    def test_claim_of_open_beginning_speaks_for_the_later_province(self) -> None:
        country = Country(lineage=[COAST_MADE])
        country.claim("reds", "south", date="../1905-06-01")
        assert country.grades("coast", year(1905)) == {"C001": ("regional", "dominant")}

    @pytest.mark.parametrize(("day", "speaks"), [("1904-12-31", True), ("1905-01-01", False)])
    def test_once_the_later_province_exists_the_earlier_means_what_was_left_of_it(self, day: str, speaks: bool) -> None:
        country = Country(lineage=[COAST_MADE])
        country.claim("reds", "south", date=day)
        assert bool(country.grades("coast", year(1905))) is speaks

    def test_part_of_the_earlier_province_may_have_stayed_with_it(self) -> None:
        country = Country(lineage=[COAST_MADE])
        country.claim("reds", "south:part", date="1904")
        assert country.grades("coast", year(1905)) == {}

    def test_claim_that_names_both_is_not_carried_twice(self) -> None:
        country = Country(lineage=[COAST_MADE])
        country.claim("reds", "south", "coast:part", date="1904")
        assert country.grades("coast", year(1905)) == {"C001": ("regional-adjacent", "strong")}

    def test_claim_about_a_province_not_yet_made_speaks_for_a_part_of_the_earlier_one(self) -> None:
        country = Country(provinces=("north", "south"), lineage=[COAST_MADE])
        country.claim("reds", "coast", date="1900")
        assert country.grades("south", year(1900)) == {"C001": ("direct", "strong")}

    def test_claim_about_two_later_provinces_speaks_once_for_the_one_they_came_from(self) -> None:
        country = Country(provinces=("south",), lineage=[COAST_MADE, ("hills", "south", "1905-01-01")])
        country.claim("reds", "coast", "hills", date="1900")
        assert len(country.graded()) == 1

    def test_province_made_of_two(self) -> None:
        country = Country(lineage=[COAST_MADE, ("coast", "north", "1905-01-01")])
        country.claim("reds", "north", date="1904")
        country.claim("greens", "south", date="1904")
        assert country.grades("coast", year(1905)) == {
            "C001": ("regional-adjacent", "dominant"),
            "C002": ("regional-adjacent", "dominant"),
        }

    @pytest.mark.parametrize("where", [("hills", "bay"), ("bay", "hills")])
    def test_claim_that_reaches_a_province_by_two_ways_counts_as_of_the_whole(self, where: tuple[str, str]) -> None:
        # The coast came out of the hills, and the bay out of the coast; neither the hills nor the bay exist in 1905.
        country = Country(lineage=[("coast", "hills", "1905-01-01"), ("bay", "coast", "1907-01-01")])
        country.claim("reds", *where, date="1904")
        assert country.grades("coast", year(1905)) == {"C001": ("regional-adjacent", "dominant")}

    def test_lineage_says_nothing_of_neighbours(self) -> None:
        country = Country(lineage=[COAST_MADE])
        country.claim("reds", "north", date="1904")
        assert country.grades("coast", year(1905)) == {}

    def test_later_province_does_not_speak_for_the_earlier_one_once_it_exists(self) -> None:
        country = Country(lineage=[COAST_MADE])
        country.claim("reds", "coast", date="1905")
        assert country.grades("south", year(1905)) == {}


def test_period_of_several_years() -> None:
    country = Country()
    country.claim("reds", "north", date="1900-12")
    country.claim("greens", "north", date="1904-01")
    assert country.grades(period=(date(1901, 1, 1), date(1902, 12, 31))) == {
        "C001": ("adjacent", "dominant"),
        "C002": ("adjacent", "dominant"),
    }
