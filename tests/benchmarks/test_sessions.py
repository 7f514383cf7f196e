"""Light clients speak with a real Streamlit server, and tell what goes wrong."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any
from urllib.parse import urlencode

import psutil
import pytest

import geodata
from benchmarks import sessions
from benchmarks.apps import ATLAS, FLOOR, applications
from benchmarks.figures import bounce
from benchmarks.servers import Server, serving
from benchmarks.sessions import LightClient
from tests.benchmarks.pages import served
from tests.made_up import Folder

pytestmark = pytest.mark.slow


def visited(*arguments: Any) -> list[LightClient]:
    """What the clients met, in a thread of its own: a browser that other tests use keeps an event loop in this one."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(sessions._visit_together, *arguments).result()


def test_light_clients_move_the_slider_of_the_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "EVERY_SECONDS", 0.5)
    (floor,) = (app for app in applications(["a", "b", "c"]) if app.name == FLOOR)
    moving = Event()
    with serving(floor) as server:
        clients = visited(server, 2, ["a", "b", "c"], 2, moving)
    assert moving.is_set()
    for client in clients:
        assert client.errors == []
        assert 0 < len(client.times) <= 4
        moved = bounce(3, len(client.times))
        assert client.stop == moved.count("ArrowRight") - moved.count("ArrowLeft")
        assert client.text == "abc"[client.stop], "the server took the move"


def test_light_clients_tell_the_atlas_of_a_move_as_its_year_bar_does(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "EVERY_SECONDS", 0.5)
    made = geodata.load(folder.path)
    periods = [period.id for period in made.periods]
    (atlas,) = (app for app in applications(periods, folder.path) if app.name == ATLAS)
    province_id = made.provinces(periods[0])["province_id"].iloc[0]
    with serving(atlas) as server:
        addresses = [urlencode({"period": one, "province": province_id}) for one in periods]
        clients = visited(server, 2, addresses, 2, Event())
    for client in clients:
        assert client.errors == []
        assert client.times
        label = made.periods[client.stop].label
        assert f", {label}</h2>" in client.text, "the sheet of the province is that of the year moved to"


def test_a_server_that_refuses_is_told() -> None:
    moving = Event()
    with served({"/": json.dumps("no websocket").encode()}) as address:
        (client,) = visited(Server(address, 0, psutil.Process()), 1, ["a", "b", "c"], 1, moving)
    assert moving.is_set()
    assert client.times == []
    assert len(client.errors) == 1
    assert "404" in client.errors[0]
