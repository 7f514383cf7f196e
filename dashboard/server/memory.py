"""Memory of a server that runs for months: what stays is set apart, what is over goes back."""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Callable

import pyarrow as pa

M_ARENA_MAX, M_MMAP_THRESHOLD = -8, -3
"""As the C library of Linux numbers what can be set of its memory."""

LARGE_BLOCK = 256 * 1024
"""Bytes from which on a block of memory is taken from the system by itself."""


def keep_memory_together() -> None:
    """Let threads and libraries share one place of memory, and large blocks go back to the system when freed.

    The C library of Linux gives each thread a place of its own, and keeps in each what was freed there; in Python one
    thread works at a time, so that they gain nothing by it. Large blocks it puts among the small ones as soon as some
    were freed, and what stays beside them keeps their pages. Arrow has an allocator of its own beside it, which keeps
    what it had. To be called before there are threads, and before an atlas is read.
    """
    pa.set_memory_pool(pa.system_memory_pool())
    set_option = _of_c_library("mallopt")
    if set_option is not None:
        set_option(M_ARENA_MAX, 1)
        set_option(M_MMAP_THRESHOLD, LARGE_BLOCK)


def settle() -> None:
    """Take what stays as long as the server out of each search for garbage."""
    gc.collect()
    gc.freeze()


def return_memory() -> None:
    """Give back what making things ready took: of thousands of provinces more than what stays."""
    trim = _of_c_library("malloc_trim")
    if trim is not None:
        trim(0)


def _of_c_library(name: str) -> Callable[..., int] | None:
    """A function that the C library of Linux has, and others have not."""
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
