"""Values of a data set: what they claim, what they do not, and how they are refused."""

from __future__ import annotations

import pytest

import geodata
from tests.made_atlases import DISTRICT_DAYS, districts_by_day, town_on_the_front
from tests.made_up import Folder

ABOUT = ["province_id", "date", "period_id", "faction_id", "source_id", "note"]


@pytest.fixture(scope="module")
def districts(tmp_path_factory: pytest.TempPathFactory) -> geodata.Atlas:
    return geodata.load(districts_by_day(tmp_path_factory.mktemp("made") / "districts"))


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> geodata.Atlas:
    return geodata.load(town_on_the_front(tmp_path_factory.mktemp("made") / "town"))


def calls(atlas: geodata.Atlas, period: str) -> dict[str, dict[str, object]]:
    return {str(row["province_id"]): dict(row) for _, row in atlas.control(period).iterrows()}


def observed(folder: Folder, *rows: list[str]) -> Folder:
    """The template with values of a data set; rows from the second line on."""
    folder.write("observations.csv", [ABOUT, *rows])
    listed = {"name": "observations", "path": "observations.csv"}
    folder.edit_json("datapackage.json", lambda content: content["resources"].append(listed))
    return folder


class TestWhatAValueClaims:
    def test_somebody_holds_the_whole_unit_on_firm_direct_evidence(self, districts: geodata.Atlas) -> None:
        call = calls(districts, "2021-08-04")["d1-2"]
        assert (call["status"], call["faction_id"], call["grade"], call["strength"]) == (
            "held", "emirate", "direct", "firm",
        )  # fmt: skip
        assert call["claim_ids"] == ("survey.d1-2.2021-08-04",)

    def test_the_claim_is_marked_and_in_words(self, districts: geodata.Atlas) -> None:
        claims = districts.claims(province="d1-2", period="2021-08-04")
        (claim,) = claims.to_dict("records")
        assert claim["data_set"]
        assert claim["statement"] == "District 1 2, 4 August 2021: Emirate."
        assert (claim["role"], claim["extent"], claim["basis"]) == ("dominant", "whole", "stated")
        assert claim["source_title"] == "Weekly Survey of Districts"

    def test_a_null_claims_nothing_and_other_days_do_not_leak_in(self, districts: geodata.Atlas) -> None:
        assert districts.package.descriptor["near_days"] == 730
        for day in DISTRICT_DAYS:
            assert calls(districts, day.isoformat())["d5-3"]["status"] == "no-evidence"
        first, second = (calls(districts, day.isoformat())["d0-0"] for day in DISTRICT_DAYS[:2])
        assert first["status"] == "no-evidence"
        assert second["faction_id"] == "emirate"
        # The other way round: what the first day says is no evidence of the second, whatever a rule is asked to do.
        rule = geodata.Rule(near_days=3000)
        assert districts.claims(province="d4-0", period="2021-08-15")["date"].tolist() == ["2021-08-15"]
        assert len(districts.control("2021-08-15", rule).set_index("province_id").loc["d4-0", "claim_ids"]) == 1

    def test_a_value_of_a_period_counts_in_it_alone(self, town: geodata.Atlas) -> None:
        assert calls(town, "2014-06")["q1-1"]["claim_ids"] == ("monitor.q1-1.2014-06",)
        assert calls(town, "2014-05")["q1-1"]["status"] == "no-evidence"
        assert town.claims(province="q1-1", period="2014-06")["date"].tolist() == ["2014-06-01/2014-06-30"]

    def test_values_stand_beside_claims_of_other_sources(self, town: geodata.Atlas) -> None:
        call = calls(town, "2014-05")["q4-0"]
        assert call["status"] == "unclear"
        assert call["claim_ids"] == ("C001", "monitor.q4-0.2014-05")

    def test_ids_stay_whatever_rows_come_and_go(self, folder: Folder) -> None:
        row = ["north", "1900-06-01", "", "blues", "S01", ""]
        other = ["south", "1900-06-01", "", "blues", "S01", ""]
        alone = observed(folder, row).load().claims(province="north")
        folder.write("observations.csv", [ABOUT, other, row])
        both = folder.load().claims(province="north")
        assert "S01.north.1900-06-01" in set(alone["claim_id"])
        assert set(alone["claim_id"]) == set(both["claim_id"])

    def test_a_source_left_out_takes_its_values_along(self, town: geodata.Atlas) -> None:
        without = town.without("monitor")
        assert calls(without, "2014-05")["q4-0"]["faction_id"] == "blue"
        assert calls(without, "2014-05")["q0-0"]["status"] == "no-evidence"

    def test_answers_call_it_a_data_set(self, districts: geodata.Atlas) -> None:
        text = str(districts.answer("d1-2", "2021-08-04"))
        assert "survey.d1-2.2021-08-04 (data set)" in text
        assert "مجموعهٔ داده" in str(districts.answer("d1-2", "2021-08-04", "fa"))

    def test_a_card_in_a_notebook_says_so_too(self, districts: geodata.Atlas) -> None:
        assert "data set" in districts.call("d1-2", "2021-08-04")._repr_html_()


class TestChange:
    def test_a_data_set_that_has_another_value_tells_of_the_change(self, districts: geodata.Atlas) -> None:
        changes = districts.changes("2021-08-01", "2021-08-04").set_index("province_id")
        assert changes.loc["d1-0", ["kind", "reason"]].tolist() == ["changed-hands", ("survey.d1-0.2021-08-04",)]
        assert changes.loc["d2-0", "kind"] == "unchanged"
        assert changes.loc["d0-0", "kind"] == "newly-known", "it had no value on the first day"
        backwards = districts.changes("2021-08-04", "2021-08-01").set_index("province_id")
        assert backwards.loc["d1-0", "reason"] == ("survey.d1-0.2021-08-04",)

    def test_two_data_sets_that_differ_tell_of_none(self, folder: Folder) -> None:
        first = ["south", "", "1900", "blues", "S01", ""]
        second = ["south", "", "1910-11", "crown", "S02", ""]
        folder.keep_rows("claims.csv")
        folder.keep_rows("scopes.csv")
        folder.keep_rows("event_claims.csv")
        folder.keep_rows("events.csv")
        changes = observed(folder, first, second).load().changes("1900", "1910-11").set_index("province_id")
        assert changes.loc["south", ["kind", "reason"]].tolist() == ["other-sources", ()]


class TestFaults:
    @pytest.mark.parametrize(
        ("row", "column", "message"),
        [
            (["north", "", "", "blues", "S01", ""], "date", "neither a date nor a period"),
            (["north", "1900", "1900", "blues", "S01", ""], "period_id", "both a date and a period"),
            (["north", "1900-02-30", "", "blues", "S01", ""], "date", "no day of the calendar"),
            (["north", "1901/1900", "", "blues", "S01", ""], "date", "ends before it begins"),
            (["north", "1900/..", "", "blues", "S01", ""], "date", "does not match the pattern"),
            (["nowhere", "1900", "", "blues", "S01", ""], "province_id", "unknown in provinces.geojson"),
            (["north", "", "1999", "blues", "S01", ""], "period_id", "unknown in periods.csv"),
            (["north", "1900", "", "nobody", "S01", ""], "faction_id", "unknown in factions.csv"),
            (["north", "1900", "", "blues", "S99", ""], "source_id", "unknown in sources.csv"),
        ],
    )
    def test_each_is_told_with_row_and_column(self, folder: Folder, row: list[str], column: str, message: str) -> None:
        problem = observed(folder, ["south", "1900", "", "blues", "S01", ""], row).problem()
        assert (problem.file, problem.row, problem.column) == ("observations.csv", 3, column)
        assert message in problem.message

    def test_one_value_for_each_cell(self, folder: Folder) -> None:
        one = ["north", "1900", "", "blues", "S01", ""]
        other = ["north", "1900", "", "crown", "S01", ""]
        problem = observed(folder, one, ["north", "1900", "", "blues", "S02", ""], other).problem()
        assert (problem.row, problem.message) == (4, "stands already in row 2")


def test_an_atlas_without_the_table_has_none(folder: Folder) -> None:
    assert not folder.load().claims()["data_set"].any()
