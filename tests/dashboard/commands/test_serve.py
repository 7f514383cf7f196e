"""The command that shows an atlas in the browser."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import wait_for

COMMAND = Path(sys.executable).with_name("atlas")


@pytest.mark.skipif(os.name != "posix", reason="processes take each other's place on POSIX only")
def test_whoever_ends_the_command_has_ended_the_server() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen([str(COMMAND), "serve", "--port", str(port)], stdout=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", server)
    finally:
        server.terminate()
        server.wait(timeout=20)
    with socket.socket() as other:
        assert other.connect_ex(("127.0.0.1", port)) != 0, "the server still listens"
