"""The command that shows an atlas in the browser."""

from __future__ import annotations

import signal
import socket
import subprocess
from pathlib import Path

import pytest

from benchmarks.servers import free_port
from geodata.tables.template import write_template
from tests.servers import COMMAND, END_SECONDS, START_SECONDS, wait_for


@pytest.fixture
def port() -> int:
    return free_port()


def serve(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [str(COMMAND), "serve", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_whoever_ends_the_command_has_ended_the_server(port: int, ending: signal.Signals) -> None:
    server = serve("--port", str(port))
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", server)
    finally:
        server.send_signal(ending)
        said, errors = server.communicate(timeout=END_SECONDS)
    assert said == f"The atlas is at http://127.0.0.1:{port} (Ctrl+C ends the server)\n"
    assert errors == ""
    with socket.socket() as other:
        assert other.connect_ex(("127.0.0.1", port)) != 0, "the server still listens"


def test_a_taken_port_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        server = serve("--port", str(port))
        said, errors = server.communicate(timeout=START_SECONDS)
    assert server.returncode == 2
    assert said == ""
    assert f"atlas serve: error: 127.0.0.1, port {port}: Address already in use; choose another" in errors


def test_an_address_that_is_not_of_this_machine_is_named(port: int) -> None:
    server = serve("--address", "nowhere.invalid", "--port", str(port))
    _, errors = server.communicate(timeout=START_SECONDS)
    assert server.returncode == 2
    assert f"atlas serve: error: nowhere.invalid, port {port}: " in errors
    assert "Traceback" not in errors


def test_a_broken_atlas_is_not_served(tmp_path: Path, port: int) -> None:
    folder = write_template(tmp_path / "broken")
    (folder / "claims.csv").unlink()
    server = serve(str(folder), "--port", str(port))
    said, errors = server.communicate(timeout=START_SECONDS)
    assert server.returncode == 1
    assert said == ""
    assert "claims.csv" in errors
    assert "Traceback" not in errors
