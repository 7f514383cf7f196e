"""Names in any spelling: without regard to case, accents, hyphens and the variants of Arabic letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from geodata.frames import LIST_SEPARATOR

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
NAME_IN = "name_"
"""Before the language, in the columns of names in other languages."""

SOUNDS = {"ou": "u", "oo": "u", "ee": "i"}
"""Ways of writing one vowel of other alphabets in Latin letters."""

DOUBLED = re.compile(r"([^\W\d])\1")

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
    listed = str(row.get("other_names") or "").split(LIST_SEPARATOR)
    columns = [row.get(column) for column in ("short_name", "code")]
    found = [row["name"], *listed, *columns, *native_names(row)]
    return list(dict.fromkeys(str(one).strip() for one in found if one and str(one).strip()))


def sounds(text: str) -> str:
    """Write a text so that names of one sound become one, as people write down what they heard.

    Examples
    --------
    >>> sounds("Ahmad Shah Massoud"), sounds("masood"), sounds("Mas‘ūd")
    ('ahmad shah masud', 'masud', 'masud')
    """
    heard = plain(text)
    for written, sound in SOUNDS.items():
        heard = heard.replace(written, sound)
    return DOUBLED.sub(r"\1", heard)


def fold_rules() -> dict[str, Any]:
    """What `plain` and `sounds` do to letters, for a script that does the same to what is typed.

    Returns
    -------
    dict
        ``letters`` and ``sounds`` (what is written, what it becomes), ``dropped`` and ``spaced`` (letters in a row).
    """
    return {
        "letters": {chr(one): str(other) for one, other in ARABIC_VARIANTS.items()},
        "sounds": SOUNDS,
        "dropped": "".join(map(chr, DROPPED)),
        "spaced": "".join(map(chr, SPACED)),
    }


def native_names(row: Mapping[str, Any]) -> list[str]:
    """Names in the languages that a table has, each once: the cells of its columns ``name_<language>``.

    Examples
    --------
    >>> native_names({"name": "Kunduz", "name_fa": "کندز", "name_ps": "کندز", "name_uz": ""})
    ['کندز']
    """
    found = (str(value) for column, value in row.items() if column.startswith(NAME_IN) and value)
    return list(dict.fromkeys(found))
