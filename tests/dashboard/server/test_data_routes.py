"""Files to take away under addresses that tell their content."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import geodata
from dashboard.app_context import set_base_path
from dashboard.assets import IMMUTABLE
from dashboard.downloads import Download
from dashboard.server.data_routes import DataRoutes
from dashboard.server.drawing import BusyError, Drawing
from dashboard.server.worker import DrawingFailedError
from dashboard.text import texts


@pytest.fixture(scope="module")
def client(afghanistan: geodata.Atlas) -> Iterator[TestClient]:
    drawing = Drawing(lambda: afghanistan, processes=1)
    yield TestClient(Starlette(routes=DataRoutes(lambda: afghanistan, drawing).below("")))
    drawing.close()


class NoHand(Drawing):
    """Draws nothing, for a reason."""

    def __init__(self, atlas: geodata.Atlas, reason: Exception) -> None:
        super().__init__(lambda: atlas, processes=1)
        self.reason = reason
        self.asked_for: list[str] = []

    async def file(self, language: str, name: str, reading: str = "") -> Download:
        self.asked_for.append(f"{language} {name} {reading}".strip())
        raise self.reason


def without_hand(atlas: geodata.Atlas, reason: Exception) -> tuple[TestClient, NoHand]:
    drawing = NoHand(atlas, reason)
    return TestClient(Starlette(routes=DataRoutes(lambda: atlas, drawing).below(""))), drawing


def test_the_stable_address_leads_to_the_content(client: TestClient) -> None:
    found = client.get("/data/calls.1985.csv", follow_redirects=False)
    assert found.status_code == 307
    assert found.headers["cache-control"] == "no-cache"
    answer = client.get(found.headers["location"])
    assert answer.status_code == 200
    assert found.headers["location"] == f"/data/{hashlib.sha256(answer.content).hexdigest()[:12]}/calls.1985.csv"
    assert answer.headers["cache-control"] == IMMUTABLE
    assert len(list(csv.DictReader(io.StringIO(answer.text)))) == 29


def test_a_table_says_where_its_description_is(client: TestClient) -> None:
    link = client.get("/data/claims.csv").headers["link"]
    address, relation, _ = link.split("; ")
    assert relation == 'rel="describedby"'
    described = json.loads(client.get(address.strip("<>")).content)
    assert "http://www.w3.org/ns/csvw" in described["@context"]
    assert "link" not in client.get("/data/calls.1985.geojson").headers


def rows_of(answer: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


class TestLanguage:
    def test_names_are_those_of_the_language_that_is_asked_for(
        self, client: TestClient, afghanistan: geodata.Atlas
    ) -> None:
        provinces = afghanistan.package.provinces.set_index("province_id")
        for language in ("fa", "ps"):
            answer = client.get("/data/calls.1985.csv", params={"language": language})
            (herat,) = [row for row in rows_of(answer) if row["province_id"] == "herat"]
            assert herat["name"] == provinces.loc["herat", f"name_{language}"]
            assert answer.headers["content-disposition"].endswith(f'-calls-1985-{language}.csv"')

    def test_the_address_of_the_content_and_the_description_keep_the_language(self, client: TestClient) -> None:
        found = client.get("/data/claims.csv?language=fa", follow_redirects=False)
        address = found.headers["location"]
        assert address.endswith("/claims.csv?language=fa")
        link = client.get(address).headers["link"]
        assert link.startswith("</data/claims.csv-metadata.json?language=fa>")
        described = json.loads(client.get("/data/claims.csv-metadata.json?language=fa").content)
        assert described["url"] == "control-atlas-afghanistan-claims-fa.csv"
        # The content of one language is not to be had under the address of another.
        assert client.get(address.partition("?")[0]).status_code == 404

    @pytest.mark.parametrize("query", ["", "?language=en", "?language=xx", "?language=", "?lang=fa"])
    def test_without_a_language_that_there_is_names_are_english(self, client: TestClient, query: str) -> None:
        answer = client.get(f"/data/calls.1985.csv{query}")
        assert "Herat" in {row["name"] for row in rows_of(answer)}
        assert "language" not in str(answer.url.path)

    def test_who_asks_in_a_language_is_answered_in_it(self, client: TestClient) -> None:
        said = client.get("/data/nothing.csv?language=fa")
        assert said.status_code == 404
        assert said.text == texts("fa")("download-nothing")

    def test_what_is_drawn_is_asked_for_in_the_language(self, afghanistan: geodata.Atlas) -> None:
        client, drawing = without_hand(afghanistan, BusyError())
        client.get("/data/timeline.svg?language=ps")
        assert drawing.asked_for == ["ps timeline.svg"]


@pytest.mark.parametrize(("name", "compressed"), [("calls.1985.geojson", True), ("atlas.zip", False)])
def test_what_can_be_is_sent_compressed(client: TestClient, name: str, compressed: bool) -> None:
    answer = client.get(f"/data/{name}", headers={"Accept-Encoding": "gzip"})
    assert ("content-encoding" in answer.headers) == compressed
    plain = client.get(f"/data/{name}", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.content == answer.content
    assert answer.headers["content-disposition"].startswith('attachment; filename="control-atlas-afghanistan-')


@pytest.mark.parametrize(
    "path",
    ["/data/calls.1999.csv", "/data/000000000000/calls.1985.csv", "/data/x/calls.1985.csv", "/data/page.py"],
)
def test_another_name_or_another_content_is_told_in_words(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "There is no such file" in answer.text


FIGURE = "/data/figure.1985.faction.png"


def test_a_reader_who_is_turned_away_is_told_when_to_come_again(afghanistan: geodata.Atlas) -> None:
    client, _ = without_hand(afghanistan, BusyError())
    for address in (FIGURE, "/data/0123456789ab/figure.1985.faction.png"):
        answer = client.get(address)
        assert answer.status_code == 503
        assert int(answer.headers["retry-after"]) > 0
        assert answer.headers["cache-control"] == "no-store"
        assert "Try again in half a minute" in answer.text
    # Tables are made without the hands that draw.
    assert client.get("/data/claims.csv").status_code == 200


def test_what_broke_is_told_in_words_and_to_the_log(
    afghanistan: geodata.Atlas, caplog: pytest.LogCaptureFixture
) -> None:
    client, _ = without_hand(afghanistan, DrawingFailedError("figure: Traceback of the drawing"))
    answer = client.get(FIGURE)
    assert answer.status_code == 500
    assert "Traceback" not in answer.text
    assert "The error is in the server's log" in answer.text
    assert "Traceback of the drawing" in caplog.text


def test_nobody_draws_for_a_name_that_no_file_has(afghanistan: geodata.Atlas) -> None:
    client, drawing = without_hand(afghanistan, BusyError())
    for name in ("figure.1999.faction.png", "figure.1985.plaid.png", "trends.x.area.png", "atlas.1985.zip", "x.png"):
        assert client.get(f"/data/{name}").status_code == 404
    assert drawing.asked_for == []


def test_below_a_base_path_everything_leads_below_it(afghanistan: geodata.Atlas) -> None:
    set_base_path("/maps/atlas")
    try:
        drawing = NoHand(afghanistan, BusyError())
        client = TestClient(Starlette(routes=DataRoutes(lambda: afghanistan, drawing).below("/maps/atlas")))
        found = client.get("/maps/atlas/data/claims.csv", follow_redirects=False)
        assert found.headers["location"].startswith("/maps/atlas/data/")
        link = client.get(found.headers["location"]).headers["link"]
        assert link.startswith("</maps/atlas/data/claims.csv-metadata.json>")
        assert client.get("/data/claims.csv").status_code == 404
    finally:
        set_base_path("")
