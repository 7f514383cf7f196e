"""Reading in a process of its own: what it makes of files, how it is bounded, and that nothing is left."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from dashboard.uploads import Choices, ReadAtlas, Refused, Seen, as_yaml, mapping_of, read_files
from dashboard.uploads.folders import BEGINNING, LONGEST, clear_left_folders, folder_to_read
from dashboard.uploads.reading import PROGRAM
from geodata import export, load
from tests.atlas_process import until
from tests.dashboard.uploads.test_archive import HARMFUL
from tests.dashboard.uploads.zips import packed
from tests.made_up import Folder

VALE = Path(__file__).parents[3] / "docs" / "examples" / "vale"
BEGUN = PROGRAM.partition("import dashboard")[0]
"""What the process does before anything of ours: it takes the path."""


@pytest.fixture(autouse=True)
def nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    yield
    assert list(place.iterdir()) == []


def archive(folder: Path) -> bytes:
    name = Path("atlas.zip")
    return export.contents(load(folder), None, name)[name]


def told(answer: object) -> str:
    assert isinstance(answer, Refused)
    return answer.problems[0].message


def test_an_atlas_is_read_with_what_is_to_be_taken_away(folder: Folder) -> None:
    given = archive(folder.path)
    answer = read_files((("mine.zip", given),))
    assert isinstance(answer, ReadAtlas)
    assert answer.atlas.title == load(folder.path).title
    assert answer.package == given
    assert not answer.atlas.package.folder.exists()


def test_what_is_wrong_with_an_atlas_is_told_as_by_validate(folder: Folder) -> None:
    claims = folder.path / "claims.csv"
    files = {path.name: path.read_bytes() for path in folder.path.iterdir() if path.is_file()}
    header, row = claims.read_text("utf-8").splitlines()[:2]
    files["claims.csv"] = f"{header}\n{row}\n{row}\n".encode()
    answer = read_files((("mine.zip", packed(files)),))
    assert isinstance(answer, Refused)
    found = [one for one in answer.problems if one.file == "claims.csv"]
    assert [one.row for one in found if "claim_id" in (one.column or "")] == [3]


def test_hostile_archives_come_back_as_problems(folder: Folder) -> None:
    """One of them, through the process: the others are tried without it."""
    content, message = HARMFUL["a link"]
    assert message in told(read_files((("mine.zip", content),)))


def test_shapes_and_a_table_are_looked_at_and_then_made_an_atlas() -> None:
    files = tuple((name, (VALE / name).read_bytes()) for name in ("districts.zip", "control.xlsx"))
    seen = read_files(files)
    assert isinstance(seen, Seen)
    facts = seen.facts
    assert (facts["unit"], facts["name"], facts["date"], facts["category"]) == (
        "District", "DISTRICT", "Month", "Holder",
    )  # fmt: skip
    assert facts["counts"]["disputed"] == 1
    assert "Upper Vale" in facts["spellings"]["Uper Vale"]
    choices = Choices(
        title="Vale",
        columns={"name": "DISTRICT", "joined": "DISTRICT", "unit": "District", "date": "Month", "category": "Holder"},
        each="month",
        factions={"Crown": "Crown", "League": "League", "disputed": "Crown; League", "2 of 4": ""},
        kinds={"Crown": "government", "League": "party"},
        units={"Uper Vale": "Upper Vale", "Total": None},
        source={"title": "Almanac", "language": "en", "kind": "reference", "independent": "true", "thin": "false"},
    )
    made = read_files(files, mapping=as_yaml(mapping_of(facts, choices)))
    assert isinstance(made, ReadAtlas), made
    assert [period.id for period in made.atlas.periods] == ["1911-05", "1911-06", "1911-07"]
    assert made.report[1] == "control.xlsx: 13 rows read = 11 used + 2 left out"
    statuses = set(made.atlas.control("1911-06")["status"]) | set(made.atlas.control("1911-07")["status"])
    assert "contested" in statuses


def test_what_takes_too_long_is_ended_and_told() -> None:
    slow = BEGUN + "import time; time.sleep(1000)"
    begun = time.monotonic()
    answer = read_files((("a.csv", b""),), seconds=1, program=slow)
    assert told(answer) == "took longer than 1 seconds to read"
    assert time.monotonic() - begun < 500, "nobody waited for it to end by itself"


def test_what_takes_too_much_memory_is_told() -> None:
    work = "import dashboard.uploads.work as it; it.answer = lambda *given: bytes(2 * it.MOST_ADDRESSES); it.work()"
    assert told(read_files((("a.csv", b""),), program=BEGUN + work)) == "needs more than 1 GB of memory"


@pytest.mark.parametrize("end", ["import os; os.abort()", "print('no answer')", "raise SystemExit"])
def test_a_process_that_breaks_is_told(end: str) -> None:
    assert told(read_files((("a.csv", b""),), program=BEGUN + end)).startswith("could not be read")


def test_it_has_no_way_to_the_net_and_leaves_nothing_where_it_writes() -> None:
    curious = BEGUN + (
        "import os, pathlib, pickle, tempfile; pathlib.Path('left').write_text(''); tempfile.mkstemp();"
        "from geodata import Problem; from dashboard.uploads import Refused;"
        "sys.stdout.buffer.write(pickle.dumps(Refused((Problem(os.environ['https_proxy']),))))"
    )
    assert told(read_files((("a.csv", b""),), program=curious)) == "http://127.0.0.1:9"


def test_folders_of_killed_processes_are_removed_and_those_of_living_ones_kept(tmp_path: Path) -> None:
    place = Path(tempfile.gettempdir())
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    left = place / f"{BEGINNING}{int(ended.stdout)}-x"
    (left / "inner").mkdir(parents=True)
    (left / "inner" / "claims.csv").write_text("secret")
    old = place / f"{BEGINNING}{os.getpid()}-old"
    old.mkdir()
    os.utime(old, (time.time() - LONGEST - 1,) * 2)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    link = place / f"{BEGINNING}{int(ended.stdout)}-link"
    link.symlink_to(elsewhere)
    with folder_to_read() as folder:
        assert folder.stat().st_mode & 0o077 == 0, "nobody else may look into it"
        clear_left_folders()
        assert set(place.iterdir()) == {folder, link}
        assert elsewhere.is_dir()
    link.unlink()


def has_ended(process: psutil.Process) -> bool:
    """A process that nobody has asked for its end has ended too."""
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def test_what_a_killed_server_left_is_removed_by_the_next(tmp_path: Path) -> None:
    """Killed while it reads: the process that reads ends too, and the folder is there until somebody clears up."""
    reading = "import dashboard.uploads.work as it, time; it.answer = lambda *given: time.sleep(1000); it.work()"
    server = (
        "import sys; from dashboard.uploads import read_files;"
        f"read_files((('a.csv', b''),), program={BEGUN + reading!r})"
    )
    place = Path(tempfile.gettempdir())
    process = subprocess.Popen([sys.executable, "-c", server], env={**os.environ, "TMPDIR": str(place)})
    until(lambda: any(psutil.Process(process.pid).children()), "the process that reads")
    reader = psutil.Process(process.pid).children()[0]
    # It watches the server from when it has begun to work.
    until(lambda: len(reader.threads()) > 1, "its second thread")
    process.kill()
    process.wait()
    until(lambda: has_ended(reader), "the end of the process that reads")
    (left,) = place.iterdir()
    assert left.name.startswith(f"{BEGINNING}{process.pid}-")
    clear_left_folders()
    assert not left.exists()
