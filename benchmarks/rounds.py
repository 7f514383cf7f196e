"""Pages that are read: each with a server and a browser of its own, taking turns where several are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from typing import Any

from playwright.sync_api import Error, Playwright

from benchmarks.apps import App
from benchmarks.figures import Times, bounce, rotated
from benchmarks.relay import relayed
from benchmarks.servers import Server, serving
from benchmarks.visits import REST_SECONDS, Move, Visit, browsing

FAILURES = (TimeoutError, ValueError, RuntimeError, Error)
"""What a page that does not work ends in: it is told in the results."""


@dataclass(frozen=True)
class Reader:
    """An open page, its server, and what its opening took.

    Attributes
    ----------
    app : App
    server : Server
    visit : Visit
    opened : Mapping of str to Times
        First time of map and panel.
    longest : float
        Milliseconds of the longest task while it opened.
    loaded : Mapping of str to int
        Bytes that the opening loaded by part, as sent.
    socket_at_load : int
        Payload of the websocket at the opening, before compression.
    memory : int
        Bytes that the server held before anyone asked it.
    """

    app: App
    server: Server
    visit: Visit
    opened: Mapping[str, Times]
    longest: float
    loaded: Mapping[str, int]
    socket_at_load: int
    memory: int

    def move(self, key: str) -> dict[str, Any]:
        """Move the slider once; gives what it took, ready for JSON."""
        return self._used(lambda: self.visit.move(key))

    def tick(self, box: str) -> dict[str, Any]:
        """Tick a box of the page once; gives the same."""
        return self._used(lambda: self.visit.tick(box))

    def _used(self, act: Callable[[], Move]) -> dict[str, Any]:
        used = self.server.cpu_seconds()
        move = act()
        return {
            "map": None if move.map is None else asdict(move.map),
            "panel": asdict(move.panel),
            "received": move.received,
            "sent": move.sent,
            "longest": move.longest,
            "cpu_ms": round(1000 * (self.server.cpu_seconds() - used), 1),
        }


@contextmanager
def reading(playwright: Playwright, app: App, limit: float = REST_SECONDS, query: str = "") -> Iterator[Reader]:
    """Start a server and a browser, and open the page, with what stands behind its address."""
    with (
        serving(app) as server,
        browsing(playwright) as browser,
        closing(Visit(browser, app, server.address + query, limit)) as visit,
    ):
        memory = server.memory_bytes()
        opened = visit.open()
        traffic = visit.traffic
        yield Reader(app, server, visit, opened, visit.longest_block(), dict(traffic.loaded), traffic.received, memory)


def take_turns(readers: Sequence[Reader], keys: Sequence[str], failed: dict[str, str]) -> dict[str, list[Any]]:
    """One move of each page in turn, another one first each time.

    A page that fails makes no further move, and `failed` says why.
    """
    made: dict[str, list[Any]] = {reader.app.name: [] for reader in readers}
    for number, key in enumerate(keys):
        say(f"move {number + 1} of {len(keys)}")
        for reader in rotated(readers, number):
            name = reader.app.name
            if name not in failed and (move := attempt(name, failed, reader.move, key)):
                made[name].append(move)
    return made


def wire_bytes(
    playwright: Playwright, app: App, stops: int, warming: int, moves: int, limit: float = REST_SECONDS
) -> dict[str, Any]:
    """Bytes that pass at the opening and during each move, as they are sent, by a relay; times are not taken here."""
    with (
        serving(app) as server,
        relayed(server.address) as relay,
        browsing(playwright) as browser,
        closing(Visit(browser, app, relay.address, limit)) as visit,
    ):
        visit.open()
        at_load = relay.counts[0]
        made = []
        for key in bounce(stops, warming + moves):
            websocket, requests = relay.counts
            visit.move(key)
            made.append({"websocket": relay.counts[0] - websocket, "requests": relay.counts[1] - requests})
        return {"at_load": at_load, "moves": made[warming:]}


def attempt(name: str, failed: dict[str, str], do: Callable[..., Any], *arguments: Any) -> Any:
    """Do something with a page; if it fails, note why and give None."""
    try:
        return do(*arguments)
    except FAILURES as error:
        failed[name] = reason(error)
        say(f"{name}: {failed[name]}")
        return None


def reason(error: BaseException) -> str:
    """What went wrong, in one line."""
    lines = str(error).splitlines() or [""]
    return lines[0] if isinstance(error, TimeoutError) else f"{type(error).__name__}: {lines[0]}"


def say(text: str) -> None:
    """Tell how far the run is."""
    print(text, flush=True)
