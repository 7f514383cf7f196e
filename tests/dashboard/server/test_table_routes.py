"""The table of the provinces over HTTP."""

from __future__ import annotations

import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import geodata
from dashboard.edition import edition_of
from dashboard.parts import provinces_table_html
from dashboard.server.asset_routes import AssetRoutes
from dashboard.server.table_routes import TableRoutes
from dashboard.views.map import TABLE_ADDRESS


@pytest.fixture(scope="module")
def client(afghanistan: geodata.Atlas) -> TestClient:
    rooms = AssetRoutes(lambda: afghanistan), TableRoutes(lambda: afghanistan)
    return TestClient(Starlette(routes=[route for room in rooms for route in room.below("")]))


def provinces(html: str) -> set[str]:
    return set(re.findall(r'<tr data-province="([\w-]+)">', html))


def test_the_table_is_that_of_the_address(client: TestClient, afghanistan: geodata.Atlas) -> None:
    answer = client.get(TABLE_ADDRESS, params={"period": "1988-89", "colour": "evidence"})
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.text == provinces_table_html(edition_of(afghanistan), "1988-89", "evidence")


def test_what_is_pinned_narrows_it_down(client: TestClient, afghanistan: geodata.Atlas) -> None:
    pinned = client.get(TABLE_ADDRESS, params={"period": "1985", "faction": "jamiat-i-islami"}).text
    calls = afghanistan.control("1985")
    wanted = calls.loc[calls["factions"].map(lambda some: "jamiat-i-islami" in some), "province_id"]
    assert len(wanted)
    assert provinces(pinned) == set(wanted)


def test_another_reading_and_another_language(client: TestClient, afghanistan: geodata.Atlas) -> None:
    other = client.get(TABLE_ADDRESS, params={"without": "S01", "lang": "fa"}).text
    reading = edition_of(afghanistan, "fa").read_by(geodata.Rule(without_sources=("S01",)))
    assert other == provinces_table_html(reading, "1985")
    assert reading.words("provinces-own") in other


def test_what_makes_no_sense_counts_for_nothing(client: TestClient) -> None:
    nonsense = {"period": "<script>", "colour": "plaid", "faction": "x", "without": "S999", "lang": "xx"}
    assert client.get(TABLE_ADDRESS, params=nonsense).text == client.get(TABLE_ADDRESS).text
