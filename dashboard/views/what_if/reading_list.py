"""Where one more source would matter, in the words of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.edition import Edition, cached
from dashboard.text import Texts
from geodata.frames import records
from geodata.rule import FIRM

MOST_ROWS = 20
"""On the page; the file has all."""


@dataclass(frozen=True)
class Gap:
    """One row of the reading list.

    Attributes
    ----------
    period_id, province_id, name, period : str
    status : str
        How the call stands, in words.
    change, firm : str
        The smallest claim that would change the call, and that would make it firm; in words.
    """

    period_id: str
    province_id: str
    name: str
    period: str
    status: str
    change: str
    firm: str


@cached(1)
def reading_list(edition: Edition) -> list[Gap]:
    """The first rows of `geodata.Atlas.gaps` in words."""
    words = edition.words
    labels = {period.id: period.label for period in edition.atlas.periods}
    return [
        Gap(
            row["period_id"],
            row["province_id"],
            row["name"],
            labels[row["period_id"]],
            words(f"status-{row['status']}"),
            _wanted(words, row["change_strength"], row["change_role"], row["change_who"]),
            _firm(words, row),
        )
        for row in records(edition.atlas.gaps().head(MOST_ROWS))
    ]


def _firm(words: Texts, row: dict[str, Any]) -> str:
    if row["strength"] == FIRM:
        return words("gaps-firm-already")
    return _wanted(words, FIRM, row["firm_role"], row["firm_who"])


def _wanted(words: Texts, strength: str, role: str, who: Sequence[str]) -> str:
    if not who:
        return words("gaps-none")
    named, *others = [words(f"gaps-who-{one}") for one in who]
    for other in others:
        named = words("firmness-either", first=named, last=other)
    return words("gaps-claim", strength=words(f"gaps-strength-{strength}"), role=words(f"role-{role}"), who=named)
