"""What was checked once is not checked again; what is another content is."""

from __future__ import annotations

from pathlib import Path

import pytest

import geodata
from geodata import AtlasError
from geodata.tables import whole as package_checks
from geodata.tables.fingerprint import fingerprint
from geodata.tables.template import write_template


def test_names_lengths_and_bytes_count(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12")
    (tmp_path / "b").write_bytes(b"3")
    first = fingerprint(tmp_path, ["a", "b"])
    assert fingerprint(tmp_path, ["b", "a"]) == first
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "b").write_bytes(b"23")
    assert fingerprint(tmp_path, ["a", "b"]) != first
    (tmp_path / "b").write_bytes(b"")
    empty = fingerprint(tmp_path, ["a", "b"])
    (tmp_path / "b").unlink()
    assert fingerprint(tmp_path, ["a", "b"]) != empty


def test_the_same_content_is_checked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_template(tmp_path / "squareland")
    (folder / "sources.csv").open("a", encoding="utf-8").write("\n")  # A content that no other test reads.
    asked = []
    check = package_checks.check_meaning

    def noted(*arguments: object) -> list[geodata.errors.Problem]:
        asked.append(arguments)
        return check(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(package_checks, "check_meaning", noted)
    first = geodata.load(folder)
    again = geodata.load(folder)
    assert len(asked) == 1
    assert again.claims().equals(first.claims())


def test_a_fault_is_found_in_a_folder_that_was_sound(tmp_path: Path) -> None:
    folder = write_template(tmp_path / "squareland")
    geodata.load(folder)
    claims = folder / "claims.csv"
    sound = claims.read_text(encoding="utf-8")
    claims.write_text(sound.replace(",dominant,", ",domnant,", 1), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(AtlasError, match="domnant"):
            geodata.load(folder)
    claims.write_text(sound, encoding="utf-8")
    geodata.load(folder)
