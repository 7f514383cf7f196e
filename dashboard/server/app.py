"""The ASGI application: the Streamlit page, and the files of the map beside it."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.assets import FOR_EVER, PREFIX
from dashboard.edition import edition_of
from dashboard.served import served_atlas
from dashboard.server.caching import CachingMiddleware
from dashboard.server.data_routes import routes as data_routes
from dashboard.server.find_asset import find_asset
from dashboard.server.host_config import HostConfigMiddleware
from dashboard.server.opening import OpeningMiddleware
from dashboard.server.warm_up import warm_up
from dashboard.text import texts
from geodata import AtlasError

log = logging.getLogger(__name__)


async def serve_asset(request: Request) -> Response:
    """Answer with a file of the map; 404 for a name that no content here has."""
    name = request.path_params["name"]
    try:
        asset = await run_in_threadpool(find_asset, edition_of(served_atlas()), name)
    except AtlasError:
        asset = None
    if asset is None:
        return Response("not found", 404, media_type="text/plain")
    headers = {"Cache-Control": FOR_EVER, "Vary": "Accept-Encoding", "X-Content-Type-Options": "nosniff"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(asset.compressed, headers=headers | {"Content-Encoding": "gzip"}, media_type=asset.media_type)
    return Response(asset.content, headers=headers, media_type=asset.media_type)


def show_error_without_traceback(error: Exception) -> bool:
    """Log what went wrong and tell the reader so in words."""
    log.error("the page failed", exc_info=error)
    st.error(texts()("script-error"))
    return True


@asynccontextmanager
async def prepared(_: st.App) -> AsyncIterator[None]:
    """Answer nobody before everything is ready that the first reader would wait for."""
    await run_in_threadpool(warm_up)
    yield


app = st.App(
    Path(__file__).parents[1] / "shell" / "page.py",
    lifespan=prepared,
    routes=[Route(f"{PREFIX}/{{name}}", serve_asset), *data_routes],
    middleware=[Middleware(OpeningMiddleware), Middleware(CachingMiddleware), Middleware(HostConfigMiddleware)],
    on_script_error=show_error_without_traceback,
)
