"""Identifiers made from names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from geodata.tables import RESERVED

LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "Æ": "ae",
        "ø": "o",
        "Ø": "o",
        "œ": "oe",
        "Œ": "oe",
        "ł": "l",
        "Ł": "l",
        "đ": "d",
        "Đ": "d",
        "ı": "i",
        "þ": "th",
        "Þ": "th",
        "ð": "d",
        "Ð": "d",
    }
)
"""Latin letters that are no letter with a mark."""


def slug(text: str) -> str:
    """A name as an identifier; empty for one without a Latin letter or digit.

    Examples
    --------
    >>> slug("Sar-e Pul"), slug("Côte d'Ivoire"), slug("کابل")
    ('sar-e-pul', 'cote-d-ivoire', '')
    """
    plain = unicodedata.normalize("NFKD", text.translate(LETTERS)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def folded(text: str) -> str:
    """A name for comparison: letters of every script without marks, case, blanks and punctuation.

    Examples
    --------
    >>> folded(" Sar-e  Pol ") == folded("sar e pol"), folded("Kondūz") == folded("konduz")
    (True, True)
    """
    plain = unicodedata.normalize("NFKD", text.translate(LETTERS)).casefold()
    return "".join(one for one in plain if one.isalnum())


def distinct_slugs(names: Iterable[str], fallback: str) -> list[str]:
    """Identifiers for names that are all different things, made different where they come out alike.

    Examples
    --------
    >>> distinct_slugs(["A b", "a-b", "کابل", "none"], "unit")
    ['a-b', 'a-b-2', 'unit-3', 'none-1']
    """
    taken: set[str] = set()
    found = []
    for number, name in enumerate(names, start=1):
        base = slug(name) or f"{fallback}-{number}"
        if base in RESERVED:
            base = f"{base}-1"
        one, again = base, 2
        while one in taken:
            one, again = f"{base}-{again}", again + 1
        taken.add(one)
        found.append(one)
    return found
