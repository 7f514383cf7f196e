"""Files are written whole or not at all, and nothing is overwritten unasked."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from geodata import AtlasError
from geodata.export.files import check_targets, write_atomically, write_together

if os.name != "nt":
    import fcntl

ROOT = Path(__file__).parents[3]


def full_disk(_: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_content_is_written_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "map.svg"
    assert write_atomically(str(target), b"new") == target
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_existing_file_stays_and_the_way_out_is_told(tmp_path: Path) -> None:
    target = tmp_path / "map.svg"
    target.write_bytes(b"mine")
    with pytest.raises(AtlasError) as caught:
        write_atomically(target, b"new")
    (problem,) = caught.value.problems
    assert (problem.file, problem.message) == (str(target), "exists already")
    assert problem.hint is not None
    assert "--force" in problem.hint
    assert target.read_bytes() == b"mine"


def test_force_replaces_and_keeps_the_permissions(tmp_path: Path) -> None:
    target = tmp_path / "map.svg"
    target.write_bytes(b"mine")
    target.chmod(0o640)
    write_atomically(target, b"new", force=True)
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_new_file_has_the_permissions_of_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")
    write_atomically(tmp_path / "map.svg", b"new")
    assert (tmp_path / "map.svg").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_failed_write_leaves_the_old_file_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "map.svg"
    target.write_bytes(b"mine")
    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(AtlasError, match=r"map\.svg: can't be written \(No space left on device\)"):
        write_atomically(target, b"new", force=True)
    assert target.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [target]


def test_of_files_that_belong_together_none_is_written_if_one_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = iter([None, full_disk])

    def second_fails(handle: int) -> None:
        fail = next(calls)
        if fail:
            fail(handle)

    monkeypatch.setattr(os, "fsync", second_fails)
    with pytest.raises(AtlasError, match=r"b\.json: can't be written"):
        write_together({tmp_path / "a.csv": b"1", tmp_path / "b.json": b"2"})
    assert list(tmp_path.iterdir()) == []


def test_all_that_stands_in_the_way_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "taken.csv").write_bytes(b"mine")
    (tmp_path / "folder.csv").mkdir()
    targets = [tmp_path / "taken.csv", tmp_path / "folder.csv", tmp_path / "nowhere" / "a.csv", tmp_path / "free.csv"]
    with pytest.raises(AtlasError) as caught:
        check_targets(targets)
    assert [problem.message for problem in caught.value.problems] == [
        "exists already",
        "is a folder",
        "no such folder",
    ]
    with pytest.raises(AtlasError) as caught:
        check_targets(targets, force=True)
    assert [problem.message for problem in caught.value.problems] == ["is a folder", "no such folder"]


def test_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.svg").write_bytes(b"old")
    link = tmp_path / "link.svg"
    link.symlink_to(tmp_path / "real.svg")
    write_atomically(link, b"new", force=True)
    assert link.is_symlink()
    assert (tmp_path / "real.svg").read_bytes() == b"new"


KILLED = """
import os, sys
from pathlib import Path
from geodata.export import files
def killed(_):
    os.kill(os.getpid(), 9)
files.os.fsync = killed
files.write_atomically(Path(sys.argv[1]), b"half", force=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="locks of POSIX")
class TestKilled:
    @staticmethod
    def kill(target: Path) -> list[Path]:
        """A process is killed while it writes; what it leaves beside the file."""
        done = subprocess.run([sys.executable, "-c", KILLED, str(target)], check=False, cwd=ROOT)
        assert done.returncode == -signal.SIGKILL
        return [path for path in target.parent.iterdir() if path.name.endswith(".part")]

    def test_what_it_left_is_removed_by_the_next_write(self, tmp_path: Path) -> None:
        target = tmp_path / "map.svg"
        target.write_bytes(b"mine")
        assert len(self.kill(target)) == 1
        assert len(self.kill(target)) == 1, "the second one has removed what the first one left"
        assert target.read_bytes() == b"mine"
        write_atomically(target, b"new", force=True)
        assert list(tmp_path.iterdir()) == [target]

    def test_what_others_are_writing_stays(self, tmp_path: Path) -> None:
        """The part of a living process is locked; one of another file is not ours to remove."""
        (tmp_path / ".other.svg.0.part").write_bytes(b"half")
        busy = tmp_path / ".map.svg.0.part"
        with busy.open("xb") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            write_atomically(tmp_path / "map.svg", b"new")
        assert {path.name for path in tmp_path.iterdir()} == {"map.svg", ".map.svg.0.part", ".other.svg.0.part"}
