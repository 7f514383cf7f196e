"""Provinces, towns and factions to find by typing, in every spelling that the tables know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dashboard.edition import Edition, kept
from geodata.frames import LIST_SEPARATOR, records
from geodata.telling import spellings_of

BRACKETS = re.compile(r"\s*\([^)]*\)")

Kind = Literal["province", "town", "faction"]


@dataclass(frozen=True)
class Findable:
    """One spelling of something that can be gone to.

    Attributes
    ----------
    kind : {"province", "town", "faction"}
    id : str
    province_id : str
        Where it is; empty for a faction.
    label : str
        What the reader sees: the spelling, what is found by it, and its kind.
    """

    kind: Kind
    id: str
    province_id: str
    label: str


def leaders_of(row: Mapping[str, Any]) -> list[str]:
    """Who led a faction, without what the table adds in brackets.

    Examples
    --------
    >>> leaders_of({"leader": "Babrak Karmal (to 1986); Mohammed Najibullah"})
    ['Babrak Karmal', 'Mohammed Najibullah']
    """
    listed = str(row.get("leader") or "").split(LIST_SEPARATOR)
    return [name for one in listed if (name := BRACKETS.sub("", one).strip())]


@kept(8)
def findable(edition: Edition) -> tuple[Findable, ...]:
    """Everything that can be found, its own names first, factions by their leaders too; each label once."""
    own: dict[str, Findable] = {}
    others: dict[str, Findable] = {}
    for kind, row, kind_words in _rows(edition):
        name = row["name"]
        key = row[{"province": "province_id", "town": "place_id", "faction": "faction_id"}[kind]]
        province_id = row["province_id"] if kind != "faction" else ""
        for number, spelling in enumerate([*spellings_of(row), *leaders_of(row)]):
            named = {"spelling": spelling, "name": name, "kind": kind_words}
            label = edition.words("find-other-spelling" if number else "find-own-name", **named)
            (others if number else own).setdefault(label, Findable(kind, key, province_id, label))
    return tuple((own | {label: one for label, one in others.items() if label not in own}).values())


def period_with(edition: Edition, province_id: str, period_id: str) -> str:
    """The period itself if it has the province, else the first that has."""
    order = [period_id, *(period.id for period in edition.atlas.periods)]
    return next((one for one in order if province_id in set(edition.atlas.provinces(one)["province_id"])), period_id)


def _rows(edition: Edition) -> Iterator[tuple[Kind, dict[str, Any], str]]:
    shown = {key for period in edition.atlas.periods for key in edition.atlas.provinces(period.id)["province_id"]}
    names: dict[str, str] = {}
    for row in records(
        edition.atlas.package.provinces.drop(columns="geometry").drop_duplicates("province_id", keep="last")
    ):
        if row["province_id"] in shown:
            names[row["province_id"]] = row["name"]
            yield "province", row, edition.words("find-kind-province")
    for row in records(edition.atlas.places):
        if row["province_id"] in names:
            yield "town", row, edition.words("find-kind-town", province=names[row["province_id"]])
    for row in records(edition.atlas.factions):
        yield "faction", row, edition.words("find-kind-faction")
