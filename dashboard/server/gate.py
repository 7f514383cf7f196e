"""The ASGI middleware that lets in what belongs to the page, and nothing else."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.server.refusal import refuse
from dashboard.server.settings import Settings

UPLOADS = "/_stcore/upload_file"
CLOSED = (
    "/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check", "/oauth2callback",
    "/auth/",
)  # fmt: skip
"""Doors of Streamlit that no page of an atlas uses: counters, programs that drive a page, logging in. The door of
`UPLOADS` is one more, where readers may open no atlases."""

POLICY_VIOLATION = 1008


class GateMiddleware:
    """Answers below the base path only, closes doors that are not used, and asks where websockets come from.

    Streamlit asks that too, but if the answer is not plain it first asks a host on the internet what the address of
    this machine is: any page that opens a websocket to this server could make it ask. What passes here is plain.

    Parameters
    ----------
    app : ASGIApp
        The application behind it.
    settings : Settings
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self._base = settings.base_path
        self._origin = settings.public_origin
        self._closed = CLOSED if settings.uploads else (*CLOSED, UPLOADS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or turn it away."""
        if scope["type"] == "http":
            await self._http(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        if self._base and path == self._base:
            query = scope["query_string"].decode("latin-1")
            # The path alone: what a request says about the name of the server is not believed.
            answer = RedirectResponse(f"{self._base}/{'?' * bool(query)}{query}", 307)
            await answer(scope, receive, send)
        elif self._inside(path):
            await self.app(scope, receive, send)
        else:
            await refuse(PlainTextResponse("not found", 404), scope, receive, send)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        origin = headers.get("origin")
        own = origin is None or urlsplit(origin).netloc == headers.get("host")
        if not self._inside(scope["path"]) or not (own or origin == self._origin):
            # Before it was accepted: the server answers 403.
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
            return
        if origin is not None and not own:
            # The proxy speaks to this server under another name than readers do: Streamlit is told theirs.
            MutableHeaders(scope=scope)["host"] = urlsplit(origin).netloc
        await self.app(scope, receive, send)

    def _inside(self, path: str) -> bool:
        return path.startswith(f"{self._base}/") and not path.removeprefix(self._base).startswith(self._closed)
