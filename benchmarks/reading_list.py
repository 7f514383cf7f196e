"""Does the reading list rank high what a source really changed? ``python -m benchmarks.reading_list [DIR]``.

Each source with two claims or more is left out in turn; the list is made from the rest, and held against the calls that
the source changes when it comes back. The number told is the area under the curve (AUC): how often a call that changed
stands before one that did not, where 0.5 is chance.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from statistics import mean, median
from typing import Any, NamedTuple

import geodata
from geodata.frames import records

Key = tuple[str, str]
"""A period and a province."""

FEWEST_CLAIMS = 2


class Score(NamedTuple):
    """How the list did for one source left out.

    Attributes
    ----------
    source_id : str
    changed : int
        Calls that it changes, in status, side, factions or strength.
    all_calls : float or None
        AUC of those among all calls of the atlas.
    spoken_of : float or None
        AUC of those among the calls whose countryside the source speaks of; None where it changes all or none.
    its_own : float or None
        AUC of all calls that it speaks of among all calls.
    """

    source_id: str
    changed: int
    all_calls: float | None
    spoken_of: float | None
    its_own: float | None


def auc(ranks: Mapping[Key, int], positive: Collection[Key]) -> float | None:
    """How often a positive stands before another; None where all are of one kind.

    Examples
    --------
    >>> auc({("a", "x"): 1, ("a", "y"): 2, ("a", "z"): 3}, {("a", "x"), ("a", "z")})
    0.5
    """
    first = [rank for key, rank in ranks.items() if key in positive]
    others = [rank for key, rank in ranks.items() if key not in positive]
    if not first or not others:
        return None
    return mean(float(one < other) for one in first for other in others)


def scores(atlas: geodata.Atlas) -> list[Score]:
    """Leave each source with enough claims out of an atlas, and judge the list made from the rest."""
    claims = atlas.claims()
    countryside = claims[claims["domain"] == "countryside"]
    spoken = {period.id: atlas.claims(period=period.id) for period in atlas.periods}
    found = []
    many = Counter(countryside["source_id"])
    for source_id in sorted(one for one, claims_of in many.items() if claims_of >= FEWEST_CLAIMS):
        rule = geodata.Rule(without_sources=(source_id,))
        ranks = {(row["period_id"], row["province_id"]): row["rank"] for row in records(atlas.gaps(rule))}
        differing = atlas.differences(rule)
        changed = {
            (row["period_id"], row["province_id"]) for row in records(differing[differing["kind"] != "capital-only"])
        }
        own = {
            (period_id, row["province_id"])
            for period_id, rows in spoken.items()
            for row in records(rows[(rows["source_id"] == source_id) & (rows["domain"] == "countryside")])
        }
        among = {key: rank for key, rank in ranks.items() if key in own}
        found.append(Score(source_id, len(changed), auc(ranks, changed), auc(among, changed), auc(ranks, own)))
    return found


def told(found: Iterable[Score]) -> str:
    """The scores in a few lines."""
    rows = list(found)
    parts: list[tuple[str, list[Any]]] = [
        ("calls that it changes, among all calls", [one.all_calls for one in rows]),
        ("calls that it changes, among those it speaks of", [one.spoken_of for one in rows]),
        ("calls that it speaks of, among all calls", [one.its_own for one in rows]),
    ]
    lines = [f"{len(rows)} sources with {FEWEST_CLAIMS} claims or more about the countryside left out in turn"]
    for what, values in parts:
        known = [value for value in values if value is not None]
        said = f"mean {mean(known):.2f}, median {median(known):.2f}" if known else "nothing to compare"
        lines.append(f"AUC of {what}: {said} ({len(known)} sources)")
    return "\n".join(lines)


if __name__ == "__main__":
    print(told(scores(geodata.load(*sys.argv[1:2]))))
