"""Memory of a server that runs for months: what stays is set apart, what is over goes back."""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Callable

import pyarrow as pa

M_ARENA_MAX = -8
"""As the C library of Linux numbers what can be set of its memory."""


def share_one_arena() -> None:
    """Let all threads take memory from one place.

    The C library of Linux gives each thread a place of its own, and keeps in each what was freed there. In Python one
    thread works at a time, so that they gain nothing by it. To be called before there are threads.
    """
    set_option = _of_c_library("mallopt")
    if set_option is not None:
        set_option(M_ARENA_MAX, 1)


def settle() -> None:
    """Take what stays as long as the server out of the search for garbage, which follows each move of each reader."""
    gc.collect()
    gc.freeze()


def return_memory() -> None:
    """Give back what making things ready took: of thousands of provinces more than what stays."""
    pa.default_memory_pool().release_unused()
    trim = _of_c_library("malloc_trim")
    if trim is not None:
        trim(0)


def _of_c_library(name: str) -> Callable[..., int] | None:
    """A function that the C library of Linux has, and others have not."""
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
