"""A process that draws: it holds the atlas, makes one file at a time, and can die without harm to the page."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Timer
from typing import IO

from dashboard.downloads import Download, NoSuchFileError, make_file
from dashboard.edition import edition_of
from geodata import Atlas, Rule

LONGEST_SECONDS = 180
"""A drawing that takes longer is given up, with its process: a figure of the built-in atlas takes some seconds."""

END_SECONDS = 5
POLITE = 10
"""How far the process steps back behind the one that answers readers (``nice``)."""


PROGRAM = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); import dashboard.server.worker as it; it.work()"
)


class DrawingFailedError(RuntimeError):
    """The process died over the file, took too long, or ended in an error."""


class Worker:
    """One drawing process, started when it is first needed and again after its death.

    Not one of `multiprocessing`: those begin with running the main module of this process again, which is the page
    while Streamlit shows it to somebody. And a pool would lose all that waits with one death.

    Parameters
    ----------
    atlas : callable
        Gives the atlas that is shown now. It is handed over at the start of the process: what happens to its folder
        later changes nothing. When there is another one, so is the process.
    """

    def __init__(self, atlas: Callable[[], Atlas]) -> None:
        self._atlas = atlas
        self._sent: Atlas | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False

    @property
    def process_id(self) -> int | None:
        """Of the running process; None while there is none."""
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    def draw(self, language: str, name: str, reading: str = "") -> Download:
        """Make a file, see `dashboard.downloads.make_file`; one at a time.

        Parameters
        ----------
        language, name : str
        reading : str, optional
            The rule that it follows, as short text, if it is not the atlas's own.

        Raises
        ------
        NoSuchFileError
            If no file has this name.
        DrawingFailedError
            If there is no file all the same; a file that was waited for when the process died is tried once more.
        """
        for last in (False, True):
            try:
                return _opened(self._answer(language, name, reading), name)
            except (EOFError, OSError, pickle.UnpicklingError) as error:
                self._close()
                if last:
                    raise DrawingFailedError(f"{name}: the drawing process died twice") from error
        raise AssertionError

    def end(self) -> None:
        """End the process for good, from another thread than the one that draws: what it works on fails."""
        self._ended = True
        if self._process is not None:
            self._process.kill()

    def _answer(self, language: str, name: str, reading: str) -> Download | str | None:
        process = self._ready()
        assert process.stdin is not None
        assert process.stdout is not None
        late = Event()

        def give_up() -> None:
            late.set()
            process.kill()

        timer = Timer(LONGEST_SECONDS, give_up)
        timer.start()
        try:
            _send(process.stdin, (language, name, reading))
            answer: Download | str | None = pickle.load(process.stdout)
        except (EOFError, OSError, pickle.UnpicklingError):
            if late.is_set():
                self._close()
                raise DrawingFailedError(f"{name}: no end after {LONGEST_SECONDS} seconds") from None
            raise
        finally:
            timer.cancel()
        return answer

    def _ready(self) -> subprocess.Popen[bytes]:
        atlas = self._atlas()
        if self._process is not None and self._process.poll() is None and self._sent is atlas:
            return self._process
        self._close()
        if self._ended:
            raise DrawingFailedError("the server ends")
        # A session of its own: Ctrl+C is meant for the server, whose end ends this process too.
        self._process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )
        assert self._process.stdin is not None
        try:
            _send(self._process.stdin, list(sys.path))
            _send(self._process.stdin, atlas)
            self._sent = atlas
        except (pickle.PicklingError, TypeError, AttributeError):
            # Half an atlas would be waited for by both for ever.
            self._close()
            raise
        return self._process

    def _close(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait(END_SECONDS)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def work() -> None:
    """Draw what is asked for until the other end of the pipe is closed, or its process gone."""
    # What a library prints must not come between the files.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    if hasattr(os, "nice"):
        os.nice(POLITE)
    with suppress(EOFError, OSError):
        atlas = pickle.load(sys.stdin.buffer)
        while True:
            _send(answers, _drawn(atlas, *pickle.load(sys.stdin.buffer)))
    # Nothing is left to be told to anybody.
    os._exit(0)


def _send(pipe: IO[bytes], content: object) -> None:
    pickle.dump(content, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def _opened(answer: Download | str | None, name: str) -> Download:
    if answer is None:
        raise NoSuchFileError(name)
    if isinstance(answer, str):
        raise DrawingFailedError(f"{name}: {answer}")
    return answer


def _drawn(atlas: Atlas, language: str, name: str, reading: str) -> Download | str | None:
    try:
        edition = edition_of(atlas, language)
        return make_file(edition.read_by(Rule.from_text(reading)) if reading else edition, name)
    except NoSuchFileError:
        return None
    except Exception:  # Whatever it was, it is told in the log of the server and the next file can be drawn.
        return traceback.format_exc()
