"""How much of a reader's atlas is read, and for how long."""

from __future__ import annotations

MEGABYTE = 1_000_000
GIGABYTE = 2**30

LARGEST_UPLOAD = 20 * MEGABYTE
"""Bytes of all files that a reader gives together."""

MOST_FILES = 200
"""In an archive."""

LARGEST_UNPACKED = 100 * MEGABYTE
"""Bytes of all files of an archive together; tables pack five to one and better."""

MOST_SECONDS = 60
MOST_ADDRESSES = GIGABYTE
"""Bytes of memory that the process which reads may address."""

LARGEST_ANSWER = 200 * MEGABYTE
"""Bytes that the process which reads may hand back."""

MOST_READING = 2
"""Processes that read at the same time; others wait."""

WAIT_SECONDS = 30
"""How long they wait before they are told to come later."""

IDLE_SECONDS = 2 * 3600
"""An atlas that nobody has looked at for so long is closed, even if its page is still open."""
