"""Pockets as the browser takes them: places where somebody led a part of a province."""

from __future__ import annotations

from typing import Any

from dashboard.edition import Edition
from dashboard.parts import CallWords
from geodata import Period
from geodata.looks import Style
from geodata.rule import find_pockets

DECIMALS = 3
"""About 100 m: places are known no better."""


def pockets(edition: Edition, period: Period, words: CallWords, style: Style) -> list[dict[str, Any]]:
    """Describe the pockets of a period, as `find_pockets` finds them.

    Parameters
    ----------
    edition : Edition
    period : Period
    words : CallWords
    style : Style

    Returns
    -------
    list of dict
        ``province``, ``faction``, ``at`` (longitude, latitude), ``fill`` (colour of the faction) and ``text``; one
        entry per place and faction, ordered.
    """
    return [
        {
            "province": pocket.province_id,
            "at": [round(pocket.lon, DECIMALS), round(pocket.lat, DECIMALS)],
            "faction": pocket.faction_id,
            "fill": style.faction_look(pocket.faction_id).colours[0],
            "text": words.texts(
                "pocket",
                place=pocket.place,
                factions=words.factions([pocket.faction_id]),
                grade=words.grade(pocket.grade),
            ),
        }
        for pocket in find_pockets(edition.atlas.claims(period=period.id), edition.atlas.places)
    ]
