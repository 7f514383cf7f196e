"""Files of an atlas: nothing outside its folder is read, nothing is waited for, and nothing is read without end."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from geodata import AtlasError
from geodata.tables import files, schema
from geodata.tables.files import name_fault, read_bytes, read_text
from tests.made_up import Folder

SECRET = "a word that nobody outside may see"
ANY_FILE = [
    "datapackage.json",
    "claims.csv",
    "provinces.geojson",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    "LICENSE.txt",
]

needs_links = pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")


def put(folder: Folder, name: str) -> Path:
    """Make room for something else in the place of a file."""
    path = folder.path / name
    path.unlink(missing_ok=True)
    return path


@needs_links
@pytest.mark.parametrize("name", ANY_FILE)
def test_link_out_of_the_folder(folder: Folder, name: str) -> None:
    outside = folder.path.parent / "secret.txt"
    outside.write_text(SECRET)
    put(folder, name).symlink_to(outside)
    problem = folder.problem()
    assert (problem.file, problem.message) == (name, "a link that leads out of the folder of the atlas")
    assert SECRET not in str(problem)


@needs_links
def test_link_to_a_folder_outside(folder: Folder) -> None:
    outside = folder.path.parent / "elsewhere"
    outside.mkdir()
    (outside / "claims.csv").write_text(SECRET)
    (folder.path / "tables").symlink_to(outside)
    folder.edit_resource("claims", lambda one: one.update(path="tables/claims.csv"))
    assert "leads out of the folder" in folder.problem().message


@needs_links
def test_link_within_the_folder_is_fine(folder: Folder) -> None:
    (folder.path / "claims.csv").rename(folder.path / "statements.csv")
    (folder.path / "claims.csv").symlink_to("statements.csv")
    assert len(folder.load().claims()) == 7


@needs_links
def test_folder_that_is_a_link_itself(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "here").symlink_to(folder.path)
    assert len(Folder.at(tmp_path / "here").load().claims()) == 7


@needs_links
@pytest.mark.parametrize("name", ["claims.csv", "README.md", "LICENSE"])
def test_link_that_leads_to_itself_or_nowhere(folder: Folder, name: str) -> None:
    put(folder, name).symlink_to(name)
    assert folder.problem().file == name
    put(folder, name).symlink_to("nowhere")
    assert folder.problem().file == name


@needs_links
@pytest.mark.parametrize("name", ANY_FILE)
def test_pipe_is_not_waited_for(folder: Folder, name: str) -> None:
    os.mkfifo(put(folder, name))
    problem = folder.problem()
    assert (problem.file, problem.message) == (name, "a device or pipe where a file is due")


@needs_links
def test_device(folder: Folder) -> None:
    put(folder, "claims.csv").symlink_to("/dev/zero")
    assert folder.problem().file == "claims.csv"


@pytest.mark.parametrize("name", ANY_FILE)
def test_folder_in_the_place_of_a_file(folder: Folder, name: str) -> None:
    put(folder, name).mkdir()
    problem = folder.problem()
    assert (problem.file, problem.message) == (name, "a folder where a file is due")


@pytest.mark.parametrize(
    ("name", "kind"), [("README.md", "document"), ("claims.csv", "table"), ("provinces.geojson", "shapes")]
)
def test_file_above_its_size(folder: Folder, monkeypatch: pytest.MonkeyPatch, name: str, kind: str) -> None:
    (folder.path / "README.md").write_text("# Squareland\n", encoding="utf-8")
    size = (folder.path / name).stat().st_size
    monkeypatch.setattr(files, "limit", lambda one: size - 1 if one == kind else schema.limit(one))
    assert {one.message for one in folder.problems() if one.file == name} == {"too large"}
    monkeypatch.setattr(files, "limit", lambda one: size if one == kind else schema.limit(one))
    assert read_bytes(folder.path, name, kind)


def test_a_country_of_17000_polygons_is_within_the_sizes() -> None:
    """With 200 points of 40 bytes each, and a claim of 500 bytes for each in ten periods."""
    assert schema.limit("shapes") > 17_000 * 200 * 40
    assert schema.limit("table") > 10 * 10_000 * 500


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md"])
def test_document_that_is_not_utf8(folder: Folder, name: str) -> None:
    (folder.path / name).write_bytes(b"# Squareland\n\nGr\xfc\xdfe\n")
    problem = folder.problem()
    assert (problem.file, problem.row) == (name, 3)
    assert "not in UTF-8" in problem.message


def test_document_with_a_byte_order_mark(folder: Folder) -> None:
    (folder.path / "README.md").write_bytes(b"\xef\xbb\xbf# Squareland\n")
    assert folder.load().readme == "# Squareland\n"


@pytest.mark.parametrize(
    "name",
    ["", "/etc/passwd", "../x.csv", "a/../../x.csv", "a//b", "./x", ".hidden", "a/.b", "C:\\x", "a\\..\\b", "x\0",
     "a\n", "\ud800", "a:b"],
)  # fmt: skip
def test_names_that_are_no_files_of_the_folder(tmp_path: Path, name: str) -> None:
    assert name_fault(name)
    with pytest.raises(AtlasError):
        read_text(tmp_path, name, "table")


@pytest.mark.parametrize("name", ["claims.csv", "tables/claims.csv", "my claims (2).csv", "ادعا.csv"])
def test_names_that_are_files(name: str) -> None:
    assert name_fault(name) is None


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_file_that_nobody_may_read(folder: Folder) -> None:
    (folder.path / "claims.csv").chmod(0)
    assert "can't be read" in folder.problem().message


@needs_links
def test_read_only_atlas_is_read(folder: Folder) -> None:
    for path in folder.path.iterdir():
        path.chmod(0o444)
    folder.path.chmod(0o555)
    try:
        assert folder.load().periods
    finally:
        folder.path.chmod(0o755)


def test_a_message_quotes_nothing_of_a_file_that_is_no_table(folder: Folder) -> None:
    (folder.path / "notes.csv").write_text(f"{SECRET},x\n{SECRET},y\n")
    folder.edit_resource("claims", lambda one: one.update(path="notes.csv"))
    assert all(SECRET not in str(problem) for problem in folder.problems())
    (folder.path / "notes.geojson").write_text(SECRET)
    folder.edit_resource("provinces", lambda one: one.update(path="notes.geojson"))
    assert all(SECRET not in str(problem) for problem in folder.problems())
