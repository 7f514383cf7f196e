"""What browsers are told about every answer: what it may load, who may frame it, and to take it for what it says.

Streamlit forces these upon the policy of the page: ``'unsafe-inline'`` for styles, since its components write their
styles into the page as they are drawn; ``blob:`` for scripts, since the scripts of components are made into files in
the browser; ``data:`` for fonts, one of which its style sheet carries along. The frame of the map is a document of its
own; streamlit-folium runs in it what it is sent as text, which takes ``'unsafe-inline'`` and ``'unsafe-eval'`` there,
and nowhere else.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.assets import PREFIX
from dashboard.downloads import DATA_PREFIX
from dashboard.map import BASEMAP_ADDRESS
from dashboard.server.opening_page import inline_scripts
from dashboard.server.settings import Embedding, Settings
from dashboard.uploads import PREFIX as OPENED_PREFIX

PAGE_FILE = Path(st.__file__).parent / "static" / "index.html"
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
FRAMES = "/component/"

NOTHING: Mapping[str, str] = {"default-src": "'none'"}
DOCUMENT: Mapping[str, str] = {
    **NOTHING,
    "style-src": "'self' 'unsafe-inline'",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "base-uri": "'self'",
    "form-action": "'none'",
}

ANCESTORS: Mapping[Embedding, str] = {"any": "* file:", "self": "'self'", "none": "'none'"}
"""A star stands for the web; pages that lie on a disk, as lessons and slides do, are named beside it."""

ALWAYS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    # The background map's host wants to know which site asks, and no more than that.
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": ", ".join(
        f"{feature}=()"
        for feature in (
            "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid",
            "magnetometer", "microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking",
        )
    ),
}  # fmt: skip


class HeadersMiddleware:
    """Adds the headers to every answer of the application behind it.

    Parameters
    ----------
    app : ASGIApp
        The application behind it.
    settings : Settings
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self._headers = Headers(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def mark(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers.of(scope["path"]))
            await send(message)

        await self.app(scope, receive, mark)


class Headers:
    """The headers of answers.

    Parameters
    ----------
    settings : Settings
    """

    def __init__(self, settings: Settings) -> None:
        self._base = settings.base_path
        tiles = urlsplit(BASEMAP_ADDRESS)
        # Streamlit's page, and what is put into it: scripts that are known beforehand, by their content.
        known = " ".join(f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in _inline_scripts())
        page = {
            **DOCUMENT,
            "script-src": f"'self' blob: {known}",
            "img-src": "'self' data: blob:",
            "frame-src": "'self'",
        }
        frame = {
            **DOCUMENT,
            "script-src": "'self' 'unsafe-inline' 'unsafe-eval'",
            "img-src": f"'self' data: {tiles.scheme}://{tiles.netloc}",
        }
        # The frame of the map is shown by the page at least.
        around_frame: Embedding = "self" if settings.embed == "none" else settings.embed
        self._page = _answer(page, settings.embed)
        self._frame = _answer(frame, around_frame)
        self._file = _answer({**NOTHING, "style-src": "'unsafe-inline'"}, settings.embed)

    def of(self, path: str) -> Mapping[str, str]:
        """The headers of the answer to a request for a path."""
        inner = path.removeprefix(self._base)
        if inner.startswith(FRAMES):
            return self._frame
        return self._file if inner.startswith((f"{PREFIX}/", f"{DATA_PREFIX}/", f"{OPENED_PREFIX}/")) else self._page


def _answer(policy: Mapping[str, str], embed: Embedding) -> Mapping[str, str]:
    rules = {**policy, "frame-ancestors": ANCESTORS[embed]}
    written = {"Content-Security-Policy": "; ".join(f"{name} {sources}" for name, sources in rules.items())}
    # What browsers knew before there was `frame-ancestors`; "any" has no word in it.
    old = {"self": "SAMEORIGIN", "none": "DENY"}.get(embed)
    return {**ALWAYS, **written, **({"X-Frame-Options": old} if old else {})}


def _inline_scripts() -> Iterable[str]:
    yield from INLINE_SCRIPT.findall(PAGE_FILE.read_text(encoding="utf-8"))
    yield from inline_scripts()
