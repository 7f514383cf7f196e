"""What was checked just before is not checked again, and nothing else is taken for it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from geodata import AtlasError
from geodata.tables import Package, read_package, write_template
from geodata.tables import reading as reading_module
from geodata.tables.content import Last


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An atlas that nobody has read before."""
    monkeypatch.setattr(reading_module, "_last", Last())
    folder = write_template(tmp_path / "atlas")
    (folder / "README.md").write_text("# About\n", encoding="utf-8")
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Folders whose files were really read and checked."""
    folders: list[Path] = []
    really = reading_module._read

    def noted(folder: Path, *given: object) -> Package:
        folders.append(folder)
        return really(folder, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(reading_module, "_read", noted)
    return folders


def names(package: Package) -> set[str]:
    return set(package.tables["factions"]["name"])


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_same_files_are_checked_once(folder: Path, read: list[Path]) -> None:
    first, second = read_package(folder), read_package(folder)
    assert read == [folder]
    assert names(first) == names(second)
    assert first.warnings == second.warnings


def test_a_copy_of_the_folder_is_the_same_but_for_where_it_is(folder: Path, tmp_path: Path, read: list[Path]) -> None:
    read_package(folder)
    copy = Path(shutil.copytree(folder, tmp_path / "copy"))
    assert read_package(copy).folder == copy
    assert read == [folder]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("factions.csv", "Blue Party", "Azure Party"),
        ("datapackage.json", '"title": "', '"title": "New '),
        ("README.md", "#", "# New"),
    ],
)
def test_whatever_is_saved_is_read(folder: Path, read: list[Path], name: str, old: str, new: str) -> None:
    before = read_package(folder)
    change(folder / name, old, new)
    after = read_package(folder)
    assert read == [folder, folder]
    told: list[Callable[[Package], object]] = [names, lambda one: one.descriptor, lambda one: one.documents]
    assert sum(one(before) != one(after) for one in told) == 1


def test_what_somebody_writes_into_a_table_is_theirs_alone(folder: Path) -> None:
    first = read_package(folder)
    first.tables["factions"].loc[:, "name"] = "Mine"
    first.provinces.loc[:, "name"] = "Mine"
    second = read_package(folder)
    assert "Mine" not in names(second) | set(second.provinces["name"])


def test_what_was_saved_while_it_was_read_is_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = reading_module._read

    def saved_meanwhile(*given: object) -> Package:
        change(folder / "factions.csv", "Blue Party", "Azure Party")
        return really(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(reading_module, "_read", saved_meanwhile)
    assert "Azure Party" in names(read_package(folder))
    monkeypatch.setattr(reading_module, "_read", really)
    change(folder / "factions.csv", "Azure Party", "Blue Party")
    assert "Blue Party" in names(read_package(folder))


def test_a_link_out_of_the_folder_is_refused_though_what_it_leads_to_is_known(folder: Path, tmp_path: Path) -> None:
    read_package(folder)
    outside = tmp_path / "outside.csv"
    (folder / "factions.csv").rename(outside)
    (folder / "factions.csv").symlink_to(outside)
    with pytest.raises(AtlasError, match=r"factions\.csv.*link"):
        read_package(folder)
