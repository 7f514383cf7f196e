"""Search in any spelling that the tables know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from geodata.telling import spellings_of


def spellings(row: Mapping[str, Any]) -> str:
    """Every spelling of a name that a row of a table knows, in one text."""
    return " ".join(spellings_of(row))


def has_all(haystack: str, words: Iterable[str]) -> bool:
    """Whether a plain text holds each of some plain words."""
    return all(word in haystack for word in words)
