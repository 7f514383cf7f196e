"""Which claims count for the ground of a province, and which of them are better than others: 9 of the rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from geodata.frames import Rows
from geodata.rule.setting import Rule
from geodata.rule.vocabulary import CONTESTED, DATED_IN_PERIOD, DOMINANT, LEADING_ROLES, TIERS, Criterion

Levels = Sequence[Rows]
"""Claims that count for the ground, the best first; those of one level are equals."""


def has_weight(row: Mapping[str, Any]) -> bool:
    """A fight counts only where it is stated and dated in the period; presence never does."""
    role = row["role"]
    return role in LEADING_ROLES or (role == CONTESTED and row["grade"] in DATED_IN_PERIOD)


def weigh(rows: Rows, rule: Rule) -> tuple[Levels, Rows]:
    """The claims that count for the ground, and those about parts of it that have weight."""
    dominant, others = _ranks(rule.order)
    by_rank: defaultdict[tuple[int, ...], list[Mapping[str, Any]]] = defaultdict(list)
    parts = []
    for row in rows:
        if row["domain"] != "countryside" or not has_weight(row):
            continue
        if row["extent"] == "whole":
            by_rank[(dominant if row["role"] == DOMINANT else others)[row["tier"]]].append(row)
            continue
        parts.append(row)
        if rule.parts and row["role"] == DOMINANT:
            # Who is dominant in a part is taken for strong in the province.
            by_rank[others[row["tier"]]].append(row)
    return [by_rank[rank] for rank in sorted(by_rank)], parts


@cache
def _ranks(order: Sequence[Criterion]) -> tuple[Sequence[tuple[int, ...]], Sequence[tuple[int, ...]]]:
    """Of claims that somebody was dominant, and of all others, by tier: firm, weak, inferred. Smaller is better."""
    dominant, others = (
        [tuple(tier if criterion == "strength" else behind for criterion in order) for tier in TIERS]
        for behind in (0, 1)
    )
    return dominant, others
