"""Servers that tests ask: started with a limit of minutes, and with what they said in the message if they fail."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.servers import free_port

COMMAND = Path(sys.executable).with_name("atlas")
HEALTH = "/_stcore/health"
START_SECONDS = 300
END_SECONDS = 60
POLL_SECONDS = 0.1
MOST_FAILED_STARTS = 2
"""A server that was slow once is started again for the next test; one that never comes is not waited for all day."""


class NoServerError(AssertionError):
    """A server that did not answer; the message has its log."""


def wait_for(
    address: str, process: subprocess.Popen[str], log: Callable[[], str] = str, seconds: float = START_SECONDS
) -> None:
    """Wait until an address answers; an end of the process that is to answer is told at once.

    Parameters
    ----------
    address : str
    process : subprocess.Popen
    log : callable
        Gives what the process has said so far.
    seconds : float
        Limit, so generous that a busy machine keeps it.
    """
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise NoServerError(f"the server ended with code {process.returncode}; it said:\n{log()}")
        try:
            with urllib.request.urlopen(address, timeout=seconds):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(POLL_SECONDS)
    raise NoServerError(f"no answer from {address} within {seconds} seconds; the server said:\n{log()}")


@contextmanager
def running(command: Sequence[str], *, folder: Path | None = None, **variables: str) -> Iterator[str]:
    """What a command, to which a free port is added, serves; ended afterwards."""
    server = SharedServer(command, folder=folder, variables=variables)
    try:
        yield server.address()
    finally:
        server.end()


@contextmanager
def running_server(folder: Path | None = None) -> Iterator[str]:
    """``atlas serve`` on a free port; gives its address and ends it afterwards."""
    with running(serving(folder)) as address:
        yield address


def serving(folder: Path | None = None) -> list[str]:
    """The command that serves an atlas, without the port."""
    return [str(COMMAND), "serve", *([] if folder is None else [str(folder)]), "--port"]


@dataclass
class SharedServer:
    """A server for many tests: started when the first one asks, and anew when it has ended.

    So a start that fails is the failure of one test.

    Attributes
    ----------
    command : sequence of str
        What is run; a free port is added.
    folder : pathlib.Path, optional
        Where it runs.
    variables : dict of str to str
        Added to the environment.
    start_seconds : float
        Limit for its start.
    """

    command: Sequence[str]
    folder: Path | None = None
    variables: dict[str, str] = field(default_factory=dict)
    start_seconds: float = START_SECONDS
    _process: subprocess.Popen[str] | None = None
    _log: Path | None = None
    _address: str = ""
    _failed: int = 0

    def address(self) -> str:
        """Where it answers; started if it is not running."""
        if self._process is None or self._process.poll() is not None:
            self.end()
            self._start()
        return self._address

    def _start(self) -> None:
        if self._failed >= MOST_FAILED_STARTS:
            raise NoServerError(f"not started again: it failed {self._failed} times, see the tests before")
        port = free_port()
        handle, name = tempfile.mkstemp(prefix="atlas-server-", suffix=".log")
        self._log = Path(name)
        with os.fdopen(handle, "w") as log:
            self._process = subprocess.Popen(
                [*self.command, str(port)],
                cwd=self.folder,
                env={**os.environ, **self.variables},
                stdout=log,
                stderr=subprocess.STDOUT,
                text=True,
            )
        self._address = f"http://127.0.0.1:{port}"
        try:
            wait_for(self._address + HEALTH, self._process, self._said, self.start_seconds)
        except NoServerError:
            self._failed += 1
            self.end()
            raise
        self._failed = 0

    def _said(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace") if self._log else ""

    def end(self) -> None:
        """End the process, in the hard way if it does not listen."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(timeout=END_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait(timeout=END_SECONDS)
            self._process = None
        if self._log is not None:
            self._log.unlink(missing_ok=True)
            self._log = None
