"""The descriptor of an atlas: any JSON gives a descriptor or problems that say what to change."""

from __future__ import annotations

from typing import Any

import pytest

from geodata.tables.schema import tables
from tests.made_up import Folder


class TestFile:
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

    @pytest.mark.parametrize("content", ["[]", "7", "null", '"x"'])
    def test_json_of_another_kind(self, folder: Folder, content: str) -> None:
        (folder.path / "datapackage.json").write_text(content)
        assert folder.problem().message == "no descriptor of an atlas"


class TestFormat:
    @pytest.mark.parametrize("number", [None, 1, "2", 3, True, [2], {}])
    def test_another_format_is_told_once_with_what_to_change(self, folder: Folder, number: Any) -> None:
        folder.edit_json("datapackage.json", lambda content: content.update(format=number, sides={"a": "b"}, title=[]))
        problem = folder.problem()
        assert (problem.file, problem.column) == ("datapackage.json", "format")
        for change in ("sides.csv", "thin", "named", "as-today", "format to 2"):
            assert change in (problem.hint or "")

    def test_no_format(self, folder: Folder) -> None:
        folder.edit_json("datapackage.json", lambda content: content.pop("format"))
        assert "no format is named" in folder.problem().message

    @pytest.mark.parametrize("change", [{"sides": {"a": "b"}}, {"translations": {"fa": {"sides": {"a": "b"}}}}])
    def test_sides_that_stayed_behind(self, folder: Folder, change: dict[str, Any]) -> None:
        folder.edit_json("datapackage.json", lambda content: content.update(change))
        assert "sides.csv" in (folder.problem().hint or "")


class TestSettings:
    def test_defaults_say_less_and_not_more(self, folder: Folder) -> None:
        for key in ("near_days", "area_radius_km"):
            folder.edit_json("datapackage.json", lambda content, key=key: content.pop(key))
        told = folder.load().package.descriptor
        assert (told["near_days"], told["area_radius_km"]) == (0, 15)

    @pytest.mark.parametrize(
        ("key", "value"),
        [
            ("near_days", -1), ("near_days", 1.5), ("near_days", "730"), ("near_days", True), ("near_days", 10**30),
            ("area_radius_km", 0), ("area_radius_km", -1), ("area_radius_km", "15"), ("area_radius_km", 1e308),
        ],
    )  # fmt: skip
    def test_no_such_number(self, folder: Folder, key: str, value: Any) -> None:
        folder.edit_json("datapackage.json", lambda content: content.update({key: value}))
        problem = folder.problem()
        assert (problem.file, problem.column) == ("datapackage.json", key)

    @pytest.mark.parametrize(
        ("key", "value", "where"),
        [
            ("title", ["x"], "title"), ("title", "", "title"), ("version", 1, "version"), ("control", {}, "control"),
            ("title", "a\0b", "title"), ("title", "\ud800", "title"),
            ("created", "yesterday", "created"), ("created", "2026-13-01", "created"), ("created", [], "created"),
            ("translations", [], "translations"), ("translations", {"fa": "x"}, "translations.fa"),
            ("translations", {"fa": {"title": 1}}, "translations.fa.title"),
            ("translations", {"../x": {}}, "translations"),
            ("licenses", "CC0", "licenses"), ("licenses", ["CC0"], "licenses[0]"),
            ("licenses", [{"path": "javascript:alert(1)"}], "licenses[0].path"),
            ("licenses", [{"name": None}], "licenses[0].name"),
            ("contributors", [1], "contributors[0]"), ("keywords", {"a": 1}, "keywords"),
            ("resources", None, "resources"), ("resources", ["claims.csv"], "resources[0]"),
        ],
    )  # fmt: skip
    def test_value_of_another_kind(self, folder: Folder, key: str, value: Any, where: str) -> None:
        folder.edit_json("datapackage.json", lambda content: content.update({key: value}))
        problem = folder.problem()
        assert (problem.file, problem.column) == ("datapackage.json", where)
        assert problem.hint

    def test_all_faults_at_once(self, folder: Folder) -> None:
        wrong = {"title": 1, "near_days": -1, "licenses": [{"name": 1}]}
        folder.edit_json("datapackage.json", lambda content: content.update(wrong))
        assert {one.column for one in folder.problems()} == {"title", "near_days", "licenses[0].name"}

    def test_what_others_put_there_is_let_be(self, folder: Folder) -> None:
        folder.edit_json("datapackage.json", lambda content: content.update({"x-editor": {"a": [1]}, "image": 7}))
        assert folder.load().periods


class TestResources:
    @pytest.mark.parametrize("name", [one.name for one in tables().values() if one.required])
    def test_table_that_every_atlas_has(self, folder: Folder, name: str) -> None:
        listed = lambda content: [one for one in content["resources"] if one["name"] != name]  # noqa: E731
        folder.edit_json("datapackage.json", lambda content: content.update(resources=listed(content)))
        problem = folder.problem()
        assert (problem.file, problem.message) == ("datapackage.json", f'no resource "{name}"')

    def test_only_what_every_atlas_has(self, folder: Folder) -> None:
        """Without alliances, places, events: the columns are there all the same."""
        gone = {"alliances", "places", "events", "event_claims"}
        for name in gone:
            (folder.path / f"{name}.csv").unlink()
        keep = lambda content: [one for one in content["resources"] if one["name"] not in gone]  # noqa: E731
        folder.edit_json("datapackage.json", lambda content: content.update(resources=keep(content)))
        for line in (2, 3, 5):
            folder.set("factions.csv", line, "alliance_id", "")
        for line in (5, 8):
            folder.set("scopes.csv", line, "place_id", "")
        for number, _ in enumerate(folder.json("provinces.geojson")["features"], start=1):
            folder.set_property(number, "capital_place_id", "")
        atlas = folder.load()
        for name in gone:
            assert atlas.package.tables[name].empty
            assert list(atlas.package.tables[name].columns) == list(tables()[name].columns)
        assert atlas.events().empty
        assert len(atlas.control("1900")) == 2

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            ({"path": None}, "of the wrong kind: a text is due"),
            ({"path": ["claims.csv"]}, "of the wrong kind: a text is due"),
            ({"path": "../claims.csv"}, "leads out of the folder"),
            ({"path": "/etc/hostname"}, "leads out of the folder"),
            ({"path": "https://example.org/claims.csv"}, "no name of a file"),
            ({"path": "claims.txt"}, "no name of such a file"),
            ({"path": ".claims.csv"}, "a hidden file"),
            ({"name": "scopes"}, "a resource of this name stands above"),
            ({"schema": "claims.schema.json"}, "of the wrong kind: an object is due"),
            ({"schema": {"fields": ["claim_id"]}}, "of the wrong kind: an object is due"),
            ({"schema": {"fields": [{"name": 1}]}}, "of the wrong kind: a text is due"),
        ],
    )
    def test_resource_of_another_kind(self, folder: Folder, change: dict[str, Any], message: str) -> None:
        folder.edit_resource("claims", lambda one: one.update(change))
        assert any(problem.file == "datapackage.json" and message in problem.message for problem in folder.problems())

    @pytest.mark.parametrize("schema", [None, {}, {"fields": []}, {"primaryKey": 7, "foreignKeys": "x"}])
    def test_a_schema_of_its_own_changes_nothing(self, folder: Folder, schema: Any) -> None:
        def change(one: Any) -> None:
            one["schema"] = schema
            if schema is None:
                del one["schema"]

        folder.edit_resource("claims", change)
        assert len(folder.load().claims()) == 7
        folder.set("claims.csv", 2, "role", "leading")
        assert folder.problem().value == "leading"

    def test_constraints_of_the_atlas_are_never_run(self, folder: Folder) -> None:
        """Neither to allow what is not allowed nor to refuse, or to try a pattern without end."""

        def change(one: Any) -> None:
            for field in one["schema"]["fields"]:
                field["constraints"] = {"pattern": "(a*)*b", "enum": ["x"], "minimum": "y"}

        folder.edit_resource("factions", change)
        assert folder.load().periods
        folder.set("factions.csv", 2, "colour", '"><script>')
        assert folder.problem().column == "colour"

    def test_file_of_another_name(self, folder: Folder) -> None:
        (folder.path / "claims.csv").rename(folder.path / "statements.csv")
        folder.edit_resource("claims", lambda one: one.update(path="statements.csv"))
        folder.set("statements.csv", 2, "date", "May")
        assert folder.problem().file == "statements.csv"
