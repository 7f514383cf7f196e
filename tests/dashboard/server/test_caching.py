"""What browsers may keep of the frame of the map."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.assets import IMMUTABLE
from dashboard.server.caching import CachingMiddleware


async def answer(request: Request) -> PlainTextResponse:
    status = 404 if "missing" in request.path_params["path"] else 200
    return PlainTextResponse("content", status, headers={"Cache-Control": "public"})


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=[Route("/{path:path}", answer)], middleware=[Middleware(CachingMiddleware)]))


def test_a_file_named_by_its_content_is_kept(client: TestClient) -> None:
    found = client.get("/component/streamlit_folium.st_folium/static/js/main.521860b0.js")
    assert found.headers["cache-control"] == IMMUTABLE
    assert found.text == "content"


def test_so_it_is_below_a_base_path() -> None:
    middleware = [Middleware(CachingMiddleware, "/maps/atlas")]
    client = TestClient(Starlette(routes=[Route("/{path:path}", answer)], middleware=middleware))
    file = "/component/streamlit_folium.st_folium/static/js/main.521860b0.js"
    assert client.get(f"/maps/atlas{file}").headers["cache-control"] == IMMUTABLE
    assert client.get(f"/other{file}").headers["cache-control"] == "public"


@pytest.mark.parametrize(
    "path",
    [
        "/component/streamlit_folium.st_folium/index.html",
        "/component/streamlit_folium.st_folium/static/js/main.js",
        "/component/streamlit_folium.st_folium/static/js/missing.521860b0.js",
        "/static/js/main.521860b0.js",
        "/",
    ],
)
def test_everything_else_stays_as_it_is(client: TestClient, path: str) -> None:
    assert client.get(path).headers["cache-control"] == "public"
