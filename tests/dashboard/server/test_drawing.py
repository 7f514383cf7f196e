"""How many files are drawn at once, how many may wait, and what is kept."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator

import pytest
from anyio.from_thread import start_blocking_portal

import geodata
from dashboard.downloads import Download
from dashboard.server import drawing as module
from dashboard.server.drawing import BusyError, Drawing, QueueState
from dashboard.server.worker import DrawingFailedError

SECONDS = 60


class Hand:
    """A worker whose drawings end when the test says so."""

    drawn: list[str]
    go_on: threading.Event
    fails = False

    def __init__(self, _: geodata.Atlas) -> None:
        self.process_id = None

    def draw(self, language: str, name: str, reading: str) -> Download:
        assert self.go_on.wait(SECONDS)
        self.drawn.append(f"{language} {name} {reading}".rstrip())
        if self.fails:
            raise DrawingFailedError(name)
        return Download(name, name.encode() * 10, "image/png")

    def end(self) -> None:
        self.go_on.set()


@pytest.fixture(autouse=True)
def hand(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Hand]]:
    Hand.drawn, Hand.go_on, Hand.fails = [], threading.Event(), False
    monkeypatch.setattr(module, "Worker", Hand)
    yield Hand
    Hand.go_on.set()


def run(
    test: Callable[[Drawing], object], afghanistan: geodata.Atlas, processes: int = 1, most_waiting: int = 2
) -> None:
    async def whole() -> None:
        drawing = Drawing(lambda: afghanistan, processes, most_waiting)
        try:
            await test(drawing)  # type: ignore[misc]
        finally:
            drawing.close()

    # In a thread of its own: a browser that other tests of this process opened keeps a loop running in the main one.
    with start_blocking_portal() as portal:
        portal.call(whole)


async def asked(drawing: Drawing, *names: str) -> list[asyncio.Task[Download]]:
    tasks = [asyncio.create_task(drawing.file("en", name)) for name in names]
    await asyncio.sleep(0)
    return tasks


def test_past_the_queue_readers_are_turned_away_at_once(afghanistan: geodata.Atlas, hand: type[Hand]) -> None:
    async def test(drawing: Drawing) -> None:
        tasks = await asked(drawing, "1", "2", "3")
        assert drawing.queue_state == QueueState(drawing=1, waiting=2, most_waiting=2)
        with pytest.raises(BusyError):
            await drawing.file("en", "4")
        hand.go_on.set()
        assert [file.name for file in await asyncio.gather(*tasks)] == ["1", "2", "3"]
        assert drawing.queue_state == QueueState(drawing=0, waiting=0, most_waiting=2)
        assert (await drawing.file("en", "4")).name == "4"

    run(test, afghanistan)


def test_the_queue_grows_with_the_processes(afghanistan: geodata.Atlas, hand: type[Hand]) -> None:
    async def test(drawing: Drawing) -> None:
        tasks = await asked(drawing, *"123456")
        assert drawing.queue_state == QueueState(drawing=2, waiting=4, most_waiting=4)
        with pytest.raises(BusyError):
            await drawing.file("en", "7")
        hand.go_on.set()
        await asyncio.gather(*tasks)

    run(test, afghanistan, processes=2)


def test_who_asks_for_what_is_being_drawn_waits_for_the_same(afghanistan: geodata.Atlas, hand: type[Hand]) -> None:
    async def test(drawing: Drawing) -> None:
        tasks = await asked(drawing, *["1"] * 50)
        assert drawing.queue_state.waiting == 0
        hand.go_on.set()
        assert len({id(file) for file in await asyncio.gather(*tasks)}) == 1
        await drawing.file("en", "1")
        assert hand.drawn == ["en 1"]
        await drawing.file("fa", "1")
        assert hand.drawn == ["en 1", "fa 1"]

    run(test, afghanistan)


def test_a_reader_who_leaves_does_not_take_the_file_along(afghanistan: geodata.Atlas, hand: type[Hand]) -> None:
    async def test(drawing: Drawing) -> None:
        leaving, staying = await asked(drawing, "1", "1")
        leaving.cancel()
        await asyncio.sleep(0)
        hand.go_on.set()
        assert (await staying).name == "1"
        assert leaving.cancelled()

    run(test, afghanistan)


def test_what_failed_is_drawn_anew_for_the_next_reader(afghanistan: geodata.Atlas, hand: type[Hand]) -> None:
    async def test(drawing: Drawing) -> None:
        hand.go_on.set()
        hand.fails = True
        with pytest.raises(DrawingFailedError):
            await drawing.file("en", "1")
        hand.fails = False
        assert (await drawing.file("en", "1")).name == "1"

    run(test, afghanistan)


def test_what_is_held_is_never_drawn_nor_dropped(
    afghanistan: geodata.Atlas, hand: type[Hand], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CACHE_BYTES", 20)
    package = Download("atlas.zip", b"PK" * 100, "application/zip")

    async def test(drawing: Drawing) -> None:
        hand.go_on.set()
        drawing.pin("en", "atlas.zip", package)
        for name in "123":
            await drawing.file("en", name)
        assert await drawing.file("en", "atlas.zip") is package
        assert hand.drawn == ["en 1", "en 2", "en 3"]

    run(test, afghanistan)


def test_what_was_asked_for_longest_ago_goes_first(
    afghanistan: geodata.Atlas, hand: type[Hand], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Each file has ten bytes: two may stay.
    monkeypatch.setattr(module, "CACHE_BYTES", 20)

    async def test(drawing: Drawing) -> None:
        hand.go_on.set()
        for name in "12131":
            await drawing.file("en", name)
        assert hand.drawn == ["en 1", "en 2", "en 3"]
        await drawing.file("en", "2")
        assert hand.drawn[3:] == ["en 2"]

    run(test, afghanistan)
