"""The reading list in words: what kind of claim would matter where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geodata.rule import FIRM
from geodata.telling.words import word


def gap_words(row: Mapping[str, Any], period: str) -> str:
    """Say where one more source would matter, and which.

    Parameters
    ----------
    row : Mapping
        A row of `geodata.Atlas.gaps`.
    period : str
        Label of the period.

    Returns
    -------
    str

    Examples
    --------
    >>> row = {"rank": 1, "name": "The North", "status": "no-evidence", "strength": None, "change_strength": "inferred",
    ...        "change_role": "strong", "change_who": ("anybody",), "firm_role": "strong", "firm_who": ("anybody",)}
    >>> gap_words(row, "1900")[:83]
    '1. The North, 1900 (no evidence): changed by an inferred claim that anybody was str'
    """
    if row["change_who"]:
        change = _wanted("gap-change", row["change_strength"], row["change_role"], row["change_who"])
    else:
        change = word("gap-change-none")
    if row["firm_who"]:
        firm = _wanted("gap-firm", FIRM, row["firm_role"], row["firm_who"])
    else:
        firm = word("gap-firm-already" if row["strength"] == FIRM else "gap-firm-none")
    status = word(f"state-{row['status']}")
    return word(
        "gap-row", rank=row["rank"], province=row["name"], period=period, status=status, change=change, firm=firm
    )


def _wanted(key: str, strength: str, role: str, who: Sequence[str]) -> str:
    named, *others = [word(f"gap-who-{one}") for one in who]
    for other in others:
        named = word("or-list", first=named, last=other)
    return word(key, claim=word(f"gap-claim-{strength}"), who=named, role=word(f"gap-role-{role}"))
