"""The application: the Streamlit page of an atlas, and its files beside it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from streamlit.runtime import get_instance

from dashboard.app_context import current_atlas, set_atlas, set_base_path, set_most_opened
from dashboard.downloads import make_file
from dashboard.edition import edition_of
from dashboard.server.answer_routes import AnswerRoutes
from dashboard.server.asset_routes import AssetRoutes
from dashboard.server.brotli_cache import BrotliCache
from dashboard.server.caching import CachingMiddleware
from dashboard.server.data_routes import DataRoutes
from dashboard.server.drawing import Drawing
from dashboard.server.gate import GateMiddleware
from dashboard.server.headers import Headers, HeadersMiddleware
from dashboard.server.health import HealthRoute
from dashboard.server.host_config import HostConfigMiddleware
from dashboard.server.memory import return_memory
from dashboard.server.opened_routes import OpenedRoutes
from dashboard.server.opening import OpeningMiddleware
from dashboard.server.settings import Settings
from dashboard.server.table_routes import TableRoutes
from dashboard.server.upload_door import UploadDoor
from dashboard.server.warm_up import warm_up
from dashboard.text import DEFAULT_LANGUAGE, texts
from dashboard.uploads import clear_left_folders, shelf
from geodata import Atlas

PAGE = Path(__file__).with_name("page.py")
PACKAGE = "atlas.zip"

log = logging.getLogger(__name__)


def parts(atlas: Atlas, settings: Settings, around: Sequence[Middleware] = ()) -> dict[str, Any]:
    """What `streamlit.App` takes beside the script of the page, to serve an atlas.

    Parameters
    ----------
    atlas : Atlas
    settings : Settings
        Its base path is the one that Streamlit has (``server.baseUrlPath``).
    around : sequence of Middleware, optional
        Further layers around it, the outermost first.
    """
    set_atlas(atlas)
    set_base_path(settings.base_path)
    set_most_opened(settings.uploads)
    drawing, brotli_cache = Drawing(current_atlas), BrotliCache()
    rooms = (
        AssetRoutes(current_atlas, brotli_cache),
        TableRoutes(current_atlas),
        AnswerRoutes(current_atlas),
        DataRoutes(current_atlas, drawing),
        HealthRoute(current_atlas, drawing, accepts_readers),
    )

    opened = OpenedRoutes(shelf)

    @asynccontextmanager
    async def prepared(_: st.App) -> AsyncIterator[None]:
        """Answer nobody before everything is ready that the first reader would wait for."""
        edition = edition_of(atlas)
        # The package holds the files of the folder byte for byte: later they may be others, or gone.
        made = await asyncio.gather(
            run_in_threadpool(make_file, edition, PACKAGE), run_in_threadpool(warm_up, atlas, brotli_cache)
        )
        drawing.pin(DEFAULT_LANGUAGE, PACKAGE, made[0])
        return_memory()
        tending = None
        if settings.uploads:
            await run_in_threadpool(clear_left_folders)
            tending = asyncio.create_task(opened.tend())
        try:
            yield
        finally:
            if tending is not None:
                tending.cancel()
            opened.close()
            drawing.close()
            brotli_cache.close()

    async def failed(request: Request, _: Exception) -> Response:
        """Answer where something broke; the traceback goes to the log alone."""
        return PlainTextResponse("internal error", 500, dict(Headers(settings).of(request.url.path)))

    return {
        "lifespan": prepared,
        "routes": [
            route
            for room in (*rooms, *((opened,) if settings.uploads else ()))
            for route in room.below(settings.base_path)
        ],
        "middleware": [
            *around,
            Middleware(HeadersMiddleware, settings),
            Middleware(GateMiddleware, settings),
            *((Middleware(UploadDoor, settings),) if settings.uploads else ()),
            Middleware(OpeningMiddleware, current_atlas, settings),
            Middleware(CachingMiddleware, settings.base_path, brotli_cache),
            Middleware(HostConfigMiddleware),
        ],
        "exception_handlers": {Exception: failed},
        "on_script_error": show_error_without_traceback,
    }


async def accepts_readers() -> bool:
    """Whether Streamlit takes new readers."""
    ready, _ = await get_instance().is_ready_for_browser_connection
    return ready


def show_error_without_traceback(error: Exception) -> bool:
    """Log what went wrong and tell the reader so in words."""
    log.error("the page failed", exc_info=error)
    st.error(texts()("script-error"))
    return True
