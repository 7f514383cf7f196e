"""What comes of files that a reader gives: an atlas, questions about them, or problems."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from geodata import Atlas, Problem

Files = tuple[tuple[str, bytes], ...]
"""Name and content of each."""


@dataclass(frozen=True)
class ReadAtlas:
    """An atlas.

    Attributes
    ----------
    atlas : Atlas
    package : bytes
        Its folder as a zip file to take away.
    report : tuple of str
        What an import did, a line each; empty for an atlas that was one before.
    warnings : tuple of Problem
        What its author should know.
    """

    atlas: Atlas
    package: bytes
    report: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Seen:
    """Shapes, and perhaps a table, from which an atlas can be made.

    Attributes
    ----------
    facts : Mapping
        As `geodata.importing.draft_facts` gives them.
    """

    facts: Mapping[str, Any]


@dataclass(frozen=True)
class Refused:
    """Files that no atlas comes of as they are.

    Attributes
    ----------
    problems : tuple of Problem
    """

    problems: tuple[Problem, ...]


Answer = ReadAtlas | Seen | Refused
