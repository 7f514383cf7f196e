"""What the map would be without a source. Expected values are read off the seven claims of the template by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from geodata import Atlas
from geodata.rule.sensitivity import leave_each_out, robustness
from tests.made_up import Country, Folder


class TestWithout:
    def test_its_claims_are_gone_and_the_calls_follow(self, folder: Folder) -> None:
        atlas = folder.load()
        less = atlas.without(source="S01")
        assert list(less.claims()["claim_id"]) == ["C002", "C003", "C006"]
        # C002 alone: rebels in both provinces.
        assert list(less.control("1900")["faction_id"]) == ["rebels", "rebels"]
        assert set(less.control("1910-11")["status"]) == {"no-evidence"}

    def test_atlas_itself_stays_as_it_was(self, folder: Folder) -> None:
        atlas = folder.load()
        atlas.without("S01")
        assert len(atlas.claims()) == 7
        assert atlas.left_out == ()
        assert list(atlas.control("1900")["faction_id"]) == ["blues", "rebels"]

    def test_several_at_once_or_one_after_the_other(self, folder: Folder) -> None:
        atlas = folder.load()
        for less in (atlas.without(["S02", "S01"]), atlas.without("S01").without("S02"), atlas.without({"S01", "S02"})):
            assert less.left_out == ("S01", "S02")
            assert less.claims().empty
            assert set(less.control("1910-11")["status"]) == {"no-evidence"}
            assert less.events().empty
            assert "without S01, S02" in repr(less)

    def test_event_that_rests_on_nothing_else_goes_too(self, folder: Folder) -> None:
        atlas = folder.load()
        south = atlas.control("1910-11").set_index("province_id").loc["south"]
        assert (south["capital_status"], south["capital_changed_hands"]) == ("resistance", True)
        less = atlas.without("S01")
        assert list(less.events()["event_id"]) == ["V002"]
        south = less.control("1910-11").set_index("province_id").loc["south"]
        assert (south["capital_status"], south["capital_changed_hands"]) == ("unknown", False)

    def test_event_that_another_source_reports_stays(self, folder: Folder) -> None:
        folder.append(
            "claims.csv", claim_id="C008", sentence_id="S02-8", faction_id="blues", domain="capital", role="dominant",
            scope="provinces", date="1910-06", basis="stated", statement="The Blues took it.", source_id="S02",
        )  # fmt: skip
        folder.append(
            "scopes.csv", claim_id="C008", province_id="south", extent="part", place_id="riverton", named="true"
        )
        folder.append("event_claims.csv", event_id="V001", claim_id="C008")
        events = folder.load().without("S01").events().set_index("event_id")
        assert events.loc["V001", "claim_ids"] == ("C008",)

    def test_unknown_source_is_named(self, folder: Folder) -> None:
        with pytest.raises(KeyError, match=r"no source 'S99', 'X' in this atlas"):
            folder.load().without(["S01", "X", "S99"])

    def test_none_left_out_is_the_same(self, folder: Folder) -> None:
        atlas = folder.load()
        pd.testing.assert_frame_equal(
            pd.DataFrame(atlas.without([]).control("1900")), pd.DataFrame(atlas.control("1900"))
        )


class TestRobustness:
    def test_how_much_hangs_on_one_source(self, folder: Folder) -> None:
        robust = folder.load().robustness("1900").set_index("province_id")
        assert list(robust.columns) == [
            "name", "status", "sources", "deciding", "changing", "changed_by", "status_changed_by", "side_changed_by",
            "factions_changed_by",
        ]  # fmt: skip
        # North: C001 (S01) decides; without it C002 (S02) gives the rebels, of the same side.
        assert list(robust.loc["north"]) == ["North", "held", 2, 1, 1, ("S01",), (), (), ("S01",)]
        # South: C002 alone; the garrison of C003 is in the capital and says nothing of the countryside.
        assert list(robust.loc["south"]) == ["South", "held", 1, 1, 1, ("S02",), ("S02",), ("S02",), ("S02",)]

    def test_province_without_claims_has_a_row(self, folder: Folder) -> None:
        south = folder.load().robustness("1910-11").set_index("province_id").loc["south"]
        assert list(south) == ["South", "no-evidence", 0, 0, 0, (), (), (), ()]

    def test_two_sources_that_agree_hold_a_call(self) -> None:
        country = Country()
        for faction in ("reds", "reds", "crown"):
            country.claim(faction, "north")
        graded = country.graded().assign(source_id=["A", "B", "C"])
        # One of two equal sides is left if the other has but one source: without C the reds hold the north.
        (row,) = robustness(graded, ["north"]).to_dict("records")
        assert (row["sources"], row["deciding"], row["changing"], row["changed_by"]) == (3, 3, 1, ("C",))

    def test_what_the_call_becomes(self) -> None:
        country = Country()
        country.claim("reds", "north")
        country.claim("crown", "north", role="strong")
        trials = leave_each_out(country.graded().assign(source_id=["A", "B"]))
        assert trials.to_numpy().tolist() == [
            ["north", "A", "held", "government", ("crown",), ("side", "factions"), True],
            ["north", "B", "held", "resistance", ("reds",), (), False],
        ]

    def test_unknown_period(self, folder: Folder) -> None:
        with pytest.raises(KeyError, match="no period '1985'"):
            folder.load().robustness("1985")

    @pytest.mark.parametrize("period", ["1985", "1987", "1988-89"])
    def test_agrees_with_leaving_the_source_out_of_the_atlas(self, afghanistan: Atlas, period: str) -> None:
        full = afghanistan.control(period).set_index("province_id")
        robust = afghanistan.robustness(period).set_index("province_id")
        aspects = ["status", "side", "factions"]
        for source in ("S01", "S13", "T03"):
            less = afghanistan.without(source).control(period).set_index("province_id")
            differ = {one for one in full.index if full.loc[one, aspects].tolist() != less.loc[one, aspects].tolist()}
            assert {one for one in robust.index if source in robust.loc[one, "changed_by"]} == differ
        assert (robust["changing"] <= robust["deciding"]).all(), "only what decides can change a call"
