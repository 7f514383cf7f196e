"""The whole data package as a zip file, read back by the standard."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import frictionless
import pytest

import geodata
from geodata import Atlas, AtlasError
from geodata.export.archive import archive
from tests.made_up import Folder


def unpacked(data: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        packed.extractall(folder)
    return folder


def test_unpacked_it_is_the_atlas(afghanistan: Atlas, tmp_path: Path) -> None:
    folder = unpacked(archive(afghanistan), tmp_path / "atlas")
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["name", "message"])
    again = geodata.load(folder)
    for period in afghanistan.periods:
        assert again.control(period.id).equals(afghanistan.control(period.id))


def test_files_are_there_byte_for_byte(afghanistan: Atlas, tmp_path: Path) -> None:
    folder = unpacked(archive(afghanistan), tmp_path / "atlas")
    original = afghanistan.package.folder
    for path in original.iterdir():
        assert (folder / path.name).read_bytes() == path.read_bytes(), path.name
    assert {path.name for path in folder.iterdir()} - {path.name for path in original.iterdir()} == {
        "about.json",
        "sources.bib",
        "sources.csl.json",
    }


def test_citation_and_licences_are_inside(folder: Folder, tmp_path: Path) -> None:
    licence = {"name": "CC-BY-4.0", "title": "Attribution", "path": "https://licence.example/by"}
    folder.edit_json("datapackage.json", lambda content: content.update(licenses=[licence]))
    inside = unpacked(archive(folder.load()), tmp_path / "out")
    told = json.loads((inside / "about.json").read_text(encoding="utf-8"))
    assert told["citation"] == "Your name, Squareland 1900 and 1910–11 (made up), version 0.1.0, 2026."
    assert told["licenses"][0]["name"] == "CC-BY-4.0"
    assert [one["id"] for one in json.loads((inside / "sources.csl.json").read_text(encoding="utf-8"))] == [
        "S01",
        "S02",
    ]
    assert "@book{S01," in (inside / "sources.bib").read_text(encoding="utf-8")


def test_same_bytes_each_time(folder: Folder) -> None:
    first = archive(folder.load())
    for path in folder.path.iterdir():
        os.utime(path, (0, 0))
    assert archive(folder.load()) == first


def test_a_file_of_the_folder_comes_before_ours(folder: Folder, tmp_path: Path) -> None:
    folder.edit_json(
        "datapackage.json", lambda content: content["resources"].append({"name": "mine", "path": "sources.bib"})
    )
    (folder.path / "sources.bib").write_text("mine")
    inside = unpacked(archive(folder.load()), tmp_path / "out")
    assert (inside / "sources.bib").read_text() == "mine"


def test_what_is_not_listed_stays_at_home(folder: Folder) -> None:
    (folder.path / "draft.txt").write_text("private")
    with zipfile.ZipFile(io.BytesIO(archive(folder.load()))) as packed:
        assert "draft.txt" not in packed.namelist()


def test_without_sources_there_is_no_whole_package(folder: Folder) -> None:
    with pytest.raises(AtlasError, match="there is none of another reading"):
        archive(folder.load().without("S01"))


@pytest.mark.parametrize(
    ("path", "message"), [("../secret.txt", "leads out of the folder"), ("nowhere.csv", "missing")]
)
def test_file_that_can_not_go_in_is_named(folder: Folder, path: str, message: str) -> None:
    (folder.path.parent / "secret.txt").write_text("private")
    folder.edit_json("datapackage.json", lambda content: content["resources"].append({"name": "x", "path": path}))
    with pytest.raises(AtlasError, match=message) as caught:
        folder.load()
    assert path in (caught.value.problems[0].file, caught.value.problems[0].value)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
@pytest.mark.parametrize("name", ["README.md", "LICENSE", "claims.csv"])
def test_link_that_is_put_there_later_is_not_followed(folder: Folder, name: str) -> None:
    (folder.path.parent / "secret.txt").write_text("private")
    atlas = folder.load()
    (folder.path / name).unlink(missing_ok=True)
    (folder.path / name).symlink_to(folder.path.parent / "secret.txt")
    with pytest.raises(AtlasError, match="a link that leads out of the folder") as caught:
        archive(atlas)
    assert caught.value.problems[0].file == name
    assert "private" not in str(caught.value)
