"""What the map would be without a source. Expected values are read off the seven claims of the template by hand."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata import Atlas
from geodata.rule import LED, STANDARD, Rule, decide, leave_each_out, robustness, sensitivity
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
            assert "without=S01,S02" in repr(less)

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
            "factions_changed_by", "faction_falls_with", "side_falls_with", "faction_least", "side_least",
        ]  # fmt: skip
        # North: C001 (S01) decides; without it C002 (S02) gives the rebels, of the same side.
        # The side falls only with both.
        assert list(robust.loc["north"]) == [
            "North", "held", 2, 1, 1, ("S01",), (), (), ("S01",), (("S01",),), (("S01", "S02"),), 1, 2,
        ]  # fmt: skip
        # South: C002 alone; the garrison of C003 is in the capital and says nothing of the countryside.
        assert list(robust.loc["south"]) == [
            "South", "held", 1, 1, 1, ("S02",), ("S02",), ("S02",), ("S02",), (("S02",),), (("S02",),), 1, 1,
        ]  # fmt: skip

    def test_province_without_claims_has_a_row(self, folder: Folder) -> None:
        south = folder.load().robustness("1910-11").set_index("province_id").loc["south"]
        assert list(south) == ["South", "no-evidence", 0, 0, 0, (), (), (), (), (), (), 0, 0]

    def test_two_sources_that_agree_hold_a_call(self) -> None:
        country = Country()
        for source_id, faction in (("A", "reds"), ("B", "reds"), ("C", "crown")):
            country.claim(faction, "north", source=country.source(source_id))
        # The evidence points both ways; without C the reds hold the north, without A or B it still does.
        (row,) = robustness(country.all_readings(), ["north"]).to_dict("records")
        assert (row["sources"], row["deciding"], row["changing"], row["changed_by"]) == (3, 3, 1, ("C",))

    def test_what_the_call_becomes(self) -> None:
        country = Country()
        country.claim("reds", "north", source=country.source("A"))
        country.claim("crown", "north", role="strong", source=country.source("B"))
        trials = leave_each_out(country.all_readings())
        assert trials.to_numpy().tolist() == [
            ["north", "A", "held", "government", ("crown",), ("side", "factions"), True],
            ["north", "B", "held", "resistance", ("reds",), (), False],
        ]

    def test_under_another_rule(self) -> None:
        country = Country()
        country.claim("reds", "north", source=country.source("A"))
        country.claim("reds", "north", source=country.source("B", thin=True))
        (row,) = robustness(country.all_readings(), ["north"], Rule(weak=False)).to_dict("records")
        assert (row["sources"], row["changed_by"]) == (1, ("A",))

    def test_one_province_is_told_as_among_all(self, afghanistan: Atlas) -> None:
        every = afghanistan.robustness("1988-89")
        (alone,) = afghanistan.robustness("1988-89", province="paktika").to_dict("records")
        assert alone == next(one for one in every.to_dict("records") if one["province_id"] == "paktika")

    def test_one_province_asks_about_no_other(self, monkeypatch: pytest.MonkeyPatch) -> None:
        country = Country()
        for number in range(3):
            country.claim("reds", "north", source=country.source(f"A{number}"))
            country.claim("crown", "south", source=country.source(f"B{number}"))
        decided: list[set[str]] = []

        def counted(rows: list[dict[str, Any]], rule: Rule) -> Any:
            decided.append({row["province_id"] for row in rows})
            return decide(rows, rule)

        monkeypatch.setattr(sensitivity, "decide", counted)
        robustness(country.all_readings(), ["north"])
        assert decided
        assert set().union(*decided) == {"north"}

    def test_unknown_province(self, folder: Folder) -> None:
        with pytest.raises(KeyError, match="no province 'atlantis'"):
            folder.load().robustness("1900", province="atlantis")

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


def smallest(country: Country, rule: Rule = STANDARD) -> tuple[Any, Any]:
    """The smallest sets of sources whose loss changes who leads the north, and which side."""
    (row,) = robustness(country.all_readings(), ["north"], rule).to_dict("records")
    return row["faction_falls_with"], row["side_falls_with"]


class TestSmallestSets:
    @staticmethod
    def country_of(*told: tuple[str, str, str]) -> Country:
        """A country whose north has claims of (source, faction, role)."""
        country = Country()
        for source_id, faction_id, role in told:
            country.claim(faction_id, "north", role=role, source=country.source(source_id))
        return country

    def test_one_source(self) -> None:
        assert smallest(self.country_of(("A", "reds", "dominant"))) == ((("A",),), (("A",),))

    def test_the_party_falls_before_the_side(self) -> None:
        # Without A the rebels of B stand for the side; without both nobody does.
        country = self.country_of(("A", "reds", "dominant"), ("B", "rebels", "dominant"))
        assert smallest(country) == ((("A",),), (("A", "B"),))

    def test_what_did_not_decide_may_have_to_fall_too(self) -> None:
        # Without A the reds still hold, by the strong claims of B and C; all three have to go.
        country = self.country_of(("A", "reds", "dominant"), ("B", "reds", "strong"), ("C", "reds", "strong"))
        assert smallest(country) == ((("A", "B", "C"),), (("A", "B", "C"),))

    def test_every_set_of_the_least_size(self) -> None:
        country = self.country_of(("A", "reds", "dominant"), ("B", "greens", "dominant"))
        # Shared: without A the greens hold alone, without B the reds do. The side needs both to fall.
        assert smallest(country) == ((("A",), ("B",)), (("A", "B"),))

    def test_four_are_too_many_to_look_for(self) -> None:
        country = self.country_of(*((source_id, "reds", "dominant") for source_id in "ABCD"))
        assert smallest(country) == ((), ())

    def test_more_than_three_is_told_from_nothing_to_fall(self) -> None:
        def least(country: Country) -> tuple[int, int]:
            (row,) = robustness(country.all_readings(), ["north"]).to_dict("records")
            return row["faction_least"], row["side_least"]

        for count in (1, 2, 3):
            told = (("A", "reds", "dominant"), ("B", "reds", "dominant"), ("C", "reds", "dominant"))[:count]
            assert least(self.country_of(*told)) == (count, count)
        assert least(self.country_of(*((source_id, "reds", "dominant") for source_id in "ABCD"))) == (4, 4)
        assert least(Country()) == (0, 0)
        # One source speaks for both sides: without it nobody is told, and no side ever leads.
        both = Country()
        source = both.source("A")
        both.claim("reds", "north", source=source)
        both.claim("crown", "north", source=source)
        assert least(both) == (1, 0)

    def test_where_nobody_leads_there_is_nobody_to_fall(self) -> None:
        assert smallest(Country()) == ((), ())
        country = Country()
        country.claim("reds", "north:valley")
        assert smallest(country) == ((), ())

    def test_a_side_that_would_come_to_lead_is_a_change_of_side(self) -> None:
        country = self.country_of(("A", "reds", "dominant"), ("B", "crown", "dominant"))
        assert smallest(country) == ((("A",), ("B",)), (("A",), ("B",)))


class TestCarried:
    def test_what_each_source_carries_alone(self, folder: Folder) -> None:
        found = folder.load().carried()
        rows = found[["source_id", "period_id", "province_id", "changed", "factions"]].to_numpy().tolist()
        # 1900: the north is the Blues' by S01, else the rebels' by S02; the south is the rebels' by S02 alone.
        # 1910-11: S01 alone tells of the coast (held) and of the north (a road: known in parts).
        assert rows == [
            ["S01", "1900", "north", ("factions",), ("rebels",)],
            ["S01", "1910-11", "coast", ("status", "side", "factions"), ()],
            ["S01", "1910-11", "north", ("status",), ()],
            ["S02", "1900", "south", ("status", "side", "factions"), ()],
        ]
        assert found["title"].map(bool).all()

    def test_agrees_with_robustness(self, afghanistan: Atlas) -> None:
        found = afghanistan.carried()
        assert list(found.columns[:3]) == ["source_id", "title", "period_id"]
        for period in afghanistan.periods:
            robust = afghanistan.robustness(period.id).set_index("province_id")["changed_by"]
            told = found[found["period_id"] == period.id].groupby("province_id")["source_id"].agg(set)
            assert {one: set(ids) for one, ids in robust.items() if ids} == told.to_dict()

    def test_nothing_carried_is_an_empty_table(self, folder: Folder) -> None:
        assert folder.load().without(["S01", "S02"]).carried().empty


KINDS_OF_SOURCE = st.sampled_from([{}, {"thin": True}])
TOLD = st.lists(
    st.tuples(
        st.sampled_from(["reds", "greens", "rebels", "crown"]),
        st.sampled_from(["north", "north", "north:valley"]),
        st.sampled_from(["dominant", "strong", "contested"]),
        st.integers(0, 4),
    ),
    max_size=7,
)


@settings(max_examples=80)
@given(TOLD, st.lists(KINDS_OF_SOURCE, min_size=5, max_size=5), st.sampled_from([Rule(), Rule(minimum_sources=2)]))
def test_smallest_sets_are_those_that_trying_every_set_finds(
    told: list[tuple[str, str, str, int]], qualities: list[dict[str, bool]], rule: Rule
) -> None:
    country = Country()
    ids = [country.source(f"S{number}", **kind) for number, kind in enumerate(qualities)]  # type: ignore[arg-type]
    for faction_id, where, role, number in told:
        country.claim(faction_id, where, role=role, source=ids[number])
    readings = list(country.readings().values())

    def leads(gone: tuple[str, ...]) -> tuple[bool, tuple[str, ...]]:
        call = decide([one for one in readings if one["source_id"] not in gone], rule)
        return call.status in LED, call.factions

    tried: tuple[tuple[str, ...], ...] = ()
    for size in (1, 2, 3):
        tried = tried or tuple(gone for gone in combinations(ids, size) if leads(gone) != leads(()))
    # A set may hold sources that say nothing of the north; the smallest ones never do.
    assert smallest(country, rule)[0] == tried
