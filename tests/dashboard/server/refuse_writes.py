"""Lets a process write nowhere, whoever runs it: not even root may; loaded into a server by the test that starts it."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
MAKING = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod")
FREE = ("/dev/", "/proc/")
"""Devices and what the system tells of processes are no places to keep anything."""


def refuse() -> None:
    """Refuse, from now on, to open a file for writing and to make, move or remove one."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        path, _, flags = arguments
        # A number is a pipe or a file that is open already.
        refused = isinstance(path, str | bytes | os.PathLike) and bool(int(str(flags or 0)) & WRITING)
    else:
        path, refused = (arguments or ("",))[0], event in MAKING
    if refused and not os.fsdecode(path).startswith(FREE):  # type: ignore[arg-type]
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), os.fsdecode(path))  # type: ignore[arg-type]


def loading(folder: Path) -> Path:
    """A folder that makes every Python which has it on its path write nowhere."""
    (folder / "sitecustomize.py").write_text(f"from {__name__} import refuse\nrefuse()\n", encoding="utf-8")
    return folder
