"""References between tables, and what no schema can say."""

from __future__ import annotations

import pytest

from tests.made_up import Folder


class TestReferences:
    @pytest.mark.parametrize(
        ("file", "row", "column", "value", "target", "hint"),
        [
            ("claims.csv", 2, "faction_id", "bluez", "factions.csv", "Did you mean blues?"),
            ("claims.csv", 2, "source_id", "S99", "sources.csv", ""),
            (
                "claims.csv",
                2,
                "faction_id",
                "unheard-of",
                "factions.csv",
                "Add it to factions.csv or use an id that is there",
            ),
            ("scopes.csv", 2, "province_id", "nort", "provinces.geojson", "Did you mean north?"),
            ("scopes.csv", 5, "place_id", "rivertown", "places.csv", "Did you mean riverton?"),
            ("factions.csv", 2, "alliance_id", "leage", "alliances.csv", "Did you mean league?"),
            ("factions.csv", 2, "side", "resistanc", "sides.csv", "Did you mean resistance?"),
            ("factions.csv", 3, "split_from", "blue", "factions.csv", "Did you mean blues?"),
            ("factions.csv", 3, "merged_into", "blue", "factions.csv", "Did you mean blues?"),
            ("alliances.csv", 2, "source_id", "S1", "sources.csv", "Did you mean S01?"),
            ("places.csv", 2, "province_id", "northern", "provinces.geojson", "Did you mean north?"),
            ("places.csv", 2, "source_id", "S1", "sources.csv", "Did you mean"),
            ("events.csv", 2, "place_id", "riverto", "places.csv", "Did you mean riverton?"),
            ("events.csv", 3, "province_id", "coasts", "provinces.geojson", "Did you mean coast?"),
            ("events.csv", 2, "faction_id", "blu", "factions.csv", "Did you mean blues?"),
            ("event_claims.csv", 2, "event_id", "V01", "events.csv", "Did you mean V001?"),
            ("event_claims.csv", 2, "claim_id", "C07", "claims.csv", "Did you mean C007?"),
        ],
    )
    def test_unknown_id(
        self, folder: Folder, file: str, row: int, column: str, value: str, target: str, hint: str
    ) -> None:
        folder.set(file, row, column, value)
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column, problem.value) == (file, row, column, value)
        assert problem.message == f"unknown in {target}"
        assert hint in (problem.hint or "")

    def test_unknown_scope_is_told_although_the_claim_is_lost_with_it(self, folder: Folder) -> None:
        folder.set("scopes.csv", 2, "claim_id", "C01")
        assert (folder.problem().value, folder.problem().hint) == ("C01", "Did you mean C001?")

    def test_one_unknown_id_among_several_in_a_cell(self, folder: Folder) -> None:
        folder.set("factions.csv", 3, "source_id", "S01; S3")
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column, problem.value) == ("factions.csv", 3, "source_id", "S3")

    @pytest.mark.parametrize(
        ("name", "value", "target"),
        [
            ("made_from", "soth", "provinces.geojson"),
            ("capital_place_id", "seaprt", "places.csv"),
            ("source_id", "S09", "sources.csv"),
        ],
    )
    def test_unknown_id_of_a_shape(self, folder: Folder, name: str, value: str, target: str) -> None:
        folder.set_property(4, name, value)
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column, problem.value) == ("provinces.geojson", 4, name, value)
        assert problem.message == f"unknown in {target}"

    def test_missing_table_does_not_make_its_ids_unknown(self, folder: Folder) -> None:
        (folder.path / "factions.csv").unlink()
        assert [str(problem.file) for problem in folder.problems()] == ["factions.csv"]


class TestMeaning:
    def test_claim_without_a_scope(self, folder: Folder) -> None:
        rows = folder.rows("scopes.csv")
        folder.write("scopes.csv", [row for row in rows if row[0] != "C004"])
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column, problem.value) == ("claims.csv", 5, "claim_id", "C004")
        assert "would be lost" in problem.message
        assert "set scope to national" in (problem.hint or "")

    def test_national_claim_with_scopes(self, folder: Folder) -> None:
        folder.append("scopes.csv", claim_id="C006", province_id="north", extent="whole", named="true")
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column, problem.value) == ("claims.csv", 7, "claim_id", "C006")
        assert problem.message == "a national claim with rows in scopes.csv"

    def test_periods_out_of_order(self, folder: Folder) -> None:
        folder.keep_rows("periods.csv", 3, 2)
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column, problem.value) == ("periods.csv", 3, "start", "1900-01-01")
        assert "1911-12-31" in (problem.hint or "")

    def test_periods_that_overlap_by_a_day(self, folder: Folder) -> None:
        folder.set("periods.csv", 2, "end", "1910-01-01")
        problem = folder.problem()
        assert (problem.row, problem.column, problem.value) == (3, "start", "1910-01-01")

    def test_period_backwards(self, folder: Folder) -> None:
        folder.set("periods.csv", 3, "end", "1909-12-31")
        problem = next(one for one in folder.problems() if one.file == "periods.csv")
        assert (problem.row, problem.column, problem.value) == (3, "end", "1909-12-31")
        assert problem.message == "ends before it begins"

    def test_no_periods(self, folder: Folder) -> None:
        folder.keep_rows("periods.csv")
        problem = folder.problem()
        assert (problem.file, problem.message) == ("periods.csv", "no periods")
