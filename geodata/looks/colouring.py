"""What the fill of a map means: the leading faction, its alliance, who holds the capital, or how good the evidence is.

Each colouring says for a call which entries of the legend it belongs to, how it is drawn and which code is printed in
it. Unknown looks unknown in all of them: small crosses, used for nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from geodata.frames import records
from geodata.looks.look import NO_EVIDENCE, Look
from geodata.looks.style import Style
from geodata.rule import GRADES, PARTLY, UNCLEAR, WEAK

ColouringName = Literal["faction", "alliance", "capital", "evidence"]

COLOURINGS: tuple[ColouringName, ...] = ("faction", "alliance", "capital", "evidence")

CONTESTED = "contested"
NOBODY = "no-evidence"
NO_ALLIANCE = "no-alliance"
UNKNOWN_CAPITAL = "unknown"
CAPITAL_STATES = ("government", "resistance", "other", CONTESTED, UNKNOWN_CAPITAL)

CAPITAL_LOOKS = {
    "government": Look("held", ("#b3202a",), ("plain",)),
    "resistance": Look("held", ("#0d6b3f",), ("diagonal",)),
    "other": Look("held", ("#7a5195",), ("horizontal",)),
    CONTESTED: Look("contested", ("#b3202a", "#0d6b3f"), ("plain", "plain")),
    UNKNOWN_CAPITAL: NO_EVIDENCE,
}
"""In the colours of the signs of capitals."""

GRADE_LOOKS = {
    "direct": Look("held", ("#0b3c6f",), ("plain",)),
    "regional": Look("held", ("#3f84bd",), ("plain",)),
    "adjacent": Look("held", ("#9fc9e6",), ("plain",)),
    "regional-adjacent": Look("held", ("#3f84bd",), ("plain",), weak=True),
    "inferred": Look("held", ("#b4560c",), ("plain",), weak=True),
    NOBODY: NO_EVIDENCE,
}
"""From dark to light as the evidence gets less direct; weak evidence is pale and dotted as everywhere."""

GRADE_CODES = {"direct": "D", "regional": "R", "adjacent": "A", "regional-adjacent": "RA", "inferred": "I", NOBODY: ""}


@dataclass(frozen=True)
class Shown:
    """How a call is shown.

    Attributes
    ----------
    keys : tuple of str
        The entries of the legend that it belongs to.
    look : Look
    code : str
        Printed in the province; may be empty.
    """

    keys: tuple[str, ...]
    look: Look
    code: str


class Colouring:
    """One meaning of the fill, for the factions and alliances of an atlas.

    Parameters
    ----------
    name : {"faction", "alliance", "capital", "evidence"}
    factions, alliances : pandas.DataFrame
        Tables of the atlas.

    Raises
    ------
    ValueError
        If there is no such colouring.

    Examples
    --------
    >>> import geodata
    >>> atlas = geodata.load()
    >>> call = atlas.control("1985").set_index("province_id").loc["herat"]
    >>> Colouring("alliance", atlas.factions, atlas.alliances).shown(call).keys
    ('peshawar-seven',)
    """

    def __init__(self, name: str, factions: pd.DataFrame, alliances: pd.DataFrame) -> None:
        if name not in COLOURINGS:
            raise ValueError(f"no colouring {name!r}; there are {', '.join(COLOURINGS)}")
        self.name: str = name
        self._style = Style(factions)
        self._factions = {row["faction_id"]: row for row in records(factions)}
        self._short_names = {row["alliance_id"]: str(row["short_name"]) for row in records(alliances)}
        self._alliance_looks = {
            key: self._alliance_look([row for row in self._factions.values() if row["alliance_id"] == alliance_id])
            for key, alliance_id in ((NO_ALLIANCE, ""), *((one, one) for one in self._short_names))
        }

    def shown(self, call: Mapping[Any, Any]) -> Shown:
        """Say how a call is shown, from its ``status, factions, grade, strength, capital_status, capital_strength``."""
        if self.name == "capital":
            key = call["capital_status"]
            look = CAPITAL_LOOKS[key]
            weak = key != UNKNOWN_CAPITAL and call["capital_strength"] == WEAK
            return Shown((key,), Look(look.kind, look.colours, look.textures, weak), "")
        status = call["status"]
        if status in (NOBODY, UNCLEAR, PARTLY):
            return Shown((NOBODY,), NO_EVIDENCE, "")
        if self.name == "evidence":
            grade = call["grade"]
            return Shown((grade,), GRADE_LOOKS[grade], GRADE_CODES[grade])
        factions = tuple(call["factions"])
        keys = factions if self.name == "faction" else tuple(dict.fromkeys(map(self._alliance_of, factions)))
        if self.name == "faction":
            look, code = self._style.look(status, factions, call["strength"]), self._style.code(status, factions)
        else:
            look, code = self._of_alliances(status, keys, call["strength"])
        return Shown((*keys, CONTESTED) if status == CONTESTED else keys, look, code)

    def counts_for(self, call: Mapping[Any, Any]) -> tuple[str, ...]:
        """The entries of the legend that share a province in equal parts; a contested one counts only as contested."""
        keys = self.shown(call).keys
        return (CONTESTED,) if CONTESTED in keys else keys

    def look(self, key: str) -> Look:
        """The look of an entry of the legend: the swatch of a province that belongs to it on firm evidence."""
        if self.name == "capital":
            return CAPITAL_LOOKS[key]
        if self.name == "evidence":
            return GRADE_LOOKS[key]
        return self._style.faction_look(key) if self.name == "faction" else self._alliance_looks[key]

    def code(self, key: str) -> str:
        """The code of an entry of the legend; may be empty."""
        if self.name == "faction":
            return str(self._factions[key]["code"])
        if self.name == "alliance":
            return self._initials(key)
        return GRADE_CODES[key] if self.name == "evidence" else ""

    def entries(self) -> tuple[str, ...]:
        """Every entry that its legend can have, apart from contested and no evidence."""
        if self.name == "faction":
            return tuple(self._factions)
        if self.name == "alliance":
            return (*self._short_names, NO_ALLIANCE)
        return CAPITAL_STATES if self.name == "capital" else (*GRADES, NOBODY)

    def _alliance_of(self, faction_id: str) -> str:
        return str(self._factions[faction_id]["alliance_id"]) or NO_ALLIANCE

    def _initials(self, key: str) -> str:
        return "".join(word[0] for word in self._short_names.get(key, "").split() if word[0].isalnum()).upper()[:4]

    def _alliance_look(self, members: Sequence[Mapping[str, Any]]) -> Look:
        """An alliance looks like the first of its factions whose texture is plain: factions share a family of hues."""
        plain = [row for row in members if row["pattern"] == "plain" and row["colour"]] or [
            row for row in members if row["colour"]
        ]
        return Look("held", (plain[0]["colour"],), ("plain",)) if plain else Look("held", ("#85888e",), ("plain",))

    def _of_alliances(self, status: str, keys: Sequence[str], strength: str) -> tuple[Look, str]:
        weak = strength == WEAK
        colours = tuple(self._alliance_looks[key].colours[0] for key in keys)
        if status == CONTESTED:
            both = colours if len(colours) > 1 else (*colours, "#ffffff")
            return Look("contested", both, ("plain",) * len(both), weak), ""
        code = "/".join(filter(None, map(self._initials, keys)))
        kind: Literal["held", "shared"] = "shared" if len(colours) > 1 else "held"
        return Look(kind, colours, ("plain",) * len(colours), weak), code
