"""What routes that ask the atlas have in common."""

from __future__ import annotations

from collections.abc import Callable

from anyio import CapacityLimiter

from dashboard.edition import Edition, edition_of
from geodata import Atlas

MOST_AT_ONCE = 2
"""Threads that each kind of route works in: the others stay for the page."""


class AtlasRoutes:
    """Routes of the atlas that is shown now, with a few threads to ask it in.

    Parameters
    ----------
    atlas : callable
        Gives the atlas that is shown now: it may have been read again.
    """

    def __init__(self, atlas: Callable[[], Atlas]) -> None:
        self._atlas = atlas
        self._threads = CapacityLimiter(MOST_AT_ONCE)

    @property
    def _own_edition(self) -> Edition:
        """In the default language, by the atlas's own rule."""
        return edition_of(self._atlas())
