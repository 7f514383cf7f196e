"""The folder of an atlas watched: read again when a file is saved and shown if it is sound, else its problems told."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable
from pathlib import Path
from threading import Event, Lock, Thread

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.app_context import set_atlas
from dashboard.edition import clear_editions
from dashboard.page_script import send_with_script
from dashboard.server.memory import settle
from dashboard.server.warm_up import make_ready
from dashboard.text import DEFAULT_LANGUAGE, LANGUAGES, texts
from geodata import Atlas, AtlasError, load

LOOK_SECONDS = 0.05
"""Between two looks at the folder; a file that is being written is waited for by one more."""

LOOKS_TO_SETTLE = 100
"""How many of them find nothing new before what the atlas that is shown leaves in memory is settled: whoever saved
waits for the page until then."""

LANGUAGE = "lang"
"""As the address of the page has it."""

STATE = "/watched"
SCRIPT = "/watch.js"
HERE = Path(__file__).parent

log = logging.getLogger(__name__)

Signature = frozenset[tuple[str, int, int]]


class Watcher:
    """Reads an atlas again whenever its folder is another.

    Parameters
    ----------
    folder : pathlib.Path
        Of an atlas that was sound when it was read first.
    show : callable, optional
        Takes the atlas that was read again.
    """

    def __init__(self, folder: Path, show: Callable[[Atlas], None] | None = None) -> None:
        self.folder = folder
        self._show = show or show_instead
        self._until_settled = 0
        self._seen = signature(folder)
        self._before = self._seen
        self._version = 0
        self._problems: tuple[str, ...] = ()
        self._lock = Lock()
        self._end = Event()

    @property
    def state(self) -> tuple[int, tuple[str, ...]]:
        """How often another atlas was shown, and what is wrong with the files as they are now."""
        with self._lock:
            return self._version, self._problems

    def start(self) -> None:
        """Look at the folder until the process ends."""
        Thread(target=self._watch, name="watching", daemon=True).start()

    def stop(self) -> None:
        """Look no longer."""
        self._end.set()

    def look(self) -> None:
        """Look once: what differs and has come to rest is read."""
        now, before = signature(self.folder), self._before
        self._before = now
        if now == self._seen or now != before:
            self._until_settled -= 1
            if self._until_settled == 0:
                settle()
            return
        self._seen = now
        try:
            self._show(load(self.folder))
        except AtlasError as error:
            found = tuple(map(str, error.problems))
            with self._lock:
                self._problems = found
        except Exception:  # The page stays as it was, whatever it is.
            log.exception("the atlas could not be read again")
            with self._lock:
                self._problems = ("the atlas could not be read again: the log of the server says why",)
        else:
            with self._lock:
                self._version, self._problems = self._version + 1, ()
            self._until_settled = LOOKS_TO_SETTLE

    def _watch(self) -> None:
        while not self._end.wait(LOOK_SECONDS):
            self.look()


def signature(folder: Path) -> Signature:
    """What the files of a folder are, without a look into them."""
    found = set()
    for where, _, names in os.walk(folder):
        for name in names:
            try:
                told = (Path(where) / name).stat()
            except OSError:
                continue  # Gone in between: the next look tells.
            found.add((str(Path(where) / name), told.st_mtime_ns, told.st_size))
    return frozenset(found)


def show_instead(atlas: Atlas) -> None:
    """Show an atlas in place of the one before; it is made ready first, so that nobody waits for it."""
    # What the first one left frozen would stay for ever.
    gc.unfreeze()
    clear_editions()
    make_ready(atlas)
    set_atlas(atlas)


class WatchMiddleware:
    """Lets pages that are open load themselves anew, and show what is wrong with the files.

    Parameters
    ----------
    app : ASGIApp
        The application behind it.
    watcher : Watcher
    base_path : str, optional
        Path below which the page lies.
    """

    def __init__(self, app: ASGIApp, watcher: Watcher, base_path: str = "") -> None:
        self.app = app
        self._watcher = watcher
        self._base = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        path = scope.get("path", "") if scope["type"] == "http" else ""
        if path == f"{self._base}{STATE}":
            await self._told(Request(scope))(scope, receive, send)
        elif path == f"{self._base}{SCRIPT}":
            script = (HERE / "watch.js").read_bytes()
            await Response(script, media_type="text/javascript", headers=_NOT_KEPT)(scope, receive, send)
        elif path == f"{self._base}/":
            # The version as it is before the page is made: a page that is older by the time it opens loads itself anew.
            await send_with_script(self.app, scope, receive, send, f"{SCRIPT[1:]}?{self._watcher.state[0]}")
        else:
            await self.app(scope, receive, send)

    def _told(self, request: Request) -> JSONResponse:
        version, problems = self._watcher.state
        asked = request.query_params.get(LANGUAGE, DEFAULT_LANGUAGE)
        words = texts(asked if asked in LANGUAGES else DEFAULT_LANGUAGE)
        heading = words("watch-problems", count=len(problems)) if problems else ""
        return JSONResponse({"version": version, "heading": heading, "problems": problems}, headers=_NOT_KEPT)


_NOT_KEPT = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
