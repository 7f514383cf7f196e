"""Reading what a reader gives in a process of its own, which is ended where it takes too much."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Mapping
from threading import BoundedSemaphore

from dashboard.uploads.answers import Answer, Files, Refused
from dashboard.uploads.folders import folder_to_read
from dashboard.uploads.limits import MOST_READING, MOST_SECONDS, WAIT_SECONDS
from dashboard.uploads.work import HINT, VARIABLES
from geodata import Problem

PROGRAM = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); import dashboard.uploads.work as it; it.work()"
)
NOTHING_TOLD: Mapping[str, str | None] = {}

_slots = BoundedSemaphore(MOST_READING)


def can_be_bounded() -> bool:
    """Whether this system can limit the memory of a process."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return False
    return hasattr(resource, "RLIMIT_AS")


def read_files(
    files: Files,
    told: Mapping[str, str | None] = NOTHING_TOLD,
    mapping: str = "",
    *,
    seconds: float = MOST_SECONDS,
    program: str = PROGRAM,
) -> Answer:
    """Read files, see `dashboard.uploads.work.answer`; whatever they hold, there is an answer, and nothing is left.

    Parameters
    ----------
    files : tuple of tuple of str and bytes
    told : Mapping of str to str or None, optional
    mapping : str, optional
    seconds : float, optional
        After which the process is ended.
    program : str, optional
        What the process runs.
    """
    if not _slots.acquire(timeout=WAIT_SECONDS):
        return Refused((Problem("other files are being read at the moment", hint="Try again in a minute"),))
    try:
        with folder_to_read() as folder:
            asked = (str(folder), files, dict(told), mapping)
            given = pickle.dumps(list(sys.path)) + pickle.dumps(asked, pickle.HIGHEST_PROTOCOL)
            process = subprocess.Popen(
                [sys.executable, "-c", program, str(os.getpid())],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                cwd=folder,
                # Files that a library makes on the way are in the folder, and go with it.
                env={**os.environ, **VARIABLES, "TMPDIR": str(folder)},
                start_new_session=True,
            )
            try:
                written, _ = process.communicate(given, timeout=seconds)
            except subprocess.TimeoutExpired:
                return Refused((Problem(f"took longer than {seconds:g} seconds to read", hint=HINT),))
            finally:
                process.kill()
                process.communicate()
    finally:
        _slots.release()
    return _opened(written)


def _opened(written: bytes) -> Answer:
    try:
        answer: Answer = pickle.loads(written)
    except (EOFError, pickle.UnpicklingError):
        told = "could not be read: the process that read it needed too much, or broke"
        return Refused((Problem(told, hint=HINT),))
    return answer
