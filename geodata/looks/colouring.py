"""What the fill of a map means: the leading faction, its alliance or side, capitals, evidence, how firm a call is.

Each colouring says for a call which entries of the legend it belongs to, how it is drawn and which code is printed in
it. Little or nothing known looks so in all of them. `COLOURINGS` lists them; a further one is a class and its entry in
the table below.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol, get_args

import pandas as pd

from geodata.frames import records
from geodata.looks.colours import NAMELESS
from geodata.looks.look import IN_PARTS, NOTHING_KNOWN, QUIET_LOOK, Look, look_of
from geodata.looks.sides import sides_of
from geodata.looks.signs import UNKNOWN
from geodata.looks.style import Style
from geodata.rule import CONTESTED, GRADES, HELD, LED, NO_EVIDENCE, PARTLY, UNCLEAR, WEAK

ColouringName = Literal["faction", "alliance", "side", "capital", "evidence", "firmness"]

COLOURINGS: tuple[ColouringName, ...] = get_args(ColouringName)

NO_ALLIANCE = "no-alliance"

STATUS_KEYS = (CONTESTED, UNCLEAR, PARTLY, NO_EVIDENCE)
"""Entries of the legend for provinces that nobody leads for certain."""

STATUS_LOOKS: dict[str, Look] = {
    CONTESTED: look_of(CONTESTED, ["#4a5568", "#a0aec0"], weak=False),
    UNCLEAR: Look("unclear", ("#4a5568",)),
    PARTLY: IN_PARTS,
    NO_EVIDENCE: NOTHING_KNOWN,
}

GRADE_COLOURS = {
    "direct": "#0b3c6f",
    "regional": "#3f84bd",
    "adjacent": "#9fc9e6",
    "regional-adjacent": "#6a5fb5",
    "inferred": "#b4560c",
}
"""From dark to light as the evidence gets less direct."""

GRADE_CODES = {"direct": "D", "regional": "R", "adjacent": "A", "regional-adjacent": "RA", "inferred": "I"}

FIRMNESS_COLOURS = {"falls-1": "#e3b04b", "falls-2": "#7fae5a", "falls-3": "#2f7f83", "falls-more": "#3b2a6b"}
"""By how many sources it takes for a call to fall: the darker, the more."""

FIRMNESS_CODES = {"falls-1": "1", "falls-2": "2", "falls-3": "3", "falls-more": ">3"}
FIRMNESS_COLUMN = "faction_least"
"""Of `Atlas.robustness`: what a call has to have beside its own columns to be shown by firmness."""

FIRST_WEAK_GRADE = GRADES.index("regional-adjacent")
"""No claim of this grade or a worse one is ever firm."""


class Actors(Protocol):
    """Who there is in an atlas, as `Atlas` has it: tables of factions, alliances and sides."""

    @property
    def factions(self) -> pd.DataFrame:
        """Table of the factions."""

    @property
    def alliances(self) -> pd.DataFrame:
        """Table of the alliances."""

    @property
    def sides(self) -> pd.DataFrame:
        """Table of the sides."""


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


class Colouring(ABC):
    """One meaning of the fill. Made by `colouring_of`.

    Attributes
    ----------
    name : str
        One of `COLOURINGS`.
    status_keys : tuple of str
        The entries among `STATUS_KEYS` that its legend has.
    needs : tuple of str
        Columns of `Atlas.robustness` that a call has to have beside its own.
    names : Mapping of str to str
        Of the entries that stand in a table of the atlas.
    """

    name: ColouringName
    status_keys: tuple[str, ...] = STATUS_KEYS
    needs: tuple[str, ...] = ()

    def __init__(self, actors: Actors) -> None:
        self._factions = {row["faction_id"]: row for row in records(actors.factions)}
        self._style = Style(actors.factions)
        self.names: Mapping[str, str] = {}

    @abstractmethod
    def shown(self, call: Mapping[Any, Any]) -> Shown:
        """Say how a call is shown, from its columns."""

    @abstractmethod
    def entries(self) -> tuple[str, ...]:
        """Every entry that its legend can have, apart from `status_keys`."""

    def shown_in_part(self, part: Mapping[Any, Any]) -> Shown | None:
        """Say how what is told of a part of a province is shown, from a row of `Atlas.areas`; None if it is not."""
        return self.shown(part)

    def counts_for(self, call: Mapping[Any, Any]) -> tuple[str, ...]:
        """The entries of the legend that share a province in equal parts.

        One that nobody leads for certain counts as that, and for none of those whom it names.
        """
        keys = self.shown(call).keys
        return tuple(key for key in keys if key in self.status_keys) or keys

    def is_firm(self, call: Mapping[Any, Any]) -> bool:
        """Whether what the fill says of a call is firm."""
        return bool(call["strength"]) and call["strength"] != WEAK

    def look(self, key: str) -> Look:
        """The look of an entry of the legend: the swatch of a province that belongs to it on firm evidence."""
        return STATUS_LOOKS[key] if key in self.status_keys else self._look(key)

    def code(self, key: str) -> str:  # noqa: ARG002
        """The code of an entry of the legend; may be empty."""
        return ""

    def group(self, key: str) -> str:  # noqa: ARG002
        """What an entry stands under; empty where there are no groups."""
        return ""

    def group_name(self, group: str) -> str:  # noqa: ARG002
        """The name of a group that stands in a table of the atlas, or nothing."""
        return ""

    @abstractmethod
    def _look(self, key: str) -> Look: ...


class ByFaction(Colouring):
    """Who leads."""

    name = "faction"

    def __init__(self, actors: Actors) -> None:
        super().__init__(actors)
        self.names = {key: str(row["name"]) for key, row in self._factions.items()}
        self._alliances = _short_names(actors)

    def shown(self, call: Mapping[Any, Any]) -> Shown:
        """Show the factions that the call names."""
        keys, status = tuple(call["factions"]), call["status"]
        return Shown(_with_status(keys, status), self._style.look(call), self._style.code(status, keys))

    def entries(self) -> tuple[str, ...]:
        """Every faction."""
        return tuple(self._factions)

    def code(self, key: str) -> str:
        """The code of the faction."""
        return str(self._factions[key]["code"]) if key in self._factions else ""

    def group(self, key: str) -> str:
        """The alliance of the faction."""
        return str(self._factions[key]["alliance_id"]) or NO_ALLIANCE

    def group_name(self, group: str) -> str:
        """The name of the alliance."""
        return self._alliances.get(group, "")

    def _look(self, key: str) -> Look:
        return self._style.faction_look(key)


class ByAlliance(Colouring):
    """The alliance of who leads."""

    name = "alliance"

    def __init__(self, actors: Actors) -> None:
        super().__init__(actors)
        self.names = _short_names(actors)
        coloured = [row for row in self._factions.values() if row["colour"]]
        # Factions of an alliance share a family of hues: the first stands for all.
        firsts = {row["alliance_id"] or NO_ALLIANCE: row["colour"] for row in reversed(coloured)}
        self._colours = {key: firsts.get(key, NAMELESS) for key in self.entries()}

    def shown(self, call: Mapping[Any, Any]) -> Shown:
        """Show the alliances of the factions that the call names."""
        keys, status = tuple(dict.fromkeys(map(self._alliance_of, call["factions"]))), call["status"]
        look = look_of(status, [self._colours[key] for key in keys], weak=call["strength"] == WEAK)
        code = "/".join(filter(None, map(self.code, keys))) if status in LED else ""
        return Shown(_with_status(keys, status), look, code)

    def entries(self) -> tuple[str, ...]:
        """Every alliance, and none."""
        return (*self.names, NO_ALLIANCE)

    def code(self, key: str) -> str:
        """The first letters of its name."""
        return "".join(word[0] for word in self.names.get(key, "").split() if word[0].isalnum()).upper()[:4]

    def _alliance_of(self, faction_id: str) -> str:
        return str(self._factions[faction_id]["alliance_id"]) or NO_ALLIANCE

    def _look(self, key: str) -> Look:
        return look_of(HELD, [self._colours[key]], weak=False)


class BySide(Colouring):
    """The side that leads, with the strength of what is said of the side."""

    name = "side"

    def __init__(self, actors: Actors) -> None:
        super().__init__(actors)
        sides = sides_of(actors.sides)
        self.names = {side.id: side.name for side in sides}
        self._colours = {side.id: side.colour for side in sides}

    def shown(self, call: Mapping[Any, Any]) -> Shown:
        """Show the side, or the sides of those whom the call names.

        Where parties of one side contest a province, the side leads.
        """
        if call["side"]:
            look = look_of(HELD, [self._colours[call["side"]]], weak=call["side_strength"] == WEAK)
            return Shown((call["side"],), look, "")
        keys = tuple(dict.fromkeys(str(self._factions[one]["side"]) for one in call["factions"]))
        look = look_of(call["status"], [self._colours[key] for key in keys], weak=call["strength"] == WEAK)
        return Shown(_with_status(keys, call["status"]), look, "")

    def is_firm(self, call: Mapping[Any, Any]) -> bool:
        """Whether what is said of the side is firm."""
        return super().is_firm({"strength": call["side_strength"] if call["side"] else call["strength"]})

    def entries(self) -> tuple[str, ...]:
        """Every side."""
        return tuple(self._colours)

    def _look(self, key: str) -> Look:
        return look_of(HELD, [self._colours[key]], weak=False)


class ByCapital(Colouring):
    """Who holds the provincial capital: its sign tells, larger, and the province around it nothing."""

    name = "capital"
    status_keys = ()

    def __init__(self, actors: Actors) -> None:
        super().__init__(actors)
        self.names = {side.id: side.name for side in sides_of(actors.sides)}

    def shown(self, call: Mapping[Any, Any]) -> Shown:
        """Show a quiet ground: a town is not its province."""
        return Shown((call["capital_status"],), QUIET_LOOK, "")

    def shown_in_part(self, part: Mapping[Any, Any]) -> Shown | None:  # noqa: ARG002
        """Parts of the countryside tell nothing of a town."""
        return None

    def is_firm(self, call: Mapping[Any, Any]) -> bool:
        """Whether what is said of the capital is firm."""
        return super().is_firm({"strength": call["capital_strength"]})

    def entries(self) -> tuple[str, ...]:
        """Every side, contested, and unknown."""
        return (*self.names, CONTESTED, UNKNOWN)

    def _look(self, key: str) -> Look:  # noqa: ARG002
        return QUIET_LOOK


class ByEvidence(Colouring):
    """How good the evidence is: the grade, pale and dotted where it is weak."""

    name = "evidence"
    status_keys = (PARTLY, NO_EVIDENCE)

    def shown(self, call: Mapping[Any, Any]) -> Shown:
        """Show the grade of the call."""
        status, grade = call["status"], call["grade"]
        if status in self.status_keys:
            return Shown((status,), STATUS_LOOKS[status], "")
        return Shown((grade,), look_of(HELD, [GRADE_COLOURS[grade]], weak=call["strength"] == WEAK), GRADE_CODES[grade])

    def entries(self) -> tuple[str, ...]:
        """Every grade."""
        return GRADES

    def code(self, key: str) -> str:
        """The code of the grade."""
        return GRADE_CODES.get(key, "")

    def _look(self, key: str) -> Look:
        return look_of(HELD, [GRADE_COLOURS[key]], weak=GRADES.index(key) >= FIRST_WEAK_GRADE)


class ByFirmness(Colouring):
    """How firm a call is: how many sources have to fall for it to show somebody else; pale and dotted where weak."""

    name = "firmness"
    needs = (FIRMNESS_COLUMN,)

    def shown(self, call: Mapping[Any, Any]) -> Shown:
        """Show the least number of sources; what shows nobody that could fall looks as what it is."""
        status, least = call["status"], int(call[FIRMNESS_COLUMN])
        if not least:
            return Shown((status,), STATUS_LOOKS[status], "")
        key = self.entries()[least - 1]
        look = look_of(HELD, [FIRMNESS_COLOURS[key]], weak=call["strength"] == WEAK)
        return Shown((key,), look, FIRMNESS_CODES[key])

    def shown_in_part(self, part: Mapping[Any, Any]) -> Shown | None:  # noqa: ARG002
        """What is told of parts is not tried without its sources."""
        return None

    def entries(self) -> tuple[str, ...]:
        """One source, two, three, more."""
        return tuple(FIRMNESS_COLOURS)

    def code(self, key: str) -> str:
        """The number of sources."""
        return FIRMNESS_CODES.get(key, "")

    def _look(self, key: str) -> Look:
        return look_of(HELD, [FIRMNESS_COLOURS[key]], weak=False)


_CLASSES: Sequence[type[Colouring]] = (ByFaction, ByAlliance, BySide, ByCapital, ByEvidence, ByFirmness)


def colouring_of(name: str, actors: Actors) -> Colouring:
    """One meaning of the fill, for the factions, alliances and sides of an atlas.

    Parameters
    ----------
    name : {"faction", "alliance", "side", "capital", "evidence", "firmness"}
    actors : Atlas
        Or whatever has its tables ``factions``, ``alliances`` and ``sides``.

    Raises
    ------
    ValueError
        If there is no such colouring.

    Examples
    --------
    >>> import geodata
    >>> atlas = geodata.load()
    >>> call = atlas.control("1985").set_index("province_id").loc["herat"]
    >>> colouring_of("alliance", atlas).shown(call).keys
    ('peshawar-seven',)
    """
    for one in _CLASSES:
        if one.name == name:
            return one(actors)
    raise ValueError(f"no colouring {name!r}; there are {', '.join(COLOURINGS)}")


def _short_names(actors: Actors) -> dict[str, str]:
    return {row["alliance_id"]: str(row["short_name"]) for row in records(actors.alliances)}


def _with_status(keys: tuple[str, ...], status: str) -> tuple[str, ...]:
    return keys if status in LED else (*keys, status)
