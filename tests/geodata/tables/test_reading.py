"""An atlas folder with a fault: every problem is listed, with file, row, column, value and what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import geodata
from tests.made_up import Folder


class TestFolder:
    def test_not_there(self, tmp_path: Path) -> None:
        missing = tmp_path / "nowhere"
        with pytest.raises(geodata.AtlasError) as caught:
            geodata.load(missing)
        (problem,) = caught.value.problems
        assert (problem.file, problem.message) == (str(missing), "no such folder")
        assert "datapackage.json" in (problem.hint or "")

    def test_a_file_is_no_folder(self, folder: Folder) -> None:
        with pytest.raises(geodata.AtlasError, match="no such folder"):
            geodata.load(folder.path / "datapackage.json")

    def test_path_as_text(self, folder: Folder) -> None:
        assert geodata.load(str(folder.path)).periods


class TestCells:
    @pytest.mark.parametrize(
        ("file", "row", "column", "value", "message", "hint"),
        [
            ("claims.csv", 3, "statement", "", "a value is required", "in our words"),
            ("claims.csv", 3, "role", "leading", "not an allowed value", "dominant, strong, present, contested"),
            ("claims.csv", 3, "role", "Strong", "not an allowed value", "strong"),
            ("claims.csv", 3, "role", "strong ", "blanks around it", "Remove"),
            ("periods.csv", 2, "period_id", "an early one", "no identifier", "1910-11"),
            ("factions.csv", 2, "code", "BLUES", "does not match the pattern", "BLU"),
            ("factions.csv", 2, "colour", "blue", "does not match the pattern", "#"),
            ("places.csv", 2, "lon", "0,8", "no number", "decimal point"),
            ("places.csv", 2, "lon", "nan", "no number", "decimal point"),
            ("places.csv", 2, "lon", "1_0", "no number", "digits"),
            ("places.csv", 2, "lon", "۶۹.۵", "no number", "0 to 9"),
            ("places.csv", 2, "lon", "180.5", "outside the allowed range", "-180 to 180"),
            ("places.csv", 3, "lat", "-91", "outside the allowed range", "-90 to 90"),
            ("sources.csv", 2, "thin", "partly", "neither true nor false", "true or false"),
            ("sources.csv", 2, "url", "www.example.org", "no web address", "https://"),
            ("periods.csv", 2, "start", "1900-02-30", "no day of the calendar", "YYYY-MM-DD"),
            ("periods.csv", 2, "start", "1 January 1900", "no day of the calendar", "YYYY-MM-DD"),
            ("periods.csv", 2, "start", "19000101", "no day of the calendar", "YYYY-MM-DD"),
            ("periods.csv", 2, "start", "1900-W01-1", "no day of the calendar", "YYYY-MM-DD"),
            ("periods.csv", 3, "edtf", "1910-1911", "no EDTF date", "1988/1989"),
            ("claims.csv", 4, "date", "summer 1900", "no EDTF date", "1988-06-17"),
            ("claims.csv", 4, "date", "1900-02-30", "no day of the calendar", "EDTF"),
            ("claims.csv", 4, "date", "1901/1900", "ends before it begins", "EDTF"),
            ("events.csv", 2, "date", "01.06.1910", "no EDTF date", "EDTF"),
            ("factions.csv", 2, "founded", "ca. 1895", "no EDTF date", "1984~"),
            ("sources.csv", 3, "date", "Feb 1912", "no EDTF date", "EDTF"),
        ],
    )  # fmt: skip
    def test_fault(self, folder: Folder, file: str, row: int, column: str, value: str, message: str, hint: str) -> None:
        folder.set(file, row, column, value)
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column, problem.value) == (file, row, column, value)
        assert message in problem.message
        assert hint in (problem.hint or "")

    @pytest.mark.parametrize("value", ["-0.8", "+0.8", ".8", "8e-1", "8E-1", "1", "1."])
    def test_numbers(self, folder: Folder, value: str) -> None:
        folder.set("places.csv", 2, "lon", value)
        assert folder.load().places.loc[0, "lon"] == pytest.approx(float(value))

    @pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "http://example.org", ""])
    def test_addresses(self, folder: Folder, url: str) -> None:
        folder.set("sources.csv", 2, "url", url)
        assert folder.load().sources.loc[0, "url"] == url


class TestKeys:
    def test_duplicate_key(self, folder: Folder) -> None:
        folder.set("claims.csv", 4, "claim_id", "C001")
        problem = next(one for one in folder.problems() if one.file == "claims.csv")
        assert (problem.row, problem.column, problem.value) == (4, "claim_id", "C001")
        assert problem.message == "stands already in row 2"
        assert "remove one of the two or rename it" in (problem.hint or "")

    def test_duplicate_key_of_two_columns(self, folder: Folder) -> None:
        row = folder.append("scopes.csv", claim_id="C001", province_id="north", extent="part", named="true")
        problem = folder.problem()
        assert (problem.file, problem.row) == ("scopes.csv", row)
        assert (problem.column, problem.value) == ("claim_id, province_id", "C001, north")

    def test_duplicate_code_on_the_map(self, folder: Folder) -> None:
        folder.set("factions.csv", 3, "code", "BLU")
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column, problem.value) == ("factions.csv", 3, "code", "BLU")

    def test_duplicate_shape(self, folder: Folder) -> None:
        folder.set_property(2, "shape_id", "north-1890")
        problem = folder.problem()
        assert (problem.file, problem.row, problem.value) == ("provinces.geojson", 2, "north-1890")
        assert problem.message == "stands already in row 1"


class TestManyFaults:
    def test_all_are_listed(self, folder: Folder) -> None:
        """One of each kind that cells, keys, references and geometry can have, in every file."""
        (folder.path / "event_claims.csv").unlink()
        folder.set("sides.csv", 2, "sign", "heart")
        folder.set("alliances.csv", 2, "source_id", "S1")
        folder.set("claims.csv", 2, "faction_id", "bluez")
        folder.set("claims.csv", 3, "date", "May")
        folder.set("claims.csv", 4, "role", "leading")
        folder.set("claims.csv", 5, "statement", "")
        folder.set("claims.csv", 8, "claim_id", "C006")
        folder.set("events.csv", 2, "kind", "party")
        folder.set("factions.csv", 2, "colour", "blue")
        folder.set("periods.csv", 2, "start", "1900-02-30")
        folder.set("places.csv", 2, "lat", "95")
        folder.set("scopes.csv", 2, "province_id", "nort")
        folder.set("sources.csv", 2, "url", "nowhere")
        folder.set_shape(1, {"type": "Point", "coordinates": [1, 1]})
        folder.set_property(3, "made_from", "soth")
        found = {(problem.file, problem.row, problem.column, problem.value) for problem in folder.problems()}
        assert found == {
            ("event_claims.csv", None, None, None),
            ("sides.csv", 2, "sign", "heart"),
            ("alliances.csv", 2, "source_id", "S1"),
            ("claims.csv", 2, "faction_id", "bluez"),
            ("claims.csv", 3, "date", "May"),
            ("claims.csv", 4, "role", "leading"),
            ("claims.csv", 5, "statement", ""),
            ("claims.csv", 8, "claim_id", "C006"),
            ("scopes.csv", 8, "claim_id", "C007"),
            ("events.csv", 2, "kind", "party"),
            ("factions.csv", 2, "colour", "blue"),
            ("periods.csv", 2, "start", "1900-02-30"),
            ("places.csv", 2, "lat", "95"),
            ("scopes.csv", 2, "province_id", "nort"),
            ("sources.csv", 2, "url", "nowhere"),
            ("provinces.geojson", 1, "geometry", "north-1890"),
            ("provinces.geojson", 3, "made_from", "soth"),
        }

    def test_all_faults_of_meaning_are_listed(self, folder: Folder) -> None:
        folder.write("scopes.csv", [row for row in folder.rows("scopes.csv") if row[0] not in ("C001", "C004")])
        folder.append("scopes.csv", claim_id="C006", province_id="north", extent="whole", named="true")
        folder.set("periods.csv", 2, "end", "1910-06-30")
        folder.set_property(5, "valid_to", "1899-12-31")
        found = {(problem.file, problem.row, problem.column) for problem in folder.problems()}
        assert found == {
            ("claims.csv", 2, "claim_id"),
            ("claims.csv", 5, "claim_id"),
            ("claims.csv", 7, "claim_id"),
            ("periods.csv", 3, "start"),
            ("provinces.geojson", 5, "valid_to"),
        }

    def test_message_of_the_error_names_each(self, folder: Folder) -> None:
        folder.set("claims.csv", 2, "faction_id", "bluez")
        folder.set("claims.csv", 3, "date", "May")
        with pytest.raises(geodata.AtlasError) as caught:
            folder.load()
        lines = str(caught.value).splitlines()
        assert lines[0] == "2 problems in the atlas:"
        assert any('claims.csv, row 2, column faction_id, value "bluez"' in line for line in lines)
        assert any('claims.csv, row 3, column date, value "May"' in line for line in lines)


class TestSoundAtlas:
    def test_types_of_columns(self, folder: Folder) -> None:
        tables = folder.load().package.tables
        assert tables["places"]["lon"].tolist() == [0.8, 0.4, 1.6]
        assert tables["sources"]["independent"].tolist() == [True, True]
        assert tables["sources"]["thin"].tolist() == [False, False]
        assert tables["sources"].loc[2, "year"] == "1950"
        assert tables["alliances"].loc[3, "note"] == ""

    def test_tables_are_indexed_by_line(self, folder: Folder) -> None:
        assert list(folder.load().package.tables["claims"].index) == [2, 3, 4, 5, 6, 7, 8]

    def test_text_that_looks_like_a_number_or_nothing_stays_text(self, folder: Folder) -> None:
        for value in ("007", "NA", "null", "1e3", "True"):
            folder.set("claims.csv", 2, "locator", value)
            assert folder.load().package.tables["claims"].loc[2, "locator"] == value

    def test_atlas_without_claims_and_events_has_no_evidence(self, folder: Folder) -> None:
        for file in ("claims.csv", "scopes.csv", "events.csv", "event_claims.csv"):
            folder.keep_rows(file)
        atlas = folder.load()
        control = atlas.control("1910-11")
        assert set(control["status"]) == {"no-evidence"}
        assert set(control["capital_status"]) == {"unknown"}
        assert atlas.events().empty
        assert atlas.claims().empty
        assert atlas.claims(province="north", period="1900").empty
        assert set(atlas.summary()["status"]) == {"no-evidence"}
        assert set(atlas.changes("1900", "1910-11")["kind"]) == {"unchanged", "created"}

    def test_copied_atlas_loads_where_it_lies(self, folder: Folder, tmp_path: Path) -> None:
        target = tmp_path / "with blanks and ü"
        shutil.copytree(folder.path, target)
        assert geodata.load(target).title == folder.load().title
