"""The legend: what the fill means, who leads where, in one order for page, figure and exported file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from geodata.frames import records
from geodata.looks.colouring import CAPITAL_STATES, CONTESTED, NOBODY, Colouring
from geodata.looks.look import Look
from geodata.rule import GRADES, LED


@dataclass(frozen=True)
class LegendItem:
    """One entry of the legend.

    Attributes
    ----------
    key : str
        Identifier of the faction or alliance, a state of capitals, or a grade.
    name, code : str
    look : Look
    provinces : int
    area_km2 : float
    shared : int
        How many of the provinces count for others as well.
    """

    key: str
    name: str
    code: str
    look: Look
    provinces: int
    area_km2: float
    shared: int = 0


@dataclass(frozen=True)
class LegendGroup:
    """Entries under a heading, which may be empty."""

    name: str
    items: tuple[LegendItem, ...]


def provinces_led(calls: pd.DataFrame) -> dict[str, int]:
    """Count the provinces that each faction leads.

    Parameters
    ----------
    calls : pandas.DataFrame
        Columns ``status`` and ``factions`` (tuple of ids).

    Returns
    -------
    dict of str to int
        A province that factions share counts for each of them; contested ones count for nobody.

    Examples
    --------
    >>> calls = pd.DataFrame({"status": ["held", "shared", "contested"], "factions": [("a",), ("a", "b"), ("b",)]})
    >>> provinces_led(calls)
    {'a': 2, 'b': 1}
    """
    led = calls.loc[calls["status"].isin(LED), "factions"].explode().value_counts()
    return {str(faction_id): int(count) for faction_id, count in sorted(led.items())}


def totals(calls: pd.DataFrame, colouring: Colouring) -> dict[str, tuple[int, float]]:
    """Provinces and area (km²) of each entry of the legend.

    Parameters
    ----------
    calls : pandas.DataFrame
        Calls of a period.
    colouring : Colouring

    Returns
    -------
    dict of str to (int, float)
        A shared province counts as one for each sharer, its area in equal parts; a contested one only as contested.
    """
    found: dict[str, tuple[int, float]] = {}
    for call in records(calls):
        keys = colouring.counts_for(call)
        for key in keys:
            count, area = found.get(key, (0, 0.0))
            found[key] = count + 1, area + call["area_km2"] / len(keys)
    return found


def shared_provinces(calls: pd.DataFrame, colouring: Colouring) -> dict[str, int]:
    """Count the provinces of each entry of the legend that count for other entries as well.

    Parameters
    ----------
    calls : pandas.DataFrame
        Calls of a period.
    colouring : Colouring

    Returns
    -------
    dict of str to int
        Entries that share nothing are left out.
    """
    shared = (keys for call in records(calls) if len(keys := colouring.counts_for(call)) > 1)
    return dict(Counter(key for keys in shared for key in keys))


def legend_groups(
    colouring: Colouring,
    factions: pd.DataFrame,
    alliances: pd.DataFrame,
    calls: pd.DataFrame,
    name_of: Callable[[str], str],
) -> list[LegendGroup]:
    """The entries of a legend apart from contested and no evidence, grouped.

    Parameters
    ----------
    colouring : Colouring
    factions, alliances : pandas.DataFrame
        Tables of the atlas.
    calls : pandas.DataFrame
        Calls of a period, or of several one below the other.
    name_of : callable
        Gives the name of a key that stands in no table: ``no-alliance``, a state of capitals, a grade.

    Returns
    -------
    list of LegendGroup
        Factions that lead somewhere by alliance, the largest first, equal ones in the order of the alphabet; alliances
        likewise in one group; states of capitals and grades in their own order, whether they occur or not.
    """
    counted = totals(calls, colouring)
    shared = shared_provinces(calls, colouring)
    names = {row["faction_id"]: row["name"] for row in records(factions)}
    short_names = {row["alliance_id"]: row["short_name"] for row in records(alliances)}

    def item(key: str) -> LegendItem:
        table: Mapping[Any, Any] = names if colouring.name == "faction" else short_names
        name = str(table[key]) if key in table else name_of(key)
        provinces, area = counted.get(key, (0, 0.0))
        return LegendItem(key, name, colouring.code(key), colouring.look(key), provinces, area, shared.get(key, 0))

    if colouring.name in ("capital", "evidence"):
        order = CAPITAL_STATES if colouring.name == "capital" else GRADES
        return [LegendGroup("", tuple(map(item, order)))]
    items = [item(key) for key in counted if key not in (CONTESTED, NOBODY)]
    items.sort(key=lambda one: (-one.provinces, one.key))
    if colouring.name == "alliance":
        return [LegendGroup("", tuple(items))]
    alliance_of = {row["faction_id"]: row["alliance_id"] for row in records(factions)}
    groups: dict[str, list[LegendItem]] = {}
    for one in items:
        groups.setdefault(short_names.get(alliance_of[one.key]) or name_of("no-alliance"), []).append(one)
    ordered = sorted(groups.items(), key=lambda pair: (-sum(one.provinces for one in pair[1]), pair[0]))
    return [LegendGroup(name, tuple(some)) for name, some in ordered]


def present_only(calls: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Factions that are reported somewhere and lead nowhere.

    Parameters
    ----------
    calls : pandas.DataFrame
        Columns ``name``, ``factions`` and ``others`` of a period.

    Returns
    -------
    dict of str to tuple of str
        Names of the provinces where they are reported, by faction, both ordered.
    """
    leading = {faction_id for factions in calls["factions"] for faction_id in factions}
    found: dict[str, set[str]] = {}
    for name, others in zip(calls["name"], calls["others"], strict=True):
        for faction_id in others:
            if faction_id not in leading:
                found.setdefault(faction_id, set()).add(name)
    return {faction_id: tuple(sorted(found[faction_id])) for faction_id in sorted(found)}
