"""The health of the page."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import geodata
from dashboard.server import health
from dashboard.server.drawing import Drawing, QueueState
from dashboard.server.health import HealthRoute


@pytest.fixture
def drawing(afghanistan: geodata.Atlas) -> Iterator[Drawing]:
    one = Drawing(lambda: afghanistan, processes=2, most_waiting=8)
    yield one
    one.close()


def client(atlas: geodata.Atlas, drawing: Drawing, ready: bool = True, base: str = "") -> TestClient:
    async def is_ready() -> bool:
        return ready

    return TestClient(Starlette(routes=HealthRoute(lambda: atlas, drawing, is_ready).below(base)))


@pytest.mark.parametrize("base", ["", "/maps/atlas"])
def test_a_page_that_answers_is_well(afghanistan: geodata.Atlas, drawing: Drawing, base: str) -> None:
    answer = client(afghanistan, drawing, base=base).get(f"{base}/healthz")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert answer.json()["status"] == "ok"
    assert answer.json()["figures"] == {"drawing": 0, "waiting": 0, "most_waiting": 16}


def test_figures_under_way_are_told_and_are_no_illness(
    afghanistan: geodata.Atlas, drawing: Drawing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Drawing, "queue_state", QueueState(drawing=2, waiting=16, most_waiting=16))
    answer = client(afghanistan, drawing).get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["figures"] == {"drawing": 2, "waiting": 16, "most_waiting": 16}


def test_a_server_that_lets_nobody_in_is_not_well(afghanistan: geodata.Atlas, drawing: Drawing) -> None:
    answer = client(afghanistan, drawing, ready=False).get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["status"] == "no new readers are let in"


def test_a_page_that_does_not_come_is_not_well(
    afghanistan: geodata.Atlas, drawing: Drawing, monkeypatch: pytest.MonkeyPatch
) -> None:
    come = threading.Event()
    monkeypatch.setattr(health, "LONGEST_SECONDS", 0.1)
    monkeypatch.setattr(health, "_part_of_the_page", lambda _: come.wait(60))
    with ThreadPoolExecutor(1) as threads:
        answering = threads.submit(client(afghanistan, drawing).get, "/healthz")
        try:
            # Answered while the page is still not there.
            answer = answering.result(60)
            assert not come.is_set()
        finally:
            come.set()
    assert answer.status_code == 503
    assert "took more than" in answer.json()["status"]


def test_an_error_while_the_page_is_made_is_no_health(
    afghanistan: geodata.Atlas, drawing: Drawing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: geodata.Atlas) -> None:
        raise OSError("no")

    monkeypatch.setattr(health, "_part_of_the_page", broken)
    answer = client(afghanistan, drawing).get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["status"] == "the page can't be made"
