"""Files of another reading over HTTP: at the addresses of the own ones, with the parameters of the rule."""

from __future__ import annotations

import gzip
import json

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import geodata
from dashboard.assets import IMMUTABLE, map_assets
from dashboard.edition import edition_of
from dashboard.server.asset_routes import AssetRoutes
from dashboard.server.data_routes import DataRoutes
from dashboard.server.drawing import Drawing
from dashboard.server.opening_page import files_of_the_map, with_opening
from geodata import COLOURINGS, Rule

WITHOUT = {"without": "S01"}


@pytest.fixture(scope="module")
def client(afghanistan: geodata.Atlas) -> TestClient:
    drawing = Drawing(lambda: afghanistan, processes=1)
    routes = [*AssetRoutes(lambda: afghanistan).below(""), *DataRoutes(lambda: afghanistan, drawing).below("")]
    return TestClient(Starlette(routes=routes))


def test_calls_of_another_reading_stand_at_the_address_of_the_own_ones(
    client: TestClient, afghanistan: geodata.Atlas
) -> None:
    address = map_assets(edition_of(afghanistan)).calls.address
    own, other = client.get(address), client.get(address, params=WITHOUT)
    assert own.headers["cache-control"] == IMMUTABLE
    assert "differs" not in own.json()
    # 38 calls, and two provinces where only the capital differs: docs/how-sure-is-this-map.md.
    found = other.json()["differs"]
    assert sum(map(len, found.values())) == 40
    assert {period: len(ids) for period, ids in other.json()["marked"].items()} == {
        "1985": 18,
        "1987": 17,
        "1988-89": 3,
    }
    wanted = afghanistan.differences(Rule(without_sources=["S01"]))
    assert {one for period in found.values() for one in period} == set(wanted["province_id"])


def test_what_another_reading_changes_is_asked_for_again_and_not_sent_twice(
    client: TestClient, afghanistan: geodata.Atlas
) -> None:
    address = map_assets(edition_of(afghanistan)).moves.address
    first = client.get(address, params=WITHOUT)
    assert first.headers["cache-control"] == "no-cache"
    again = client.get(address, params=WITHOUT, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(address, params={"rule": "cautious"}, headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200


def test_a_rule_that_makes_no_sense_gives_the_own_reading(client: TestClient, afghanistan: geodata.Atlas) -> None:
    address = map_assets(edition_of(afghanistan)).calls.address
    assert client.get(address, params={"without": "S999", "near": "x"}).content == client.get(address).content


def test_shapes_are_the_same_for_every_reading(client: TestClient, afghanistan: geodata.Atlas) -> None:
    address = map_assets(edition_of(afghanistan)).geometry.address
    assert client.get(address, params=WITHOUT).content == client.get(address).content


def test_a_file_of_another_reading_says_so(client: TestClient, afghanistan: geodata.Atlas) -> None:
    own, other = client.get("/data/calls.1985.csv"), client.get("/data/calls.1985.csv", params=WITHOUT)
    assert other.content != own.content
    assert "other-reading" in other.headers["content-disposition"]
    assert "other-reading" not in own.headers["content-disposition"]
    described = client.get(other.headers["link"].split(">")[0].removeprefix("<")).json()
    told = next(note for note in described["notes"] if isinstance(note, dict))
    assert "without=S01" in told["reading"]
    assert "without=S01" in client.get("/data/cite.1985.herat.txt", params=WITHOUT).text
    differ = client.get("/data/differences.csv", params=WITHOUT)
    assert differ.text.count("\n") == 41


def test_what_holds_no_calls_is_the_same_for_every_reading(client: TestClient) -> None:
    own, other = client.get("/data/sources.bib"), client.get("/data/sources.bib", params=WITHOUT)
    assert own.content == other.content
    assert own.headers["content-disposition"] == other.headers["content-disposition"]


def test_the_first_answer_shows_the_reading_of_the_address(afghanistan: geodata.Atlas) -> None:
    edition = edition_of(afghanistan)
    plain = "<html lang='en'><head><title>x</title></head><body></body></html>"
    own, other = (with_opening(plain, asked, edition, "") for asked in ({}, WITHOUT))
    assert "without=S01" not in own
    assert f'href="{map_assets(edition).calls.address}?without=S01"' in other
    assert f'href="{map_assets(edition).moves.address}?without=S01"' in other
    assert "figure.1985.faction.png?without=S01" in other
    assert own != other
    assert files_of_the_map(edition) != files_of_the_map(edition.read_by(Rule(without_sources=["S01"])))


def test_of_another_reading_each_colouring_comes_alone(client: TestClient, afghanistan: geodata.Atlas) -> None:
    files = map_assets(edition_of(afghanistan))
    for colour in COLOURINGS:
        moves, calls = (
            client.get(one.address, params={"colour": colour, **WITHOUT}).json() for one in (files.moves, files.calls)
        )
        assert list(moves["legends"]) == calls["colourings"] == [colour]
        assert all(list(state["shown"]) == [colour] for state in calls["states"])
        # What can be chosen is told all the same.
        assert moves["colourings"] == list(COLOURINGS)


def test_the_own_reading_has_all_in_one_but_what_takes_trials(client: TestClient, afghanistan: geodata.Atlas) -> None:
    files = map_assets(edition_of(afghanistan))
    for one in (files.moves, files.calls):
        own, evidence = (client.get(one.address, params=asked) for asked in ({}, {"colour": "evidence"}))
        assert evidence.content == own.content
        assert evidence.headers["cache-control"] == IMMUTABLE
        late = client.get(one.address, params={"colour": "firmness"})
        assert late.content != own.content
        assert late.headers["cache-control"] == "no-cache"
        assert len(gzip.compress(late.content)) < 60_000
    assert set(client.get(files.calls.address).json()["states"][0]["shown"]) == {*COLOURINGS} - {"firmness"}
    assert client.get(files.calls.address, params={"colour": "firmness"}).json()["colourings"] == ["firmness"]


def test_what_the_first_answer_fetches_early_is_what_the_page_asks_for(afghanistan: geodata.Atlas) -> None:
    """Of the colouring and reading of the address, and in that order: another address would be fetched twice."""
    edition = edition_of(afghanistan)
    plain = "<html lang='en'><head><title>x</title></head><body></body></html>"
    page = with_opening(plain, {"colour": "evidence", **WITHOUT}, edition, "")
    for one in (map_assets(edition).moves, map_assets(edition).calls):
        assert f'href="{one.address}?colour=evidence&amp;without=S01"' in page


def test_the_own_reading_costs_no_byte_more(client: TestClient, afghanistan: geodata.Atlas) -> None:
    moves = json.loads(map_assets(edition_of(afghanistan)).moves.content)
    assert set(moves) == {"periods", "provinces", "colourings", "legends", "pages"}
