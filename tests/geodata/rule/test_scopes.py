"""Scopes carried over several generations of provinces."""

from __future__ import annotations

from tests.made_up import Country, year

# The island came out of the coast in 1910, the coast out of the south in 1905.
GENERATIONS = [("coast", "south", "1905-01-01"), ("island", "coast", "1910-01-01")]


def test_a_claim_speaks_for_the_grandchild_of_its_province() -> None:
    country = Country(provinces=("south", "coast", "island"), lineage=GENERATIONS)
    country.claim("reds", "south", date="1904/1912")
    assert country.grades("island", year(1911)) == {"C001": ("regional", "dominant")}


def test_a_claim_made_after_the_child_came_does_not_reach_the_grandchild() -> None:
    country = Country(provinces=("south", "coast", "island"), lineage=GENERATIONS)
    country.claim("reds", "south", date="1907/1912")
    assert country.grades("island", year(1911)) == {}
    country.claim("greens", "coast", date="1907/1912")
    assert country.grades("island", year(1911)) == {"C002": ("regional", "dominant")}


def test_a_claim_about_the_grandchild_speaks_for_a_part_of_the_nearest_that_stood() -> None:
    before_the_coast = Country(provinces=("south",), lineage=GENERATIONS)
    before_the_coast.claim("reds", "island", date="1904")
    assert before_the_coast.grades("south", year(1904)) == {"C001": ("direct", "strong")}
    with_the_coast = Country(provinces=("south", "coast"), lineage=GENERATIONS)
    with_the_coast.claim("reds", "island", date="1907")
    assert with_the_coast.grades("coast", year(1907)) == {"C001": ("direct", "strong")}
    assert with_the_coast.grades("south", year(1907)) == {}
