"""States of provinces as the browser takes them: each that occurs once, with its words, looks and codes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.edition import Edition, cached
from dashboard.parts import CallWords, meaning_of
from geodata.frames import Rows
from geodata.looks import DISSENT, ColouringName, Look, capital_sign_name
from geodata.rule import TELLS_NOBODY

CAPITAL = "{capital}"
"""Stands in the words of a state for the name of the capital, which provinces in the same state don't share."""

DECIDING = (
    "status", "factions", "part_factions", "faction_id", "grade", "strength", "side", "side_grade", "side_strength",
    "claims_for", "claims_against", "independent", "reports",
    "capital_status", "capital_changed_hands", "capital_grade", "capital_strength",
)  # fmt: skip
"""Columns of a call on which everything depends that the map shows of it, but for names."""


class _StateWords(CallWords):
    """Puts calls into words that have `CAPITAL` for the name of the capital."""

    def capital_name(self, call: Mapping[str, Any]) -> str:
        return CAPITAL if super().capital_name(call) else ""


@cached(1)
def _words(edition: Edition) -> _StateWords:
    return _StateWords(edition)


class CallStates:
    """Numbers the distinct states of the calls of an atlas.

    Parameters
    ----------
    edition : Edition
    colourings : sequence of str
        What the fill can mean.

    Attributes
    ----------
    states : list of dict
        By number: ``faction, status, strength, dissent`` (the mark of it, or nothing), ``capital`` (``status,
        changedHands, sign``), ``shown`` by colouring (``look, code, keys, what, lead``) and ``card``, the lines of the
        hover card. See `CAPITAL`.
    colourings : list of Colouring
    looks : dict of str to Look
        Every look that a state has, by its id.
    """

    def __init__(self, edition: Edition, colourings: Sequence[ColouringName]) -> None:
        self.states: list[dict[str, Any]] = []
        self.looks: dict[str, Look] = {}
        self._words = _words(edition.own)
        self.colourings = [meaning_of(edition, name) for name in colourings]
        self._deciding = (*DECIDING, *(name for one in self.colourings for name in one.needs))
        self._numbers: dict[tuple[Any, ...], int] = {}
        self._places: dict[str, int] = {}

    def numbers(self, calls: Rows, reports: Mapping[str, int]) -> list[int]:
        """The number of the state of each call, in the order of the rows.

        Parameters
        ----------
        calls : sequence of Mapping
            Of a period.
        reports : Mapping of str to int
            How many other claims speak of each province: told where none of them says who led it.
        """
        return [
            self._number(
                {
                    **call,
                    "independent": self._words.independent(call["source_ids"]),
                    "reports": reports.get(call["province_id"], 0) if call["status"] in TELLS_NOBODY else 0,
                }
            )
            for call in calls
        ]

    def _number(self, call: dict[str, Any]) -> int:
        key = (*(call[name] for name in self._deciding), self._words.capital_name(call))
        if key not in self._numbers:
            state = self._state(call)
            # Of an atlas of thousands of provinces there are thousands of states: they are found by what they say.
            place = self._places.setdefault(json.dumps(state), len(self.states))
            if place == len(self.states):
                self.states.append(state)
            self._numbers[key] = place
        return self._numbers[key]

    def _state(self, call: Mapping[str, Any]) -> dict[str, Any]:
        words = self._words
        shown = {}
        for colouring in self.colourings:
            one = colouring.shown(call)
            self.looks[one.look.id] = one.look
            capital = words.capital(call) if colouring.name == "capital" else ""
            shown[colouring.name] = {
                "look": one.look.id,
                "code": one.code,
                "keys": list(one.keys),
                "what": capital or words.what(call),
                "lead": words.lead(call, colouring.name, one.keys),
            }
        return {
            "faction": call["faction_id"] or "none",
            "status": call["status"],
            "strength": call["strength"],
            "dissent": DISSENT if call["claims_against"] else "",
            "capital": {
                "status": call["capital_status"],
                "changedHands": bool(call["capital_changed_hands"]),
                "sign": capital_sign_name(call),
            },
            "shown": shown,
            "card": list(filter(None, [*self._card(call), words.capital(call)])),
        }

    def _card(self, call: Mapping[str, Any]) -> list[str]:
        words = self._words
        counts = words.counts_of(call, call["independent"], call["reports"])
        if call["status"] in TELLS_NOBODY:
            return [counts]
        lines = [counts, words.what(call)]
        if call["side"] and call["side_grade"] != call["grade"]:
            side = f"{words.sides[call['side']]} · {words.grade(call['side_grade'])}"
            lines.append(f"{words.texts('panel-side')}: {side}")
        return lines
