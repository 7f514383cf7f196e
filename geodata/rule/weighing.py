"""Which claims count for the ground of a province, and which of them are better than others: 9 of the rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from geodata.frames import Rows
from geodata.rule.setting import Rule
from geodata.rule.vocabulary import (
    CONTESTED,
    DATED_IN_PERIOD,
    DOMINANT,
    GRADES,
    LEADING_ROLES,
    TIERS,
    Criterion,
)

Levels = Sequence[Rows]
"""Claims that count for the ground, the best first; those of one level are equals."""


WEIGHTY = frozenset(
    {(role, grade) for role in LEADING_ROLES for grade in GRADES} | {(CONTESTED, grade) for grade in DATED_IN_PERIOD}
)
"""Roles with the grades of which they have weight: a fight only where it is stated and dated in the period, presence
never."""


def has_weight(row: Mapping[str, Any]) -> bool:
    """Whether a claim counts for the ground that it speaks of."""
    return (row["role"], row["grade"]) in WEIGHTY


def weigh(rows: Rows, rule: Rule) -> tuple[Levels, Rows]:
    """The claims that count for the ground, and those about parts of it that have weight."""
    dominant, others = _ranks(rule.order)
    by_rank: dict[int, list[Mapping[str, Any]]] = {}
    parts = []
    for row in rows:
        role = row["role"]
        if row["domain"] != "countryside" or (role, row["grade"]) not in WEIGHTY:
            continue
        if row["extent"] == "whole":
            rank = (dominant if role == DOMINANT else others)[row["tier"]]
        else:
            parts.append(row)
            if not rule.parts or role != DOMINANT:
                continue
            # Who is dominant in a part is taken for strong in the province.
            rank = others[row["tier"]]
        if rank in by_rank:
            by_rank[rank].append(row)
        else:
            by_rank[rank] = [row]
    return [by_rank[rank] for rank in sorted(by_rank)], parts


@cache
def _ranks(order: Sequence[Criterion]) -> tuple[Sequence[int], Sequence[int]]:
    """Of claims that somebody was dominant, and of all others, by tier: firm, weak, inferred. Smaller is better."""
    compared = [
        [tuple(tier if criterion == "strength" else behind for criterion in order) for tier in TIERS]
        for behind in (0, 1)
    ]
    in_order = sorted({rank for ranks in compared for rank in ranks})
    dominant, others = ([in_order.index(rank) for rank in ranks] for ranks in compared)
    return dominant, others
