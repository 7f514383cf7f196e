"""Files of the map over HTTP, under names made from their content."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.assets import IMMUTABLE, PREFIX
from dashboard.edition import edition_of
from dashboard.server.find_asset import find_asset
from geodata import Atlas


class AssetRoutes:
    """The routes of the files of one atlas's map.

    Parameters
    ----------
    atlas : Atlas
    """

    def __init__(self, atlas: Atlas) -> None:
        self._edition = edition_of(atlas)

    def below(self, base: str) -> list[Route]:
        """The routes for a page below a path."""
        return [Route(f"{base}{PREFIX}/{{name}}", self.serve_asset)]

    async def serve_asset(self, request: Request) -> Response:
        """Answer with a file of the map; 404 for a name that no content here has."""
        asset = await run_in_threadpool(find_asset, self._edition, request.path_params["name"])
        if asset is None:
            return Response("not found", 404, media_type="text/plain")
        headers = {"Cache-Control": IMMUTABLE, "Vary": "Accept-Encoding"}
        content = asset.content
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"], content = "gzip", asset.compressed
        return Response(content, headers=headers, media_type=asset.media_type)
