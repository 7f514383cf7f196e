"""Calls in words, for accessible names, hover cards and panels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.edition import Edition
from dashboard.parts.lists import and_list
from geodata import Period
from geodata.looks import NO_ALLIANCE
from geodata.rule import GRADES, TELLS_NOBODY


class CallWords:
    """Puts calls into words.

    Parameters
    ----------
    edition : Edition
    """

    def __init__(self, edition: Edition) -> None:
        self.texts = edition.words
        self.sides = edition.atlas.side_names
        rows = edition.atlas.factions.set_index("faction_id")
        self._names: dict[str, str] = {str(key): str(name) for key, name in rows["name"].items()}
        alliances = edition.atlas.alliances.set_index("alliance_id")["short_name"]
        self._alliances: dict[str, str] = {str(key): str(name) for key, name in alliances.items()}
        places = edition.atlas.places.set_index("place_id")["name"]
        provinces = edition.atlas.package.provinces
        self._capitals: dict[str, str] = {
            province_id: str(places[place_id])
            for province_id, place_id in zip(provinces["province_id"], provinces["capital_place_id"], strict=True)
            if place_id
        }

    def factions(self, faction_ids: Sequence[str]) -> str:
        """Names of factions as one phrase: ``A, B and C``."""
        return and_list(self.texts, [self._names[faction_id] for faction_id in faction_ids])

    def grade(self, grade: str | None) -> str:
        """A grade in words, empty where there is none."""
        return self.texts(f"grade-{grade}") if grade else ""

    def what(self, call: Mapping[str, Any]) -> str:
        """Who led, how and on what evidence: ``Jamiat-i Islami, held, direct evidence``."""
        if call["status"] in TELLS_NOBODY:
            return self.texts(f"call-{call['status']}")
        factions, grade = self.factions(call["factions"]), self.grade(call["grade"])
        return self.texts(f"call-{call['status']}", factions=factions, grade=grade)

    def label(self, call: Mapping[str, Any], period: Period, colouring: str = "faction") -> str:
        """The accessible name of a province: ``Kunduz, 1988–89: Jamiat-i Islami, held, direct evidence``."""
        what = self.capital(call) if colouring == "capital" else self.what(call)
        return self.texts("call-label", province=call["name"], period=period.label, what=what or self.what(call))

    def lead(self, call: Mapping[str, Any], colouring: str, keys: Sequence[str]) -> str:
        """What the fill of a province says, in a few words: the first line of its hover card."""
        if colouring == "capital":
            return self.capital(call) or self.texts("capital-unknown")
        if call["status"] in TELLS_NOBODY:
            return self.texts(f"card-{call['status']}")
        if colouring == "faction":
            return self.factions(call["factions"])
        return and_list(self.texts, [self.key(key, colouring) for key in keys if key != call["status"]])

    def key(self, key: str, colouring: str = "faction") -> str:
        """An entry of the legend in words: a faction, an alliance, a state of capitals, a grade."""
        if colouring == "capital":
            return self.capital_state_of(key, False)
        if key in self._names or key in self._alliances:
            return self._names.get(key) or self._alliances[key]
        if key in GRADES:
            return self.grade(key)
        if key == NO_ALLIANCE:
            return self.texts("legend-independent")
        return self.texts(f"legend-{key}")

    def capital(self, call: Mapping[str, Any]) -> str:
        """The capital and its state, empty where the province has none."""
        name = self.capital_name(call)
        return self.texts("capital-line", capital=name, state=self.capital_state(call)) if name else ""

    def capital_name(self, call: Mapping[str, Any]) -> str:
        """Name of the capital, empty where the province has none."""
        return self._capitals.get(call["province_id"], "")

    def capital_state(self, call: Mapping[str, Any]) -> str:
        """Who held the capital at the end of the period, and whether it changed hands in it."""
        return self.capital_state_of(call["capital_status"], call["capital_changed_hands"])

    def capital_state_of(self, status: str, changed_hands: bool) -> str:
        """The state of any capital in words."""
        holder = self.sides.get(status)
        state = self.texts("capital-held", holder=holder) if holder else self.texts(f"capital-{status}")
        return self.texts("capital-changed", state=state) if changed_hands else state
