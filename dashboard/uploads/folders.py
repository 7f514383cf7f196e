"""Folders for the time of a reading, and those that killed processes left."""

from __future__ import annotations

import os
import re
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dashboard.uploads.limits import MOST_SECONDS

BEGINNING = "control-atlas-reading-"
NAME = re.compile(rf"{BEGINNING}(\d+)-.*")
LONGEST = 60 * MOST_SECONDS
"""Seconds after which a folder is nobody's, whoever has the number of the process that made it now."""


@contextmanager
def folder_to_read() -> Iterator[Path]:
    """A folder that only this user can look into; gone afterwards, with all that is in it."""
    folder = Path(tempfile.mkdtemp(prefix=f"{BEGINNING}{os.getpid()}-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def clear_left_folders() -> None:
    """Remove the folders of processes that were killed; what is another user's, or can't be removed, stays."""
    for path in Path(tempfile.gettempdir()).glob(f"{BEGINNING}*"):
        made_by = NAME.fullmatch(path.name)
        with suppress(OSError):
            found = path.lstat()
            old = time.time() - found.st_mtime > LONGEST
            if made_by and stat.S_ISDIR(found.st_mode) and _is_ours(found) and (old or not _lives(int(made_by[1]))):
                shutil.rmtree(path, ignore_errors=True)


def _is_ours(found: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or found.st_uid == os.getuid()


def _lives(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
