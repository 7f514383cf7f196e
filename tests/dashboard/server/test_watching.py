"""What is saved is shown; what is broken is told beside the last sound state."""

from __future__ import annotations

import json
import os
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

import geodata
from dashboard.server import watching
from dashboard.server.watching import Watcher, WatchMiddleware
from geodata.tables import write_template
from tests.servers import running

SECONDS = 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_template(tmp_path / "atlas")


@pytest.fixture
def shown() -> list[geodata.Atlas]:
    return []


@pytest.fixture
def watcher(folder: Path, shown: list[geodata.Atlas]) -> Watcher:
    return Watcher(folder, shown.append)


def save(path: Path, old: str, new: str) -> None:
    """Change a file as an editor does; its time differs whatever clock the file system has."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    moved = path.stat().st_mtime + 1
    os.utime(path, (moved, moved))


def looked_twice(watcher: Watcher) -> tuple[int, tuple[str, ...]]:
    watcher.look()
    watcher.look()
    return watcher.state


def test_nothing_is_read_again_while_nothing_is_saved(watcher: Watcher, shown: list[geodata.Atlas]) -> None:
    assert looked_twice(watcher) == (0, ())
    assert shown == []


def test_what_is_saved_is_shown(watcher: Watcher, folder: Path, shown: list[geodata.Atlas]) -> None:
    save(folder / "factions.csv", "Blue Party", "Azure Party")
    assert looked_twice(watcher) == (1, ())
    assert "Azure Party" in set(shown[-1].factions["name"])
    looked_twice(watcher)
    assert len(shown) == 1


def test_a_folder_that_is_still_being_written_is_waited_for(watcher: Watcher, folder: Path) -> None:
    save(folder / "factions.csv", "Blue Party", "Azure Party")
    watcher.look()
    save(folder / "factions.csv", "Azure Party", "Indigo Party")
    watcher.look()
    assert watcher.state == (0, ())
    watcher.look()
    assert watcher.state == (1, ())


def test_problems_are_told_until_they_are_mended(watcher: Watcher, folder: Path, shown: list[geodata.Atlas]) -> None:
    save(folder / "claims.csv", "blues", "bleus")
    version, problems = looked_twice(watcher)
    assert version == 0
    assert any("claims.csv" in one and '"bleus"' in one for one in problems)
    assert shown == []
    save(folder / "claims.csv", "bleus", "blues")
    assert looked_twice(watcher) == (1, ())


def test_a_file_that_is_gone_is_a_problem(watcher: Watcher, folder: Path) -> None:
    (folder / "claims.csv").unlink()
    assert "claims.csv" in looked_twice(watcher)[1][0]


@pytest.fixture
def client(watcher: Watcher) -> TestClient:
    routes = [Route(f"{base}/", lambda _: HTMLResponse("<p>map</p>")) for base in ("/maps", "")]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(WatchMiddleware, watcher, "/maps")]))


def test_a_page_knows_the_version_that_it_shows(client: TestClient, watcher: Watcher, folder: Path) -> None:
    assert client.get("/maps/").text == '<p>map</p><script src="watch.js?0" defer></script>'
    save(folder / "factions.csv", "Blue Party", "Azure Party")
    looked_twice(watcher)
    assert client.get("/maps/").text.endswith('<script src="watch.js?1" defer></script>')
    assert client.get("/maps/watched").json() == {"version": 1, "heading": "", "problems": []}
    assert "location.reload()" in client.get("/maps/watch.js").text
    assert client.get("/").text == "<p>map</p>"


@pytest.mark.parametrize(
    ("asked", "begin"), [("", "The files"), ("?lang=fa&period=1900", "فایل‌های"), ("?lang=xx", "The files")]
)
def test_problems_have_a_heading_in_the_language_of_the_page(
    client: TestClient, watcher: Watcher, folder: Path, asked: str, begin: str
) -> None:
    save(folder / "claims.csv", "blues", "bleus")
    looked_twice(watcher)
    told = client.get(f"/maps/watched{asked}").json()
    assert told["heading"].startswith(begin)
    assert told["problems"]


def waited_for(address: str, ready: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        with urllib.request.urlopen(f"{address}/watched") as answer:
            state: dict[str, Any] = json.load(answer)
        if ready(state):
            return state
    raise TimeoutError(f"the server still says {state}")


def test_the_server_of_the_command_shows_what_is_saved(folder: Path) -> None:
    command = [sys.executable, "-m", "dashboard.cli", "serve", str(folder), "--watch", "--port"]
    with running(command) as address:
        save(folder / "factions.csv", "Blue Party", "Azure Party")
        save(folder / "datapackage.json", "Squareland 1900", "Roundland 1900")
        waited_for(address, lambda state: state["version"] == 1)
        page, table = (
            urllib.request.urlopen(f"{address}/{path}").read().decode() for path in ("", "data/calls.1900.csv")
        )
        save(folder / "claims.csv", "blues", "bleus")
        broken = waited_for(address, lambda state: bool(state["problems"]))
    assert "watch.js?1" in page
    assert "Roundland 1900" in page, "the first answer is of the atlas as it is now"
    assert "Azure Party" in table
    assert broken["version"] == 1


def test_memory_is_settled_once_and_not_while_anybody_waits_for_the_page(
    watcher: Watcher, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled: list[int] = []
    monkeypatch.setattr(watching, "settle", lambda: settled.append(watcher.state[0]))
    save(folder / "factions.csv", "Blue Party", "Azure Party")
    looked_twice(watcher)
    assert (watcher.state[0], settled) == (1, [])
    for _ in range(2 * watching.LOOKS_TO_SETTLE):
        watcher.look()
    assert settled == [1]
