"""Files that take long to make: each drawn once, a few at a time, and no more waiting than can be borne."""

from __future__ import annotations

import asyncio
import os
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue

from dashboard.downloads import Download
from dashboard.server.worker import Worker
from geodata import Atlas

MOST_WAITING = 8
"""Files, for each process, that may wait while one is drawn."""

CACHE_BYTES = 64_000_000
RETRY_SECONDS = 20
"""After which a reader who was turned away may ask again: some files are done by then."""


Wanted = tuple[str, str, str]
"""Language, name of a file, and the rule of the reading as short text; empty for the atlas's own one."""


class BusyError(Exception):
    """As many files are waited for as can be."""


@dataclass(frozen=True)
class QueueState:
    """What is being drawn now.

    Attributes
    ----------
    drawing, waiting : int
        Files that a process works on, and files behind them.
    most_waiting : int
        With so many waiting the next one is turned away.
    """

    drawing: int
    waiting: int
    most_waiting: int


class Drawing:
    """Draws files beside the page.

    All of it is called from the event loop, so nothing has to be locked.

    Parameters
    ----------
    atlas : callable
        Gives the atlas that is shown now: it may have been read again.
    processes : int, optional
        How many files are drawn at the same time; without it half of what the machine has cores.
    most_waiting : int, optional
        For each process.
    """

    def __init__(
        self, atlas: Callable[[], Atlas], processes: int | None = None, most_waiting: int = MOST_WAITING
    ) -> None:
        self._atlas, self._drawn_of = atlas, atlas()
        self.processes = processes or max(1, (os.cpu_count() or 1) // 2)
        self.most_waiting = self.processes * most_waiting
        self._workers = [Worker(atlas) for _ in range(self.processes)]
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(self.processes, "drawing")
        self._pending: dict[Wanted, asyncio.Future[Download]] = {}
        self._pinned: dict[Wanted, Download] = {}
        self._cache: OrderedDict[Wanted, Download] = OrderedDict()

    @property
    def queue_state(self) -> QueueState:
        """What is being drawn now."""
        drawing = min(len(self._pending), self.processes)
        return QueueState(drawing, len(self._pending) - drawing, self.most_waiting)

    @property
    def process_ids(self) -> list[int]:
        """Of the processes that have been started and live."""
        return [found for worker in self._workers if (found := worker.process_id) is not None]

    async def file(self, language: str, name: str, reading: str = "") -> Download:
        """A file, drawn or drawn before; whoever asks for one that is being drawn waits for the same.

        Parameters
        ----------
        language : str
            One of `dashboard.text.LANGUAGES`.
        name : str
            As `dashboard.downloads.make_file` takes it.
        reading : str, optional
            The rule that it follows, as short text, if it is not the atlas's own.

        Raises
        ------
        BusyError
            If as many files are waited for as can be.
        NoSuchFileError, DrawingFailedError
            As `dashboard.server.worker.Worker.draw` raises them.
        """
        key = (language, name, reading)
        if self._drawn_of is not self._atlas():
            self._pinned, self._cache, self._drawn_of = {}, OrderedDict(), self._atlas()
        if key in self._pinned:
            return self._pinned[key]
        if key in self._cache:
            self._cache.move_to_end(key)
            return self._cache[key]
        if key not in self._pending:
            if len(self._pending) >= self.processes + self.most_waiting:
                raise BusyError
            self._pending[key] = asyncio.ensure_future(self._draw(key))
            # Nobody may be left to be told how it ended.
            self._pending[key].add_done_callback(lambda ended: ended.cancelled() or ended.exception())
        # A reader who leaves does not take the file from the others.
        return await asyncio.shield(self._pending[key])

    def pin(self, language: str, name: str, file: Download) -> None:
        """Cache a file as long as the server runs, because it can't be made again: its sources may go."""
        self._pinned[language, name, ""] = file

    def close(self) -> None:
        """End the processes; what was waited for fails."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.end()

    async def _draw(self, key: Wanted) -> Download:
        atlas = self._atlas()
        try:
            file = await asyncio.get_running_loop().run_in_executor(self._threads, self._by_an_idle_worker, *key)
        finally:
            del self._pending[key]
        if atlas is self._atlas():
            self._store(key, file)
        return file

    def _by_an_idle_worker(self, language: str, name: str, reading: str) -> Download:
        # As many threads as workers: there is always one.
        worker = self._idle.get()
        try:
            return worker.draw(language, name, reading)
        finally:
            self._idle.put(worker)

    def _store(self, key: Wanted, file: Download) -> None:
        self._cache[key] = file
        while len(self._cache) > 1 and sum(len(one.content) for one in self._cache.values()) > CACHE_BYTES:
            self._cache.popitem(last=False)
