"""The ASGI application: the Streamlit page, and the files of the map beside it."""

from __future__ import annotations

import logging
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.assets import PREFIX, find_asset
from dashboard.served import served_atlas
from dashboard.text import texts
from geodata import AtlasError

FOR_EVER = "public, max-age=31536000, immutable"

log = logging.getLogger(__name__)


async def serve_asset(request: Request) -> Response:
    """Answer with a file of the map; 404 for a name that no content here has."""
    name = request.path_params["name"]
    try:
        asset = find_asset(served_atlas(), name)
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


app = st.App(
    Path(__file__).parent / "page.py",
    routes=[Route(f"{PREFIX}/{{name}}", serve_asset)],
    on_script_error=show_error_without_traceback,
)
