"""Scopes carried to the provinces of a period, over one generation of provinces and over several."""

from __future__ import annotations

import pytest

from tests.made_up import Country, year

COAST_MADE = ("coast", "south", "1905-01-01")
GENERATIONS = [COAST_MADE, ("island", "coast", "1910-01-01")]


class TestLineage:
    """The coast was made from the south on 1 January 1905."""

    def test_earlier_claim_speaks_for_the_later_province_as_regional(self) -> None:
        country = Country(lineage=[COAST_MADE])
        country.claim("reds", "south", date="1904")
        assert country.grades("south", year(1905)) == {"C001": ("adjacent", "whole")}
        assert country.grades("coast", year(1905)) == {"C001": ("regional-adjacent", "whole")}

    def test_claim_that_began_before_the_split_and_lasts_is_regional_in_the_later_province(self) -> None:
        country = Country(lineage=[COAST_MADE])
        country.claim("reds", "south", date="1904/1905")
        assert country.grades("coast", year(1905)) == {"C001": ("regional", "whole")}

    def test_claim_of_open_beginning_speaks_for_the_later_province(self) -> None:
        country = Country(lineage=[COAST_MADE])
        country.claim("reds", "south", date="../1905-06-01")
        assert country.grades("coast", year(1905)) == {"C001": ("regional", "whole")}

    @pytest.mark.parametrize(("day", "speaks"), [("1904-12-31", True), ("1905-01-01", False)])
    def test_once_the_later_province_exists_the_earlier_means_what_was_left_of_it(self, day: str, speaks: bool) -> None:
        country = Country(lineage=[COAST_MADE])
        country.claim("reds", "south", date=day)
        assert bool(country.grades("coast", year(1905))) is speaks

    def test_a_province_that_was_not_named_has_no_heir_that_was(self) -> None:
        country = Country(lineage=[COAST_MADE])
        country.claim("reds", "south", date="1904/1905", named=False)
        assert country.grades("coast", year(1905)) == {"C001": ("inferred", "whole")}

    def test_part_of_the_earlier_province_may_have_stayed_with_it(self) -> None:
        country = Country(lineage=[COAST_MADE])
        country.claim("reds", "south:part", date="1904")
        assert country.grades("coast", year(1905)) == {}

    def test_claim_that_names_both_is_not_carried_twice(self) -> None:
        country = Country(lineage=[COAST_MADE])
        country.claim("reds", "south", "coast:part", date="1904")
        assert country.grades("coast", year(1905)) == {"C001": ("regional-adjacent", "part")}

    def test_claim_about_a_province_not_yet_made_speaks_for_a_part_of_the_earlier_one(self) -> None:
        country = Country(provinces=("north", "south"), lineage=[COAST_MADE])
        country.claim("reds", "coast", date="1900")
        assert country.grades("south", year(1900)) == {"C001": ("direct", "part")}
        assert country.call("south", year(1900)).status == "partly"

    def test_claim_about_two_later_provinces_speaks_once_for_the_one_they_came_from(self) -> None:
        country = Country(provinces=("south",), lineage=[COAST_MADE, ("hills", "south", "1905-01-01")])
        country.claim("reds", "coast", "hills", date="1900")
        assert len(country.all_readings()) == 1

    def test_province_made_of_two(self) -> None:
        country = Country(lineage=[COAST_MADE, ("coast", "north", "1905-01-01")])
        country.claim("reds", "north", date="1904")
        country.claim("greens", "south", date="1904")
        assert country.grades("coast", year(1905)) == {
            "C001": ("regional-adjacent", "whole"),
            "C002": ("regional-adjacent", "whole"),
        }

    @pytest.mark.parametrize("where", [("hills", "bay"), ("bay", "hills")])
    def test_claim_that_reaches_a_province_by_two_ways_counts_as_of_the_whole(self, where: tuple[str, str]) -> None:
        # The coast came out of the hills, and the bay out of the coast; neither the hills nor the bay exist in 1905.
        country = Country(lineage=[("coast", "hills", "1905-01-01"), ("bay", "coast", "1907-01-01")])
        country.claim("reds", *where, date="1904")
        assert country.grades("coast", year(1905)) == {"C001": ("regional-adjacent", "whole")}

    def test_lineage_says_nothing_of_neighbours(self) -> None:
        country = Country(lineage=[COAST_MADE])
        country.claim("reds", "north", date="1904")
        assert country.grades("coast", year(1905)) == {}

    def test_later_province_does_not_speak_for_the_earlier_one_once_it_exists(self) -> None:
        country = Country(lineage=[COAST_MADE])
        country.claim("reds", "coast", date="1905")
        assert country.grades("south", year(1905)) == {}


class TestGenerations:
    """The island came out of the coast in 1910, the coast out of the south in 1905."""

    def test_a_claim_speaks_for_the_grandchild_of_its_province(self) -> None:
        country = Country(provinces=("south", "coast", "island"), lineage=GENERATIONS)
        country.claim("reds", "south", date="1904/1912")
        assert country.grades("island", year(1911)) == {"C001": ("regional", "whole")}

    def test_a_claim_made_after_the_child_came_does_not_reach_the_grandchild(self) -> None:
        country = Country(provinces=("south", "coast", "island"), lineage=GENERATIONS)
        country.claim("reds", "south", date="1907/1912")
        assert country.grades("island", year(1911)) == {}
        country.claim("greens", "coast", date="1907/1912")
        assert country.grades("island", year(1911)) == {"C002": ("regional", "whole")}

    def test_a_claim_about_the_grandchild_speaks_for_a_part_of_the_nearest_that_stood(self) -> None:
        before_the_coast = Country(provinces=("south",), lineage=GENERATIONS)
        before_the_coast.claim("reds", "island", date="1904")
        assert before_the_coast.grades("south", year(1904)) == {"C001": ("direct", "part")}
        with_the_coast = Country(provinces=("south", "coast"), lineage=GENERATIONS)
        with_the_coast.claim("reds", "island", date="1907")
        assert with_the_coast.grades("coast", year(1907)) == {"C001": ("direct", "part")}
        assert with_the_coast.grades("south", year(1907)) == {}


class TestReach:
    def test_claim_without_provinces_speaks_nowhere(self) -> None:
        country = Country()
        country.claim("reds")
        assert country.all_readings() == []

    def test_no_claims_at_all(self) -> None:
        assert Country().all_readings() == []
