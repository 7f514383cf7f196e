"""An atlas folder with a fault: every problem is listed, with file, row, column, value and what to do."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import geodata
from geodata.tables.reading import TABLES
from tests.made_up import Folder

Spoil = Callable[[Folder], Any]

FILES = [f"{name}.csv" for name in TABLES]
SQUARE = [[0, 1], [1, 1], [2, 1], [2, 2], [0, 2], [0, 1]]


def cell(file: str, row: int, column: str, value: str) -> Spoil:
    return lambda folder: folder.set(file, row, column, value)


def polygon(*points: tuple[float, float]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [[list(point) for point in points]]}


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


class TestDescriptor:
    def test_missing(self, folder: Folder) -> None:
        (folder.path / "datapackage.json").unlink()
        problem = folder.problem()
        assert (problem.file, problem.message) == ("datapackage.json", "missing")
        assert problem.hint

    def test_not_json(self, folder: Folder) -> None:
        folder.edit("datapackage.json", lambda text: text.replace('"name":', '"name"', 1))
        problem = folder.problem()
        assert (problem.file, problem.row) == ("datapackage.json", 3)
        assert "not valid JSON" in problem.message

    def test_not_utf8(self, folder: Folder) -> None:
        path = folder.path / "datapackage.json"
        path.write_bytes(path.read_bytes().replace(b"Squareland", b"Squarel\xe4nd"))
        assert "not valid JSON in UTF-8" in folder.problem().message

    @pytest.mark.parametrize("content", ["[]", "{}", '{"resources": null}', '{"resources": ["claims.csv"]}', "7"])
    def test_json_of_another_kind(self, folder: Folder, content: str) -> None:
        (folder.path / "datapackage.json").write_text(content)
        assert [problem.message for problem in folder.problems()] == [
            *(f'no resource "{name}"' for name in TABLES),
            'no resource "provinces"',
        ]

    def test_resource_missing(self, folder: Folder) -> None:
        folder.edit_json(
            "datapackage.json",
            lambda content: content.update(resources=[one for one in content["resources"] if one["name"] != "scopes"]),
        )
        problem = folder.problem()
        assert (problem.file, problem.message) == ("datapackage.json", 'no resource "scopes"')

    @pytest.mark.parametrize(
        "change",
        [
            pytest.param({"path": None}, id="no path"),
            pytest.param({"path": ["claims.csv"]}, id="path of several files"),
            pytest.param({"schema": None}, id="no schema"),
            pytest.param({"schema": "claims.schema.json"}, id="schema elsewhere"),
            pytest.param({"schema": {"fields": ["claim_id"]}}, id="fields without types"),
        ],
    )
    def test_resource_that_says_too_little(self, folder: Folder, change: dict[str, Any]) -> None:
        def spoil(content: Any) -> None:
            next(one for one in content["resources"] if one["name"] == "claims").update(change)

        folder.edit_json("datapackage.json", spoil)
        problem = folder.problem()
        assert problem.file == "datapackage.json"
        assert 'the resource "claims" has no path or no schema' in problem.message

    def test_file_of_another_name(self, folder: Folder) -> None:
        (folder.path / "claims.csv").rename(folder.path / "statements.csv")
        folder.edit("datapackage.json", lambda text: text.replace('"claims.csv"', '"statements.csv"'))
        folder.set("statements.csv", 2, "date", "May")
        assert folder.problem().file == "statements.csv"


class TestTableAsAWhole:
    @pytest.mark.parametrize("file", [*FILES, "provinces.geojson"])
    def test_missing(self, folder: Folder, file: str) -> None:
        (folder.path / file).unlink()
        problem = folder.problem()
        assert (problem.file, problem.message) == (file, "missing")
        assert "datapackage.json lists this" in (problem.hint or "")

    def test_folder_in_place_of_a_table(self, folder: Folder) -> None:
        (folder.path / "claims.csv").unlink()
        (folder.path / "claims.csv").mkdir()
        problem = folder.problem()
        assert problem.file == "claims.csv"
        assert "can't be read" in problem.message

    @pytest.mark.parametrize("file", FILES)
    def test_no_line_at_all(self, folder: Folder, file: str) -> None:
        (folder.path / file).write_text("")
        problem = folder.problem()
        assert (problem.file, problem.row, problem.message) == (file, 1, "empty")
        assert folder_column(file) in (problem.hint or "")

    def test_not_utf8(self, folder: Folder) -> None:
        path = folder.path / "sources.csv"
        path.write_bytes(path.read_bytes().replace(b"Squareland", b"Squarel\xe4nd", 1))
        problem = folder.problem()
        assert problem.file == "sources.csv"
        assert "not in UTF-8" in problem.message
        assert "UTF-8" in (problem.hint or "")

    def test_broken_quotation_marks(self, folder: Folder) -> None:
        folder.edit(
            "claims.csv",
            lambda text: text.replace("The Crown held the valley road", '"The Crown" held the valley road'),
        )
        problem = folder.problem()
        assert (problem.file, problem.row) == ("claims.csv", 6)
        assert "not readable as CSV" in problem.message
        assert "quotation marks" in (problem.hint or "")

    def test_quotation_mark_never_closed(self, folder: Folder) -> None:
        folder.edit("claims.csv", lambda text: text.replace("The Crown held", '"The Crown held'))
        problem = folder.problem()
        assert problem.file == "claims.csv"
        assert "not readable as CSV" in problem.message

    @pytest.mark.parametrize(
        ("change", "count"), [(lambda row: row[:-1], 4), (lambda row: [*row, ""], 6)], ids=["few", "many"]
    )
    def test_cells_that_do_not_match_the_header(
        self, folder: Folder, change: Callable[[list[str]], list[str]], count: int
    ) -> None:
        rows = folder.rows("scopes.csv")
        rows[3] = change(rows[3])
        folder.write("scopes.csv", rows)
        problem = folder.problem()
        assert (problem.file, problem.row) == ("scopes.csv", 4)
        assert problem.message == f"{count} cells where the header has 5"
        assert "comma" in (problem.hint or "")

    def test_missing_column(self, folder: Folder) -> None:
        folder.write("claims.csv", [[*row[:4], *row[5:]] for row in folder.rows("claims.csv")])
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column) == ("claims.csv", 1, "role")
        assert problem.message == "missing columns: role"
        assert "domain, role, scope" in (problem.hint or "")

    def test_unknown_column(self, folder: Folder) -> None:
        folder.write(
            "scopes.csv",
            [[*row, "colour" if not number else ""] for number, row in enumerate(folder.rows("scopes.csv"))],
        )
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column) == ("scopes.csv", 1, "colour")
        assert problem.message == "unknown columns: colour"

    def test_misspelt_column(self, folder: Folder) -> None:
        folder.edit("scopes.csv", lambda text: text.replace("province_id", "province", 1))
        problem = folder.problem()
        assert problem.message == "missing columns: province_id; unknown columns: province"

    def test_columns_in_another_order(self, folder: Folder) -> None:
        folder.write("scopes.csv", [[row[1], row[0], *row[2:]] for row in folder.rows("scopes.csv")])
        problem = folder.problem()
        assert (problem.file, problem.row, problem.message) == ("scopes.csv", 1, "columns out of order")
        assert "claim_id, province_id" in (problem.hint or "")

    @pytest.mark.parametrize(
        "change",
        [
            pytest.param(lambda text: "\ufeff" + text, id="byte order mark, as spreadsheets write it"),
            pytest.param(lambda text: text.replace("\n", "\r\n"), id="line ends of Windows"),
            pytest.param(lambda text: text.replace("\n", "\n\n", 3) + "\n\n", id="blank lines"),
            pytest.param(
                lambda text: text.replace(
                    "Rebels roamed the north and the south.", '"Rebels ""roamed"",\nnorth and south."'
                ),
                id="line break in a cell",
            ),
        ],
    )
    def test_forms_of_csv_that_are_fine(self, folder: Folder, change: Callable[[str], str]) -> None:
        folder.edit("claims.csv", change)
        claims = folder.load().claims()
        assert list(claims["claim_id"]) == [f"C00{number}" for number in range(1, 8)]

    def test_row_of_a_problem_is_the_line_in_the_file(self, folder: Folder) -> None:
        folder.set("claims.csv", 5, "date", "May")
        folder.edit("claims.csv", lambda text: text.replace("\n", "\n\n", 2))
        assert folder.problem().row == 7


def folder_column(file: str) -> str:
    return {"scopes.csv": "claim_id, province_id", "event_claims.csv": "event_id, claim_id"}.get(file, "_id, ")


class TestCells:
    @pytest.mark.parametrize(
        ("file", "row", "column", "value", "message", "hint"),
        [
            ("claims.csv", 3, "statement", "", "a value is required", "in our words"),
            ("claims.csv", 3, "role", "leading", "not an allowed value", "dominant, strong, present, contested"),
            ("claims.csv", 3, "role", "Strong", "not an allowed value", "strong"),
            ("claims.csv", 3, "role", "strong ", "blanks around it", "Remove"),
            ("periods.csv", 2, "period_id", "early", "does not match the pattern", "1988-89"),
            ("factions.csv", 2, "code", "BLUES", "does not match the pattern", "JAM"),
            ("factions.csv", 2, "colour", "blue", "does not match the pattern", "#"),
            ("places.csv", 2, "lon", "0,8", "no number", "decimal point"),
            ("places.csv", 2, "lon", "nan", "no number", "decimal point"),
            ("places.csv", 2, "lon", "1_0", "no number", "digits"),
            ("places.csv", 2, "lon", "۶۹.۵", "no number", "0 to 9"),
            ("places.csv", 2, "lon", "180.5", "outside the allowed range", "-180 to 180"),
            ("places.csv", 3, "lat", "-91", "outside the allowed range", "-90 to 90"),
            ("sources.csv", 2, "weak", "no", "neither true nor false", "true or false"),
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
        row = folder.append("scopes.csv", claim_id="C001", province_id="north", extent="part")
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


class TestShapes:
    def test_not_json(self, folder: Folder) -> None:
        folder.edit("provinces.geojson", lambda text: text.replace('"features":', '"features"'))
        problem = folder.problem()
        assert (problem.file, problem.row) == ("provinces.geojson", 1)
        assert "not valid JSON" in problem.message

    @pytest.mark.parametrize(
        "content", ["{}", "[]", '{"type": "FeatureCollection", "features": []}', '{"features": {}}']
    )
    def test_no_features(self, folder: Folder, content: str) -> None:
        (folder.path / "provinces.geojson").write_text(content)
        problem = folder.problem()
        assert (problem.file, problem.message) == ("provinces.geojson", "no features")

    @pytest.mark.parametrize(
        ("geometry", "message"),
        [
            pytest.param({"type": "Point", "coordinates": [1, 1]}, "a Point where a polygon is due", id="point"),
            pytest.param(
                {"type": "LineString", "coordinates": SQUARE}, "a LineString where a polygon is due", id="line"
            ),
            pytest.param(
                {"type": "GeometryCollection", "geometries": []},
                "a GeometryCollection where a polygon is due",
                id="collection",
            ),
            pytest.param({"type": "Polygon", "coordinates": []}, "a Polygon where a polygon is due", id="empty"),
            pytest.param({"type": "Polygon", "coordinates": [[[0, 0], ["a", 1]]]}, "no polygon", id="text"),
            pytest.param({"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}, "no polygon", id="two points"),
            pytest.param({"type": "Polygon"}, "no polygon", id="no coordinates"),
            pytest.param({"type": "Circle", "coordinates": [0, 0]}, "no polygon", id="circle"),
            pytest.param(None, "no polygon", id="nothing"),
        ],
    )
    def test_no_polygon(self, folder: Folder, geometry: Any, message: str) -> None:
        folder.set_shape(1, geometry)
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column, problem.value) == (
            "provinces.geojson",
            1,
            "geometry",
            "north-1890",
        )
        assert problem.message == message
        assert "Polygon or MultiPolygon" in (problem.hint or "")

    def test_feature_of_another_kind(self, folder: Folder) -> None:
        folder.edit_json("provinces.geojson", lambda content: content["features"].append("north"))
        assert {(problem.file, problem.row) for problem in folder.problems()} == {("provinces.geojson", 6)}

    def test_required_property_missing(self, folder: Folder) -> None:
        folder.set_property(2, "valid_from", None)
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column, problem.value) == ("provinces.geojson", 2, "valid_from", "")

    def test_outline_that_crosses_itself(self, folder: Folder) -> None:
        folder.set_shape(1, polygon((0, 1), (2, 2), (2, 1), (0, 2), (0, 1)))
        problem = next(one for one in folder.problems() if one.value == "north-1890")
        assert (problem.file, problem.row, problem.column) == ("provinces.geojson", 1, "geometry")
        assert "not a valid polygon" in problem.message

    def test_overlap(self, folder: Folder) -> None:
        # The coast of 1905 reaches half a degree into the south.
        folder.set_shape(4, polygon((0.5, 0), (2, 0), (2, 1), (0.5, 1), (0.5, 0)))
        problems = folder.problems()
        assert {(problem.file, problem.column) for problem in problems} == {("provinces.geojson", "geometry")}
        overlap = next(one for one in problems if "overlaps" in one.message)
        assert {overlap.value, overlap.message.split()[1]} == {"coast-1905", "south-1905"}
        assert overlap.row in (3, 4)
        assert overlap.hint == "Draw every piece of land once"

    def test_gap(self, folder: Folder) -> None:
        # A triangle below the border with the north belongs to nobody; its point lies at 1.5, 0.5.
        folder.set_shape(4, polygon((1, 0), (2, 0), (2, 1), (1.5, 0.5), (1, 1), (1, 0)))
        problems = folder.problems()
        assert {(problem.file, problem.column) for problem in problems} == {("provinces.geojson", "geometry")}
        gap = next(one for one in problems if "gap" in one.message)
        assert {"coast-1905", "north-1890"} == {gap.value, *gap.message.split()} & {
            "coast-1905",
            "north-1890",
            "south-1905",
        }
        assert "near 1.5" in gap.message
        assert gap.hint == "Give the land to one of them"

    def test_border_that_differs_by_a_vertex(self, folder: Folder) -> None:
        folder.set_shape(4, polygon((1, 0), (2, 0), (2, 0.99999), (1, 1), (1, 0)))
        assert {problem.column for problem in folder.problems()} == {"geometry"}

    def test_two_shapes_of_a_province_at_once(self, folder: Folder) -> None:
        folder.set_property(2, "valid_to", None)
        problem = folder.problems()[0]
        assert (problem.file, problem.column, problem.value) == ("provinces.geojson", "province_id", "south")
        assert problem.message == "two shapes at once in the period 1910-11"

    def test_lifetime_backwards(self, folder: Folder) -> None:
        folder.set_property(2, "valid_to", "1889-12-31")
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column, problem.value) == (
            "provinces.geojson",
            2,
            "valid_to",
            "1889-12-31",
        )
        assert problem.message == "ends before it begins"

    def test_period_without_provinces(self, folder: Folder) -> None:
        folder.set("periods.csv", 2, "start", "1880-01-01")
        folder.set("periods.csv", 2, "end", "1880-12-31")
        problem = folder.problem()
        assert (problem.file, problem.column) == ("provinces.geojson", "valid_from")
        assert problem.message == "no province is valid in the period 1900"

    def test_fault_outside_every_period_does_no_harm(self, folder: Folder) -> None:
        # The announced coast lies over the south on purpose: it is no province yet.
        assert len(folder.load().provinces("1900")) == 2


class TestMeaning:
    def test_claim_without_a_scope(self, folder: Folder) -> None:
        rows = folder.rows("scopes.csv")
        folder.write("scopes.csv", [row for row in rows if row[0] != "C004"])
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column, problem.value) == ("claims.csv", 5, "claim_id", "C004")
        assert "would be lost" in problem.message
        assert "set scope to national" in (problem.hint or "")

    def test_national_claim_with_scopes(self, folder: Folder) -> None:
        folder.append("scopes.csv", claim_id="C006", province_id="north", extent="whole")
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


class TestManyFaults:
    def test_all_are_listed(self, folder: Folder) -> None:
        """One of each kind that cells, keys, references and geometry can have, in every file."""
        (folder.path / "event_claims.csv").unlink()
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
        folder.append("scopes.csv", claim_id="C006", province_id="north", extent="whole")
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
        assert tables["sources"]["weak"].tolist() == [False, False]
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
