"""The faction legend: who leads where in a period, and how to read the fill."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import geopandas as gpd

from dashboard.map.payload import capital_sign_name, capital_signs
from dashboard.map.pictures import pictures_css
from dashboard.map.words import CallWords
from dashboard.panels.templating import render
from dashboard.text import Texts
from geodata import Atlas
from geodata.frames import records
from geodata.style import NO_EVIDENCE, Look, Style

SAMPLE_COLOURS = ("#4a5568", "#a0aec0")

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
    look: Look
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
        item = LegendItem(faction_id, faction["name"], faction["code"], style.faction_look(faction_id), int(count))
        groups.setdefault(names.get(faction["alliance_id"], no_alliance), []).append(item)
    ordered = sorted(groups.items(), key=lambda pair: (-sum(item.provinces for item in pair[1]), pair[0]))
    return [LegendGroup(name, tuple(items)) for name, items in ordered]


@lru_cache(maxsize=64)
def legend_html(atlas: Atlas, words: Texts, period_id: str) -> str:
    """The faction legend of a period as HTML."""
    calls = atlas.control(period_id)
    statuses = calls["status"].value_counts()
    looks = sample_looks()
    others = [
        {"id": status, "text": words(f"legend-{status}"), "count": int(statuses.get(status, 0)), "look": looks[status]}
        for status in ("contested", "no-evidence")
    ]
    groups = legend_groups(atlas, calls, words("legend-independent"))
    return render("legend.html.j2", texts=words, groups=groups, others=others)


@lru_cache(maxsize=8)
def key_html(atlas: Atlas, words: Texts) -> str:
    """How to read fills, signs and lines, as HTML."""
    phrases = CallWords(atlas, words)
    return render(
        "key.html.j2",
        texts=words,
        looks=[(words(f"look-{name}"), look) for name, look in sample_looks().items()],
        signs=[
            (capital_sign_name(status, changed), phrases.capital_state_of(status, changed))
            for status, changed in SIGN_STATES
        ],
    )


def sample_looks() -> dict[str, Look]:
    """The five looks in greys that stand for no faction."""
    first, second = SAMPLE_COLOURS
    return {
        "held": Look("held", (first,), ("plain",)),
        "shared": Look("shared", (first, second), ("plain", "plain")),
        "contested": Look("contested", (first, second), ("plain", "plain")),
        "weak": Look("held", (first,), ("plain",), weak=True),
        "no-evidence": NO_EVIDENCE,
    }


@lru_cache(maxsize=8)
def legend_css(atlas: Atlas) -> str:
    """Style sheet with the pictures of every look and sign that legend, key and panels can show."""
    style = Style(atlas.factions)
    looks = {look.id: look for look in sample_looks().values()}
    for faction_id in atlas.factions["faction_id"]:
        look = style.faction_look(faction_id)
        looks[look.id] = look
    for period in atlas.periods:
        for call in records(atlas.control(period.id)):
            look = style.look(call["status"], call["factions"], call["grade"])
            looks[look.id] = look
    return pictures_css(looks.values(), capital_signs())
