"""One table, read from its CSV file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.made_up import Folder

FILES = [
    f"{name}.csv"
    for name in ("periods", "sides", "alliances", "factions", "places", "claims", "scopes", "events", "sources")
]


def folder_column(file: str) -> str:
    return {"scopes.csv": "claim_id, province_id"}.get(file, "_id, ")


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
        assert problem.message == "a folder where a file is due"

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
        assert "quotation marks that do not match" in problem.message
        assert "quotation marks" in (problem.hint or "")

    def test_quotation_mark_never_closed(self, folder: Folder) -> None:
        folder.edit("claims.csv", lambda text: text.replace("The Crown held", '"The Crown held'))
        problem = folder.problem()
        assert problem.file == "claims.csv"
        assert "quotation marks that do not match" in problem.message

    @pytest.mark.parametrize(
        ("change", "count"), [(lambda row: row[:-1], 5), (lambda row: [*row, ""], 7)], ids=["few", "many"]
    )
    def test_cells_that_do_not_match_the_header(
        self, folder: Folder, change: Callable[[list[str]], list[str]], count: int
    ) -> None:
        rows = folder.rows("scopes.csv")
        rows[3] = change(rows[3])
        folder.write("scopes.csv", rows)
        problem = folder.problem()
        assert (problem.file, problem.row) == ("scopes.csv", 4)
        assert problem.message == f"{count} cells where the header has 6"
        assert "comma" in (problem.hint or "")

    def test_missing_column(self, folder: Folder) -> None:
        folder.write("claims.csv", [[*row[:4], *row[5:]] for row in folder.rows("claims.csv")])
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column) == ("claims.csv", 1, "role")
        assert problem.message == "this column is missing"
        assert "dominant" in (problem.hint or "")

    def test_column_that_is_not_required_may_be_absent(self, folder: Folder) -> None:
        folder.write("scopes.csv", [[*row[:3], row[5]] for row in folder.rows("scopes.csv")])
        scopes = folder.load().package.tables["scopes"]
        assert set(scopes["place_id"]) == set(scopes["part"]) == {""}

    def test_unknown_column(self, folder: Folder) -> None:
        rows = folder.rows("scopes.csv")
        folder.write("scopes.csv", [[*row, "mood" if not number else "calm"] for number, row in enumerate(rows)])
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column) == ("scopes.csv", 1, "mood")
        assert problem.message == "an unknown column"
        assert "datapackage.json" in (problem.hint or "")

    def test_column_that_the_descriptor_describes_is_carried_along_as_text(self, folder: Folder) -> None:
        rows = folder.rows("scopes.csv")
        folder.write("scopes.csv", [[*row, "weight" if not number else "007"] for number, row in enumerate(rows)])
        # Its constraints are for other programs: none of them is run.
        added = {"name": "weight", "type": "integer", "description": "How.", "constraints": {"pattern": "(a+)+$"}}
        folder.edit_resource("scopes", lambda one: one["schema"]["fields"].append(added))
        scopes = folder.load().package.tables["scopes"]
        assert set(scopes["weight"]) == {"007"}

    def test_misspelt_column(self, folder: Folder) -> None:
        folder.edit("scopes.csv", lambda text: text.replace("province_id", "province", 1))
        assert {(one.column, one.message) for one in folder.problems()} == {
            ("province_id", "this column is missing"),
            ("province", "an unknown column"),
        }
        assert any(one.hint == "Did you mean province_id?" for one in folder.problems())

    def test_column_that_stands_twice(self, folder: Folder) -> None:
        folder.write("scopes.csv", [[*row, row[4]] for row in folder.rows("scopes.csv")])
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column) == ("scopes.csv", 1, "part")

    def test_columns_in_another_order(self, folder: Folder) -> None:
        before = folder.load().package.tables["scopes"]
        folder.write("scopes.csv", [[row[1], row[0], *row[2:]] for row in folder.rows("scopes.csv")])
        assert folder.load().package.tables["scopes"][list(before.columns)].equals(before)

    def test_names_in_any_language(self, folder: Folder) -> None:
        rows = folder.rows("places.csv")
        names = ["name_ar", "تل", "", ""]
        folder.write("places.csv", [[*row, name] for row, name in zip(rows, names, strict=True)])
        assert list(folder.load().places["name_ar"]) == names[1:]

    def test_names_in_no_language_and_in_a_table_without_names(self, folder: Folder) -> None:
        rows = folder.rows("scopes.csv")
        folder.write("scopes.csv", [[*row, "name_ar" if not number else ""] for number, row in enumerate(rows)])
        assert folder.problem().column == "name_ar"

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


class TestOfOffices:
    """Tables as office programs write them."""

    @pytest.mark.parametrize(
        "change",
        [
            pytest.param(lambda text: text.replace("\n", ",,\n"), id="empty columns"),
            pytest.param(lambda text: text + ",,,,,\n,,,,,\n", id="rows of commas"),
            pytest.param(lambda text: text.replace(",true", ",TRUE"), id="TRUE"),
            pytest.param(lambda text: text.replace(",true", ",1"), id="1"),
            pytest.param(lambda text: text.replace(",true", ",yes"), id="yes"),
            pytest.param(lambda text: text.replace("claim_id,province_id", " claim_id , province_id "), id="header"),
            pytest.param(lambda text: text.replace("valley road", "“valley road”"), id="curly quotation marks"),
        ],
    )
    def test_are_read_as_they_are_meant(self, folder: Folder, change: Callable[[str], str]) -> None:
        before = folder.load().package.tables["scopes"]
        folder.edit("scopes.csv", change)
        assert folder.load().package.tables["scopes"].equals(before)

    @pytest.mark.parametrize(("mark", "name"), [(";", "semicolons"), ("\t", "tabs")])
    def test_other_marks_between_cells_are_named_and_everything_else_is_told_too(
        self, folder: Folder, mark: str, name: str
    ) -> None:
        folder.set("scopes.csv", 3, "extent", "all of it")
        folder.edit("scopes.csv", lambda text: text.replace(",", mark))
        first, second = folder.problems()
        assert first.message == f"{name} stand between the cells, where commas are due"
        assert (second.row, second.column, second.value) == (3, "extent", "all of it")

    def test_column_with_cells_but_no_name(self, folder: Folder) -> None:
        folder.edit("scopes.csv", lambda text: text.replace("true", "true,x").replace("named", "named,"))
        problem = folder.problem()
        assert (problem.file, problem.message) == ("scopes.csv", "a column without a name")

    def test_utf_16_is_named(self, folder: Folder) -> None:
        path = folder.path / "scopes.csv"
        path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
        assert folder.problem().message == "in UTF-16, where UTF-8 is due"

    @pytest.mark.parametrize("file", ["provinces.geojson", "datapackage.json"])
    def test_byte_order_mark_in_any_file(self, folder: Folder, file: str) -> None:
        folder.edit(file, lambda text: "\ufeff" + text)
        assert folder.load().periods
