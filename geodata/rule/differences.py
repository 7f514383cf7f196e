"""What a rule changes: the calls of one reading held against those of another, with the claims that fell away."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

import pandas as pd

from geodata.frames import Rows
from geodata.rule.vocabulary import CONTESTED, LED, NO_EVIDENCE, PARTLY, UNCLEAR

OTHER_SIDE = "other-side"
OTHER_FACTIONS = "other-factions"
NOW_LED = "now-led"
OTHER_STRENGTH = "other-strength"
CAPITAL_ONLY = "capital-only"

DIFFERENCES = (
    OTHER_SIDE, OTHER_FACTIONS, "to-contested", "to-unclear", "to-partly", "to-no-evidence", NOW_LED, OTHER_STRENGTH,
    CAPITAL_ONLY,
)  # fmt: skip
"""Every kind of difference, in the order in which they are told."""

CALL_DIFFERS = DIFFERENCES[:7]
"""Those in which the call itself is another one: its status, its side or who is shown."""

COLUMNS_OF_DIFFERENCES = (
    "period_id", "province_id", "name", "kind", "from_status", "to_status", "from_side", "to_side", "from", "to",
    "from_strength", "to_strength", "from_capital", "to_capital", "fell_away", "came_in",
)  # fmt: skip

_BECAME = {
    CONTESTED: "to-contested", UNCLEAR: "to-unclear", PARTLY: "to-partly", NO_EVIDENCE: "to-no-evidence",
}  # fmt: skip

Row = Mapping[str, Any]


def kind_of_difference(one: Row, other: Row) -> str | None:
    """How two calls for one province and period differ; None where they say the same.

    Parameters
    ----------
    one, other : Mapping
        Rows of `Atlas.control`: by the first reading, and by the second.

    Returns
    -------
    str or None
        One of `DIFFERENCES`, the first that fits: the side passed to another; others of the same side are shown, or
        the same ones share or hold it otherwise; it became contested, unclear, known only in parts, or lost all
        evidence; somebody leads where nobody did; the same call is firm or weak; only the capital differs.

    Examples
    --------
    >>> held = {"status": "held", "side": "a", "factions": ("x",), "strength": "firm", "capital_status": "a"}
    >>> kind_of_difference(held, held | {"status": "no-evidence", "side": None, "factions": ()})
    'to-no-evidence'
    >>> kind_of_difference(held, held | {"factions": ("y",)})
    'other-factions'
    """
    if any(one[name] != other[name] for name in ("status", "side", "factions")):
        led = one["status"] in LED, other["status"] in LED
        if one["side"] and other["side"] and one["side"] != other["side"]:
            return OTHER_SIDE
        if all(led) or one["status"] == other["status"]:
            return OTHER_FACTIONS
        return NOW_LED if led[1] else _BECAME[other["status"]]
    if one["strength"] != other["strength"]:
        return OTHER_STRENGTH
    capital = any(one[f"capital_{name}"] != other[f"capital_{name}"] for name in ("status", "changed_hands"))
    return CAPITAL_ONLY if capital else None


def differences(
    period_id: str, calls: tuple[Rows, Rows], counting: Callable[[int, str], Collection[str]]
) -> list[dict[str, Any]]:
    """Rows of `Atlas.differences` for a period.

    Parameters
    ----------
    period_id : str
    calls : tuple of two sequences of Mapping
        Rows of `Atlas.call_rows` by the first and by the second reading, province by province.
    counting : callable
        Gives the ids of the claims that a reading, 0 or 1, lets count in a province.

    Returns
    -------
    list of dict
        With the keys `COLUMNS_OF_DIFFERENCES`, only of provinces that differ.
    """
    found = []
    for one, other in zip(*calls, strict=True):
        kind = kind_of_difference(one, other)
        if kind is None:
            continue
        province_id = one["province_id"]
        before, after = (set(counting(number, province_id)) for number in range(2))
        found.append(
            {
                "period_id": period_id,
                "province_id": province_id,
                "name": one["name"],
                "kind": kind,
                **_pair("status", "status", one, other),
                **_pair("side", "side", one, other),
                "from": one["factions"],
                "to": other["factions"],
                **_pair("strength", "strength", one, other),
                **_pair("capital", "capital_status", one, other),
                "fell_away": _in_order(_used(one) & (before - after)),
                "came_in": _in_order(_used(other) & (after - before)),
            }
        )
    return found


def differences_frame(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Rows of `differences` as a table."""
    return pd.DataFrame(list(rows), columns=list(COLUMNS_OF_DIFFERENCES), dtype=object)


def _pair(name: str, column: str, one: Row, other: Row) -> dict[str, Any]:
    return {f"from_{name}": one[column], f"to_{name}": other[column]}


def _used(call: Row) -> set[str]:
    return {*call["claim_ids"], *call["dissenting_claim_ids"], *call["capital_claim_ids"]}


def _in_order(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(ids))
