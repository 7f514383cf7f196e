"""Search in any spelling: without regard to case, accents, hyphens and the variants of Arabic letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

ARABIC_VARIANTS = str.maketrans(
    {
        "ي": "ی",
        "ى": "ی",
        "ې": "ی",
        "ۍ": "ی",
        "ئ": "ی",
        "ك": "ک",
        "ڪ": "ک",
        "ة": "ه",
        "ۀ": "ه",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
    }
)
NAME_COLUMNS = ("name", "short_name", "other_names", "name_fa", "name_ps", "code")
DROPPED = dict.fromkeys(map(ord, "'’‘ʿʾ`\u200c\u200d\u0640"))
SPACED = dict.fromkeys(map(ord, '-–—_/.,;:()[]“”"'), " ")


def plain(text: str) -> str:
    """Write a text so that its spellings become one.

    Examples
    --------
    >>> plain("Qala-i  NAW"), plain("Shi’a")
    ('qala i naw', 'shia')
    >>> plain("كندز") == plain("کندز")
    True
    """
    told_apart = unicodedata.normalize("NFKD", text.casefold().translate(ARABIC_VARIANTS))
    bare = "".join(letter for letter in told_apart if not unicodedata.combining(letter))
    return " ".join(bare.translate(DROPPED).translate(SPACED).split())


def spellings(row: Mapping[str, Any]) -> str:
    """Every spelling of a name that a row of a table knows, in one text."""
    return " ".join(str(row[column]) for column in NAME_COLUMNS if row.get(column))


def has_all(haystack: str, words: Iterable[str]) -> bool:
    """Whether a plain text holds each of some plain words."""
    return all(word in haystack for word in words)
