"""The health of the page: what answers readers answers here too, not only that a process is there."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard.edition import edition_of
from dashboard.parts import call_html, legend_html
from dashboard.server.drawing import Drawing
from geodata import COLOURINGS, Atlas

HEALTH_PATH = "/healthz"
LONGEST_SECONDS = 5
"""A page that takes longer is not answering."""

log = logging.getLogger(__name__)

Ready = Callable[[], Awaitable[bool]]


class HealthRoute:
    """Says whether readers are answered, and what is being drawn.

    A full queue of figures is told and is no illness: whoever looks at the map notices nothing of it.

    Parameters
    ----------
    atlas : callable
        Gives the atlas that is shown now: it may have been read again.
    drawing : Drawing
    ready : callable
        Whether new readers can be let in.
    """

    def __init__(self, atlas: Callable[[], Atlas], drawing: Drawing, ready: Ready) -> None:
        self._atlas = atlas
        self._drawing = drawing
        self._ready = ready

    def below(self, base: str) -> list[Route]:
        """The route for a page below a path."""
        return [Route(f"{base}{HEALTH_PATH}", self.serve_health)]

    async def serve_health(self, _: Request) -> Response:
        """Answer 200 if readers are answered, else 503; with the reason, and what is being drawn, in JSON."""
        started = time.monotonic()
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                # Through the threads that make the page, where a reader would wait too.
                await to_thread.run_sync(_part_of_the_page, self._atlas(), abandon_on_cancel=True)
                reason = "ok" if await self._ready() else "no new readers are let in"
        except TimeoutError:
            reason = f"a part of the page took more than {LONGEST_SECONDS} seconds"
        except Exception:  # Whatever it is, readers meet it too.
            log.exception("the page can't be made")
            reason = "the page can't be made"
        told = {
            "status": reason,
            "page_milliseconds": round(1000 * (time.monotonic() - started)),
            "figures": asdict(self._drawing.queue_state),
        }
        return JSONResponse(told, 200 if reason == "ok" else 503, {"Cache-Control": "no-store"})


def _part_of_the_page(atlas: Atlas) -> None:
    edition = edition_of(atlas)
    for period in atlas.periods[:1]:
        legend_html(edition, period.id, COLOURINGS[0], ())
        call_html(edition, period.id, None)
