"""One meaning of the fill of a map: for a call, the entries of the legend, how it is drawn, and the code printed in it.

Little or nothing known looks so in all of them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol, get_args

import pandas as pd

from geodata.frames import records
from geodata.looks.look import IN_PARTS, LOOKS_KEPT, NOTHING_KNOWN, Look, look_of
from geodata.looks.style import Style
from geodata.rule import CONTESTED, NO_EVIDENCE, PARTLY, UNCLEAR, WEAK

ColouringName = Literal["faction", "alliance", "side", "capital", "evidence", "firmness"]

COLOURINGS: tuple[ColouringName, ...] = get_args(ColouringName)

STATUS_KEYS = (CONTESTED, UNCLEAR, PARTLY, NO_EVIDENCE)
"""Entries of the legend for provinces that nobody leads for certain."""

STATUS_LOOKS: dict[str, Look] = {
    CONTESTED: look_of(CONTESTED, ["#4a5568", "#a0aec0"], weak=False),
    UNCLEAR: Look("unclear", ("#4a5568",)),
    PARTLY: IN_PARTS,
    NO_EVIDENCE: NOTHING_KNOWN,
}


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
    """One meaning of the fill. Made by `geodata.looks.colouring_of`.

    Attributes
    ----------
    name : str
        One of `COLOURINGS`.
    status_keys : tuple of str
        The entries among `STATUS_KEYS` that its legend has.
    needs : tuple of str
        Columns of `Atlas.robustness` that a call has to have beside its own.
    depends_on : tuple of str
        Columns of a call that decide how it is shown.
    names : Mapping of str to str
        Of the entries that stand in a table of the atlas.
    """

    name: ColouringName
    depends_on: tuple[str, ...]
    status_keys: tuple[str, ...] = STATUS_KEYS
    needs: tuple[str, ...] = ()

    def __init__(self, actors: Actors) -> None:
        self._factions = {row["faction_id"]: row for row in records(actors.factions)}
        self._style = Style(actors.factions)
        self.names: Mapping[str, str] = {}
        self._known: dict[tuple[Any, ...], Shown] = {}

    def shown(self, call: Mapping[Any, Any]) -> Shown:
        """Say how a call is shown, from its columns."""
        # Legend, map and looks ask for each of thousands of calls, and most of them are alike.
        key = tuple([call[name] for name in self.depends_on])
        known = self._known.get(key)
        if known is None:
            known = self._shown(call)
            if len(self._known) >= LOOKS_KEPT:
                self._known.clear()
            self._known[key] = known
        return known

    @abstractmethod
    def entries(self) -> tuple[str, ...]:
        """Every entry that its legend can have, apart from `status_keys`."""

    def shown_in_part(self, part: Mapping[Any, Any]) -> Shown | None:
        """Say how what is told of a part of a province is shown, from a row of `Atlas.areas`; None if it is not."""
        return self.shown(part)

    def counts_for(self, shown: Shown) -> tuple[str, ...]:
        """The entries of the legend that share a province in equal parts.

        One that nobody leads for certain counts as that, and for none of those whom it names.
        """
        return tuple(key for key in shown.keys if key in self.status_keys) or shown.keys

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
    def _shown(self, call: Mapping[Any, Any]) -> Shown: ...

    @abstractmethod
    def _look(self, key: str) -> Look: ...
