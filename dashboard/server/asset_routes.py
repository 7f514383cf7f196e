"""Files of the map over HTTP, under names made from their content."""

from __future__ import annotations

from collections.abc import Callable

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.assets import IMMUTABLE, PREFIX
from dashboard.server.atlas_routes import AtlasRoutes
from dashboard.server.brotli_cache import ENCODING, BrotliCache, accepts
from dashboard.server.find_asset import find_asset
from geodata import Atlas


class AssetRoutes(AtlasRoutes):
    """The routes of the files of one atlas's map.

    Parameters
    ----------
    atlas : callable
        Gives the atlas that is shown now: it may have been read again.
    brotli_cache : BrotliCache, optional
        Without it files are compressed with gzip alone.
    """

    def __init__(self, atlas: Callable[[], Atlas], brotli_cache: BrotliCache | None = None) -> None:
        super().__init__(atlas)
        self._brotli = brotli_cache

    def below(self, base: str) -> list[Route]:
        """The routes for a page below a path."""
        return [Route(f"{base}{PREFIX}/{{name}}", self.serve_asset)]

    async def serve_asset(self, request: Request) -> Response:
        """Answer with a file of the map; 404 for a name that no content here has.

        What a name and another reading stand for together has a name of its own: browsers ask whether it is still so.
        """
        name, parameters = request.path_params["name"], dict(request.query_params)
        limiter = self._threads if parameters else None
        asset = await to_thread.run_sync(find_asset, self._own_edition, name, parameters, limiter=limiter)
        if asset is None:
            return Response("not found", 404, media_type="text/plain")
        headers = {"Cache-Control": IMMUTABLE if asset.name == name else "no-cache", "Vary": "Accept-Encoding"}
        if asset.name != name:
            headers["ETag"] = f'"{asset.name}"'
            if request.headers.get("if-none-match") == headers["ETag"]:
                return Response(None, 304, headers)
        accepted = request.headers.get("accept-encoding", "")
        # What a name and another reading stand for together is asked for once or twice.
        better = self._brotli if asset.name == name and accepts(accepted, ENCODING) else None
        content = None if better is None else better.get(name, lambda: asset.content)
        if content is not None:
            headers["Content-Encoding"] = ENCODING
        elif accepts(accepted, "gzip"):
            headers["Content-Encoding"], content = "gzip", asset.compressed
        else:
            content = asset.content
        return Response(content, headers=headers, media_type=asset.media_type)
