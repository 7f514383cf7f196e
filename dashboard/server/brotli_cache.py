"""Files compressed with Brotli, each once, and sent to who takes them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

import brotli

ENCODING = "br"
BEST = 11
"""Quality for files that are asked for again and again: a tenth smaller than with gzip, in a hundred times the time."""

QUICK = 5
"""Quality for what is compressed while a reader waits, and for much at once: as fast as gzip, and a little smaller."""

LARGEST = 1_000_000
"""Bytes as they are: larger files are compressed with gzip alone."""

MOST_FILES = 400
"""Streamlit alone has two hundred scripts."""


def accepts(header: str, encoding: str) -> bool:
    """Whether a browser that sent ``Accept-Encoding`` takes an encoding.

    Examples
    --------
    >>> accepts("gzip, deflate, br;q=0.9", "br"), accepts("gzip, br;q=0", "br"), accepts("", "gzip")
    (True, False, False)
    """
    for one in header.split(","):
        name, _, weight = one.partition(";")
        if name.strip().lower() == encoding:
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def compress_quickly(content: bytes) -> bytes:
    """Compress what is made for one reader."""
    return bytes(brotli.compress(content, quality=QUICK))


class BrotliCache:
    """Compressed files by their names, which are made from their content."""

    def __init__(self) -> None:
        self._made: OrderedDict[str, bytes] = OrderedDict()
        self._begun: set[str] = set()
        self._lock = Lock()
        self._thread = ThreadPoolExecutor(1, "brotli")

    def get(self, name: str, content: Callable[[], bytes], quality: int = BEST) -> bytes | None:
        """A file as it was made before; None while it is not: it is made then beside everything else."""
        with self._lock:
            if name in self._made:
                self._made.move_to_end(name)
                return self._made[name]
            if name not in self._begun:
                self._begun.add(name)
                self._thread.submit(self.make, name, content, quality)
        return None

    def make(self, name: str, content: Callable[[], bytes], quality: int = BEST) -> None:
        """Make a file now, if it is not too large."""
        plain = content()
        made = bytes(brotli.compress(plain, quality=quality)) if len(plain) <= LARGEST else b""
        with self._lock:
            # What is too large stays begun, and is not tried again.
            self._begun.add(name)
            if made:
                self._made[name] = made
                self._begun.discard(name)
            while len(self._made) > MOST_FILES:
                self._made.popitem(last=False)

    def close(self) -> None:
        """End the thread."""
        self._thread.shutdown(wait=False, cancel_futures=True)
