"""What is let in: what lies below the page, doors that are used, websockets of the page itself."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from dashboard.server.gate import GateMiddleware
from dashboard.server.settings import Settings

STREAM = "/_stcore/stream"


async def answer(_: Request) -> PlainTextResponse:
    return PlainTextResponse("let in")


async def stream(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.send_text(websocket.headers["host"])
    await websocket.close()


def client(settings: Settings) -> TestClient:
    routes = [
        Route("/{path:path}", answer, methods=["GET", "PUT", "POST"]),
        WebSocketRoute(f"{settings.base_path}{STREAM}", stream),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(GateMiddleware, settings)])
    return TestClient(app, base_url="http://atlas.example", follow_redirects=False)


def host_told(settings: Settings, **headers: str) -> str:
    address = f"{settings.base_path}{STREAM}"
    with client(settings).websocket_connect(address, headers={"host": "atlas.example", **headers}) as socket:
        return socket.receive_text()


@pytest.mark.parametrize("path", ["/maps/atlas/", "/maps/atlas/data/claims.csv", "/maps/atlas/_stcore/health"])
def test_what_lies_below_the_base_path_is_let_in(path: str) -> None:
    assert client(Settings("/maps/atlas")).get(path).text == "let in"


@pytest.mark.parametrize(
    "path", ["/", "/maps", "/maps/atlases/", "/data/claims.csv", "/maps/atlas/../../x", "/_stcore/health"]
)
def test_nothing_else_is(path: str) -> None:
    assert client(Settings("/maps/atlas")).get(path).status_code == 404


def test_the_base_path_without_its_slash_leads_to_the_page_whatever_the_host_is_called() -> None:
    found = client(Settings("/maps/atlas")).get("/maps/atlas?period=1987&x=a%26b", headers={"Host": "evil.example"})
    assert found.status_code == 307
    assert found.headers["location"] == "/maps/atlas/?period=1987&x=a%26b"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/_stcore/upload_file/session/file"),
        ("GET", "/_stcore/metrics"),
        ("POST", "/_stcore/agent/interact"),
        ("GET", "/_stcore/script-health-check"),
        ("GET", "/auth/login"),
        ("GET", "/oauth2callback"),
    ],
)
@pytest.mark.parametrize("base", ["", "/maps/atlas"])
def test_doors_that_are_not_used_are_closed(method: str, path: str, base: str) -> None:
    assert client(Settings(base)).request(method, base + path).status_code == 404


@pytest.mark.parametrize("base", ["", "/maps/atlas"])
def test_the_door_for_files_of_readers_is_open_where_they_may_open_atlases_and_no_other(base: str) -> None:
    found = client(Settings(base, uploads=1))
    assert found.put(f"{base}/_stcore/upload_file/session/file").text == "let in"
    assert found.get(f"{base}/_stcore/metrics").status_code == 404


@pytest.mark.parametrize("base", ["", "/maps/atlas"])
def test_the_page_itself_may_open_a_websocket_and_so_may_programs(base: str) -> None:
    assert host_told(Settings(base), origin="http://atlas.example") == "atlas.example"
    assert host_told(Settings(base)) == "atlas.example"


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example", "http://atlas.example.evil.example", "http://atlas.example:81", "http://localhost",
        "null", "",
    ],
)  # fmt: skip
def test_a_page_of_another_origin_may_not(origin: str) -> None:
    with pytest.raises(WebSocketDisconnect) as refused:
        host_told(Settings(public_url="https://news.example"), origin=origin)
    assert refused.value.code == 1008


def test_the_public_address_is_believed_where_the_proxy_uses_another_name() -> None:
    settings = Settings("/maps/atlas", public_url="https://news.example/maps/atlas")
    assert host_told(settings, origin="https://news.example") == "news.example"
    with pytest.raises(WebSocketDisconnect):
        host_told(settings, origin="http://news.example")


def test_a_websocket_elsewhere_is_refused() -> None:
    with pytest.raises(WebSocketDisconnect), client(Settings("/maps/atlas")).websocket_connect(STREAM):
        pass
