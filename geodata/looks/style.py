"""Colours and codes of an atlas's factions: the one place that map, legend, figure and exported page all ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from geodata.looks.colours import NAMELESS
from geodata.looks.look import Look, look_of
from geodata.rule import HELD, LED, WEAK


class Style:
    """Looks and codes of factions.

    The table's column ``pattern`` is not looked at: textures say how well something is known, never who it is.

    Parameters
    ----------
    factions : pandas.DataFrame
        Columns faction_id, colour, code.
    """

    def __init__(self, factions: pd.DataFrame) -> None:
        rows = factions.set_index("faction_id")
        self._colours: dict[str, str] = {str(key): value or NAMELESS for key, value in rows["colour"].items()}
        self._codes: dict[str, str] = {str(key): value for key, value in rows["code"].items()}

    def colour(self, faction_id: str) -> str:
        """The colour of a faction."""
        return self._colours[faction_id]

    def look(self, call: Mapping[Any, Any]) -> Look:
        """Say how a call, or the claim about a part, is drawn.

        Parameters
        ----------
        call : Mapping
            ``status``, ``factions`` (ids of those who lead, contend or are named) and ``strength``.

        Returns
        -------
        Look

        Examples
        --------
        >>> style = Style(pd.DataFrame({"faction_id": ["reds"], "colour": ["#aa0000"], "code": ["RED"]}))
        >>> style.look({"status": "held", "factions": ("reds",), "strength": "weak"}).id
        'held-aa0000-weak'
        """
        colours = [self._colours[faction_id] for faction_id in call["factions"]]
        return look_of(call["status"], colours, weak=call["strength"] == WEAK)

    def faction_look(self, faction_id: str) -> Look:
        """The look of a province that a faction holds on firm evidence: its legend swatch."""
        return look_of(HELD, [self._colours[faction_id]], weak=False)

    def code(self, status: str, factions: Sequence[str]) -> str:
        """The short code printed in a province; two codes at most, empty where nobody leads."""
        return "/".join(self._codes[faction] for faction in factions[:2]) if status in LED else ""
