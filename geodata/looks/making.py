"""Colours and codes for factions that have none, and which colours are too much alike.

`PALETTE` is told apart by every eye, firm and pale, as a test says. Larger factions come first; whoever comes after the
last colour of it has a hue that may look like another's, and is known by code and name.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, count, cycle, product
from string import ascii_uppercase

import pandas as pd

from geodata.errors import Problem
from geodata.frames import records
from geodata.looks.colours import WHITE

PALETTE = (
    "#1d84f5", "#79720e", "#b53087", "#7fd146", "#800902", "#3bb5a1", "#ec7380", "#3346c0", "#c9aad7", "#244d2e",
    "#8181af", "#5c324b",
)  # fmt: skip

ALIKE = 0.055
"""Colours nearer than this in the colour space OKLab are taken for each other; black and white are 1 apart."""

GOLDEN = (5**0.5 - 1) / 2
"""Steps of this size around a circle never come back to where one was."""

LIGHTNESSES = (0.35, 0.5, 0.65)
SATURATION = 0.6
LONGEST_CODE = 4


def with_looks(factions: pd.DataFrame, sizes: Mapping[str, int]) -> pd.DataFrame:
    """Give each faction a colour and a code.

    Parameters
    ----------
    factions : pandas.DataFrame
        ``faction_id, colour, code``; either may be empty.
    sizes : Mapping of str to int
        How much is told of each faction: the largest chooses first.

    Returns
    -------
    pandas.DataFrame
        The same rows. What the table has stays; what is made depends on ids and sizes alone, not on the language.

    Examples
    --------
    >>> table = pd.DataFrame({"faction_id": ["old-guard", "reds"], "colour": ["", "#aa0000"], "code": ["", "RED"]})
    >>> with_looks(table, {})[["colour", "code"]].values.tolist()
    [['#1d84f5', 'OG'], ['#aa0000', 'RED']]
    """
    rows = sorted(records(factions), key=lambda row: (-sizes.get(row["faction_id"], 0), row["faction_id"]))
    colours = {row["faction_id"]: row["colour"] for row in rows if row["colour"]}
    codes = {row["faction_id"]: row["code"] for row in rows if row["code"]}
    free = iter(_free_colours(list(colours.values())))
    for row in rows:
        one = row["faction_id"]
        if one not in colours:
            colours[one] = next(free)
        if one not in codes:
            taken = set(codes.values())
            codes[one] = next(code for code in _codes(one) if code not in taken)
    ids = factions["faction_id"]
    return factions.assign(colour=ids.map(colours).astype(object), code=ids.map(codes).astype(object))


def look_warnings(factions: pd.DataFrame, sizes: Mapping[str, int], file: str) -> list[Problem]:
    """What a reader will have trouble to tell apart: no faults, but worth a look.

    Parameters
    ----------
    factions : pandas.DataFrame
        The table of the atlas as it stands; the index is the line of the file.
    sizes : Mapping of str to int
        How much is told of each faction; one of which nothing is told is not looked at, for it is never drawn.
    file : str
        File name for the messages.

    Returns
    -------
    list of Problem
    """
    own = [
        (int(str(line)), row["faction_id"], row["colour"])
        for line, row in zip(factions.index, records(factions), strict=True)
        if row["colour"] and sizes.get(row["faction_id"], 0)
    ]
    found = [
        Problem(
            "too near to white: on the map it looks like nothing",
            file,
            line,
            "colour",
            colour,
            "Take a darker one",
            kind="colour",
            severity="warning",
        )
        for line, _, colour in own
        if distance(colour, WHITE) < ALIKE
    ]
    found += [
        Problem(
            f"looks like the colour of {first[1]} ({first[2]}, row {first[0]})",
            file,
            second[0],
            "colour",
            second[2],
            "Take another, or leave it empty: then one is made",
            kind="colour",
            severity="warning",
        )
        for first, second in combinations(own, 2)
        if distance(first[2], second[2]) < ALIKE
    ]
    lacking = int((factions["colour"] == "").sum())
    beyond = lacking - len(_palette_beside([colour for colour in factions["colour"] if colour]))
    if beyond > 0:
        told = f"{lacking} factions have no colour; {lacking - beyond} of them get one that every eye tells apart"
        hint = "The smaller ones get hues that may look like others, and are known by their codes"
        found.append(Problem(told, file, column="colour", hint=hint, kind="colour", severity="warning"))
    return found


def distance(one: str, other: str) -> float:
    """How far two colours are apart for the eye, in the colour space OKLab.

    Examples
    --------
    >>> round(distance("#000000", "#ffffff"), 2), distance("#123456", "#123456")
    (1.0, 0.0)
    """
    return float(sum((a - b) ** 2 for a, b in zip(_oklab(one), _oklab(other), strict=True)) ** 0.5)


def _free_colours(taken: Sequence[str]) -> Iterator[str]:
    yield from _palette_beside(taken)
    for number, lightness in zip(count(), cycle(LIGHTNESSES), strict=False):
        red, green, blue = colorsys.hls_to_rgb(number * GOLDEN % 1, lightness, SATURATION)
        yield "#" + "".join(f"{round(part * 255):02x}" for part in (red, green, blue))


def _palette_beside(taken: Sequence[str]) -> list[str]:
    return [one for one in PALETTE if all(distance(one, other) >= ALIKE for other in taken)]


def _codes(faction_id: str) -> Iterator[str]:
    """Codes for a faction, the best first: initials, beginnings, and then whatever letters are free."""
    words = ["".join(sign for sign in word if sign.isalpha()).upper() for word in faction_id.split("-")]
    words = [word for word in words if word]
    letters = "".join(words)
    if len(words) > 1:
        yield "".join(word[0] for word in words)[:LONGEST_CODE]
    for length in (3, LONGEST_CODE, 2):
        if len(letters) >= length or (length == 2 and letters):
            yield letters[:length]
    for other in letters[1:]:
        yield letters[0] + other
    for length in (2, 3, LONGEST_CODE):
        yield from map("".join, product(ascii_uppercase, repeat=length))


def _oklab(colour: str) -> tuple[float, float, float]:
    """By the definition of the colour space, from sRGB."""
    channels = [value / 255 for value in bytes.fromhex(colour[1:])]
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )
