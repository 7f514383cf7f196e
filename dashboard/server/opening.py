"""The ASGI middleware that lets the first answer of the server show the map."""

from __future__ import annotations

import gzip
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.edition import edition_of
from dashboard.server.brotli_cache import ENCODING, accepts, compress_quickly
from dashboard.server.opening_page import with_opening
from dashboard.server.settings import Settings
from geodata import Atlas

CONDITIONS = (b"if-none-match", b"if-modified-since", b"range")
"""Headers that ask for the page as Streamlit's file is: what this one shows depends on more than that file."""

TOP = Settings()


class OpeningMiddleware:
    """Puts the picture of the map into the page that Streamlit sends; everything else passes as it is.

    Parameters
    ----------
    app : ASGIApp
        The application behind it.
    atlas : callable
        Gives the atlas that is shown now: it may have been read again.
    settings : Settings, optional
    """

    def __init__(self, app: ASGIApp, atlas: Callable[[], Atlas], settings: Settings = TOP) -> None:
        self.app = app
        self._atlas = atlas
        self._path = f"{settings.base_path}/"
        self._address = settings.public_url or settings.base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] != self._path:
            await self.app(scope, receive, send)
            return
        headers = [(name, value) for name, value in scope["headers"] if name not in CONDITIONS]
        answer = await _answer(self.app, {**scope, "headers": headers}, receive)
        if answer.status_code == 200 and answer.headers.get("content-type", "").startswith("text/html"):
            answer = await run_in_threadpool(self._opened, answer, Request(scope))
        await answer(scope, receive, send)

    def _opened(self, answer: Response, request: Request) -> Response:
        plain = bytes(answer.body).decode()
        page = with_opening(plain, dict(request.query_params), edition_of(self._atlas()), self._address).encode()
        headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
        accepted = request.headers.get("accept-encoding", "")
        if accepts(accepted, ENCODING):
            page, headers["Content-Encoding"] = compress_quickly(page), ENCODING
        elif accepts(accepted, "gzip"):
            page, headers["Content-Encoding"] = gzip.compress(page, 6), "gzip"
        return Response(page, headers=headers, media_type="text/html")


async def _answer(app: ASGIApp, scope: Scope, receive: Receive) -> Response:
    """The whole answer of an application, with its headers."""
    start: Message = {}
    parts: list[bytes] = []

    async def keep(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
        elif message["type"] == "http.response.body":
            parts.append(message.get("body", b""))

    await app(scope, receive, keep)
    return Response(b"".join(parts), start["status"], dict(Headers(raw=start["headers"])))
