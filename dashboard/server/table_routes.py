"""The table of the provinces over HTTP: made when a reader wants to see it, and not with every move of the map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from dashboard.parts import provinces_table_html
from dashboard.server.atlas_routes import AtlasRoutes
from dashboard.state import entries, pinned, state_from_address
from dashboard.views.map import TABLE_ADDRESS
from geodata.looks import ColouringName


class TableRoutes(AtlasRoutes):
    """The route of the table of one atlas.

    Parameters
    ----------
    atlas : callable
        Gives the atlas that is shown now: it may have been read again.
    """

    def below(self, base: str) -> list[Route]:
        """The routes for a page below a path."""
        return [Route(f"{base}{TABLE_ADDRESS}", self.serve_table)]

    async def serve_table(self, request: Request) -> HTMLResponse:
        """Answer with the table for what an address of the page would show; what makes no sense counts for nothing."""
        html = await to_thread.run_sync(self._table, dict(request.query_params), limiter=self._threads)
        return HTMLResponse(html, headers={"Cache-Control": "no-cache"})

    def _table(self, parameters: Mapping[str, str]) -> str:
        own = self._own_edition
        state = state_from_address(parameters, own)
        edition = own.in_language(state.language).read_by(state.rule)
        colour = cast(ColouringName, state.colour)
        return provinces_table_html(edition, state.period, colour, pinned(state, entries(edition, colour)))
