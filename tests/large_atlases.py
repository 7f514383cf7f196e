"""Made-up atlases that are large or long: for what depends on how many units, stops, factions and claims there are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import ceil, sqrt
from pathlib import Path
from random import Random
from typing import Any

from tests.made_atlases import write_atlas

SEED = 20261126
FIRST_YEAR = 1800
STEP = 0.2
"""Degrees from one corner of a unit to the next."""

UNSTEADY = 0.06
"""Degrees by which a corner may lie off its place: no two units have the same outline, and all of them fit together."""

HANDS_CHANGE = 0.08
"""Part of the units that have another holder at the next stop."""

UNTOLD = 0.04
"""Part of the units of which a stop says nothing."""

TWICE_NAMED = 9
"""The name of every so manieth unit is that of another one, too; what they lie in tells them apart."""

FIRST_SOUNDS = ("Ba", "Ce", "Do", "Fi", "Gu", "Ha", "Je", "Ko", "Li", "Mu", "Na", "Pe", "Ro", "Si")
LAST_SOUNDS = ("lden", "mora", "ster", "vik", "rune", "tal", "wick", "nia", "sund", "dar", "fell", "gard", "holm")
PARTS = ("North", "South", "East", "West", "Upper", "Lower", "Old", "New", "Great", "Little", "Inner", "Outer")
KINDS = ("Duchy", "League", "House", "Free Town", "March")


def large_atlas(
    folder: Path, units: int, stops: int, factions: int = 12, *, told: bool = True, stories: bool = False
) -> Path:
    """Write an atlas of any size: a grid of units, a data set with a value for nearly each of them at each stop.

    Parameters
    ----------
    folder : pathlib.Path
        Where it is written; it must not be there yet.
    units, stops, factions : int
        How many of each; stops are years.
    told : bool, optional
        Whether anything is told at all; else the atlas has shapes, years and parties, and no claim.
    stories : bool, optional
        Whether it has what books tell as well: towns that are the seats of the first units, alliances, events, and
        sentences that say otherwise than the data set.

    Returns
    -------
    pathlib.Path
        The folder.
    """
    random = Random(SEED)
    names, parties = unit_names(units), party_ids(factions)
    years = [str(FIRST_YEAR + number) for number in range(stops)]
    held = holders(random, units, stops, parties)
    tables: dict[str, list[list[str]]] = {
        "periods": [
            ["period_id", "label", "start", "end", "edtf"],
            *([year, year, f"{year}-01-01", f"{year}-12-31", year] for year in years),
        ],
        "sides": [
            ["side_id", "name", "colour", "sign", "order"],
            ["crown", "the Crown", "#2456a6", "circle", "1"],
            ["estates", "the Estates", "#a62424", "square", "2"],
        ],
        "factions": [
            ["faction_id", "name", "short_name", "kind", "side", "alliance_id"],
            *(
                [one, name_of(one), name_of(one), "party", ("crown", "estates")[number % 2], _alliance(number, stories)]
                for number, one in enumerate(parties)
            ),
        ],
        "claims": [list(CLAIMS)],
        "scopes": [["claim_id", "province_id", "extent", "named"]],
        "sources": [
            ["source_id", "type", "title", "author", "language", "kind", "independent", "thin"],
            ["rolls", "dataset", "Rolls of the Provinces", "A. Clerk", "en", "reference", "true", "false"],
            ["book", "book", "A History of the Provinces", "B. Scholar", "en", "scholarship", "true", "false"],
        ],
    }
    if told:
        tables["observations"] = [
            ["province_id", "period_id", "faction_id", "source_id"],
            *(
                [unit_id(unit), year, holder, "rolls"]
                for year, row in zip(years, held, strict=True)
                for unit, holder in enumerate(row)
                if holder
            ),
        ]
    if stories:
        _tell_stories(tables, random, names, years, parties)
    write_atlas(
        folder,
        {
            "title": f"{units} provinces in {stops} years",
            "version": "1.0.0",
            "control": "Whose officers collected the taxes of the province in that year.",
            "near_days": 0,
            "licenses": [{"name": "CC0-1.0", "title": "Creative Commons Zero 1.0"}],
        },
        tables,
        _shapes(random, names, seats=SEATS if stories else 0),
        {"sources": [{"title": "Surveyor of a made-up country"}], "licenses": [{"name": "CC0-1.0"}]},
    )
    return folder


CLAIMS = (
    "claim_id", "sentence_id", "faction_id", "domain", "role", "scope", "date", "basis", "statement", "source_id",
)  # fmt: skip

SEATS = 12
"""Units with a town that is their seat, where stories are told."""

ALLIANCES = ("northern", "southern", "maritime")


def unit_id(number: int) -> str:
    """The id of a unit."""
    return f"u{number:05d}"


def unit_names(units: int) -> list[str]:
    """Names of units, some of them twice."""
    simple = ["".join(one) for one in product(FIRST_SOUNDS, LAST_SOUNDS)]
    longer = (f"{part} {name}" for part in _counted(PARTS) for name in simple)
    found = [*simple, *(name for name, _ in zip(longer, range(max(0, units - len(simple))), strict=False))][:units]
    for number in range(TWICE_NAMED, units, 2 * TWICE_NAMED):
        found[number] = found[number - 1]
    return found


def party_ids(factions: int) -> list[str]:
    """Ids of factions: all of them words, no two alike, and many with the same initials."""
    sounds = [(first + last).lower() for first, last in product(FIRST_SOUNDS, LAST_SOUNDS)]
    # Steps through the list, so that neighbours in it do not begin alike.
    return [
        f"{KINDS[number % len(KINDS)].lower().replace(' ', '-')}-{sounds[number * 11 % len(sounds)]}"
        for number in range(factions)
    ]


def name_of(party: str) -> str:
    """The name of a faction."""
    return " ".join(word.capitalize() for word in party.split("-"))


def holders(random: Random, units: int, stops: int, parties: Sequence[str]) -> list[list[str]]:
    """Who holds each unit at each stop, nobody where it is empty: few parties hold much, and each holds something."""
    sizes = [1 / (number + 1) for number in range(len(parties))]
    now = [*parties, *random.choices(parties, sizes, k=max(0, units - len(parties)))][:units]
    random.shuffle(now)
    found = []
    for _ in range(stops):
        found.append(["" if random.random() < UNTOLD else one for one in now])
        now = [random.choices(parties, sizes)[0] if random.random() < HANDS_CHANGE else one for one in now]
    return found


def _counted(words: Sequence[str]) -> list[str]:
    """The words, and each of them before each other one where more are needed."""
    return [*words, *(f"{one} {other}" for one, other in product(words, words) if one != other)]


def _alliance(number: int, stories: bool) -> str:
    return ALLIANCES[number % len(ALLIANCES)] if stories and number % 4 else ""


def _tell_stories(
    tables: dict[str, list[list[str]]],
    random: Random,
    names: Sequence[str],
    years: Sequence[str],
    parties: Sequence[str],
) -> None:
    columns = ceil(sqrt(len(names)))
    seats = range(min(SEATS, len(names)))
    tables["alliances"] = [
        ["alliance_id", "name", "short_name"],
        *([one, f"{one.capitalize()} Alliance", one.capitalize()] for one in ALLIANCES),
    ]
    tables["places"] = [
        ["place_id", "name", "lon", "lat", "kind", "position", "province_id", "source_id"],
        *(
            [f"seat-{one}", f"Fort {names[one]}", f"{STEP * (one % columns + 0.5):.3f}",
             f"{40 + STEP * (one // columns + 0.5):.3f}", "capital", "approximate", unit_id(one), "book"]
            for one in seats
        ),
    ]  # fmt: skip
    tables["events"] = [["event_id", "date", "place_id", "province_id", "faction_id", "kind", "statement", "source_id"]]
    for number, one in enumerate(seats):
        year, party = years[number % len(years)], random.choice(parties)
        tables["events"].append(
            [f"E{number + 1:03d}", year, f"seat-{one}", unit_id(one), party, "captured",
             f"{name_of(party)} took Fort {names[one]}.", "book"]
        )  # fmt: skip
    for number in range(0, len(names), 3):
        claim_id, party, year = f"C{number + 1:05d}", random.choice(parties), random.choice(years)
        statement = f"In {year} {names[number]} paid its taxes to {name_of(party)}."
        tables["claims"].append(
            [claim_id, claim_id, party, "countryside", "dominant", "provinces", year, "stated", statement, "book"]
        )
        tables["scopes"].append([claim_id, unit_id(number), "whole", "true"])


def _shapes(random: Random, names: Sequence[str], seats: int) -> list[dict[str, Any]]:
    columns = ceil(sqrt(len(names)))
    corners = {
        (x, y): (
            round(STEP * x + random.uniform(-UNSTEADY, UNSTEADY), 4),
            round(40 + STEP * y + random.uniform(-UNSTEADY, UNSTEADY), 4),
        )
        for y in range(ceil(len(names) / columns) + 1)
        for x in range(columns + 1)
    }
    found = []
    for number, name in enumerate(names):
        x, y = number % columns, number // columns
        ring = [corners[one] for one in ((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y))]
        found.append(
            {
                "type": "Feature",
                "properties": {
                    "shape_id": f"{unit_id(number)}-{FIRST_YEAR}",
                    "province_id": unit_id(number),
                    "name": name,
                    "parent": f"{PARTS[number % len(PARTS)]} Circle",
                    "kind": "province",
                    "valid_from": f"{FIRST_YEAR}-01-01",
                    "capital_place_id": f"seat-{number}" if number < seats else "",
                    "boundary": "as-today",
                },
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
        )
    return found
