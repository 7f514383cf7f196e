"""The faction legend: who leads where in a period, and how to read the fill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import geopandas as gpd

from dashboard.map.payload import capital_sign_name, capital_signs
from dashboard.map.pictures import picture_address, swatch_address
from dashboard.panels.templating import render
from dashboard.text import Texts
from geodata import Atlas
from geodata.style import NO_EVIDENCE, Look, Style

SAMPLE_COLOURS = ("#4a5568", "#a0aec0")
"""Greys, so that the samples of the five looks stand for no faction."""

SIGN_STATES = (
    ("government", False), ("resistance", False), ("contested", False), ("unknown", False),
    ("government", True), ("resistance", True),
)  # fmt: skip


@dataclass(frozen=True)
class LegendItem:
    """One faction of the legend."""

    faction_id: str
    name: str
    code: str
    swatch: str
    provinces: int


@dataclass(frozen=True)
class LegendGroup:
    """Factions of one alliance."""

    name: str
    items: tuple[LegendItem, ...]


def legend_groups(atlas: Atlas, calls: gpd.GeoDataFrame, no_alliance: str) -> list[LegendGroup]:
    """Group the factions that lead somewhere in a period by alliance, the largest first.

    Parameters
    ----------
    atlas : Atlas
    calls : geopandas.GeoDataFrame
        Calls of the period.
    no_alliance : str
        Heading for factions without an alliance.

    Returns
    -------
    list of LegendGroup
        A province that factions share counts for each of them; contested ones count for nobody.
    """
    style = Style(atlas.factions)
    led = calls.loc[calls["status"].isin(["held", "shared"]), "factions"].explode().value_counts()
    factions = atlas.factions.set_index("faction_id")
    names = atlas.alliances.set_index("alliance_id")["short_name"].to_dict()
    groups: dict[str, list[LegendItem]] = {}
    for faction_id, count in sorted(led.items(), key=lambda pair: (-pair[1], pair[0])):
        faction = factions.loc[faction_id]
        item = LegendItem(
            faction_id, faction["name"], faction["code"], swatch_address(style.faction_look(faction_id)), int(count)
        )
        groups.setdefault(names.get(faction["alliance_id"], no_alliance), []).append(item)
    ordered = sorted(groups.items(), key=lambda pair: (-sum(item.provinces for item in pair[1]), pair[0]))
    return [LegendGroup(name, tuple(items)) for name, items in ordered]


def legend_html(atlas: Atlas, calls: gpd.GeoDataFrame, words: Texts) -> str:
    """The legend of a period as HTML."""
    statuses = calls["status"].value_counts()
    first, second = SAMPLE_COLOURS
    looks = [
        ("look-held", Look("held", (first,), ("plain",))),
        ("look-shared", Look("shared", (first, second), ("plain", "plain"))),
        ("look-contested", Look("contested", (first, second), ("plain", "plain"))),
        ("look-weak", Look("held", (first,), ("plain",), weak=True)),
        ("look-no-evidence", NO_EVIDENCE),
    ]
    others: list[dict[str, Any]] = [
        {"id": status, "text": words(f"legend-{status}"), "count": int(statuses.get(status, 0)), "swatch": swatch}
        for status, swatch in (
            ("contested", swatch_address(looks[2][1])),
            ("no-evidence", swatch_address(NO_EVIDENCE)),
        )
    ]
    signs = capital_signs()
    states = []
    for status, changed in SIGN_STATES:
        text = words(f"capital-{status}")
        if changed:
            text = words("capital-changed", state=text)
        states.append((signs[capital_sign_name(status, changed)], text))
    return render(
        "legend.html.j2",
        texts=words,
        groups=legend_groups(atlas, calls, words("legend-independent")),
        others=others,
        looks=[(words(key), swatch_address(look)) for key, look in looks],
        signs=[(picture_address(sign), text) for sign, text in states],
    )

