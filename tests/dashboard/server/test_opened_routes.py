"""Files of an atlas that a reader has opened: below its token, as long as the page is there."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.app_context import set_base_path
from dashboard.assets import map_assets
from dashboard.edition import edition_of
from dashboard.server.opened_routes import OpenedRoutes
from dashboard.uploads import OpenedAtlas, ReadAtlas, Shelf
from dashboard.views.map.html import table_html
from geodata import export, load
from tests.made_up import Folder


@dataclass
class Opened:
    """A server of one opened atlas, whose page can be closed."""

    client: TestClient
    routes: OpenedRoutes
    opened: OpenedAtlas
    pages: set[str]

    @property
    def below(self) -> str:
        return f"/opened/{self.opened.token}"


@pytest.fixture
def opened(folder: Folder) -> Iterator[Opened]:
    pages = {"reader"}
    shelf = Shelf(lambda: 1, pages.__contains__)
    atlas, name = load(folder.path), Path("atlas.zip")
    found = shelf.put("reader", ReadAtlas(atlas, export.contents(atlas, None, name)[name]))
    for path in sorted(folder.path.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    routes = OpenedRoutes(shelf)
    yield Opened(TestClient(Starlette(routes=routes.below(""))), routes, found, pages)
    routes.close()


def test_tables_and_files_of_the_map_are_served_and_kept_by_nobody(opened: Opened) -> None:
    table = opened.client.get(f"{opened.below}/data/claims.csv")
    assert table.status_code == 200
    assert table.url.path.startswith(f"{opened.below}/data/"), "the content has an address below the token too"
    geometry = map_assets(edition_of(opened.opened.atlas)).geometry
    assert geometry.address.startswith(f"{opened.below}/atlas/geometry.")
    file = opened.client.get(geometry.address)
    assert file.content == geometry.content
    address = re.search(r'"(/opened/[^"]+)"', table_html(edition_of(opened.opened.atlas)))
    assert address is not None
    listed = opened.client.get(address[1].replace("&amp;", "&"))
    assert listed.status_code == 200
    assert all(name in listed.text for name in opened.opened.atlas.provinces("1900")["name"])
    assert {one.headers["cache-control"] for one in (table, listed, file, *table.history)} == {"no-store"}


def test_below_the_path_of_a_page(opened: Opened) -> None:
    set_base_path("/maps")
    try:
        client = TestClient(Starlette(routes=opened.routes.below("/maps")))
        table = client.get(f"/maps{opened.below}/data/claims.csv")
        assert table.status_code == 200
        assert table.url.path.startswith(f"/maps{opened.below}/data/")
        assert client.get(map_assets(edition_of(opened.opened.atlas)).moves.address).status_code == 200
    finally:
        set_base_path("")


def test_the_atlas_can_be_taken_away_though_its_folder_is_gone(opened: Opened) -> None:
    answer = opened.client.get(f"{opened.below}/data/atlas.zip")
    assert opened.client.get(f"{opened.below}/data/atlas.zip?language=fa").content == answer.content
    assert answer.content == opened.opened.read.package
    assert "datapackage.json" in zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert answer.headers["content-disposition"].endswith('atlas.zip"')


def test_answers_lead_to_no_address(opened: Opened) -> None:
    province, period = opened.opened.atlas.control("1900").iloc[0]["province_id"], "1900"
    answer = opened.client.get(f"{opened.below}/data/answer/{province}/{period}").json()
    assert answer["province_id"] == province
    assert answer["link"] is None


def test_nothing_is_found_under_another_token_or_outside(opened: Opened) -> None:
    token = opened.opened.token
    for wrong in (token[:-1], token + "a", token.swapcase(), "", "..", "%2e%2e"):
        assert opened.client.get(f"/opened/{wrong}/data/claims.csv").status_code == 404
    assert opened.client.get("/data/claims.csv").status_code == 404
    assert opened.client.get(f"{opened.below}/").status_code == 404


def test_all_of_it_is_gone_with_the_page(opened: Opened) -> None:
    address = f"{opened.below}/data/claims.csv"
    assert opened.client.get(address).status_code == 200
    opened.pages.clear()
    answer = opened.client.get(address)
    assert answer.status_code == 404
    assert answer.headers["cache-control"] == "no-store"


def test_what_drew_for_it_ends_when_it_is_closed(opened: Opened) -> None:
    opened.client.get(f"{opened.below}/data/claims.csv")
    _, drawing = opened.routes._rooms[opened.opened.token]
    ended = []
    drawing.close = lambda: ended.append(True)  # type: ignore[method-assign]
    opened.routes.tidy()
    assert ended == [], "it is open still"
    opened.routes._shelf.close("reader")
    opened.routes.tidy()
    assert ended == [True]
