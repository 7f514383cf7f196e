"""Answers over HTTP."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import geodata
from dashboard.app_context import set_base_path
from dashboard.server.answer_routes import AnswerRoutes


@pytest.fixture(scope="module")
def client(afghanistan: geodata.Atlas) -> TestClient:
    return TestClient(Starlette(routes=AnswerRoutes(lambda: afghanistan).below("")))


@pytest.mark.parametrize("language", ["en", "fa", "ps"])
def test_the_answer_is_that_of_the_library(client: TestClient, afghanistan: geodata.Atlas, language: str) -> None:
    told = client.get("/data/answer/kunduz/1988-08", params={"language": language}).json()
    wanted = afghanistan.answer("kunduz", "1988-08", language)
    assert told["text"] == wanted.text
    assert told["claim_ids"] == list(wanted.claim_ids)
    assert told["link"] == "/?period=1988-89&province=kunduz" + ("" if language == "en" else f"&lang={language}")
    assert told["language"] == language


def test_a_line_with_a_place_and_a_date(client: TestClient) -> None:
    by_line = client.get("/data/answer", params={"q": "Who held Kunduz in August 1988?"}).json()
    assert by_line == client.get("/data/answer/kunduz/1988-08").json()


def test_another_reading_says_so_first(client: TestClient) -> None:
    told = client.get("/data/answer/herat/1985", params={"without": "S01"}).json()
    assert told["sentences"][0] == "Not the atlas’s own reading: without=S01."
    assert "without=S01" in told["link"]
    assert "without=S01" in told["citation"]


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/data/answer/atlantis/1985", 404, "no province or town 'atlantis'"),
        ("/data/answer/kunduz/soon", 400, "soon"),
        ("/data/answer/kunduz/1988-02-31", 400, "no day of the calendar"),
        ("/data/answer/kunduz/1988/..", 400, "open at one end"),
        ("/data/answer/kunduz/1988?language=xx", 400, "no language 'xx'"),
        ("/data/answer?q=kunduz", 404, "no place and date"),
        ("/data/answer", 404, "no place and date"),
        ("/data/answer/" + "k" * 200 + "/1988", 400, "at most"),
    ],
)
def test_what_can_not_be_answered_is_told(client: TestClient, address: str, status: int, said: str) -> None:
    answer = client.get(address.replace("/..", "/%2E%2E"))
    assert answer.status_code == status
    assert said in answer.json()["error"]
    assert answer.headers["cache-control"] == "no-store"


def test_links_lead_below_the_path_of_the_page(afghanistan: geodata.Atlas) -> None:
    set_base_path("/maps/atlas")
    try:
        below = TestClient(Starlette(routes=AnswerRoutes(lambda: afghanistan).below("/maps/atlas")))
        assert below.get("/maps/atlas/data/answer/kunduz/1988-08").json()["link"].startswith("/maps/atlas/?period=")
    finally:
        set_base_path("")
