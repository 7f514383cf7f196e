"""A page saved once, served as a file."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import BaseRoute, Route


def serve(page: str | bytes, beside: Sequence[BaseRoute] = ()) -> None:
    """Serve a page, and what it asks for beside it, on the port of the command line."""

    async def show(_: Request) -> HTMLResponse:
        return HTMLResponse(page)

    async def healthy(_: Request) -> PlainTextResponse:
        return PlainTextResponse("ok")

    routes = [Route("/", show), Route("/_stcore/health", healthy), *beside]
    uvicorn.run(Starlette(routes=routes), host="127.0.0.1", port=int(sys.argv[1]), log_level="error")
