"""The process that serves the dashboard: uvicorn around the application."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Sequence

import uvicorn
from starlette.middleware import Middleware

from dashboard.server.settings import Settings
from dashboard.uploads import LARGEST_UPLOAD, MEGABYTE
from geodata import Atlas

MOST_CONNECTIONS = 1000
"""Of readers and of requests under way; whoever comes after them is answered with 503."""

OPEN_FILES = 200
"""Files that are left for everything else, where the system allows fewer open ones than connections."""

PING_SECONDS = 20
"""How often a websocket is asked whether somebody is there, and how long the answer may take."""

KEEP_ALIVE_SECONDS = 10
SHUTDOWN_SECONDS = 5
LARGEST_MESSAGE = 2**20
"""Bytes of a message from a browser, which sends what a reader has chosen: some hundreds."""

POLL_SECONDS = 0.02


def serve(
    atlas: Atlas,
    bound: socket.socket,
    settings: Settings,
    tell: Callable[[], None],
    around: Sequence[Middleware] = (),
) -> bool:
    """Answer whoever asks at a socket, until a signal ends the process.

    Parameters
    ----------
    atlas : Atlas
    bound : socket.socket
        Bound and not yet listening: whoever asks before there is an answer is refused at once, and a proxy turns to
        another process.
    settings : Settings
    tell : callable
        Called when the first reader can be answered.
    around : sequence of Middleware, optional
        Further layers around the application, the outermost first.

    Returns
    -------
    bool
        False if the server could not be started; its log says why.
    """
    # The application takes a second to load, for which no other command has to wait.
    import streamlit as st  # noqa: PLC0415
    from streamlit.web import bootstrap  # noqa: PLC0415

    from dashboard.server.application import PAGE, parts  # noqa: PLC0415

    app = st.App(PAGE, **parts(atlas, settings, around))
    # Now that it knows the script it finds the file of settings beside it; the base path comes on top.
    most = LARGEST_UPLOAD // MEGABYTE
    bootstrap.load_config_options({"server_baseUrlPath": settings.base_path, "server_maxUploadSize": most})
    config = uvicorn.Config(
        app,
        access_log=False,
        log_level="warning",
        server_header=False,
        # Nobody is believed who they say they are: nothing here depends on it.
        proxy_headers=False,
        limit_concurrency=_most_connections(),
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
        ws="websockets-sansio",
        ws_max_size=LARGEST_MESSAGE,
        ws_ping_interval=PING_SECONDS,
        ws_ping_timeout=PING_SECONDS,
    )
    return asyncio.run(_until_ended(uvicorn.Server(config), bound, tell))


async def _until_ended(server: uvicorn.Server, bound: socket.socket, tell: Callable[[], None]) -> bool:
    serving = asyncio.create_task(server.serve([bound]))
    while not server.started and not serving.done():
        await asyncio.sleep(POLL_SECONDS)
    if server.started:
        tell()
    await serving
    return server.started


def _most_connections() -> int:
    try:
        import resource  # noqa: PLC0415  # Not on every system.
    except ImportError:
        return MOST_CONNECTIONS
    allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST_CONNECTIONS if allowed == resource.RLIM_INFINITY else min(MOST_CONNECTIONS, allowed - OPEN_FILES)
