"""The faction legend: who leads where, grouped by alliance, in one order for page, figure and exported file."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from geodata.frames import records
from geodata.looks import Look
from geodata.style import Style

LED = ("held", "shared")


@dataclass(frozen=True)
class LegendItem:
    """One faction of the legend."""

    faction_id: str
    name: str
    code: str
    look: Look
    provinces: int


@dataclass(frozen=True)
class LegendGroup:
    """Factions of one alliance."""

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


def legend_groups(
    factions: pd.DataFrame, alliances: pd.DataFrame, calls: pd.DataFrame, no_alliance: str
) -> list[LegendGroup]:
    """Group the factions that lead somewhere by alliance, the largest first.

    Parameters
    ----------
    factions, alliances : pandas.DataFrame
        Tables of the atlas.
    calls : pandas.DataFrame
        Calls of a period, or of several one below the other.
    no_alliance : str
        Heading for factions without an alliance.

    Returns
    -------
    list of LegendGroup
        Counts as `provinces_led` has them; equal counts stand in the order of the alphabet.
    """
    style = Style(factions)
    rows = {row["faction_id"]: row for row in records(factions)}
    names = alliances.set_index("alliance_id")["short_name"].to_dict()
    groups: dict[str, list[LegendItem]] = {}
    for faction_id, count in sorted(provinces_led(calls).items(), key=lambda pair: (-pair[1], pair[0])):
        faction = rows[faction_id]
        item = LegendItem(faction_id, faction["name"], faction["code"], style.faction_look(faction_id), count)
        groups.setdefault(names.get(faction["alliance_id"], no_alliance), []).append(item)
    ordered = sorted(groups.items(), key=lambda pair: (-sum(item.provinces for item in pair[1]), pair[0]))
    return [LegendGroup(name, tuple(items)) for name, items in ordered]
