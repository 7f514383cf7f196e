"""Waiting for what a test wants to see: until it is so, or until it no longer changes; never for a while."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import TypeVar

from playwright.sync_api import Page, Route

LIMIT_SECONDS = 120
"""Kept by a busy machine too; whoever waits for what comes waits no longer than it takes."""
POLL_MILLISECONDS = 50
QUIET_MILLISECONDS = 500

Value = TypeVar("Value")


def until(page: Page, condition: Callable[[], bool], what: str) -> None:
    """Wait until a condition holds.

    Parameters
    ----------
    page : playwright.sync_api.Page
        Goes on living while it is waited for.
    condition : callable
        Asked again and again.
    what : str
        What is waited for, for the message.
    """
    deadline = time.monotonic() + LIMIT_SECONDS
    while not condition():
        assert time.monotonic() < deadline, f"after {LIMIT_SECONDS} seconds still not: {what}"
        page.wait_for_timeout(POLL_MILLISECONDS)


def settled(page: Page, read: Callable[[], Value]) -> Value:
    """A value, when it has not changed for half a second of the page's own time."""
    deadline = time.monotonic() + LIMIT_SECONDS
    value, quiet = read(), 0
    while quiet < QUIET_MILLISECONDS:
        assert time.monotonic() < deadline, f"after {LIMIT_SECONDS} seconds it still changes; now {value!r}"
        page.wait_for_timeout(POLL_MILLISECONDS)
        page.evaluate("() => new Promise(requestAnimationFrame)")
        now = read()
        quiet = quiet + POLL_MILLISECONDS if now == value else 0
        value = now
    return value


def hold(page: Page, address: str | re.Pattern[str]) -> Callable[[], None]:
    """Keep back what a page asks for, as a slow network does.

    Parameters
    ----------
    page : playwright.sync_api.Page
    address : str or re.Pattern
        Pattern of what is kept back.

    Returns
    -------
    callable
        Lets it come.
    """
    held: list[Route] = []

    def keep(route: Route) -> None:
        held.append(route)

    page.route(address, keep)

    def let_go() -> None:
        page.route(address, lambda route: route.continue_())
        for route in held:
            route.continue_()

    return let_go
