"""Files to take away over HTTP: a stable address leads to the newest content, which has an address of its own.

``/data/calls.1985.csv`` is what people link to. It redirects to ``/data/<digest>/calls.1985.csv``, whose content never
changes, so that browsers and content delivery networks may keep it for ever. Any process can make any of these files.
With ``?language=fa`` the names in a file are those of that language; in a language that there is not, the file is as
without.
"""

from __future__ import annotations

import gzip
import hashlib
import logging
from collections.abc import Callable
from functools import lru_cache

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dashboard.assets import HASH_DIGITS, IMMUTABLE
from dashboard.downloads import (
    DATA_PREFIX,
    LANGUAGE,
    Download,
    NoSuchFileError,
    file_query,
    holds_calls,
    make_file,
    takes_long,
)
from dashboard.edition import Edition, edition_of
from dashboard.server.atlas_routes import AtlasRoutes
from dashboard.server.drawing import RETRY_SECONDS, BusyError, Drawing
from dashboard.server.worker import DrawingFailedError
from dashboard.state import read_as_asked
from dashboard.text import DEFAULT_LANGUAGE, LANGUAGES, texts
from geodata import Atlas
from geodata.export import METADATA_ENDING

TEXT_TYPES = ("text/", "application/json", "application/geo+json", "application/x-bibtex", "image/svg+xml")

log = logging.getLogger(__name__)


class DataRoutes(AtlasRoutes):
    """The routes of the files of one atlas.

    Parameters
    ----------
    atlas : callable
        Gives the atlas that is shown now: it may have been read again.
    drawing : Drawing
        Makes what takes long.
    """

    def __init__(self, atlas: Callable[[], Atlas], drawing: Drawing) -> None:
        super().__init__(atlas)
        self._drawing = drawing

    def below(self, base: str) -> list[Route]:
        """The routes for a page below a path."""
        return [
            Route(f"{base}{DATA_PREFIX}/{{name}}", self.redirect_to_content),
            Route(f"{base}{DATA_PREFIX}/{{digest}}/{{name}}", self.serve_content),
        ]

    async def redirect_to_content(self, request: Request) -> Response:
        """Lead from the stable address of a file to that of its content; in words if there is none to lead to."""
        edition = await self._edition(request)
        file = await self._find(request, edition)
        if isinstance(file, Response):
            return file
        address = f"{DATA_PREFIX}/{_digest(file)}/{request.path_params['name']}{file_query(edition)}"
        return RedirectResponse(edition.address_of(address), 307, {"Cache-Control": "no-cache"})

    async def serve_content(self, request: Request) -> Response:
        """Answer with a file; in words if no file of this name has this content, or it can't be made now."""
        edition = await self._edition(request)
        file = await self._find(request, edition)
        if isinstance(file, Response):
            return file
        if _digest(file) != request.path_params["digest"]:
            return _in_words("download-nothing", 404, edition.language)
        headers = {
            "Content-Disposition": f'attachment; filename="{file.name}"',
            "Cache-Control": IMMUTABLE,
            "Vary": "Accept-Encoding",
        }
        name = request.path_params["name"]
        if name.endswith(".csv"):
            # Where programs look for the description of a table (CSV on the Web, 5.2).
            described = edition.address_of(f"{DATA_PREFIX}/{name}{METADATA_ENDING}{file_query(edition)}")
            headers["Link"] = f'<{described}>; rel="describedby"; type="application/csvm+json"'
        content = file.content
        if file.media_type.startswith(TEXT_TYPES) and "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            content = await to_thread.run_sync(_compressed, file, limiter=self._threads)
        return Response(content, headers=headers, media_type=file.media_type)

    async def _edition(self, request: Request) -> Edition:
        """The atlas in the language and by the rule asked for; what holds no calls is the same for all rules."""
        name, language, asked = request.path_params["name"], _language(request), dict(request.query_params)

        def find() -> Edition:
            edition = edition_of(self._atlas(), language)
            return read_as_asked(edition, asked) if holds_calls(name) else edition

        return await to_thread.run_sync(find, limiter=self._threads)

    async def _find(self, request: Request, edition: Edition) -> Download | Response:
        name, language = request.path_params["name"], edition.language
        try:
            if takes_long(edition, name):
                reading = "" if edition.is_own else str(edition.atlas.rule)
                return await self._drawing.file(language, name, reading)
            return await to_thread.run_sync(make_file, edition, name, limiter=self._threads)
        except NoSuchFileError:
            return _in_words("download-nothing", 404, language)
        except BusyError:
            return _in_words("download-busy", 503, language, {"Retry-After": str(RETRY_SECONDS)})
        except DrawingFailedError as error:
            log.error("a file could not be made: %s", error)
            return _in_words("download-failed", 500, language)


def _language(request: Request) -> str:
    asked = request.query_params.get(LANGUAGE, DEFAULT_LANGUAGE)
    return asked if asked in LANGUAGES else DEFAULT_LANGUAGE


def _in_words(text: str, status: int, language: str, headers: dict[str, str] | None = None) -> Response:
    kept = {"Cache-Control": "no-store", **(headers or {})}
    return Response(texts(language)(text), status, kept, media_type="text/plain; charset=utf-8")


def _digest(file: Download) -> str:
    return hashlib.sha256(file.content).hexdigest()[:HASH_DIGITS]


@lru_cache(maxsize=48)
def _compressed(file: Download) -> bytes:
    return gzip.compress(file.content, mtime=0)
