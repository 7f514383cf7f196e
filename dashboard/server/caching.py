"""The ASGI middleware that lets browsers keep the scripts of the map's frame."""

from __future__ import annotations

import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.assets import IMMUTABLE

NAMED_BY_CONTENT = re.compile(r"/component/[\w.]+/static/.+\.[0-9a-f]{8}\.\w+")


class CachingMiddleware:
    """Marks files of components whose names tell their content as never changing, which Streamlit does not.

    Without this a browser fetches the script of the frame again at each visit, and does not use the one that was
    fetched early.

    Parameters
    ----------
    app : ASGIApp
        The application behind it.
    base_path : str, optional
        Path below which the page lies.
    """

    def __init__(self, app: ASGIApp, base_path: str = "") -> None:
        self.app = app
        self._base = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or not NAMED_BY_CONTENT.fullmatch(scope["path"].removeprefix(self._base)):
            await self.app(scope, receive, send)
            return

        async def mark(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                MutableHeaders(scope=message)["Cache-Control"] = IMMUTABLE
            await send(message)

        await self.app(scope, receive, mark)
