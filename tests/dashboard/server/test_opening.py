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

import geodata
from dashboard.server.opening import OpeningMiddleware
from dashboard.server.settings import Settings

PLAIN = (Path(str(streamlit.__file__)).parent / "static" / "index.html").read_text(encoding="utf-8")


async def index(request: Request) -> Response:
    if "if-none-match" in request.headers:
        return Response(status_code=304)
    if request.query_params.get("broken"):
        return HTMLResponse(PLAIN, 500)
    return HTMLResponse(PLAIN, headers={"ETag": "of-the-file", "Cache-Control": "no-cache"})


async def other(_: Request) -> Response:
    return PlainTextResponse("as it is", headers={"ETag": "kept"})


def opened(atlas: geodata.Atlas, settings: Settings) -> TestClient:
    routes = [Route(f"{settings.base_path}/", index, methods=["GET", "POST"]), Route("/other", other)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(OpeningMiddleware, lambda: atlas, settings)]))


@pytest.fixture
def client(afghanistan: geodata.Atlas) -> TestClient:
    return opened(afghanistan, Settings())


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


def test_it_is_sent_smaller_where_brotli_is_understood(client: TestClient) -> None:
    lengths = {}
    for encoding in ("br", "gzip"):
        answer = client.get("/", headers={"Accept-Encoding": encoding})
        assert answer.headers["content-encoding"] == encoding
        assert 'id="atlas-opening"' in answer.text
        lengths[encoding] = int(answer.headers["content-length"])
    assert lengths["br"] < lengths["gzip"]


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


@pytest.mark.parametrize(
    ("settings", "image"),
    [
        (Settings(), "/data/figure.1985.faction.png"),
        (Settings("/maps/atlas"), "/maps/atlas/data/figure.1985.faction.png"),
        (
            Settings("/maps/atlas", public_url="https://news.example/maps/atlas"),
            "https://news.example/maps/atlas/data/figure.1985.faction.png",
        ),
    ],
)
def test_previews_name_the_public_address_and_never_what_a_request_says(
    afghanistan: geodata.Atlas, settings: Settings, image: str
) -> None:
    page = opened(afghanistan, settings).get(f"{settings.base_path}/", headers={"Host": "evil.example"}).text
    assert f'<meta property="og:image" content="{image}">' in page
    assert "evil.example" not in page
