"""Provinces, towns, factions and their leaders to find by typing, in every spelling that the tables know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from dashboard.assets import Asset, json_bytes, make_asset
from dashboard.downloads import DATA_PREFIX
from dashboard.edition import Edition, cached
from geodata.frames import LIST_SEPARATOR, records
from geodata.telling import fold_rules, sounds, spellings_of

BRACKETS = re.compile(r"\s*\([^)]*\)")

Kind = Literal["province", "town", "faction"]


@dataclass(frozen=True, slots=True)
class Findable:
    """Something that can be gone to.

    Attributes
    ----------
    kind : {"province", "town", "faction"}
    id : str
    province_id : str
        Where it is; empty for a faction.
    name : str
    about : str
        What it is, in words: of things of one name that are in one place, with what tells them apart.
    spellings : tuple of str
        Every other spelling, and who led a faction.
    """

    kind: Kind
    id: str
    province_id: str
    name: str
    about: str
    spellings: tuple[str, ...]

    @property
    def key(self) -> str:
        """Kind and identifier: no two things have the same."""
        return f"{self.kind} {self.id}"


def leaders_of(row: Mapping[str, Any]) -> list[str]:
    """Who led a faction, without what the table adds in brackets.

    Examples
    --------
    >>> leaders_of({"leader": "Babrak Karmal (to 1986); Mohammed Najibullah"})
    ['Babrak Karmal', 'Mohammed Najibullah']
    """
    listed = str(row.get("leader") or "").split(LIST_SEPARATOR)
    return [name for one in listed if (name := BRACKETS.sub("", one).strip())]


def findable(edition: Edition) -> tuple[Findable, ...]:
    """Everything that can be found, one row a thing, however many things have one name.

    Made anew each time: of thousands of places the file for the browser alone is kept, see `findable_asset`.
    """
    found = []
    for kind, row, about in _rows(edition):
        name, *others = dict.fromkeys([*spellings_of(row), *leaders_of(row)])
        key = row[{"province": "province_id", "town": "place_id", "faction": "faction_id"}[kind]]
        province_id = row["province_id"] if kind != "faction" else ""
        found.append(Findable(kind, key, province_id, name, about, tuple(others)))
    named: dict[tuple[str, str], int] = {}
    for one in found:
        named[one.name, one.about] = named.get((one.name, one.about), 0) + 1
    return tuple(
        replace(one, about=f"{one.about}, {one.id}") if named[one.name, one.about] > 1 else one for one in found
    )


@cached(1)
def findable_asset(edition: Edition) -> Asset:
    """The file of what can be found in an edition of the atlas's own reading, for the browser to look through.

    A list of ``[key, name, about, spellings, heard]``, where ``heard`` has name and spellings as
    `geodata.telling.sounds` writes them.
    """
    rows = [
        (one.key, one.name, one.about, one.spellings, [sounds(text) for text in (one.name, *one.spellings)])
        for one in findable(edition)
    ]
    return make_asset(f"find-{edition.language}", ".json", json_bytes(rows), place=edition.place)


@cached(1)
def find_data(edition: Edition) -> dict[str, Any]:
    """What the box needs to find by itself, while a reader types.

    Returns
    -------
    dict
        ``rows``, the address of `findable_asset`; ``rules``, see `geodata.telling.fold_rules`; ``label`` and
        ``nothing``; ``answers``, the address that answers a line with a place and a date; ``open``, what leads on from
        its answer.
    """
    words = edition.words
    return {
        "rows": findable_asset(edition.own).address,
        "rules": fold_rules(),
        "label": find_label(edition),
        "nothing": words("find-nothing"),
        "answers": edition.address_of(f"{DATA_PREFIX}/answer"),
        "language": edition.language,
        "open": words("find-open-map"),
    }


def find_label(edition: Edition) -> str:
    """What the box says that it finds."""
    return edition.words("find-label" if "leaders" in edition.atlas.has else "find-label-names")


def province_of(edition: Edition, kind: str, key: str) -> str | None:
    """The province to go to for a province or town; None for what is neither, or unknown."""
    if kind == "province":
        return key if key in set(edition.atlas.package.provinces["province_id"]) else None
    if kind != "town":
        return None
    places = edition.atlas.places
    found = places.loc[places["place_id"] == key, "province_id"]
    return None if found.empty else str(found.iloc[0])


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
