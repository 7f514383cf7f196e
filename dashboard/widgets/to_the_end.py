"""Callbacks that are not lost when something else is asked for while they run."""

from __future__ import annotations

from collections.abc import Callable


def to_the_end(callback: Callable[[], None]) -> Callable[[], None]:
    """Run a callback again if it was broken off.

    Streamlit breaks a callback off where it reads or writes the session, if the next request has come by then; it goes
    on with that request, and what the reader had pressed before would be lost.

    Parameters
    ----------
    callback : callable
        Does the same when it is run again after a part of it has been done.

    Returns
    -------
    callable
        What broke it off is raised when it has come to its end, as Streamlit expects.

    Examples
    --------
    >>> to_the_end(lambda: print("chosen"))()
    chosen
    """

    def run() -> None:
        try:
            callback()
        except BaseException:  # what breaks a run off is no `Exception`, and has no public name
            callback()
            raise

    return run
