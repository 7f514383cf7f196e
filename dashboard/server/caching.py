"""The ASGI middleware that lets browsers keep the scripts of the map's frame, and sends scripts well compressed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.assets import IMMUTABLE, MEDIA_TYPES
from dashboard.server.brotli_cache import BEST, ENCODING, QUICK, BrotliCache, accepts
from dashboard.server.late_scripts import SCRIPTS

FRAME = "/component/streamlit_folium.st_folium"
NAMED_BY_CONTENT = re.compile(r"/component/[\w.]+/static/.+\.[0-9a-f]{8}\.\w+")


class CachingMiddleware:
    """Marks files of components whose names tell their content as never changing, which Streamlit does not.

    Without this a browser fetches the script of the frame again at each visit, and does not use the one that was
    fetched early. Streamlit's own scripts, three megabytes, it sends as they are: once compressed they are less than a
    third.

    Parameters
    ----------
    app : ASGIApp
        The application behind it.
    base_path : str, optional
        Path below which the page lies.
    brotli_cache : BrotliCache, optional
        Without it they come as Streamlit sends them.
    """

    def __init__(self, app: ASGIApp, base_path: str = "", brotli_cache: BrotliCache | None = None) -> None:
        self.app = app
        self._base = base_path
        self._brotli = brotli_cache

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        below = scope["type"] == "http" and scope["path"].startswith(f"{self._base}/")
        path = scope["path"].removeprefix(self._base) if below else ""
        script, named = package_scripts().get(path), bool(NAMED_BY_CONTENT.fullmatch(path))
        better = self._better(scope, *script) if script is not None else None
        if better is not None or not (script or named):
            await (better or self.app)(scope, receive, send)
            return

        async def mark(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                headers = MutableHeaders(scope=message)
                if named:
                    headers["Cache-Control"] = IMMUTABLE
                if script:
                    headers.add_vary_header("Accept-Encoding")
            await send(message)

        await self.app(scope, receive, mark)

    def _better(self, scope: Scope, path: Path, quality: int) -> Response | None:
        """A script, compressed; None where it is not, or nobody takes it so, and Streamlit answers."""
        if self._brotli is None or scope["method"] != "GET":
            return None
        if not accepts(Headers(scope=scope).get("accept-encoding", ""), ENCODING):
            return None
        made = self._brotli.get(path.name, path.read_bytes, quality)
        if made is None:
            return None
        headers = {"Cache-Control": IMMUTABLE, "Content-Encoding": ENCODING, "Vary": "Accept-Encoding"}
        return Response(made, headers=headers, media_type=MEDIA_TYPES[path.suffix])


@lru_cache(maxsize=1)
def package_scripts() -> Mapping[str, tuple[Path, int]]:
    """Scripts of streamlit-folium's frame and of Streamlit, by their addresses, with how well they are compressed."""
    return {
        **{f"{FRAME}/static/js/{path.name}": (path, BEST) for path in frame_scripts()},
        **{f"/static/js/{path.name}": (path, QUICK) for path in SCRIPTS.glob("*.js")},
    }


@lru_cache(maxsize=1)
def frame_scripts() -> Sequence[Path]:
    """Scripts of streamlit-folium's frame."""
    # Not imported: Streamlit does not find components that are declared before it runs.
    found = find_spec("streamlit_folium")
    folders = (found.submodule_search_locations or []) if found is not None else []
    return sorted(path for folder in folders for path in Path(folder).glob("frontend/build/static/js/main.*.js"))
