"""The page of maintainers loads itself anew; nothing else of the server changes."""

from __future__ import annotations

import sys
import urllib.request

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.developing import ReloadingMiddleware
from tests.servers import running

pytestmark = pytest.mark.slow


def page(request: Request) -> HTMLResponse:
    return HTMLResponse(f"<p>asked for {request.headers.get('accept-encoding', 'plain text')}</p>")


@pytest.fixture
def behind() -> Starlette:
    return Starlette(
        routes=[Route("/", page), Route("/maps/atlas/", page), Route("/data.json", lambda _: JSONResponse([1]))]
    )


@pytest.mark.parametrize("path", ["/", "/maps/atlas/", "/?period=1987"])
def test_a_page_asks_whether_the_server_is_still_the_same(behind: Starlette, path: str) -> None:
    client = TestClient(ReloadingMiddleware(behind))
    answer = client.get(path)
    assert answer.text == '<p>asked for plain text</p><script src="developing.js" defer></script>'
    script = client.get(path.partition("?")[0] + "developing.js")
    assert script.headers["content-type"].startswith("text/javascript")
    assert "location.reload()" in script.text


def test_a_server_that_was_started_anew_is_another_one(behind: Starlette) -> None:
    first, again = TestClient(ReloadingMiddleware(behind)), TestClient(ReloadingMiddleware(behind))
    assert first.get("/developing").text == first.get("/developing").text
    assert first.get("/developing").text != again.get("/developing").text


def test_what_is_no_page_stays_as_it_is(behind: Starlette) -> None:
    assert TestClient(ReloadingMiddleware(behind)).get("/data.json").text == "[1]"


def test_the_server_of_the_command_has_the_script_in_its_page() -> None:
    begin = "import sys; from dashboard.developing import serve; serve(sys.argv[1:])"
    with running([sys.executable, "-c", begin, "--port"]) as address:
        page, start = (urllib.request.urlopen(f"{address}/{path}").read().decode() for path in ("", "developing"))
    assert "atlas-opening" in page, "the page of the atlas"
    assert page.endswith('<script src="developing.js" defer></script>')
    assert start
