"""The fault is told at the row that is wrong, and not at rows that are right."""

from __future__ import annotations

from tests.made_up import Folder


def told(folder: Folder) -> list[tuple[str | None, int | None, str | None, str | None]]:
    return [(one.file, one.row, one.column, one.value) for one in folder.problems()]


def test_misspelt_id_of_a_row_is_told_there_alone(folder: Folder) -> None:
    folder.set("factions.csv", 2, "faction_id", "bluez")
    problem = folder.problem()
    assert (problem.file, problem.row, problem.column, problem.value) == ("factions.csv", 2, "faction_id", "bluez")
    assert problem.hint == "Did you mean blues?"


def test_empty_id_of_a_row_is_not_told_at_those_that_refer_to_it(folder: Folder) -> None:
    folder.set("sources.csv", 2, "source_id", "")
    assert {(one.file, one.row) for one in folder.problems()} == {("sources.csv", 2)}


def test_row_that_could_not_be_read_makes_no_id_unknown(folder: Folder) -> None:
    rows = folder.rows("sources.csv")
    folder.write("sources.csv", [rows[0], [*rows[1], "more"], *rows[2:]])
    assert [one.kind for one in folder.problems()] == ["cells"]


def test_quotation_mark_in_a_row_makes_no_id_unknown(folder: Folder) -> None:
    folder.edit("factions.csv", lambda text: text.replace("blues,Blue Party", 'blues,Blue "Party"'))
    assert [(one.file, one.kind) for one in folder.problems()] == [("factions.csv", "row")]


def test_numbers_tell_rows_apart_and_are_no_misspelling(folder: Folder) -> None:
    folder.set("claims.csv", 2, "source_id", "S21")
    assert "Did you mean" not in (folder.problem().hint or "")


def test_row_that_is_missing_is_nobodys_misspelling(folder: Folder) -> None:
    folder.append("factions.csv", faction_id="towns-men", name="Men", short_name="Men", code="MEN", kind="front",
                  side="free-towns")  # fmt: skip
    rows = folder.rows("factions.csv")
    folder.write("factions.csv", [row for row in rows if row[0] != "crown"])
    problems = folder.problems()
    assert {one.value for one in problems} == {"crown"}
    assert not any("Did you mean" in (one.hint or "") for one in problems)


def test_scope_of_a_claim_that_is_misspelt_is_told_once(folder: Folder) -> None:
    folder.set("claims.csv", 3, "claim_id", "C0002")
    assert [one[:3] for one in told(folder)] == [("claims.csv", 3, "claim_id")]
