"""Where one more source would matter. Expected steps are read off the ladder by hand."""

from __future__ import annotations

import pytest

from geodata import Atlas, Rule
from geodata.rule.gaps import LADDER, NO_CLAIM, Wanted, smallest_claims
from tests.made_up import Country, Folder

# 1 inferred strong, 2 inferred dominant, 3 weak strong, 4 weak dominant, 5 firm strong, 6 firm dominant.


def wanted(country: Country, rule: Rule | None = None) -> tuple[Wanted, Wanted]:
    return smallest_claims(list(country.readings().values()), rule or Rule())


class TestSmallestClaims:
    def test_where_nothing_is_known_the_smallest_would_tell(self) -> None:
        change, firm = wanted(Country())
        assert change == Wanted(1, "inferred", "strong", ("anybody",))
        assert firm == Wanted(5, "firm", "strong", ("anybody",))

    def test_known_only_in_parts_is_like_nothing(self) -> None:
        country = Country()
        country.claim("reds", "north:valley")
        assert [one.step for one in wanted(country)] == [1, 5]

    def test_presence_is_like_nothing(self) -> None:
        country = Country()
        country.claim("reds", "north", role="present")
        assert [one.step for one in wanted(country)] == [1, 5]

    def test_an_equal_claim_for_others_changes_a_weak_one(self) -> None:
        country = Country()
        country.claim("reds", "north", role="strong", source=country.source("A", thin=True))
        change, firm = wanted(country)
        # A weak strong claim shares it (same side) or makes it unclear (another side); a firm strong one firms it.
        assert change == Wanted(3, "weak", "strong", ("same-side", "other-side"))
        assert firm == Wanted(5, "firm", "strong", ("shown",))

    def test_a_firm_dominant_claim_falls_to_its_equal_alone(self) -> None:
        country = Country()
        country.claim("reds", "north")
        change, firm = wanted(country)
        assert change == Wanted(6, "firm", "dominant", ("same-side", "other-side"))
        assert firm.step == NO_CLAIM, "it is firm"

    def test_a_party_is_easier_to_change_than_its_side(self) -> None:
        country = Country()
        country.claim("rebels", "north")
        # The side is firm and no party is named: an inferred claim of its side names one.
        assert wanted(country)[0] == Wanted(1, "inferred", "strong", ("same-side",))

    def test_what_is_unclear_falls_to_one_for_either(self) -> None:
        country = Country()
        country.claim("reds", "north")
        country.claim("crown", "north")
        change, firm = wanted(country)
        # Both are firm and dominant: a third one keeps it unclear, but if it is of another side it shows one more.
        assert change == Wanted(6, "firm", "dominant", ("other-side",))
        assert firm.step == NO_CLAIM

    def test_unclear_by_weak_claims_falls_to_a_firmer_one(self) -> None:
        country = Country()
        country.claim("reds", "north", source=country.source("A", thin=True))
        country.claim("crown", "north", source=country.source("B", thin=True))
        change, firm = wanted(country)
        assert change.step == 4
        assert firm == Wanted(5, "firm", "strong", ("shown", "other-side"))

    def test_a_rule_that_asks_firm_claims_alone_asks_for_a_firm_one(self) -> None:
        change, _ = wanted(Country(), Rule(weak=False))
        assert change == Wanted(5, "firm", "strong", ("anybody",))

    def test_two_works_are_no_single_claim(self) -> None:
        assert [one.step for one in wanted(Country(), Rule(minimum_sources=2))] == [NO_CLAIM, NO_CLAIM]

    def test_claims_of_towns_say_nothing(self) -> None:
        country = Country()
        country.claim("crown", "north", domain="capital")
        assert wanted(country)[0].who == ("anybody",)


class TestReadingList:
    def test_ranked_by_what_the_smallest_claim_would_do(self, folder: Folder) -> None:
        found = folder.load().gaps()
        # No evidence or parts alone (step 1) of 1910-11 first, fewest works first; then 1900, where the south's rebels
        # of no party are strong on firm evidence and any party named would show; then what is firmly held.
        rows = found[["rank", "period_id", "province_id", "change_step", "firm_step"]].to_numpy().tolist()
        assert [row[0] for row in rows] == [1, 2, 3, 4, 5]
        assert {row[2]: row[3:] for row in rows if row[1] == "1900"} == {"north": [6, 7], "south": [1, 7]}
        assert {row[2]: row[3:] for row in rows if row[1] == "1910-11"} == {
            "coast": [6, 7], "north": [1, 5], "south": [1, 5],
        }  # fmt: skip
        assert [(row[1], row[2]) for row in rows[:3]] == [("1910-11", "south"), ("1910-11", "north"), ("1900", "south")]

    def test_every_call_of_the_built_in_atlas_once(self, afghanistan: Atlas) -> None:
        found = afghanistan.gaps()
        assert len(found) == 87
        assert not found.duplicated(["period_id", "province_id"]).any()
        assert found["change_step"].is_monotonic_increasing
        silent = found[found["status"] == "no-evidence"]
        assert set(silent["change_step"]) == {1}
        assert set(silent["change_who"]) == {("anybody",)}
        assert len(LADDER) == 6

    def test_a_claim_as_wanted_does_what_is_said(self, folder: Folder) -> None:
        # The list asks of the south in 1910-11 for a claim about anybody; an inferred strong one is added.
        folder.append(
            "claims.csv", claim_id="C009", sentence_id="S02-9", faction_id="greens", domain="countryside",
            role="strong", scope="provinces", date="1910", basis="inferred", statement="The Greens were strong.",
            source_id="S02", note="The reasoning.",
        )  # fmt: skip
        folder.append("scopes.csv", claim_id="C009", province_id="south", extent="whole", named="true")
        south = folder.load().control("1910-11").set_index("province_id").loc["south"]
        assert (south["status"], south["factions"]) == ("held", ("greens",))


@pytest.mark.parametrize("period", ["1985", "1987", "1988-89"])
def test_what_the_list_says_of_a_call_is_what_the_call_says(afghanistan: Atlas, period: str) -> None:
    found = afghanistan.gaps().query("period_id == @period").set_index("province_id")
    calls = afghanistan.control(period).set_index("province_id")
    assert found["status"].to_dict() == calls["status"].to_dict()
    firm = found[found["strength"] == "firm"]
    assert (firm["firm_step"] == NO_CLAIM).all()
