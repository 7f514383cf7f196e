"""Files written whole or not at all, and nothing overwritten unasked.

A file is written beside its place under the name ``.<name>.<hex>.part`` and then put there. A process that is killed
leaves such a part behind; the next one that writes the same file removes it. Whether somebody still writes to a part
is told by a lock that ends with its process.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO
from uuid import uuid4

from geodata.errors import AtlasError, Problem

try:
    import fcntl
except ImportError:  # Not on Windows: parts stay there until somebody removes them.
    fcntl = None  # type: ignore[assignment]

PART_ENDING = ".part"


def write_atomically(path: str | Path, data: bytes, force: bool = False) -> Path:
    """Write a file so that there is always either the old content or the new one.

    Parameters
    ----------
    path : str or pathlib.Path
        Where to write; the folder must exist.
    data : bytes
        The whole content.
    force : bool, optional
        Replace a file that is there already.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    AtlasError
        If the file exists and `force` is not given, or it can't be written; what was there stays as it was.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_atomically(Path(folder) / "note.txt", b"held").read_bytes()
    b'held'
    """
    path = Path(path)
    write_together({path: data}, force)
    return path


def write_together(files: Mapping[Path, bytes], force: bool = False) -> None:
    """Write several files that belong together: no file is put in place before all are written.

    Parameters
    ----------
    files : Mapping of pathlib.Path to bytes
        The content of each file; the folders must exist.
    force : bool, optional
        Replace files that are there already.

    Raises
    ------
    AtlasError
        If a file exists and `force` is not given, or one can't be written; what was there stays as it was.
    """
    check_targets(files, force)
    parts: dict[Path, Path] = {}
    path = Path()
    try:
        # What is left in the buffer of a file is written once more when it is closed: that may fail as well.
        with ExitStack() as locks:
            for path, data in files.items():
                # A link stays a link: the file that it stands for is written.
                target = path.resolve()
                _remove_left_parts(target)
                part, handle = _new_part(target)
                parts[part] = target
                locks.enter_context(handle)
                handle.write(data)
                handle.flush()
                os.fsync(handle.fileno())
                if fcntl is None:
                    handle.close()  # Elsewhere no file is moved that is open.
                if target.exists():
                    shutil.copymode(target, part)
            for part, target in parts.items():
                part.replace(target)
    except OSError as error:
        problem = Problem(f"can't be written ({error.strerror or error})", str(path), hint="Give another place")
        raise AtlasError([problem]) from error
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def _new_part(target: Path) -> tuple[Path, IO[bytes]]:
    """A part that is locked and there: between its making and its locking another process may have removed it."""
    while True:
        part = target.with_name(f"{_part_beginning(target)}{uuid4().hex}{PART_ENDING}")
        handle = part.open("xb")
        if fcntl is None:
            return part, handle
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            handle.close()
            continue
        except OSError:
            return part, handle  # A file system without locks: nobody removes parts there either.
        if part.exists():
            return part, handle
        handle.close()


def _remove_left_parts(target: Path) -> None:
    """Remove what killed processes left; where that can't be told or done, it stays."""
    if fcntl is None:
        return
    beginning = _part_beginning(target)
    with suppress(OSError):
        for part in target.parent.iterdir():
            if part.name.startswith(beginning) and part.name.endswith(PART_ENDING) and not part.is_symlink():
                with suppress(OSError), part.open("rb") as handle:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    part.unlink()


def _part_beginning(target: Path) -> str:
    return f".{target.name[:100]}."


def check_targets(paths: Iterable[Path], force: bool = False) -> None:
    """Refuse early what could not be written at the end: call it before work that takes long.

    Parameters
    ----------
    paths : iterable of pathlib.Path
        The files to be written.
    force : bool, optional
        Files that are there already may be replaced.

    Raises
    ------
    AtlasError
        With a problem for each file that exists (unless `force`), is a folder, or lies in a folder that does not exist.
    """
    problems = []
    for path in paths:
        if path.is_dir():
            problems.append(Problem("is a folder", str(path), hint="Give the name of a file"))
        elif path.exists() and not force:
            hint = "Give another name, or --force (in Python: force=True) to replace it"
            problems.append(Problem("exists already", str(path), hint=hint))
        elif not path.parent.is_dir():
            problems.append(Problem("no such folder", str(path.parent), hint="Make it first, or give another place"))
    if problems:
        raise AtlasError(problems)
