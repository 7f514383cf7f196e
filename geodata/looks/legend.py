"""The legend: what the fill means, who leads where, in one order for page, figure and exported file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from geodata.frames import Rows, records
from geodata.looks.colouring import Colouring
from geodata.looks.look import Look
from geodata.rule import LED


@dataclass(frozen=True)
class Count:
    """What an entry of the legend has of a period.

    Attributes
    ----------
    provinces : int
        A shared province counts as one for each sharer.
    firm : int
        How many of them rest on firm evidence.
    shared : int
        How many of them count for others as well.
    area_km2 : float
        Of a shared province each sharer has an equal part.
    parts : int
        Areas of parts of provinces: they are never summed with provinces.
    """

    provinces: int = 0
    firm: int = 0
    shared: int = 0
    area_km2: float = 0.0
    parts: int = 0


@dataclass(frozen=True)
class LegendItem:
    """One entry of the legend.

    Attributes
    ----------
    key : str
        Identifier of a faction, alliance or side, a state of capitals, a grade, or a status.
    name, code : str
    look : Look
    count : Count
        Nothing where the entry leads nowhere in the period: it is there all the same, so that all keep their places.
    present : bool
        Whether the map of the period shows it: as who leads, contends or is named, or in a part.
    """

    key: str
    name: str
    code: str
    look: Look
    count: Count
    present: bool = True


@dataclass(frozen=True)
class LegendGroup:
    """Entries under a heading, which may be empty."""

    name: str
    items: tuple[LegendItem, ...]


@dataclass(frozen=True)
class Legend:
    """A legend.

    Attributes
    ----------
    groups : tuple of LegendGroup
        Those whom the map of some period shows, or all sides, grades or states of capitals.
    statuses : tuple of LegendItem
        Contested, unclear, known only in parts, nobody tells: those that the colouring has.
    """

    groups: tuple[LegendGroup, ...]
    statuses: tuple[LegendItem, ...]


def counts(calls: pd.DataFrame, colouring: Colouring, areas: pd.DataFrame | None = None) -> dict[str, Count]:
    """Provinces and area of each entry of the legend.

    Parameters
    ----------
    calls : pandas.DataFrame
        Calls of a period.
    colouring : Colouring
    areas : pandas.DataFrame, optional
        Its areas, as `Atlas.areas` gives them.

    Returns
    -------
    dict of str to Count
        Every entry that the map shows. A province that nobody leads for certain counts for its status alone, and not
        for those whom it names.
    """
    return counts_of(records(calls), colouring, () if areas is None else records(areas))


def counts_of(calls: Rows, colouring: Colouring, areas: Rows = ()) -> dict[str, Count]:
    """As `counts`, from rows."""
    # Provinces, firm, shared, area: added up in place, since of a large atlas there are tens of thousands.
    sums: dict[str, list[Any]] = {}
    for call in calls:
        shown, firm = colouring.shown(call), colouring.is_firm(call)
        keys = colouring.counts_for(shown)
        for key in shown.keys:
            sums.setdefault(key, [0, 0, 0, 0.0])
        for key in keys:
            summed = sums[key]
            summed[0] += 1
            summed[1] += firm
            summed[2] += len(keys) > 1
            summed[3] += call["area_km2"] / len(keys)
    found = {key: Count(*summed) for key, summed in sums.items()}
    for part in areas:
        in_part = colouring.shown_in_part(part)
        for key in in_part.keys if in_part else ():
            one = found.get(key, Count())
            found[key] = replace(one, parts=one.parts + 1)
    return found


def legend_of(
    colouring: Colouring,
    here: Mapping[str, Count],
    every: Sequence[Mapping[str, Count]],
    name_of: Callable[[str], str],
) -> Legend:
    """The legend of a period.

    Parameters
    ----------
    colouring : Colouring
    here : Mapping of str to Count
        From `counts`, of the period.
    every : sequence of Mapping of str to Count
        Of all periods: they decide which entries there are, and their order.
    name_of : callable
        Gives the name of a key that stands in no table: ``no-alliance``, a state of capitals, a grade, a status.

    Returns
    -------
    Legend
        The same entries in the same places whatever the period. Factions by alliance and alliances: who leads most
        provinces over all periods first, equal ones in the order of the alphabet; sides, states of capitals, grades and
        statuses in their own order.
    """

    def item(key: str) -> LegendItem:
        name = colouring.names.get(key) or name_of(key)
        return LegendItem(key, name, colouring.code(key), colouring.look(key), here.get(key, Count()), key in here)

    statuses = tuple(item(key) for key in colouring.status_keys)
    if colouring.name not in ("faction", "alliance"):
        return Legend((LegendGroup("", tuple(map(item, colouring.entries()))),), statuses)
    provinces = {key: 0 for one in every for key in one if key in set(colouring.entries())}
    for one in every:
        for key in provinces.keys() & one.keys():
            provinces[key] += one[key].provinces
    groups: dict[str, list[str]] = {}
    for key in sorted(provinces, key=lambda key: (-provinces[key], key)):
        groups.setdefault(colouring.group(key), []).append(key)
    ordered = sorted(groups, key=lambda group: (-sum(provinces[key] for key in groups[group]), group))
    return Legend(
        tuple(
            LegendGroup(colouring.group_name(group) or (group and name_of(group)), tuple(map(item, groups[group])))
            for group in ordered
        ),
        statuses,
    )


def provinces_led(calls: pd.DataFrame) -> dict[str, int]:
    """Count the provinces that each faction leads.

    Parameters
    ----------
    calls : pandas.DataFrame
        Columns ``status`` and ``factions`` (tuple of ids).

    Returns
    -------
    dict of str to int
        A province that factions share counts for each of them; what nobody leads for certain counts for nobody.

    Examples
    --------
    >>> calls = pd.DataFrame({"status": ["held", "shared", "contested"], "factions": [("a",), ("a", "b"), ("b",)]})
    >>> provinces_led(calls)
    {'a': 2, 'b': 1}
    """
    led = calls.loc[calls["status"].isin(LED), "factions"].explode().value_counts()
    return {str(faction_id): int(count) for faction_id, count in sorted(led.items())}


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
    return present_only_of(records(calls[["name", "factions", "others"]]))


def present_only_of(calls: Rows) -> dict[str, tuple[str, ...]]:
    """As `present_only`, from rows."""
    leading = {faction_id for call in calls for faction_id in call["factions"]}
    found: dict[str, set[str]] = {}
    for call in calls:
        for faction_id in call["others"]:
            if faction_id not in leading:
                found.setdefault(faction_id, set()).add(call["name"])
    return {faction_id: tuple(sorted(found[faction_id])) for faction_id in sorted(found)}
