"""Files compressed with Brotli: made once, beside everything else, and sent to browsers that take them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import brotli
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

import geodata
from dashboard.assets import IMMUTABLE, MapAssets, map_assets
from dashboard.edition import edition_of
from dashboard.server.asset_routes import AssetRoutes
from dashboard.server.brotli_cache import LARGEST, MOST_FILES, BrotliCache, accepts
from dashboard.server.caching import FRAME, CachingMiddleware, frame_scripts, package_scripts
from dashboard.server.late_scripts import page_scripts
from dashboard.server.warm_up import warm_up
from tests.atlas_process import until


@pytest.fixture
def cache() -> Iterator[BrotliCache]:
    cache = BrotliCache()
    yield cache
    cache.close()


@pytest.mark.parametrize(
    ("header", "taken"),
    [
        ("gzip, deflate, br, zstd", True),
        ("gzip,BR;q=0.5", True),
        ("br", True),
        ("gzip", False),
        ("", False),
        ("gzip, br;q=0", False),
        ("brx, abr", False),
    ],
)
def test_only_who_takes_it_is_sent_it(header: str, taken: bool) -> None:
    assert accepts(header, "br") is taken


def test_a_file_is_made_beside_and_once(cache: BrotliCache) -> None:
    asked = []

    def content() -> bytes:
        asked.append(1)
        return b"who held what " * 1000

    assert cache.get("calls.1.json", content) is None
    until(lambda: cache.get("calls.1.json", content) is not None, "the file")
    made = cache.get("calls.1.json", content)
    assert made is not None
    assert brotli.decompress(made) == content()
    assert len(asked) == 2


def test_a_file_that_would_take_seconds_is_left_as_it_is(cache: BrotliCache) -> None:
    cache.make("geometry.1.json", lambda: b"0" * (LARGEST + 1))
    assert cache.get("geometry.1.json", lambda: pytest.fail("it is not tried again")) is None


def test_no_more_files_are_kept_than_there_is_room_for(cache: BrotliCache) -> None:
    for number in range(MOST_FILES + 1):
        cache.make(f"{number}.json", lambda: b"content")
    assert cache.get("1.json", lambda: b"content") is not None
    assert cache.get("0.json", lambda: b"content") is None


@pytest.fixture(scope="module")
def assets(afghanistan: geodata.Atlas) -> MapAssets:
    return map_assets(edition_of(afghanistan))


@pytest.fixture
def client(afghanistan: geodata.Atlas, cache: BrotliCache) -> TestClient:
    warm_up(afghanistan, cache)
    middleware = [Middleware(CachingMiddleware, "", cache)]
    return TestClient(Starlette(routes=AssetRoutes(lambda: afghanistan, cache).below(""), middleware=middleware))


def test_the_first_reader_is_sent_every_file_as_small_as_can_be(client: TestClient, assets: MapAssets) -> None:
    for asset in assets.all():
        answer = client.get(f"/atlas/{asset.name}", headers={"Accept-Encoding": "gzip, br"})
        assert answer.headers["content-encoding"] == "br"
        assert answer.headers["vary"] == "Accept-Encoding"
        assert answer.headers["cache-control"] == IMMUTABLE
        assert answer.content == asset.content
        assert int(answer.headers["content-length"]) < len(asset.compressed)
    for path in frame_scripts():
        answer = client.get(f"{FRAME}/static/js/{path.name}", headers={"Accept-Encoding": "gzip, br"})
        assert answer.headers["content-encoding"] == "br"
        assert answer.headers["content-type"].startswith("text/javascript")
        assert answer.content == path.read_bytes()
        assert int(answer.headers["content-length"]) < len(gzip.compress(answer.content))


def test_there_is_a_script_of_the_frame() -> None:
    assert frame_scripts()


def test_others_are_sent_what_they_take(client: TestClient, assets: MapAssets) -> None:
    address = f"/atlas/{assets.calls.name}"
    assert client.get(address, headers={"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"
    assert "content-encoding" not in client.get(address, headers={"Accept-Encoding": "identity"}).headers
    # Nobody behind it answers here.
    for path in (f"{FRAME}/static/js/{frame_scripts()[0].name}", f"/static/js/{page_scripts()[0].name}"):
        assert client.get(path, headers={"Accept-Encoding": "br"}).status_code == 200
        assert client.get(path, headers={"Accept-Encoding": "gzip"}).status_code == 404
        assert client.post(path, headers={"Accept-Encoding": "br"}).status_code == 404


def test_the_file_of_another_reading_does_not_wait_for_it(client: TestClient, assets: MapAssets) -> None:
    answer = client.get(f"/atlas/{assets.calls.name}?without=S01", headers={"Accept-Encoding": "gzip, br"})
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.content != assets.calls.content


def test_what_the_page_is_there_with_is_a_third_of_what_streamlit_sends(client: TestClient) -> None:
    plain = sent = 0
    for path in page_scripts():
        answer = client.get(f"/static/js/{path.name}", headers={"Accept-Encoding": "gzip, br"})
        assert answer.headers["content-encoding"] == "br"
        assert answer.headers["cache-control"] == IMMUTABLE
        assert answer.content == path.read_bytes()
        plain += len(answer.content)
        sent += int(answer.headers["content-length"])
    assert plain > 2_000_000
    assert sent < plain / 3


def test_a_script_of_streamlit_that_is_not_made_yet_comes_from_streamlit(cache: BrotliCache) -> None:
    async def streamlit(_: Request) -> PlainTextResponse:
        return PlainTextResponse("from Streamlit")

    middleware = [Middleware(CachingMiddleware, "/maps", cache)]
    client = TestClient(Starlette(routes=[Route("/{path:path}", streamlit)], middleware=middleware))
    address, (path, _) = next(item for item in package_scripts().items() if item[0].startswith("/static/"))
    asked = {"Accept-Encoding": "br"}
    first = client.get(f"/maps{address}", headers=asked)
    assert first.text == "from Streamlit"
    assert first.headers["vary"] == "Accept-Encoding"
    until(lambda: client.get(f"/maps{address}", headers=asked).content == path.read_bytes(), "the script, compressed")
    assert client.get(address, headers=asked).text == "from Streamlit"
    assert client.get("/maps/static/js/../../secrets.toml", headers=asked).text == "from Streamlit"
