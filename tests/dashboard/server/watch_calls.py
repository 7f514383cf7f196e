"""Writes down whom a process asks for anything; loaded into a server by the test that starts it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ASKING = ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname")


def watch(log: str) -> None:
    """Add a line to a file for each call to another host, from now on."""
    file = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def write_down(event: str, arguments: tuple[object, ...]) -> None:
        if event in ASKING:
            asked = arguments[0] if event.startswith("socket.get") else arguments[1]
            os.write(file, f"{os.getpid()} {event} {asked}\n".encode())

    sys.addaudithook(write_down)


def loading(folder: Path, log: Path) -> Path:
    """A folder that makes every Python which has it on its path watch itself."""
    call = f"from {__name__} import watch\nwatch({str(log)!r})\n"
    (folder / "sitecustomize.py").write_text(call, encoding="utf-8")
    return folder
