"""How far the sources of a province agree: who says what, field by field, and how often two of them differ.

A work (what is one text, or by one author) says of a field what its claims say: one value, or several. Its share counts
works, not claims. Two works disagree on a field if nothing that one says of it is said by the other; the discrepancy of
a field is the part of all pairs of works that disagree. One work alone agrees and disagrees with nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

import pandas as pd

from geodata.frames import Rows
from geodata.rule.setting import STANDARD, Rule
from geodata.rule.vocabulary import CONTESTED, LEADING_ROLES
from geodata.rule.weighing import has_weight

SIDE, FACTION, ROLE, CAPITAL = "side", "faction", "role", "capital"
FIELDS = (SIDE, FACTION, ROLE, CAPITAL)
"""What is compared: of the countryside as a whole the side, the party named and the role; and who holds the capital."""

AGREEMENT_COLUMNS = ("period_id", "province_id", "name", "field", "value", "works", "of_works", "share")
DISCREPANCY_COLUMNS = ("period_id", "province_id", "name", "works", *FIELDS, "score")

Said = Mapping[str, frozenset[str]]
"""What each work says of a field, by work."""


def said_of(readings: Iterable[Mapping[str, Any]], rule: Rule = STANDARD) -> dict[str, Said]:
    """What each work says of each field.

    Parameters
    ----------
    readings : iterable of Mapping
        What the claims say of one province and period, see `geodata.rule.Evidence.of_period`.
    rule : Rule, optional

    Returns
    -------
    dict of str to Mapping
        By field; a work that says nothing of it is not in it.
    """
    rows = rule.admitted(readings)
    ground = [
        row for row in rows if row["domain"] == "countryside" and row["extent"] == "whole" and has_weight(row)
    ]  # fmt: skip
    capital = [row for row in rows if row["domain"] == "capital" and row["role"] in (*LEADING_ROLES, CONTESTED)]
    return {
        SIDE: _by_work(ground, lambda row: row["side"]),
        FACTION: _by_work([row for row in ground if row["names_party"]], lambda row: row["faction_id"]),
        ROLE: _by_work(ground, lambda row: row["role"]),
        CAPITAL: _by_work(capital, lambda row: CONTESTED if row["role"] == CONTESTED else row["side"]),
    }


def discrepancy(said: Said) -> float | None:
    """The part of all pairs of works that disagree on a field; None where there are not two.

    Examples
    --------
    >>> discrepancy({"A": frozenset({"red"}), "B": frozenset({"red"}), "C": frozenset({"green"})})
    0.6666666666666666
    >>> discrepancy({"A": frozenset({"red", "green"}), "B": frozenset({"green"})})
    0.0
    """
    pairs = list(combinations(said.values(), 2))
    return sum(one.isdisjoint(other) for one, other in pairs) / len(pairs) if pairs else None


def agreement_frame(provinces: Sequence[tuple[str, str, str]], readings: Sequence[Rows], rule: Rule) -> pd.DataFrame:
    """Shares of works, see `Atlas.agreement`.

    Parameters
    ----------
    provinces : sequence of (str, str, str)
        Period, province and its name.
    readings : sequence of sequences of Mapping
        What the claims say of each.
    rule : Rule
    """
    rows = []
    for where, of_province in zip(provinces, readings, strict=True):
        for field, said in said_of(of_province, rule).items():
            saying: defaultdict[str, int] = defaultdict(int)
            for values in said.values():
                for value in values:
                    saying[value] += 1
            for value, works in sorted(saying.items(), key=lambda one: (-one[1], one[0])):
                rows.append((*where, field, value, works, len(said), works / len(said)))
    return pd.DataFrame(rows, columns=list(AGREEMENT_COLUMNS))


def discrepancy_frame(provinces: Sequence[tuple[str, str, str]], readings: Sequence[Rows], rule: Rule) -> pd.DataFrame:
    """Discrepancies of provinces, see `Atlas.discrepancy`; parameters as of `agreement_frame`."""
    rows = []
    for where, of_province in zip(provinces, readings, strict=True):
        said = said_of(of_province, rule)
        works = {work for of_field in said.values() for work in of_field}
        values = [discrepancy(said[field]) for field in FIELDS]
        known = [value for value in values if value is not None]
        rows.append((*where, len(works), *values, sum(known) / len(known) if known else None))
    return pd.DataFrame(rows, columns=list(DISCREPANCY_COLUMNS), dtype=object)


def _by_work(rows: Rows, value: Callable[[Mapping[str, Any]], str]) -> Said:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        found[row["work"]].add(value(row))
    return {work: frozenset(values) for work, values in sorted(found.items())}
