"""Parts of provinces: who is told to have led in a valley, a district, the surroundings of a town."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from geodata.rule.countryside import Call, decide
from geodata.rule.setting import STANDARD, Rule
from geodata.rule.weighing import has_weight


@dataclass(frozen=True)
class Part:
    """A place in a province and what the rule concludes for it.

    Attributes
    ----------
    province_id, place_id : str
    call : Call
        From the claims about this part alone, decided as those about a whole province are.
    """

    province_id: str
    place_id: str
    call: Call


def parts_of(readings: Iterable[Mapping[str, Any]], rule: Rule = STANDARD) -> list[Part]:
    """Find the parts of a period that are drawn as areas of their own.

    Parameters
    ----------
    readings : iterable of Mapping
        What the claims say of the period.
    rule : Rule, optional
        Which claims count.

    Returns
    -------
    list of Part
        One for each province and place of which a claim tells that somebody led or that it was fought over, ordered.
        What names no place can't be drawn.
    """
    told: defaultdict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in readings:
        if row["domain"] == "countryside" and row["extent"] != "whole" and row["place_id"] and has_weight(row):
            told[row["province_id"], row["place_id"]].append({**row, "extent": "whole"})
    found = (Part(*where, decide(rows, rule)) for where, rows in sorted(told.items()))
    return [part for part in found if part.call.claim_ids]
