"""Files written whole or not at all, and nothing overwritten unasked."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from uuid import uuid4

from geodata.errors import AtlasError, Problem


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
        for path, data in files.items():
            # A link stays a link: the file that it stands for is written.
            target = path.resolve()
            part = target.with_name(f".{target.name[:100]}.{uuid4().hex}.part")
            parts[part] = target
            with part.open("xb") as handle:
                handle.write(data)
                handle.flush()
                os.fsync(handle.fileno())
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
