"""How far a command is, told on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable

BAR = 30
"""Characters of a whole bar."""

Step = Callable[[int, int, str], None]
"""Told how far the work is: parts done, of how many, and what is worked on."""


def progress_on_terminal() -> Step | None:
    """What tells how far the work is; nothing where nobody sits before a terminal."""
    return show_progress if sys.stderr.isatty() else None


def show_progress(done: int, whole: int, what: str) -> None:
    """Tell how far the work is, in a line that is written over.

    Parameters
    ----------
    done, whole : int
        Parts, and how many there are.
    what : str
        What is worked on.
    """
    part = round(BAR * done / whole) if whole else BAR
    end = "\n" if done >= whole else ""
    # What stood there may have been longer.
    print(f"\r\033[K{what}: {'█' * part}{'·' * (BAR - part)} {done} of {whole}", end=end, file=sys.stderr, flush=True)
