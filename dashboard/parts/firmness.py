"""How firm a call is, in words: which sources would have to be wrong for it to fall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from dashboard.edition import Edition, cached
from dashboard.parts.lists import and_list
from dashboard.text import Texts
from geodata.frames import records

Sets = Sequence[tuple[str, ...]]


def firmness(words: Texts, row: Mapping[str, Any]) -> dict[str, str]:
    """Say what a call takes to fall.

    Parameters
    ----------
    words : Texts
    row : Mapping
        A row of `geodata.Atlas.robustness`.

    Returns
    -------
    dict
        ``faction``, ``side`` and ``note``, a sentence each; the last two are empty where nobody is shown, so that
        nothing is said twice.
    """
    told = {aspect: _sentence(words, row, aspect) for aspect in ("faction", "side")}
    if not row["faction_least"] and not row["side_least"]:
        return told | {"side": "", "note": ""}
    return told | {"note": words("firmness-note")}


@cached(32)
def robustness(edition: Edition, period_id: str) -> Mapping[str, Mapping[str, Any]]:
    """Rows of `geodata.Atlas.robustness` by province; asked for once, however many look at them."""
    return {row["province_id"]: row for row in records(edition.atlas.robustness(period_id))}


@cached(64)
def robustness_of(edition: Edition, period_id: str, province_id: str) -> Mapping[str, Any]:
    """The row of one province: who looks at that alone does not wait for all others."""
    return records(edition.atlas.robustness(period_id, province=province_id))[0]


def falls_with(words: Texts, row: Mapping[str, Any]) -> str:
    """What takes the call away, in few words: ``with S01``, ``with 2 together: S01 and S16``, ``with more than 3``.

    Parameters
    ----------
    words : Texts
    row : Mapping
        A row of `geodata.Atlas.robustness`.
    """
    sets = row["faction_falls_with"]
    return words(f"provinces-falls-{row['faction_least']}", sets=sets_text(words, sets) if sets else "")


def sets_text(words: Texts, sets: Sets) -> str:
    """Sets of sources as one phrase: ``S01``, ``S01 or S16``, ``any 2 of S01, S02 and S03``.

    Parameters
    ----------
    words : Texts
    sets : sequence of tuple of str
        All of one size.
    """
    sources = sorted({source for one in sets for source in one})
    size = len(sets[0])
    if 1 < size < len(sources) and {tuple(sorted(one)) for one in sets} == set(combinations(sources, size)):
        return words("firmness-any", number=size, sources=and_list(words, sources))
    text, *others = [and_list(words, one) for one in sets]
    for other in others:
        text = words("firmness-either", first=text, last=other)
    return text


def _sentence(words: Texts, row: Mapping[str, Any], aspect: str) -> str:
    sets = row[f"{aspect}_falls_with"]
    return words(f"firmness-{aspect}-{row[f'{aspect}_least']}", sets=sets_text(words, sets) if sets else "")
