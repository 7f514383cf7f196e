"""Provinces, towns, factions and their leaders to find by typing, in every spelling that the tables know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dashboard.downloads import DATA_PREFIX
from dashboard.edition import Edition, cached
from geodata.frames import LIST_SEPARATOR, records
from geodata.telling import fold_rules, sounds, spellings_of

BRACKETS = re.compile(r"\s*\([^)]*\)")

Kind = Literal["province", "town", "faction"]


@dataclass(frozen=True)
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


@cached(8)
def findable(edition: Edition) -> tuple[Findable, ...]:
    """Everything that can be found, one row a thing, however many things have one name."""
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
        Findable(**{**vars(one), "about": f"{one.about}, {one.id}"}) if named[one.name, one.about] > 1 else one
        for one in found
    )


@cached(8)
def find_data(edition: Edition) -> dict[str, Any]:
    """What the box needs to find by itself, while a reader types.

    Returns
    -------
    dict
        ``rows`` of ``[key, name, about, spellings, heard]``, where ``heard`` has name and spellings as
        `dashboard.parts.sounds` writes them; ``rules``, see `dashboard.parts.fold_rules`; ``label`` and ``nothing``;
        ``answers``, the address that answers a line with a place and a date, and what its answer is called.
    """
    rows = [
        [one.key, one.name, one.about, one.spellings, [sounds(text) for text in (one.name, *one.spellings)]]
        for one in findable(edition)
    ]
    words = edition.words
    return {
        "rows": rows,
        "rules": fold_rules(),
        "label": words("find-label" if "leaders" in edition.atlas.has else "find-label-names"),
        "nothing": words("find-nothing"),
        "answers": edition.address_of(f"{DATA_PREFIX}/answer"),
        "language": edition.language,
        "open": words("find-open-map"),
    }


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
