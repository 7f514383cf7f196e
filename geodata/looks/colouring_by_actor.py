"""The fill says who: the leading faction, its alliance or side; or the signs of the capitals say who holds these."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geodata.frames import records
from geodata.looks.colouring import Actors, Colouring, Shown
from geodata.looks.colours import NAMELESS
from geodata.looks.look import QUIET_LOOK, Look, look_of
from geodata.looks.sides import sides_of
from geodata.looks.signs import UNKNOWN
from geodata.rule import CONTESTED, HELD, LED, WEAK

NO_ALLIANCE = "no-alliance"


class ByFaction(Colouring):
    """Who leads."""

    name = "faction"
    depends_on = ("status", "factions", "strength")

    def __init__(self, actors: Actors) -> None:
        super().__init__(actors)
        self.names = {key: str(row["name"]) for key, row in self._factions.items()}
        self._alliances = _short_names(actors)
        self._has_alliances = any(row["alliance_id"] for row in self._factions.values())

    def _shown(self, call: Mapping[Any, Any]) -> Shown:
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
        """The alliance of the faction; nothing where the atlas has no alliances."""
        return str(self._factions[key]["alliance_id"]) or (NO_ALLIANCE if self._has_alliances else "")

    def group_name(self, group: str) -> str:
        """The name of the alliance."""
        return self._alliances.get(group, "")

    def _look(self, key: str) -> Look:
        return self._style.faction_look(key)


class ByAlliance(Colouring):
    """The alliance of who leads."""

    name = "alliance"
    depends_on = ("status", "factions", "strength")

    def __init__(self, actors: Actors) -> None:
        super().__init__(actors)
        self.names = _short_names(actors)
        coloured = [row for row in self._factions.values() if row["colour"]]
        # Factions of an alliance share a family of hues: the first stands for all.
        firsts = {row["alliance_id"] or NO_ALLIANCE: row["colour"] for row in reversed(coloured)}
        self._colours = {key: firsts.get(key, NAMELESS) for key in self.entries()}

    def _shown(self, call: Mapping[Any, Any]) -> Shown:
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
    depends_on = ("status", "factions", "strength", "side", "side_strength")

    def __init__(self, actors: Actors) -> None:
        super().__init__(actors)
        sides = sides_of(actors.sides)
        self.names = {side.id: side.name for side in sides}
        self._colours = {side.id: side.colour for side in sides}

    def _shown(self, call: Mapping[Any, Any]) -> Shown:
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
    depends_on = ("capital_status",)
    status_keys = ()

    def __init__(self, actors: Actors) -> None:
        super().__init__(actors)
        self.names = {side.id: side.name for side in sides_of(actors.sides)}

    def _shown(self, call: Mapping[Any, Any]) -> Shown:
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


def _short_names(actors: Actors) -> dict[str, str]:
    return {row["alliance_id"]: str(row["short_name"]) for row in records(actors.alliances)}


def _with_status(keys: tuple[str, ...], status: str) -> tuple[str, ...]:
    return keys if status in LED else (*keys, status)
