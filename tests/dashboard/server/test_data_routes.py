"""Files to take away under addresses that tell their content."""

from __future__ import annotations

import csv
import hashlib
import io
import json

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.assets import FOR_EVER
from dashboard.server.data_routes import routes


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=list(routes)))


def test_the_stable_address_leads_to_the_content(client: TestClient) -> None:
    found = client.get("/data/calls.1985.csv", follow_redirects=False)
    assert found.status_code == 307
    assert found.headers["cache-control"] == "no-cache"
    answer = client.get(found.headers["location"])
    assert answer.status_code == 200
    assert found.headers["location"] == f"/data/{hashlib.sha256(answer.content).hexdigest()[:12]}/calls.1985.csv"
    assert answer.headers["cache-control"] == FOR_EVER
    assert len(list(csv.DictReader(io.StringIO(answer.text)))) == 29


def test_a_table_says_where_its_description_is(client: TestClient) -> None:
    link = client.get("/data/claims.csv").headers["link"]
    address, relation, _ = link.split("; ")
    assert relation == 'rel="describedby"'
    described = json.loads(client.get(address.strip("<>")).content)
    assert "http://www.w3.org/ns/csvw" in described["@context"]
    assert "link" not in client.get("/data/calls.1985.geojson").headers


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
