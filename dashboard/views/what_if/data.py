"""What a reader may choose in the laboratory: sources with what rests on them, their kinds and languages, the rest."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from itertools import permutations
from typing import Any

from dashboard.edition import Edition, cached
from dashboard.parts import kind_of_source, name_language
from dashboard.state import MOST_WORKS
from geodata.frames import records
from geodata.rule import CRITERIA, GRADES, NAMED
from geodata.telling import name_source


@dataclass(frozen=True)
class Choice:
    """One of several things to tick.

    Attributes
    ----------
    value, label : str
    claims : int
        How many claims would be left out with it.
    """

    value: str
    label: str
    claims: int = 0


@cached(1)
def laboratory(edition: Edition) -> dict[str, Any]:
    """What the laboratory offers.

    Parameters
    ----------
    edition : Edition
        By the atlas's own reading.

    Returns
    -------
    dict
        ``sources, kinds, languages`` (`Choice`, those with most claims first), ``groups``: by ``dependent`` and
        ``thin`` the ids of such sources; ``grades``, ``orders``, ``works`` (what may be chosen); ``near_days``: the
        atlas's own; ``rules``: by name all choices of the named settings as text, and of ``own``, the atlas's own.
    """
    atlas = edition.atlas
    sources = records(atlas.sources)
    made = Counter(atlas.claims()["source_id"])
    used = [row for row in sources if made[row["source_id"]]]
    return {
        "sources": _most_first([Choice(row["source_id"], name_source(row), made[row["source_id"]]) for row in used]),
        "kinds": _most_first(_by(used, "kind", made, partial(kind_of_source, edition.words))),
        "languages": _most_first(_by(used, "language", made, partial(name_language, edition.words))),
        "groups": {
            "dependent": [row["source_id"] for row in used if not row["independent"]],
            "thin": [row["source_id"] for row in used if row["thin"]],
        },
        "grades": GRADES,
        "orders": [some for length in (len(CRITERIA), 1) for some in permutations(CRITERIA, length)],
        "works": range(1, MOST_WORKS + 1),
        "near_days": int(atlas.package.descriptor["near_days"]),
        "rules": {name: rule.choices for name, rule in NAMED.items()} | {"own": atlas.rule.choices},
    }


def _by(rows: list[dict[str, Any]], column: str, made: Counter[str], name_of: Any) -> list[Choice]:
    found: Counter[str] = Counter()
    for row in rows:
        found[row[column]] += made[row["source_id"]]
    return [Choice(value, name_of(value), claims) for value, claims in found.items() if value]


def _most_first(choices: list[Choice]) -> list[Choice]:
    return sorted(choices, key=lambda one: (-one.claims, one.value))
