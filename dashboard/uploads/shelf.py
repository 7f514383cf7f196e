"""The atlases of readers that are open now: so many at most, each for one session, under an address nobody guesses."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import RLock

from dashboard.app_context import most_opened, set_place
from dashboard.edition import drop_editions
from dashboard.uploads.answers import ReadAtlas
from dashboard.uploads.limits import IDLE_SECONDS
from geodata import Atlas

PREFIX = "/opened"
TOKEN_BYTES = 32
GRACE_SECONDS = 120
"""For which an atlas waits for a reader whose connection broke: Streamlit keeps the session for as long."""


class FullError(Exception):
    """As many atlases are open as the server allows."""


@dataclass
class OpenedAtlas:
    """An atlas of one session.

    Attributes
    ----------
    token, session_id : str
    read : ReadAtlas
    is_shown : bool
        Whether the page of the session shows it; before that it is a preview.
    used : float
        When it was last asked for.
    gone : float or None
        Since when its page is away; None while it is there.
    """

    token: str
    session_id: str
    read: ReadAtlas
    used: float
    is_shown: bool = False
    gone: float | None = field(default=None)

    @property
    def atlas(self) -> Atlas:
        """The atlas itself."""
        return self.read.atlas


class Shelf:
    """Holds what readers have opened.

    Parameters
    ----------
    most : callable
        Gives how many there may be.
    is_active : callable
        Whether the page of a session is there.
    clock : callable, optional
        Seconds that go by.
    """

    def __init__(
        self, most: Callable[[], int], is_active: Callable[[str], bool], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most, self._is_active, self._clock = most, is_active, clock
        self._lock = RLock()
        self._opened: dict[str, OpenedAtlas] = {}

    def put(self, session_id: str, read: ReadAtlas) -> OpenedAtlas:
        """Take an atlas in place of the one that the session had.

        Raises
        ------
        FullError
            If there are as many as there may be; atlases whose pages are closed make room.
        """
        with self._lock:
            self.close(session_id)
            self.sweep()
            if len(self._opened) >= self._most():
                away = [one for one in self._opened.values() if one.gone is not None]
                if not away:
                    raise FullError
                self._drop(min(away, key=lambda one: one.gone or 0.0))
            opened = OpenedAtlas(secrets.token_urlsafe(TOKEN_BYTES), session_id, read, self._clock())
            set_place(read.atlas, f"{PREFIX}/{opened.token}")
            self._opened[opened.token] = opened
            return opened

    def of_session(self, session_id: str) -> OpenedAtlas | None:
        """What a session has opened."""
        with self._lock:
            found = next((one for one in self._opened.values() if one.session_id == session_id), None)
            if found is not None:
                found.used = self._clock()
            return found

    def find(self, token: str) -> OpenedAtlas | None:
        """What is found under an address, while the page of its session is there."""
        with self._lock:
            found = self._opened.get(token)
            if found is None or not self._is_active(found.session_id):
                return None
            found.used = self._clock()
            return found

    @property
    def tokens(self) -> frozenset[str]:
        """Of all atlases that are open."""
        with self._lock:
            return frozenset(self._opened)

    def close(self, session_id: str) -> None:
        """Close what a session has opened, if it has."""
        with self._lock:
            for one in [one for one in self._opened.values() if one.session_id == session_id]:
                self._drop(one)

    def sweep(self) -> None:
        """Close what nobody looks at any more: to be called again and again."""
        with self._lock:
            now = self._clock()
            for one in list(self._opened.values()):
                if self._is_active(one.session_id):
                    one.gone = None
                elif one.gone is None:
                    one.gone = now
                if now - one.used > IDLE_SECONDS or (one.gone is not None and now - one.gone > GRACE_SECONDS):
                    self._drop(one)

    def clear(self) -> None:
        """Close everything."""
        with self._lock:
            for one in list(self._opened.values()):
                self._drop(one)

    def _drop(self, one: OpenedAtlas) -> None:
        del self._opened[one.token]
        drop_editions(one.atlas)


def _is_active_session(session_id: str) -> bool:
    from streamlit import runtime  # noqa: PLC0415  The process that reads needs none of it.

    return runtime.exists() and runtime.get_instance().is_active_session(session_id)


shelf = Shelf(most_opened, _is_active_session)
"""Of this process."""
