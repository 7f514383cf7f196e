"""Pockets: places where somebody led a part of a province."""

from __future__ import annotations

from typing import Any

from dashboard.map.words import CallWords
from geodata import Atlas, Period
from geodata.frames import records
from geodata.grades import LEADING_ROLES, best_grade, is_firm
from geodata.style import Style

DECIMALS = 3
"""About 100 m: places are known no better."""


def pockets(atlas: Atlas, period: Period, words: CallWords, style: Style) -> list[dict[str, Any]]:
    """Find the pockets of a period, apart from the capitals, on firm evidence.

    Parameters
    ----------
    atlas : Atlas
    period : Period
    words : CallWords
    style : Style

    Returns
    -------
    list of dict
        ``province``, ``at`` (longitude, latitude), ``fill`` (colour of the faction) and ``text``; one entry per place
        and faction, ordered. Where a party is named, claims there that name none of its side add nothing.
    """
    claims = atlas.claims(period=period.id)
    local = claims[
        (claims["extent"] == "part")
        & (claims["domain"] != "capital")
        & claims["role"].isin(LEADING_ROLES)
        & claims["grade"].map(is_firm)
        & (claims["place_id"] != "")
    ]
    named = {(row["place_id"], row["side"]) for row in records(local) if row["names_party"]}
    at_place: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in records(local.sort_values(["place_id", "faction_id"])):
        if row["names_party"] or (row["place_id"], row["side"]) not in named:
            at_place.setdefault((row["place_id"], row["faction_id"]), []).append(row)
    places = {place["place_id"]: place for place in records(atlas.places)}
    return [
        {
            "province": rows[0]["province_id"],
            "at": [round(places[place_id]["lon"], DECIMALS), round(places[place_id]["lat"], DECIMALS)],
            "fill": style.faction_look(faction_id).colours[0],
            "text": words.texts(
                "pocket",
                place=places[place_id]["name"],
                factions=words.factions([faction_id]),
                grade=words.grade(best_grade(row["grade"] for row in rows)),
            ),
        }
        for (place_id, faction_id), rows in at_place.items()
    ]
