"""No room, or no place that may be written: each command says so in words, and leaves no half a file."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from geodata.tables.template import write_template
from tests.atlas_process import TOP

pytestmark = pytest.mark.slow

NOWHERE = "/proc/nowhere"

WRITING = {
    "new": ["new", "{out}"],
    "export": ["export", "{atlas}", "--period", "1900", "{out}.csv"],
    "package": ["export", "{atlas}", "{out}.zip"],
    "publish": ["publish", "{atlas}", "{out}.html"],
    "gaps": ["gaps", "{atlas}", "--out", "{out}.csv"],
    "figure": ["figure", "{atlas}", "--period", "1900", "{out}.svg"],
}


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_template(tmp_path_factory.mktemp("atlas") / "squareland")


def no_file_can_grow() -> None:
    """As on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def run(name: str, atlas: Path, out: Path, full: bool = False) -> subprocess.CompletedProcess[str]:
    arguments = [part.format(atlas=atlas, out=out) for part in WRITING[name]]
    return subprocess.run(
        [sys.executable, "-m", "dashboard.cli", *arguments],
        capture_output=True,
        text=True,
        cwd=TOP,
        check=False,
        env={**os.environ, "HOME": NOWHERE, "XDG_CACHE_HOME": NOWHERE, "XDG_CONFIG_HOME": NOWHERE},
        preexec_fn=no_file_can_grow if full else None,  # Sets a limit and nothing else.
    )


@pytest.mark.parametrize("name", WRITING)
def test_on_a_full_disk_a_command_says_what_could_not_be_written(name: str, atlas: Path, tmp_path: Path) -> None:
    ended = run(name, atlas, tmp_path / "out", full=True)
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    if name == "figure":
        # What draws wants a place for its list of fonts first, and says how to name one.
        assert "MPLCONFIGDIR" in ended.stderr
    else:
        assert f"{tmp_path / 'out'}" in ended.stderr
        assert "can't be written (File too large)" in ended.stderr
    assert [one.name for one in tmp_path.rglob("*") if one.is_file()] == []


def test_a_file_in_place_of_a_folder_is_told(atlas: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for name in ("new", "export"):
        ended = run(name, atlas, tmp_path / "file" / "out")
        assert ended.returncode == 1
        assert "Traceback" not in ended.stderr
        assert str(tmp_path / "file") in ended.stderr


def test_without_a_home_files_are_written_all_the_same(atlas: Path, tmp_path: Path) -> None:
    for name in ("export", "publish"):
        ended = run(name, atlas, tmp_path / name)
        assert (ended.returncode, "Traceback" in ended.stderr) == (0, False), ended.stderr
    assert {one.suffix for one in tmp_path.iterdir()} == {".csv", ".json", ".html"}
