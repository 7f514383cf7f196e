"""Servers of the applications, every one started the same way on the loopback."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil

from benchmarks.apps import ROOT, App
from benchmarks.peers import FOLDER_VARIABLE

START_SECONDS = 300
END_SECONDS = 20
POLL_SECONDS = 0.02


@dataclass(frozen=True)
class Server:
    """A running server: its address, the seconds from its start until it was ready to answer, and its process."""

    address: str
    ready_seconds: float
    process: psutil.Process

    def cpu_seconds(self) -> float:
        """Seconds of a core that it has used so far."""
        used = self.process.cpu_times()
        return float(used.user + used.system)

    def memory_bytes(self) -> int:
        """Memory that it holds now (resident set)."""
        return int(self.process.memory_info().rss)


def free_port() -> int:
    """A port of the loopback on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(app: App) -> Iterator[Server]:
    """Start an application on a free port and end it afterwards."""
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if name != FOLDER_VARIABLE} | dict(app.environment)
    command = [sys.executable, *app.started_by, str(port)]
    started = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_ready(f"{address}/_stcore/health", process, started + START_SECONDS)
        yield Server(address, time.monotonic() - started, psutil.Process(process.pid))
    finally:
        process.terminate()
        try:
            process.wait(timeout=END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(timeout=END_SECONDS)


def _wait_until_ready(address: str, process: subprocess.Popen[bytes], deadline: float) -> None:
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with code {process.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(POLL_SECONDS)
    raise TimeoutError(f"no answer from {address}")
