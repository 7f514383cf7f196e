"""Names in any spelling: without regard to case, accents, hyphens and the variants of Arabic letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from geodata.frames import split_list

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


def spellings_of(row: Mapping[str, Any]) -> list[str]:
    """The name of a row, then every other spelling, each once.

    Examples
    --------
    >>> spellings_of({"name": "Kunduz", "other_names": "Qunduz; Kondoz", "name_fa": "کندز", "name_ps": "کندز"})
    ['Kunduz', 'Qunduz', 'Kondoz', 'کندز']
    """
    listed = split_list(str(row.get("other_names") or ""))
    local = [column for column in row if column.startswith("name_")]
    columns = [row.get(column) for column in ("short_name", "code", *local)]
    found = [row["name"], *listed, *columns]
    return list(dict.fromkeys(str(one).strip() for one in found if one and str(one).strip()))
