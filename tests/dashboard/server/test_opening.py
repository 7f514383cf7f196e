"""What passes through the middleware, and what comes out changed."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.server import opening as middleware
from dashboard.server.opening import OpeningMiddleware
from geodata import AtlasError

PLAIN = (Path(str(streamlit.__file__)).parent / "static" / "index.html").read_text(encoding="utf-8")


async def index(request: Request) -> Response:
    if "if-none-match" in request.headers:
        return Response(status_code=304)
    if request.query_params.get("broken"):
        return HTMLResponse(PLAIN, 500)
    return HTMLResponse(PLAIN, headers={"ETag": "of-the-file", "Cache-Control": "no-cache"})


async def other(_: Request) -> Response:
    return PlainTextResponse("as it is", headers={"ETag": "kept"})


@pytest.fixture
def client() -> TestClient:
    routes = [Route("/", index, methods=["GET", "POST"]), Route("/other", other)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(OpeningMiddleware)]))


def test_the_page_shows_the_map(client: TestClient) -> None:
    answer = client.get("/?period=1987")
    assert answer.status_code == 200
    assert 'id="atlas-opening"' in answer.text
    assert "/data/figure.1987.faction.png" in answer.text
    assert int(answer.headers["content-length"]) < 20_000


def test_it_is_sent_plain_where_compression_is_not_understood(client: TestClient) -> None:
    plain = client.get("/", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.text == client.get("/", headers={"Accept-Encoding": "gzip"}).text


def test_a_browser_that_knows_the_file_gets_the_page_anew(client: TestClient) -> None:
    """The file of Streamlit is the same as before, the atlas need not be."""
    answer = client.get("/", headers={"If-None-Match": "of-the-file"})
    assert answer.status_code == 200
    assert 'id="atlas-opening"' in answer.text
    assert "etag" not in answer.headers


def test_everything_else_passes_as_it_is(client: TestClient) -> None:
    assert client.get("/other").text == "as it is"
    assert client.get("/other").headers["etag"] == "kept"
    assert client.post("/").text == PLAIN
    assert client.get("/?broken=1").text == PLAIN
    assert client.get("/nowhere").status_code == 404


def test_without_an_atlas_there_is_no_picture(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise AtlasError([])

    monkeypatch.setattr(middleware, "served_atlas", broken)
    page = client.get("/")
    assert page.status_code == 200
    assert "atlas-opening" not in page.text
    assert ".atlas-problems" in page.text
