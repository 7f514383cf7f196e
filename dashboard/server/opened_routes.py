"""Files of the atlases that readers have opened: below an address that nobody guesses, as long as the page is there."""

from __future__ import annotations

import asyncio

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route, Router
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.downloads import Download, file_name
from dashboard.edition import edition_of
from dashboard.server.answer_routes import AnswerRoutes
from dashboard.server.asset_routes import AssetRoutes
from dashboard.server.data_routes import DataRoutes
from dashboard.server.drawing import Drawing
from dashboard.server.table_routes import TableRoutes
from dashboard.text import LANGUAGES
from dashboard.uploads import PREFIX, OpenedAtlas, Shelf

LOOK_SECONDS = 10
"""Between two looks for atlases that nobody looks at any more."""

PACKAGE = "atlas.zip"
MOST_WAITING = 4
"""Figures of one atlas that may wait while one is drawn."""


class OpenedRoutes:
    """The routes of all atlases on a shelf, each below its own token.

    Parameters
    ----------
    shelf : Shelf
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._rooms: dict[str, tuple[ASGIApp, Drawing]] = {}

    def below(self, base: str) -> list[BaseRoute]:
        """The routes for a page below a path."""
        return [Route(f"{base}{PREFIX}/{{token}}/{{rest:path}}", _Endpoint(self, base), methods=["GET"])]

    def room(self, token: str, base: str) -> ASGIApp | None:
        """The routes of one atlas, for a page below a path; None if no page shows an atlas under this token."""
        opened = self._shelf.find(token)
        return None if opened is None else self._room(opened, base)

    async def tend(self) -> None:
        """Close what nobody looks at any more, and the processes that drew for it, again and again."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            await run_in_threadpool(self._shelf.sweep)
            self.tidy()

    def tidy(self) -> None:
        """End the processes that drew for atlases that are closed."""
        for token in self._rooms.keys() - self._shelf.tokens:
            self._rooms.pop(token)[1].close()

    def close(self) -> None:
        """Close everything."""
        self._shelf.clear()
        self.tidy()

    def _room(self, opened: OpenedAtlas, base: str) -> ASGIApp:
        """The routes of one atlas, and what draws for it; no process is started before a figure is asked for."""
        if opened.token not in self._rooms:
            atlas = opened.atlas
            drawing = Drawing(lambda: atlas, processes=1, most_waiting=MOST_WAITING)
            # Its folder is gone.
            for language in LANGUAGES:
                name = file_name(edition_of(atlas, language), PACKAGE)
                drawing.pin(language, PACKAGE, Download(name, opened.read.package, "application/zip"))
            rooms = (
                AssetRoutes(lambda: atlas),
                TableRoutes(lambda: atlas),
                AnswerRoutes(lambda: atlas),
                DataRoutes(lambda: atlas, drawing),
            )
            below = f"{base}{PREFIX}/{opened.token}"
            router = Router([route for room in rooms for route in room.below(below)], redirect_slashes=False)
            self._rooms[opened.token] = router, drawing
        return self._rooms[opened.token][0]


class _Endpoint:
    """An ASGI application as the end of a route: a function would be taken for one that answers a request."""

    def __init__(self, routes: OpenedRoutes, base: str) -> None:
        self._routes, self._base = routes, base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        room = self._routes.room(scope["path_params"]["token"], self._base)
        await (room or PlainTextResponse("not found", 404))(scope, receive, _not_kept(send))


def _not_kept(send: Send) -> Send:
    """What belongs to one reader is kept by no browser and no proxy."""

    async def forward(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message)["Cache-Control"] = "no-store"
        await send(message)

    return forward
