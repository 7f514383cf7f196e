"""What browsers are told about every answer."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

import geodata
from dashboard.edition import edition_of
from dashboard.server.headers import Headers, HeadersMiddleware
from dashboard.server.opening_page import with_opening
from dashboard.server.settings import EMBEDDINGS, Embedding, Settings

PLAIN = (Path(str(streamlit.__file__)).parent / "static" / "index.html").read_text(encoding="utf-8")
FRAME = "/component/streamlit_folium.st_folium/index.html"
PATHS = (
    "/",
    "/data/claims.csv",
    "/opened/token/data/claims.csv",
    "/atlas/map.0123456789ab.js",
    FRAME,
    "/_stcore/health",
    "/nowhere",
)


def policy(path: str, embed: Embedding = "any", base: str = "") -> dict[str, list[str]]:
    written = Headers(Settings(base_path=base, embed=embed)).of(path)["Content-Security-Policy"]
    return {name: sources for name, *sources in (rule.split() for rule in written.split("; "))}


async def answer(request: Request) -> PlainTextResponse:
    return PlainTextResponse("content", 404 if "nowhere" in request.url.path else 200)


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_has_them(path: str) -> None:
    middleware = [Middleware(HeadersMiddleware, Settings())]
    client = TestClient(Starlette(routes=[Route("/{path:path}", answer)], middleware=middleware))
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]


def test_scripts_of_the_page_are_its_own_and_those_known_beforehand(afghanistan: geodata.Atlas) -> None:
    page = with_opening(PLAIN, {}, edition_of(afghanistan), "")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert len(scripts) >= 2
    allowed = policy("/")["script-src"]
    for script in scripts:
        assert f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in allowed
    assert "'unsafe-inline'" not in allowed
    assert "'unsafe-eval'" not in allowed


@pytest.mark.parametrize("base", ["", "/maps/atlas"])
def test_what_streamlit_folium_needs_is_allowed_in_its_frame_alone(base: str) -> None:
    assert "'unsafe-eval'" in policy(base + FRAME, base=base)["script-src"]
    assert "script-src" not in policy(base + "/data/timeline.svg", base=base)
    assert "script-src" not in policy(base + "/atlas/map.0123456789ab.js", base=base)
    # Below another path it is not the frame.
    assert "'unsafe-eval'" not in policy("/elsewhere" + FRAME, base=base)["script-src"]


@pytest.mark.parametrize("path", PATHS)
def test_no_foreign_host_is_allowed_but_that_of_the_background(path: str) -> None:
    foreign = {one for sources in policy(path).values() for one in sources if "." in one}
    assert foreign == ({"https://tile.openstreetmap.org"} if path == FRAME else set())


@pytest.mark.parametrize(
    ("embed", "page", "frame", "old"),
    [
        ("any", ["*", "file:"], ["*", "file:"], (None, None)),
        ("self", ["'self'"], ["'self'"], ("SAMEORIGIN", "SAMEORIGIN")),
        # The page itself shows the frame of the map.
        ("none", ["'none'"], ["'self'"], ("DENY", "SAMEORIGIN")),
    ],
)
def test_who_may_show_the_page_in_a_frame(
    embed: Embedding, page: list[str], frame: list[str], old: tuple[str | None, str | None]
) -> None:
    assert policy("/", embed)["frame-ancestors"] == page
    assert policy(FRAME, embed)["frame-ancestors"] == frame
    headers = Headers(Settings(embed=embed))
    assert (headers.of("/").get("X-Frame-Options"), headers.of(FRAME).get("X-Frame-Options")) == old


def test_every_way_of_embedding_has_a_policy() -> None:
    assert len({" ".join(policy("/", embed)["frame-ancestors"]) for embed in EMBEDDINGS}) == len(EMBEDDINGS) == 3
