"""What may come in through the door for uploads."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.server import upload_door
from dashboard.server.settings import Settings
from dashboard.server.upload_door import AROUND, MOST_OF_A_SESSION, UploadDoor
from dashboard.uploads import LARGEST_UPLOAD

PATH = "/maps/_stcore/upload_file/reader/file"


async def answer(request: Request) -> PlainTextResponse:
    return PlainTextResponse("let in")


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    bytes_held: dict[str, int] = {}
    monkeypatch.setattr(upload_door, "held_bytes", lambda: bytes_held)
    return bytes_held


@pytest.fixture
def client(held: dict[str, int]) -> TestClient:
    routes = [Route("/{path:path}", answer, methods=["GET", "PUT", "DELETE"])]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(UploadDoor, Settings("/maps", uploads=1))]))


def status(client: TestClient, length: int | None, path: str = PATH) -> int:
    """Of an upload that says to be so long."""
    headers = {} if length is None else {"Content-Length": str(length)}
    return client.put(path, content=b"" if length is not None else iter([b"some"]), headers=headers).status_code


def test_a_file_comes_in(client: TestClient) -> None:
    assert status(client, LARGEST_UPLOAD) == 200


def test_one_that_is_too_large_does_not(client: TestClient) -> None:
    assert status(client, LARGEST_UPLOAD + AROUND + 1) == 413


def test_nor_one_that_does_not_say_how_large_it_is(client: TestClient) -> None:
    assert status(client, None) == 411


def test_a_page_gives_no_more_than_its_share(client: TestClient, held: dict[str, int]) -> None:
    held["reader"] = MOST_OF_A_SESSION - 100
    assert status(client, 100) == 200
    assert status(client, 101) == 413


def test_nor_all_pages_together(client: TestClient, held: dict[str, int]) -> None:
    """One atlas may be open, and two readers more may give files: three times the largest upload."""
    held.update(other=2 * LARGEST_UPLOAD, third=LARGEST_UPLOAD - 100)
    assert status(client, 100) == 200
    assert status(client, 101) == 503


def test_whatever_else_is_asked_passes(client: TestClient, held: dict[str, int]) -> None:
    held["reader"] = 10 * LARGEST_UPLOAD
    assert client.delete(PATH).text == "let in"
    assert client.get("/maps/data/claims.csv").text == "let in"
