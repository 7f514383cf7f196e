"""One slow or broken start of a server that tests share is the failure of one test."""

from __future__ import annotations

import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import NoServerError, SharedServer

ANSWERS = """
import http.server, sys
class Always(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers(); self.wfile.write(b"well")
http.server.HTTPServer(("127.0.0.1", int(sys.argv[-1])), Always).serve_forever()
"""
FIRST_BREAKS = """
import pathlib, sys
mark = pathlib.Path("started-before")
if not mark.exists():
    mark.touch(); sys.exit("no room for the atlas")
"""
NEVER_ANSWERS = "import time\nprint('still reading', flush=True)\nwhile True: time.sleep(1)"


def read(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=60) as answer:
        return bytes(answer.read())


@pytest.fixture
def made(tmp_path: Path) -> Iterator[list[SharedServer]]:
    servers: list[SharedServer] = []
    yield servers
    for server in servers:
        server.end()


def shared(made: list[SharedServer], folder: Path, code: str, **options: float) -> SharedServer:
    made.append(SharedServer([sys.executable, "-c", code], folder=folder, **options))  # type: ignore[arg-type]
    return made[-1]


def test_all_share_one(made: list[SharedServer], tmp_path: Path) -> None:
    server = shared(made, tmp_path, ANSWERS)
    first = server.address()
    assert server.address() == first
    assert read(first) == b"well"


def test_the_next_test_has_a_server_after_a_broken_start(made: list[SharedServer], tmp_path: Path) -> None:
    server = shared(made, tmp_path, FIRST_BREAKS + ANSWERS)
    with pytest.raises(NoServerError, match="ended with code 1; it said:\nno room for the atlas"):
        server.address()
    assert read(server.address()) == b"well"


def test_one_that_ended_is_started_anew(made: list[SharedServer], tmp_path: Path) -> None:
    server = shared(made, tmp_path, ANSWERS)
    server.address()
    assert server._process
    server._process.kill()
    server._process.wait()
    assert read(server.address()) == b"well"


def test_one_that_never_answers_is_told_with_its_log_and_given_up(made: list[SharedServer], tmp_path: Path) -> None:
    server = shared(made, tmp_path, NEVER_ANSWERS, start_seconds=2)
    for _ in range(2):
        with pytest.raises(NoServerError, match=r"no answer from http://127\.0\.0\.1:\d+/"):
            server.address()
    with pytest.raises(NoServerError, match="not started again: it failed 2 times"):
        server.address()
