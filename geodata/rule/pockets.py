"""Pockets: places where somebody led a part of a province."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from geodata.frames import records
from geodata.rule.vocabulary import FIRM, LEADING_ROLES, best_grade


@dataclass(frozen=True)
class Pocket:
    """A place and the faction that led there, on firm evidence."""

    province_id: str
    place_id: str
    place: str
    lon: float
    lat: float
    faction_id: str
    grade: str


def find_pockets(claims: pd.DataFrame, places: pd.DataFrame) -> list[Pocket]:
    """Find the pockets of a period, apart from the capitals, on firm evidence.

    Parameters
    ----------
    claims : pandas.DataFrame
        Claims of the period as `Atlas.claims` gives them.
    places : pandas.DataFrame
        Places of the atlas.

    Returns
    -------
    list of Pocket
        One for each place and faction, ordered. Where a party is named, claims there that name none of its side add
        nothing.
    """
    local = claims[
        (claims["extent"] == "part")
        & (claims["domain"] != "capital")
        & claims["role"].isin(LEADING_ROLES)
        & (claims["strength"] == FIRM)
        & (claims["place_id"] != "")
    ]
    named = {(row["place_id"], row["side"]) for row in records(local) if row["names_party"]}
    grades: dict[tuple[str, str], list[str]] = {}
    provinces: dict[tuple[str, str], str] = {}
    for row in records(local.sort_values(["place_id", "faction_id"])):
        if row["names_party"] or (row["place_id"], row["side"]) not in named:
            key = (row["place_id"], row["faction_id"])
            grades.setdefault(key, []).append(row["grade"])
            provinces.setdefault(key, row["province_id"])
    known = {place["place_id"]: place for place in records(places)}
    return [
        Pocket(
            provinces[key],
            key[0],
            known[key[0]]["name"],
            float(known[key[0]]["lon"]),
            float(known[key[0]]["lat"]),
            key[1],
            best_grade(grades[key]),
        )
        for key in grades
    ]
