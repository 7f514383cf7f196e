"""How far sources agree. All expected values are counted by hand."""

from __future__ import annotations

import pytest

from geodata import Atlas, Rule
from geodata.rule.agreement import discrepancy, said_of
from tests.made_up import Country, Folder


def pairs(country: Country, field: str, rule: Rule | None = None) -> float | None:
    return discrepancy(said_of(list(country.readings().values()), rule or Rule())[field])


class TestDiscrepancy:
    def test_pairs_of_works(self) -> None:
        country = Country()
        for faction_id, role in (("reds", "dominant"), ("reds", "strong"), ("greens", "strong"), ("crown", "strong")):
            country.claim(faction_id, "north", role=role)
        # Six pairs. Sides: three for the resistance, one for the government: three pairs differ.
        assert pairs(country, "side") == 3 / 6
        # Parties: reds, reds, greens, crown: all pairs but one differ.
        assert pairs(country, "faction") == pytest.approx(5 / 6)
        # Roles: one dominant, three strong: three pairs differ.
        assert pairs(country, "role") == 3 / 6
        assert pairs(country, "capital") is None

    def test_one_text_is_one_work(self) -> None:
        country = Country()
        country.source("A")
        country.source("B", work="A")
        country.claim("reds", "north", source="A")
        country.claim("crown", "north", source="B")
        assert pairs(country, "side") is None

    def test_a_work_that_says_both_disagrees_with_neither(self) -> None:
        country = Country()
        country.source("A")
        country.claim("reds", "north", source="A")
        country.claim("greens", "north", source="A")
        country.claim("greens", "north")
        assert pairs(country, "faction") == 0

    def test_who_names_no_party_says_nothing_of_parties(self) -> None:
        country = Country()
        country.claim("rebels", "north")
        country.claim("reds", "north")
        assert pairs(country, "side") == 0
        assert pairs(country, "faction") is None

    def test_parts_and_presence_say_nothing_of_the_whole(self) -> None:
        country = Country()
        country.claim("reds", "north")
        country.claim("crown", "north:valley")
        country.claim("greens", "north", role="present")
        assert pairs(country, "side") is None

    def test_capitals(self) -> None:
        country = Country()
        for role in ("dominant", "dominant", "contested"):
            country.claim("crown", "north", domain="capital", role=role)
        # Held, held, contested: two of three pairs differ.
        assert pairs(country, "capital") == pytest.approx(2 / 3)

    def test_the_rule_says_whom_to_ask(self) -> None:
        country = Country()
        country.claim("reds", "north", source=country.source("A"))
        country.claim("crown", "north", source=country.source("B", thin=True))
        assert pairs(country, "side") == 1
        assert pairs(country, "side", Rule(weak=False)) is None


class TestTables:
    def test_shares(self, folder: Folder) -> None:
        found = folder.load().agreement()
        north = found[(found["period_id"] == "1900") & (found["province_id"] == "north")]
        # C001 of S01 has the Blues dominant, C002 of S02 the rebels (no party) strong; both are of the resistance.
        assert north[["field", "value", "works", "of_works", "share"]].to_numpy().tolist() == [
            ["side", "resistance", 2, 2, 1.0],
            ["faction", "blues", 1, 1, 1.0],
            ["role", "dominant", 1, 2, 0.5],
            ["role", "strong", 1, 2, 0.5],
        ]

    def test_scores(self, folder: Folder) -> None:
        found = folder.load().discrepancy().set_index(["period_id", "province_id"])
        # North 1900: side 0, role 1; of parties and the capital no two works speak. The mean of the two is a half.
        assert found.loc[("1900", "north")].tolist() == ["North", 2, 0.0, None, 1.0, None, 0.5]
        assert found.loc[("1910-11", "north"), "score"] is None
        assert len(found) == 5

    def test_built_in(self, afghanistan: Atlas) -> None:
        found = afghanistan.discrepancy()
        assert len(found) == 87
        known = found["score"].dropna()
        assert known.between(0, 1).all()
        shares = afghanistan.agreement()
        assert shares["share"].between(0, 1).all()
        assert (shares["works"] <= shares["of_works"]).all()
        # Where all works of a province say the same of the side, no pair of them differs.
        sides = shares[(shares["field"] == "side") & (shares["of_works"] > 1)]
        unanimous = {(row.period_id, row.province_id) for row in sides[sides["share"] == 1].itertuples()}
        by_key = found.set_index(["period_id", "province_id"])["side"]
        assert unanimous
        assert {by_key[key] for key in unanimous} == {0.0}
