"""Files to take away over HTTP: a stable address leads to the newest content, which has an address of its own.

``/data/calls.1985.csv`` is what people link to. It redirects to ``/data/<digest>/calls.1985.csv``, whose content never
changes, so that browsers and content delivery networks may keep it for ever. Any process can make any of these files.
"""

from __future__ import annotations

import gzip
import hashlib
from functools import lru_cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dashboard.assets import FOR_EVER, HASH_DIGITS
from dashboard.downloads import SERVED_AT, Download, NoSuchFileError, make_file
from dashboard.edition import edition_of
from dashboard.served import served_atlas
from dashboard.text import texts
from geodata import AtlasError
from geodata.export import METADATA_ENDING

TEXT_TYPES = ("text/", "application/json", "application/geo+json", "application/x-bibtex", "image/svg+xml")


async def redirect_to_content(request: Request) -> Response:
    """Lead from the stable address of a file to that of its content; 404 in words for a name that no file has."""
    file = await _find(request)
    if file is None:
        return _nothing()
    address = f"{SERVED_AT}/{_digest(file)}/{request.path_params['name']}"
    return RedirectResponse(address, 307, {"Cache-Control": "no-cache"})


async def serve_content(request: Request) -> Response:
    """Answer with a file; 404 in words if no file of this name has this content."""
    file = await _find(request)
    if file is None or _digest(file) != request.path_params["digest"]:
        return _nothing()
    headers = {
        "Content-Disposition": f'attachment; filename="{file.name}"',
        "Cache-Control": FOR_EVER,
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
    }
    name = request.path_params["name"]
    if name.endswith(".csv"):
        # Where programs look for the description of a table (CSV on the Web, 5.2).
        headers["Link"] = f'<{SERVED_AT}/{name}{METADATA_ENDING}>; rel="describedby"; type="application/csvm+json"'
    content = file.content
    if file.media_type.startswith(TEXT_TYPES) and "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        content = await run_in_threadpool(_compressed, file)
    return Response(content, headers=headers, media_type=file.media_type)


routes = [
    Route(f"{SERVED_AT}/{{name}}", redirect_to_content),
    Route(f"{SERVED_AT}/{{digest}}/{{name}}", serve_content),
]


async def _find(request: Request) -> Download | None:
    try:
        return await run_in_threadpool(make_file, edition_of(served_atlas()), request.path_params["name"])
    except (AtlasError, NoSuchFileError):
        return None


def _nothing() -> Response:
    return Response(texts()("download-nothing"), 404, media_type="text/plain; charset=utf-8")


def _digest(file: Download) -> str:
    return hashlib.sha256(file.content).hexdigest()[:HASH_DIGITS]


@lru_cache(maxsize=48)
def _compressed(file: Download) -> bytes:
    return gzip.compress(file.content, mtime=0)
