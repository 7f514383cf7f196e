"""Questions to an atlas and its answers: the names that notebooks and other people's code rely on."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import geodata
from geodata import Atlas, Rule
from geodata.frames import records
from tests.made_up import Folder

CONTROL_COLUMNS = [
    *(
        "province_id",
        "name",
        "side",
        "side_grade",
        "faction_id",
        "faction",
        "alliance_id",
        "grade",
        "status",
        "factions",
    ),
    *("others", "capital_status", "area_km2", "claim_ids", "geometry"),
]


class TestPeriods:
    def test_in_order_with_their_days(self, afghanistan: Atlas) -> None:
        assert [(one.id, one.label, one.start, one.end) for one in afghanistan.periods] == [
            ("1985", "1985", date(1985, 1, 1), date(1985, 12, 31)),
            ("1987", "1987", date(1987, 1, 1), date(1987, 12, 31)),
            ("1988-89", "1988–89", date(1988, 1, 1), date(1989, 12, 31)),
        ]

    @pytest.mark.parametrize("method", ["period", "provinces", "announced", "control"])
    def test_unknown_period_names_those_there_are(self, afghanistan: Atlas, method: str) -> None:
        with pytest.raises(KeyError, match=r"no period '1986'.*1985, 1987, 1988-89"):
            getattr(afghanistan, method)("1986")

    def test_unknown_period_of_claims_events_and_changes(self, afghanistan: Atlas) -> None:
        for ask in (
            lambda: afghanistan.claims(period="1986"),
            lambda: afghanistan.events(period="1986"),
            lambda: afghanistan.changes("1985", "1986"),
        ):
            with pytest.raises(KeyError, match="no period '1986'"):
                ask()


class TestControl:
    def test_columns_that_are_promised(self, afghanistan: Atlas) -> None:
        control = afghanistan.control("1985")
        assert set(CONTROL_COLUMNS) <= set(control.columns)
        assert control.crs == "EPSG:4326"
        assert list(control["province_id"]) == sorted(control["province_id"])
        assert control["province_id"].is_unique

    @pytest.mark.parametrize("period", ["1985", "1987", "1988-89"])
    def test_fields_agree_with_the_status(self, afghanistan: Atlas, period: str) -> None:
        factions = afghanistan.factions.set_index("faction_id")
        for call in afghanistan.control(period).itertuples():
            if call.status == "held":
                assert call.factions == (call.faction_id,)
                assert call.faction == factions.loc[call.faction_id, "name"]
                assert call.side == factions.loc[call.faction_id, "side"]
                assert (call.alliance_id or "") == factions.loc[call.faction_id, "alliance_id"]
            else:
                assert call.faction_id is call.faction is call.alliance_id is None
            if call.status == "shared":
                assert {factions.loc[one, "side"] for one in call.factions} == {call.side}
                assert len(call.factions) > 1
            assert bool(call.factions) == (call.status not in ("partly", "no-evidence"))
            assert bool(call.claim_ids) == (call.status != "no-evidence")
            assert (call.strength is None) == (not call.factions)
            assert (call.claims_for, call.claims_against) == (len(call.claim_ids), len(call.dissenting_claim_ids))
            assert bool(call.why_weak) == (call.strength == "weak")
            assert not set(call.factions) & set(call.others)

    def test_cited_claims_speak_of_the_province_in_the_period(self, afghanistan: Atlas) -> None:
        for period in afghanistan.periods:
            claims = afghanistan.claims(period=period.id)
            pairs = set(zip(claims["claim_id"], claims["province_id"], strict=True))
            for call in afghanistan.control(period.id).itertuples():
                cited = {*call.claim_ids, *call.dissenting_claim_ids}
                assert {(claim_id, call.province_id) for claim_id in cited} <= pairs

    def test_rows_say_what_the_table_says(self, afghanistan: Atlas) -> None:
        for rule in (Rule(), Rule(without_sources=["S01"])):
            table = pd.DataFrame(afghanistan.control("1987", rule).drop(columns="geometry"))
            rows = afghanistan.call_rows("1987", rule)
            assert [list(row) for row in rows] == [list(table.columns)] * len(table)
            for name, column in table.items():
                assert [row[name] for row in rows] == column.tolist(), name

    def test_answer_is_the_askers_own(self, afghanistan: Atlas) -> None:
        mine = afghanistan.control("1985")
        before = mine.loc[0, "status"]
        mine.loc[0, "status"] = "mine"
        assert afghanistan.control("1985").loc[0, "status"] == before

    def test_claim_added_to_the_table_changes_the_map_and_nothing_else_has_to(self, folder: Folder) -> None:
        before = folder.load().control("1910-11").set_index("province_id")
        folder.append(
            "claims.csv", claim_id="C008", sentence_id="S02-9", faction_id="greens", domain="countryside",
            role="dominant", scope="provinces", date="1911", basis="stated",
            statement="The Greens took the south.", source_id="S02",
        )  # fmt: skip
        folder.append("scopes.csv", claim_id="C008", province_id="south", extent="whole", named="true")
        after = folder.load().control("1910-11").set_index("province_id")
        assert (before.loc["south", "status"], after.loc["south", "faction_id"]) == ("no-evidence", "greens")
        assert after.loc[["coast", "north"], "faction_id"].equals(before.loc[["coast", "north"], "faction_id"])

    def test_rows_of_the_tables_in_another_order_give_the_same_map(self, folder: Folder) -> None:
        columns = ["province_id", "status", "faction_id", "grade", "factions", "others", "claim_ids", "capital_status"]
        straight = [folder.load().control(period)[columns] for period in ("1900", "1910-11")]
        for file in (
            "claims.csv",
            "scopes.csv",
            "factions.csv",
            "places.csv",
            "events.csv",
            "sources.csv",
            "alliances.csv",
        ):
            header, *rows = folder.rows(file)
            folder.write(file, [header, *rows[::-1]])
        folder.edit_json("provinces.geojson", lambda content: content["features"].reverse())
        for before, period in zip(straight, ("1900", "1910-11"), strict=True):
            assert folder.load().control(period)[columns].equals(before)

    def test_province_without_a_capital_has_no_capital_that_falls(self, folder: Folder) -> None:
        folder.set_property(1, "capital_place_id", None)
        folder.append(
            "events.csv", event_id="V003", date="1900", province_id="north", kind="captured", faction_id="blues",
            statement="The Blues took a village.", source_id="S01",
        )  # fmt: skip
        north = folder.load().control("1900").set_index("province_id").loc["north"]
        assert (north["capital_status"], north["capital_changed_hands"]) == ("unknown", False)

    def test_direct_evidence_alone(self, folder: Folder) -> None:
        control = folder.load().control("1900", geodata.Rule(grades=("direct",))).set_index("province_id")
        assert control.loc["north", "faction_id"] == "blues"
        assert control.loc["south", "status"] == "no-evidence", "only a regional claim speaks of the south"

    def test_order_of_ranks(self, folder: Folder) -> None:
        folder.set("claims.csv", 2, "basis", "inferred")
        atlas = folder.load()
        # The Blues' claim of the whole north is now inferred; the rebels' is firm, regional and only strong.
        by_strength, by_role = atlas.control("1900"), atlas.control("1900", geodata.Rule(order=("role", "strength")))
        assert by_strength.set_index("province_id").loc["north", "side_grade"] == "regional"
        assert by_role.set_index("province_id").loc["north", "side_grade"] == "inferred"


class TestProvinces:
    def test_areas_are_equal_area_square_kilometres(self, folder: Folder) -> None:
        # Two squares of one degree at the equator: about 2 × 111.32 km × 110.57 km.
        provinces = folder.load().provinces("1900").set_index("province_id")
        assert provinces.loc["south", "area_km2"] == pytest.approx(2 * 111.32 * 110.57, rel=1e-3)

    def test_shapes_of_the_period(self, folder: Folder) -> None:
        atlas = folder.load()
        assert list(atlas.provinces("1900")["shape_id"]) == ["north-1890", "south-1890"]
        assert list(atlas.provinces("1910-11")["shape_id"]) == ["coast-1905", "north-1890", "south-1905"]
        assert atlas.provinces("1900").crs == "EPSG:4326"


class TestClaims:
    def test_all_with_their_source_and_provinces(self, folder: Folder) -> None:
        claims = folder.load().claims().set_index("claim_id")
        assert len(claims) == 7
        assert claims.loc["C002", "province_ids"] == ("north", "south")
        assert claims.loc["C006", "province_ids"] == ()
        assert claims.loc["C001", "source_title"] == "A History of Squareland"
        assert claims.loc["C003", "date_label"] == "1 December 1900"

    def test_of_a_province(self, folder: Folder) -> None:
        claims = folder.load().claims(province="north")
        assert list(claims["claim_id"]) == ["C001", "C002", "C005"]

    def test_of_a_period_with_grade_and_strength_there(self, folder: Folder) -> None:
        claims = folder.load().claims(province="north", period="1910-11")
        assert claims[["claim_id", "role", "extent", "grade", "strength", "why_weak"]].to_numpy().tolist() == [
            ["C005", "dominant", "part", "direct", "firm", ()]
        ]

    def test_of_a_faction(self, folder: Folder) -> None:
        assert list(folder.load().claims(faction="blues")["claim_id"]) == ["C001", "C006", "C007"]
        assert list(folder.load().claims(faction="blues", province="south")["claim_id"]) == ["C007"]

    @pytest.mark.parametrize("asked", [{"province": "nowhere"}, {"faction": "nobody"}])
    def test_of_what_is_not_there(self, folder: Folder, asked: dict[str, str]) -> None:
        (what, name), *_ = asked.items()
        with pytest.raises(KeyError, match=f"no {what} '{name}' in this atlas"):
            folder.load().claims(**asked)


class TestEvents:
    def test_in_order_of_time_with_place_and_reports(self, folder: Folder) -> None:
        events = folder.load().events()
        assert list(events["event_id"]) == ["V002", "V001"], "1905 before 1910"
        fall = events.set_index("event_id").loc["V001"]
        assert (fall["place"], fall["province_id"], fall["claim_ids"]) == ("Riverton", "south", ("C007",))
        assert fall["date_label"] == "1 June 1910"
        assert (fall["geometry"].x, fall["geometry"].y) == (0.4, 0.5)

    def test_without_a_place(self, folder: Folder) -> None:
        made = folder.load().events().set_index("event_id").loc["V002"]
        assert (made["place"], made["province_id"], made["claim_ids"], made["geometry"]) == ("", "coast", (), None)

    def test_of_a_period(self, folder: Folder) -> None:
        atlas = folder.load()
        assert list(atlas.events("1910-11")["event_id"]) == ["V001"]

    def test_of_the_year_before_a_period_is_not_of_the_period(self, folder: Folder) -> None:
        folder.append("events.csv", event_id="V003", date="1909", kind="agreement", statement="Truce.", source_id="S01")
        atlas = folder.load()
        assert list(atlas.events()["event_id"]) == ["V002", "V003", "V001"]
        assert list(atlas.events("1910-11")["event_id"]) == ["V001"]

    def test_of_a_period_without_any(self, folder: Folder) -> None:
        atlas = folder.load()
        assert atlas.events("1900").empty


class TestFace:
    def test_changes(self, folder: Folder) -> None:
        changes = folder.load().changes("1900", "1910-11")
        assert changes.to_numpy().tolist() == [
            ["coast", "Coast", None, ("greens",), "created", (), None, "held"],
            ["north", "North", ("blues",), (), "now-partly", (), "held", "partly"],
            ["south", "South", ("rebels",), (), "evidence-lost", (), "held", "no-evidence"],
        ]

    def test_a_change_of_hands_has_its_reason(self, folder: Folder) -> None:
        # The Crown now holds the whole north, and took Hillfort in it in 1905, which nobody had told before.
        row = next(number for number, cells in enumerate(folder.rows("scopes.csv"), start=1) if cells[0] == "C005")
        folder.set("scopes.csv", row, "extent", "whole")
        changes = folder.load().changes("1900", "1910-11").set_index("province_id")
        assert changes.loc["north", "kind"] == "other-sources"
        folder.append(
            "events.csv", event_id="V003", date="1905", place_id="hillfort", kind="captured", faction_id="crown",
            statement="The Crown took Hillfort.", source_id="S01",
        )  # fmt: skip
        atlas = folder.load()
        north = atlas.changes("1900", "1910-11").set_index("province_id").loc["north"]
        assert (north["kind"], north["reason"]) == ("changed-hands", ("V003",))
        north = atlas.changes("1910-11", "1900").set_index("province_id").loc["north"]
        assert (north["from"], north["to"], north["kind"]) == (("crown",), ("blues",), "changed-hands")
        # Without the source of the event, and with it of both holders, nothing is told.
        rule = geodata.Rule(without_sources=("S01",))
        assert "changed-hands" not in set(atlas.changes("1900", "1910-11", rule)["kind"])

    def test_rule_that_leaves_a_source_out_gives_the_calls_of_the_atlas_without_it(self, folder: Folder) -> None:
        atlas = folder.load()
        columns = ["status", "side", "factions", "claim_ids", "capital_status", "capital_changed_hands"]
        for source in ("S01", "S02"):
            for period in atlas.periods:
                by_rule = atlas.control(period.id, geodata.Rule(without_sources=(source,)))
                assert by_rule[columns].equals(atlas.without(source).control(period.id)[columns])

    def test_summary(self, folder: Folder) -> None:
        summary = folder.load().summary()
        rows = summary[summary["period_id"] == "1900"].set_index("faction_id")
        assert rows["provinces"].to_dict() == {"blues": 1, "rebels": 1}
        # Both are two square degrees beside the equator.
        assert rows["share"].to_dict() == pytest.approx({"blues": 0.5, "rebels": 0.5}, rel=1e-3)

    def test_definition_of_control_is_the_design_s(self, afghanistan: Atlas) -> None:
        assert afghanistan.control_definition.rstrip(".").lower() == (
            "the strongest organised presence in the countryside that the cited sources describe; provincial capitals "
            "were mostly government garrisons and are drawn as their own markers"
        )

    def test_short_description(self, folder: Folder) -> None:
        assert "7 claims" in repr(folder.load())
        assert "1910–11" in repr(folder.load())

    def test_names_that_are_promised(self) -> None:
        assert {"load", "Atlas", "AtlasError", "Problem", "Period"} <= set(geodata.__all__)
        assert issubclass(geodata.AtlasError, Exception)


class TestAnotherProcess:
    def test_an_atlas_that_has_answered_travels_and_answers_the_same(self, afghanistan: Atlas) -> None:
        before = afghanistan.control("1987")
        arrived = pickle.loads(pickle.dumps(afghanistan))
        assert arrived is not afghanistan
        assert_frame_equal(arrived.control("1987"), before)
        assert arrived.readme == afghanistan.readme

    def test_so_does_another_reading_of_it(self, folder: Folder) -> None:
        atlas = geodata.load(folder.path)
        strict = Atlas(atlas.package, atlas.language, geodata.Rule(near_days=1))
        assert pickle.loads(pickle.dumps(strict)).rule == strict.rule != atlas.rule


def test_an_atlas_without_events_has_none_in_any_period(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "quiet")
    for table in ("events.csv", "event_claims.csv"):
        folder.keep_rows(table)
    quiet = folder.load()
    for period in quiet.periods:
        events = quiet.events(period.id)
        assert events.empty
        assert {"event_id", "date_label", "geometry"} <= set(events.columns)


@pytest.mark.parametrize("period", ["1985", "1987", "1988-89"])
def test_claims_as_rows_are_those_of_the_table(afghanistan: Atlas, period: str) -> None:
    every = afghanistan.claims(period=period)
    for province, table in every.groupby("province_id"):
        rows = afghanistan.claim_rows(str(province), period)
        assert [list(row) for row in rows] == [list(table)] * len(table)
        assert list(rows) == records(table)
    assert afghanistan.claim_counts(period) == every["province_id"].value_counts().to_dict()


def test_a_province_that_nothing_is_claimed_of_has_no_rows(afghanistan: Atlas) -> None:
    assert list(afghanistan.claim_rows("nowhere", "1985")) == []
    with pytest.raises(KeyError, match="1066"):
        afghanistan.claim_rows("herat", "1066")
