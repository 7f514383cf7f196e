"""Claims joined with where they speak and with what they say of a period."""

from __future__ import annotations

import pandas as pd

from geodata.rule import select_claims
from tests.made_up import Country, year


def told(country: Country) -> tuple[pd.DataFrame, pd.DataFrame]:
    scopes = ["claim_id", "province_id", "extent", "place_id", "part", "named"]
    return pd.DataFrame(country.claims), pd.DataFrame(country.scopes, columns=scopes)


def test_of_a_period_with_what_the_rule_makes_of_them() -> None:
    country = Country()
    country.claim("reds", "north", "south", date="1899")
    country.claim("greens", "north", date="1905")
    found = select_claims(*told(country), country.all_readings(), "north")
    assert found[["claim_id", "grade", "strength", "why_weak"]].to_numpy().tolist() == [
        ["C001", "regional-adjacent", "weak", ("regional-adjacent",)]
    ]


def test_of_a_period_that_no_claim_speaks_of() -> None:
    country = Country()
    country.claim("reds", "north")
    found = select_claims(*told(country), country.all_readings(year(1950)))
    assert found.empty
    assert {"grade", "strength", "province_id"} <= set(found.columns)


def test_of_all_times_with_the_provinces_of_each() -> None:
    country = Country()
    country.claim("reds", "north", "south")
    country.claim("reds")
    assert list(select_claims(*told(country))["province_ids"]) == [("north", "south"), ()]


def test_of_a_faction() -> None:
    country = Country()
    country.claim("reds", "north")
    country.claim("greens", "north")
    assert list(select_claims(*told(country), faction_id="greens")["claim_id"]) == ["C002"]
