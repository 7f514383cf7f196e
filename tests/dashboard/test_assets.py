"""Files that the browser fetches once."""

from __future__ import annotations

import gzip
import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import geodata
from dashboard.assets import IMMUTABLE, MapAssets, make_asset, map_assets
from dashboard.edition import edition_of
from dashboard.server.asset_routes import AssetRoutes


@pytest.fixture(scope="module")
def assets() -> MapAssets:
    return map_assets(edition_of(geodata.load()))


@pytest.fixture(scope="module")
def client() -> TestClient:
    atlas = geodata.load()
    return TestClient(Starlette(routes=AssetRoutes(lambda: atlas).below("")))


def test_another_content_has_another_name() -> None:
    one, other = make_asset("map", ".js", b"1"), make_asset("map", ".js", b"2")
    assert one.name != other.name
    assert re.fullmatch(r"map\.[0-9a-f]{12}\.js", one.name)
    assert one.media_type == "text/javascript"


def test_compressed_is_the_same_content(assets: MapAssets) -> None:
    for asset in assets.all():
        assert gzip.decompress(asset.compressed) == asset.content


def test_no_foreign_host_is_named_in_what_the_browser_runs(assets: MapAssets) -> None:
    # Comments of Leaflet's style sheet name bug reports, and its credit, which the map goes without, has a link.
    for asset in (assets.script, assets.style, assets.geometry, assets.calls):
        without_comments = re.sub(rb"/\*.*?\*/", b"", asset.content, flags=re.DOTALL)
        addresses = set(re.findall(rb"https?://[\w./-]+", without_comments)) - {
            b"http://www.w3.org/2000/svg",
            b"https://leafletjs.com",
        }
        assert addresses == set(), asset.name


def test_an_asset_is_served_for_ever_and_compressed(client: TestClient, assets: MapAssets) -> None:
    answer = client.get(f"/atlas/{assets.calls.name}", headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == IMMUTABLE
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.content == assets.calls.content
    plain = client.get(f"/atlas/{assets.calls.name}", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.content == assets.calls.content


@pytest.mark.parametrize("name", ["calls.000000000000.json", "..%2fpage.py", "page.py"])
def test_any_other_name_is_not_found(client: TestClient, name: str) -> None:
    assert client.get(f"/atlas/{name}").status_code == 404


def test_the_first_load_is_small(assets: MapAssets) -> None:
    later = (assets.layers, assets.layers_script, assets.compare_script, assets.compare_style, assets.lab_script)
    compressed = sum(len(asset.compressed) for asset in assets.all() if asset not in later)
    # Leaflet alone is some 45 kB of these; the frame of the map has 58 kB of its own.
    assert compressed < 102_400
