"""What a wrong cell was meant to be, as far as it says so itself."""

from __future__ import annotations

import difflib
import re
import unicodedata
from datetime import date
from typing import Any

from geodata.tables.cells import is_sound
from geodata.tables.schema import RESERVED, Field

QUOTES = "\"'“”„‟‘’‚‛«»`´"
_YEARS = re.compile(r"(\d{4})\s*[-–—]\s*(\d{4})")
_ABOUT = re.compile(r"(?:c|ca|circa|about|~)\.?\s*(\d{4}(?:-\d\d){0,2})", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})[/.](0?[1-9]|1[0-2])")
_DAY = re.compile(r"(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T ].*)?")
_DAY_LAST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")

LIKE = 0.75
"""How alike a word must be to an allowed one to be taken for it."""


def meant(value: str, field: Field) -> tuple[str, bool] | None:
    """Read a wrong cell as it was meant.

    Parameters
    ----------
    value : str
        The cell.
    field : Mapping
        What it must be.

    Returns
    -------
    tuple of (str, bool), or None
        What it may be, sound by the field, and whether that is certain: the same with other marks, and no guess.

    Examples
    --------
    >>> meant(" Dominant", {"name": "role", "type": "string", "constraints": {"enum": ["dominant", "strong"]}})
    ('dominant', True)
    >>> meant("0,8", {"name": "lon", "type": "number"})
    ('0.8', True)
    """
    plain = "".join(
        one for one in value if (one.isprintable() and unicodedata.category(one) != "Cf") or one in "\n\t\u200c"
    )
    for sure, candidate in _candidates(plain, field):
        if candidate != value and candidate and is_sound(candidate, field):
            return candidate, sure
    return None


def slug(text: str) -> str:
    """An identifier from any text; empty if nothing is left of it.

    Examples
    --------
    >>> slug("An Early One (Späť)")
    'An-Early-One-Spat'
    """
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    made = "-".join(re.findall(r"[A-Za-z0-9]+", ascii_text))
    return f"{made}-1" if made in RESERVED else made


def _candidates(value: str, field: Field) -> list[tuple[bool, str]]:
    stripped = value.strip()
    bare = stripped.strip(QUOTES).strip()
    found = [(True, stripped), (True, bare), (True, " ".join(bare.split()))]
    constraints: dict[str, Any] = field.get("constraints", {})
    if allowed := constraints.get("enum"):
        folded = re.sub(r"[\s_]+", "-", bare.lower())
        found.append((True, folded))
        found += [(False, near) for near in difflib.get_close_matches(folded, allowed, n=1, cutoff=LIKE)]
    elif field["type"] in ("number", "integer"):
        digits = "".join(str(unicodedata.digit(one)) if one.isdigit() else one for one in bare)
        digits = digits.replace("−", "-").replace("٫", ".")
        found += [(True, digits), (True, digits.replace(",", ".") if digits.count(",") == 1 else digits)]
        found += [(False, number) for number in re.findall(r"-?\d+(?:\.\d+)?", digits)[:1]]
        if field["type"] == "integer":
            found.append((True, digits.partition(".")[0] if re.fullmatch(r"-?\d+\.0*", digits) else digits))
    elif field["type"] == "boolean":
        found += [
            (False, "true" if bare.lower()[:1] in ("t", "y") else "false" if bare.lower()[:1] in ("f", "n") else "")
        ]
    elif field["type"] == "date":
        found += _days(bare)
    elif field.get("format") == "edtf":
        if month := _MONTH.fullmatch(bare):
            found.append((True, f"{month[1]}-{int(month[2]):02}"))
        found += [(False, _YEARS.sub(r"\1/\2", bare)), (False, _ABOUT.sub(r"\1~", bare)), *_days(bare)]
        found += [(False, year) for year in re.findall(r"\b\d{4}\b", bare)[:1]]
    elif field.get("format") == "uri":
        found += [(False, f"https://{bare}"), (True, bare.replace(" ", "%20"))]
    elif field.get("format") == "colour":
        found += [(True, f"#{bare}"), (True, "#" + "".join(2 * one for one in bare.lstrip("#")))]
    elif "pattern" in constraints:
        found += [(True, slug(bare)), (False, bare[:4]), (True, bare.lower())]
    return found


def _days(text: str) -> list[tuple[bool, str]]:
    found = []
    if parts := _DAY.fullmatch(text):
        found.append((True, _day(*map(int, parts.groups()))))
    if parts := _DAY_LAST.fullmatch(text):
        one, two, year = map(int, parts.groups())
        # Which of two small numbers is the month, nobody can tell.
        found.append((one > 12 or one == two, _day(year, two, one)))
        found.append((True, _day(year, one, two)))
    return found


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
