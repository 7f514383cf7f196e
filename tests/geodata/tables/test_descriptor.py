"""The descriptor of an atlas."""

from __future__ import annotations

from tests.made_up import Folder


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
        assert "not in UTF-8" in folder.problem().message

    def test_file_of_another_name(self, folder: Folder) -> None:
        (folder.path / "claims.csv").rename(folder.path / "statements.csv")
        folder.edit("datapackage.json", lambda text: text.replace('"claims.csv"', '"statements.csv"'))
        folder.set("statements.csv", 2, "date", "May")
        assert folder.problem().file == "statements.csv"
