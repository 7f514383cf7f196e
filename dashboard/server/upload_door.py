"""What may come in through Streamlit's door for uploads: so many bytes of a page that is there, and of all together."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime import get_instance
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from dashboard.server.refusal import refuse
from dashboard.server.settings import Settings
from dashboard.uploads import LARGEST_UPLOAD

PATH = "/_stcore/upload_file/"
AROUND = 64_000
"""Bytes that a form may have around a file."""

MOST_OF_A_SESSION = 2 * LARGEST_UPLOAD
"""Bytes that a reader's files may take: those before are let go by the page only when the new ones have come."""

SPARE = 2
"""Readers beyond those who may have an atlas open who may give files at the same time."""


class UploadDoor:
    """Turns away uploads that are too large, or too many; everything else passes as it is.

    Parameters
    ----------
    app : ASGIApp
        The application behind it.
    settings : Settings
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self._path = settings.base_path + PATH
        self._most = (settings.uploads + SPARE) * LARGEST_UPLOAD
        self._coming = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["method"] != "PUT" or not scope["path"].startswith(self._path):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        told = request.headers.get("content-length", "")
        refused = self._refused(scope["path"].removeprefix(self._path).partition("/")[0], told)
        if refused is not None:
            await refuse(refused, scope, receive, send)
            return
        self._coming += int(told)
        try:
            await self.app(scope, receive, send)
        finally:
            self._coming -= int(told)

    def _refused(self, session_id: str, told: str) -> Response | None:
        # Without a length nobody knows what comes.
        if not told.isdecimal():
            return PlainTextResponse("the length of the file is not told", 411)
        if int(told) > LARGEST_UPLOAD + AROUND:
            return PlainTextResponse("too large", 413)
        held = held_bytes()
        if held.get(session_id, 0) + int(told) > MOST_OF_A_SESSION:
            return PlainTextResponse("too many files: load the page anew", 413)
        if sum(held.values()) + self._coming + int(told) > self._most:
            return PlainTextResponse("too many files of readers at the moment", 503, {"Retry-After": "60"})
        return None


def held_bytes() -> dict[str, int]:
    """Bytes of the files that Streamlit holds, by session."""
    manager = get_instance().uploaded_file_mgr
    assert isinstance(manager, MemoryUploadedFileManager)
    return {
        session_id: sum(len(file.data) for file in list(files.values()))
        for session_id, files in list(manager.file_storage.items())
    }
