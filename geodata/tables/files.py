"""Files of an atlas, read so that nothing else is: no link out of the folder, no device, nothing without end."""

from __future__ import annotations

import codecs
import fnmatch
import os
import re
import stat
from pathlib import Path, PurePosixPath

from geodata.errors import AtlasError, Problem
from geodata.tables.schema import MEGABYTE, limit

README, CHANGELOG = "README.md", "CHANGELOG.md"
DOCUMENTS = (README, CHANGELOG)
"""Files in Markdown that are shown to readers."""

COMPANIONS = (*DOCUMENTS, "LICENSE*")
"""Files beside the tables that go with them, as patterns."""

# A file that nobody writes to would let the reader of a pipe wait for ever.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)

_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\:*?\"<>|\ud800-\udfff]")
"""Characters that no name has on every system, or that mean something to one."""


def name_fault(name: str) -> str | None:
    """Say why a name in the descriptor is no file of the folder; None if it may be one.

    Examples
    --------
    >>> name_fault("tables/claims.csv") is None
    True
    >>> name_fault("../claims.csv")
    'leads out of the folder of the atlas'
    """
    parts = name.split("/")
    if name.startswith("/") or ".." in parts:
        return "leads out of the folder of the atlas"
    if not name or _UNSAFE.search(name) or any(part in ("", ".") for part in parts):
        return "no name of a file"
    return "a hidden file" if any(part.startswith(".") for part in parts) else None


def read_bytes(folder: Path, name: str, kind: str, missing: str = "Add the file") -> bytes:
    """Read one file of an atlas.

    Parameters
    ----------
    folder : pathlib.Path
        The folder of the atlas.
    name : str
        The file in it, with ``/`` between folders.
    kind : {"descriptor", "document", "table", "shapes"}
        What it is: this sets the largest size.
    missing : str, optional
        What to do if there is no such file.

    Returns
    -------
    bytes

    Raises
    ------
    AtlasError
        If there is no such file, it leads out of the folder, is a folder or device, is too large, or can't be read.
        The message says nothing of what stands in it.
    """
    if fault := name_fault(name):
        hint = f"Name a file in the folder, such as {PurePosixPath(name).name or 'claims.csv'!r}"
        raise AtlasError([Problem(fault, file=name, hint=hint)])
    try:
        path = (folder / name).resolve(strict=True)
        inside = path.is_relative_to(folder.resolve(strict=True))
    except FileNotFoundError:
        raise AtlasError([Problem("missing", file=name, hint=missing, kind="missing")]) from None
    except (OSError, RuntimeError, ValueError) as error:  # A link that leads to itself is a RuntimeError in 3.11.
        raise _unreadable(name, error) from None
    if not inside:
        hint = "Put the file itself into the folder in place of the link"
        raise AtlasError([Problem("a link that leads out of the folder of the atlas", file=name, hint=hint)])
    try:
        return _content(path, name, limit(kind))
    except OSError as error:
        raise _unreadable(name, error) from None


def read_text(folder: Path, name: str, kind: str, missing: str = "Add the file") -> str:
    """Read one text file of an atlas: UTF-8, with or without a byte order mark.

    Parameters
    ----------
    folder, name, kind, missing
        As for `read_bytes`.

    Returns
    -------
    str

    Raises
    ------
    AtlasError
        As `read_bytes`, and if the file is not in UTF-8.
    """
    content = read_bytes(folder, name, kind, missing)
    if content[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        hint = "Save the file as UTF-8"
        found = Problem("in UTF-16, where UTF-8 is due", name, 1, hint=hint, kind="encoding", about={"from": "utf-16"})
        raise AtlasError([found])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        hint = "Save the file as UTF-8"
        message, about = f"not in UTF-8 ({error.reason})", {"from": "cp1252"}
        raise AtlasError([Problem(message, file=name, row=row, hint=hint, kind="encoding", about=about)]) from None


def companions(folder: Path) -> list[str]:
    """Names of the documents and licences that stand beside the tables."""
    names = os.listdir(folder)  # noqa: PTH208 - a link that leads nowhere is no path that `glob` would find
    return sorted({name for pattern in COMPANIONS for name in fnmatch.filter(names, pattern)})


def _content(path: Path, name: str, most: int) -> bytes:
    # A folder is no file for `open` on some systems, and one without bytes on others: asked first.
    if path.is_dir():
        raise AtlasError([Problem("a folder where a file is due", file=name, hint="Give a file that can be read")])
    descriptor = os.open(path, _FLAGS)
    with os.fdopen(descriptor, "rb") as handle:
        found = os.fstat(handle.fileno())
        if not stat.S_ISREG(found.st_mode):
            hint = "Give a file that can be read"
            raise AtlasError([Problem("a device or pipe where a file is due", file=name, hint=hint)])
        # One more than the most: a file that grows while it is read is too large as well.
        content = b"" if found.st_size > most else handle.read(most + 1)
    if found.st_size > most or len(content) > most:
        hint = f"At most {most // MEGABYTE} MB are read: split the atlas or leave out what is not needed"
        raise AtlasError([Problem("too large", file=name, hint=hint)])
    return content


def _unreadable(name: str, error: Exception) -> AtlasError:
    said = getattr(error, "strerror", None) or "a name or link that leads nowhere"
    return AtlasError([Problem(f"can't be read ({said})", file=name, hint="Give a file that can be read")])
