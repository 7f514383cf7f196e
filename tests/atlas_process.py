"""A process of ``atlas serve`` for tests that look at the process itself: its log, its children, its limits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from benchmarks.servers import free_port

TOP = Path(__file__).parents[1]
LIMIT_SECONDS = 300
"""A busy machine keeps it too; whoever waits for what comes waits no longer than it takes."""

POLL_SECONDS = 0.05


@dataclass(frozen=True)
class AtlasProcess:
    """A running server.

    Attributes
    ----------
    host : str
        Its address without a path: ``http://127.0.0.1:port``.
    base : str
        Path below which the page lies.
    process : psutil.Process
    log : pathlib.Path
        What it has said so far.
    """

    host: str
    base: str
    process: psutil.Process
    log: Path

    @property
    def address(self) -> str:
        """Of the page, without a slash at the end."""
        return self.host + self.base

    def get(self, path: str, **headers: str) -> tuple[int, Mapping[str, str], bytes]:
        """Status, headers and content of an answer, whatever its status."""
        request = urllib.request.Request(self.address + path, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=LIMIT_SECONDS) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read()

    def health(self) -> dict[str, Any]:
        """What ``/healthz`` tells."""
        return dict(json.loads(self.get("/healthz")[2]))

    def drawing(self) -> list[psutil.Process]:
        """The processes that draw."""
        living = [one for one in self.process.children() if one.status() != psutil.STATUS_ZOMBIE]
        return [one for one in living if "dashboard.server.worker" in " ".join(one.cmdline())]


def until(condition: Callable[[], Any], what: str) -> None:
    """Wait until a condition holds."""
    deadline = time.monotonic() + LIMIT_SECONDS
    while not condition():
        assert time.monotonic() < deadline, f"after {LIMIT_SECONDS} seconds still not: {what}"
        time.sleep(POLL_SECONDS)


@contextmanager
def atlas_process(
    log: Path, *arguments: str, base: str = "", before: Callable[[], None] | None = None, **variables: str
) -> Iterator[AtlasProcess]:
    """``atlas serve`` on a free port, ended afterwards.

    Parameters
    ----------
    log : pathlib.Path
        File for what it says.
    *arguments : str
        Of the command.
    base : str, optional
        Its base path.
    before : callable, optional
        Called in the new process before the program begins, to set limits.
    **variables : str
        Added to its environment.
    """
    port = free_port()
    below = ("--base-path", base) if base else ()
    command = [sys.executable, "-m", "dashboard.cli", "serve", *arguments, *below, "--port", str(port)]
    with log.open("wb") as said:
        process = subprocess.Popen(
            command,
            cwd=TOP,
            env={**os.environ, **variables},
            stdout=said,
            stderr=said,
            preexec_fn=before,  # noqa: PLW1509  # Sets a limit and nothing else.
        )
    served = AtlasProcess(f"http://127.0.0.1:{port}", base, psutil.Process(process.pid), log)

    def answers() -> bool:
        assert process.poll() is None, f"ended with code {process.returncode}; it said:\n{log.read_text('utf-8')}"
        try:
            return served.get("/healthz")[0] == 200
        except OSError:
            return False

    try:
        until(answers, f"an answer of the server, which said:\n{log.read_text('utf-8')}")
        yield served
    finally:
        process.terminate()
        try:
            process.wait(LIMIT_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(LIMIT_SECONDS)
