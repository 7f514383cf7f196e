"""A process that draws, and what its death does."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

import geodata
from dashboard.downloads import Download, NoSuchFileError, make_file
from dashboard.edition import edition_of
from dashboard.server.worker import DrawingFailedError, Worker
from tests.made_up import Folder

pytestmark = pytest.mark.slow

TIMELINE = ("en", "timeline.svg")
SECONDS = 300


@pytest.fixture
def atlas(folder: Folder) -> geodata.Atlas:
    return geodata.load(folder.path)


@pytest.fixture
def worker(atlas: geodata.Atlas) -> Iterator[Worker]:
    one = Worker(lambda: atlas)
    yield one
    one.end()


@pytest.fixture(scope="module")
def at_work(afghanistan: geodata.Atlas) -> Iterator[Worker]:
    """One for all tests that leave it able to draw: its process takes seconds to start."""
    one = Worker(lambda: afghanistan)
    one.draw(*TIMELINE)
    yield one
    one.end()


def pid_other_than(worker: Worker, before: int | None) -> int:
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        found = worker.process_id
        if found is not None and found != before:
            return found
        time.sleep(0.01)
    raise TimeoutError("no drawing process was started")


def test_it_draws_in_another_process_what_would_be_drawn_here(at_work: Worker, afghanistan: geodata.Atlas) -> None:
    first = at_work.process_id
    assert first not in (None, os.getpid())
    assert at_work.draw(*TIMELINE) == make_file(edition_of(afghanistan), "timeline.svg")
    assert at_work.process_id == first


def test_the_atlas_is_handed_over_not_read_again(worker: Worker, atlas: geodata.Atlas, folder: Folder) -> None:
    assert worker.process_id is None
    for file in folder.path.iterdir():
        file.unlink()
    assert worker.draw(*TIMELINE) == make_file(edition_of(atlas), "timeline.svg")


def test_another_atlas_has_a_process_of_its_own(atlas: geodata.Atlas, afghanistan: geodata.Atlas) -> None:
    shown = [atlas]
    worker = Worker(lambda: shown[-1])
    try:
        worker.draw(*TIMELINE)
        before = worker.process_id
        shown.append(afghanistan)
        assert worker.draw(*TIMELINE) == make_file(edition_of(afghanistan), "timeline.svg")
        assert worker.process_id != before
    finally:
        worker.end()


def test_a_name_that_no_file_has_is_told(at_work: Worker) -> None:
    with pytest.raises(NoSuchFileError, match=r"calls\.1066\.csv"):
        at_work.draw("en", "calls.1066.csv")


def test_an_error_is_told_and_the_next_file_is_drawn(atlas: geodata.Atlas) -> None:
    source = atlas.sources["source_id"].iloc[0]
    without = atlas.without(source)
    worker = Worker(lambda: without)
    try:
        # The package would hold the claims that were left out.
        with pytest.raises(DrawingFailedError, match=r"atlas\.zip: Traceback"):
            worker.draw("en", "atlas.zip")
        assert worker.draw(*TIMELINE).media_type == "image/svg+xml"
    finally:
        worker.end()


def test_a_death_while_nothing_is_drawn_goes_unnoticed(at_work: Worker) -> None:
    drawn = at_work.draw(*TIMELINE)
    first = at_work.process_id
    assert first is not None
    os.kill(first, signal.SIGKILL)
    assert at_work.draw(*TIMELINE) == drawn
    assert at_work.process_id != first


def test_what_is_drawn_at_a_death_is_drawn_again(worker: Worker) -> None:
    with ThreadPoolExecutor(1) as threads:
        drawing = threads.submit(worker.draw, *TIMELINE)
        # It was started for the drawing, and has to load the program first.
        os.kill(pid_other_than(worker, None), signal.SIGKILL)
        assert isinstance(drawing.result(SECONDS), Download)


def test_a_file_that_kills_twice_is_given_up(worker: Worker) -> None:
    with ThreadPoolExecutor(1) as threads:
        drawing = threads.submit(worker.draw, *TIMELINE)
        first = pid_other_than(worker, None)
        os.kill(first, signal.SIGKILL)
        os.kill(pid_other_than(worker, first), signal.SIGKILL)
        with pytest.raises(DrawingFailedError, match="died twice"):
            drawing.result(SECONDS)
    assert worker.draw(*TIMELINE).content


def test_what_hangs_is_ended(at_work: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    at_work.draw(*TIMELINE)
    first = at_work.process_id
    assert first is not None
    os.kill(first, signal.SIGSTOP)
    monkeypatch.setattr("dashboard.server.worker.LONGEST_SECONDS", 1)
    with pytest.raises(DrawingFailedError, match="no end after 1 seconds"):
        at_work.draw(*TIMELINE)
    monkeypatch.undo()
    assert at_work.draw(*TIMELINE).content
    assert at_work.process_id != first


def test_after_its_end_it_draws_nothing(worker: Worker) -> None:
    waiting = threading.Event()
    with ThreadPoolExecutor(1) as threads:
        drawing = threads.submit(lambda: (waiting.set(), worker.draw(*TIMELINE)))
        waiting.wait(SECONDS)
        pid_other_than(worker, None)
        worker.end()
        with pytest.raises(DrawingFailedError):
            drawing.result(SECONDS)
    with pytest.raises(DrawingFailedError, match="the server ends"):
        worker.draw(*TIMELINE)
    assert worker.process_id is None
