"""The tutorial of the importer from its first command to its last: what it shows is what comes out."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import geodata
from geodata.importing import import_atlas, read_mapping
from tests.test_documents import ROOT, blocks, commands

pytestmark = pytest.mark.slow

TUTORIAL = ROOT / "docs" / "import.md"
RAW = ROOT / "docs" / "examples" / "vale"


def atlas(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dashboard.cli", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The raw files, in a folder of their own."""
    copied = tmp_path / "raw"
    shutil.copytree(RAW, copied)
    return copied


def answered(text: str) -> set[str]:
    """Keys of a mapping at the beginning of its lines, whatever their values."""
    return set(re.findall(r"^(\w+):", text, re.MULTILINE))


def test_from_the_raw_files_to_a_page(folder: Path) -> None:
    draft, dry, *others = [line for line in commands(TUTORIAL) if line[:2] != ["pip", "install"]]
    assert atlas(folder, *draft[1:]).returncode == 0
    drafted = (folder / "mapping.yaml").read_text(encoding="utf-8")
    (told,) = (content for _, content in blocks(TUTORIAL, "yaml"))
    assert answered(drafted) == answered(told)
    refused = atlas(folder, *dry[1:])
    assert refused.returncode == 1
    assert refused.stderr.count("not decided yet") == len(re.findall(r"^[^#\n]*'\?'", drafted, re.MULTILINE))

    (folder / "mapping.yaml").write_text(told, encoding="utf-8")
    shown = atlas(folder, *dry[1:])
    (expected,) = (content for _, content in blocks(TUTORIAL, "text"))
    assert (shown.stdout, shown.stderr, shown.returncode) == (expected, "", 0)
    assert not (folder / "vale").exists()
    for one in others:
        if "--watch" not in one:
            done = atlas(folder, *one[1:])
            assert done.returncode == 0, f"{shlex.join(one)}: {done.stderr}"
    assert "Control of the Vale" in (folder / "vale.html").read_text(encoding="utf-8")


def test_the_atlas_says_what_the_files_say(folder: Path) -> None:
    (told,) = (content for _, content in blocks(TUTORIAL, "yaml"))
    (folder / "mapping.yaml").write_text(told, encoding="utf-8")
    import_atlas(read_mapping(folder / "mapping.yaml"), folder / "vale")
    made = geodata.load(folder / "vale")
    calls = {
        one.id: {row.name: row.faction_id or row.status for row in made.control(one.id).itertuples()}
        for one in made.periods
    }
    before = {"Lower Vale": "crown", "Coast": "crown", "Upper Vale": "league"}
    assert calls["1911-05"] == {**before, "Hìghmoor": "no-evidence"}
    assert calls["1911-06"] == {**before, "Hìghmoor": "league"}
    assert calls["1911-07"] == {**before, "Lower Vale": "contested", "Hìghmoor": "league"}
    assert "control.xlsx: 13 rows read" in (folder / "vale" / "README.md").read_text(encoding="utf-8")
