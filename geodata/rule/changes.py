"""From one period to another: what changed in the calls, and whether the atlas has a reason for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import pandas as pd

from geodata.frames import records
from geodata.rule.reasons import Reasons
from geodata.rule.vocabulary import CONTESTED, LED, NO_EVIDENCE, PARTLY, UNCLEAR

CHANGED_HANDS = "changed-hands"
OTHER_SOURCES = "other-sources"
UNCHANGED = "unchanged"

KINDS = (
    CHANGED_HANDS, OTHER_SOURCES, "became-contested", "now-unclear", "now-partly", "newly-known", "evidence-lost",
    "created", "dissolved", UNCHANGED,
)  # fmt: skip
"""Every kind of change, in the order in which they are listed."""

CHANGE_COLUMNS = ("province_id", "name", "from", "to", "kind", "reason", "from_status", "to_status")

_BECAME = {CONTESTED: "became-contested", UNCLEAR: "now-unclear", PARTLY: "now-partly", NO_EVIDENCE: "evidence-lost"}

Row = Mapping[str, Any]


def compare(first: gpd.GeoDataFrame, second: gpd.GeoDataFrame, reasons: Reasons, *, backwards: bool) -> pd.DataFrame:
    """Compare the calls of two periods.

    Parameters
    ----------
    first, second : geopandas.GeoDataFrame
        Calls as `Atlas.control` gives them.
    reasons : Reasons
        What the atlas tells of changes between the two, in the order of time.
    backwards : bool
        Whether `second` is the earlier period. Reasons are then those of the change that is undone.

    Returns
    -------
    pandas.DataFrame
        One row per province of either period, ordered by province_id, columns `CHANGE_COLUMNS`. `from` and `to` hold
        the ids of the leading factions (tuples, empty where nobody leads, None where the province did not exist);
        `kind` is one of `KINDS`; `reason` the ids of events and claims that tell of a change (a tuple, empty but for
        ``changed-hands``).
    """
    before, after = ({call["province_id"]: call for call in records(frame)} for frame in (first, second))
    rows = []
    for province_id in sorted({**before, **after}):
        one, other = before.get(province_id), after.get(province_id)
        kind, reason = _change(one, other, reasons, backwards)
        name = (other or one or {})["name"]
        rows.append((province_id, name, _leaders(one), _leaders(other), kind, reason, _status(one), _status(other)))
    return pd.DataFrame(rows, columns=list(CHANGE_COLUMNS), dtype=object)


def _leaders(call: Row | None) -> tuple[str, ...] | None:
    if call is None:
        return None
    return tuple(call["factions"]) if call["status"] in LED else ()


def _status(call: Row | None) -> str | None:
    return None if call is None else str(call["status"])


def _change(before: Row | None, after: Row | None, reasons: Reasons, backwards: bool) -> tuple[str, tuple[str, ...]]:
    if before is None:
        return "created", ()
    if after is None:
        return "dissolved", ()
    if _same(before, after, reasons, backwards):
        return UNCHANGED, ()
    if before["status"] in (NO_EVIDENCE, PARTLY) and after["status"] not in (NO_EVIDENCE, PARTLY):
        return "newly-known", ()
    if after["status"] not in LED:
        return _BECAME[after["status"]], ()
    old, new = (after, before) if backwards else (before, after)
    holders = reasons.holder(old, later=False), reasons.holder(new, later=True)
    found = reasons.of(before["province_id"], *holders)
    return (CHANGED_HANDS, found) if found else (OTHER_SOURCES, ())


def _same(before: Row, after: Row, reasons: Reasons, backwards: bool) -> bool:
    """Whether two calls say the same; a front and its own party are one holder under two labels."""
    if before["status"] not in LED or after["status"] not in LED:
        return bool(before["status"] == after["status"])
    if set(before["factions"]) == set(after["factions"]):
        return True
    labels = reasons.labels(before["factions"], later=backwards), reasons.labels(after["factions"], later=not backwards)
    return labels[0] == labels[1]
