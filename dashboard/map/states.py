"""States of provinces as the browser takes them: each that occurs once, with its words, looks and codes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from dashboard.edition import Edition, cached
from dashboard.parts import CallWords, meaning_of
from geodata.frames import Rows
from geodata.looks import DISSENT, Colouring, ColouringName, Look, capital_sign_name
from geodata.rule import TELLS_NOBODY

Key = tuple[Any, ...]
"""All of a call that decides what is said of it."""

STATES_KEPT = 50_000
"""States of calls in one language, kept in memory."""

CAPITAL = "{capital}"
"""Stands in the words of a state for the name of the capital, which provinces in the same state don't share."""

OF_CALL = (
    "status", "factions", "part_factions", "faction_id", "grade", "strength", "side", "side_grade", "side_strength",
    "claims_for", "claims_against", "capital_status", "capital_changed_hands", "capital_grade", "capital_strength",
)  # fmt: skip
"""Columns of a call on which everything depends that the map shows of it, but for names and counts."""


class _StateWords(CallWords):
    """Puts calls into words that have `CAPITAL` for the name of the capital."""

    def capital_name(self, call: Mapping[str, Any]) -> str:
        return CAPITAL if super().capital_name(call) else ""


class _State(NamedTuple):
    """What the map shows of a call: as text, by which equal ones are found, as data, and with its looks."""

    said: tuple[str, ...]
    data: dict[str, Any]
    looks: tuple[Look, ...]


class _Painter:
    """Says of a call what the map shows, once for all readings of an atlas: most of their calls are alike."""

    def __init__(self, edition: Edition) -> None:
        self.words = _StateWords(edition)
        self._states: dict[Key, _State] = {}

    def state(
        self, key: Key, call: Mapping[str, Any], counted: Mapping[str, int], colourings: Sequence[Colouring]
    ) -> _State:
        """The state of a call with what is counted of it, which is made only where it is not known by its key."""
        known = self._states.get(key)
        if known is None:
            known = _state({**call, **counted}, colourings, self.words)
            if len(self._states) >= STATES_KEPT:
                self._states.clear()
            self._states[key] = known
        return known


@cached(1)
def _painter(edition: Edition) -> _Painter:
    return _Painter(edition)


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
        self._painter = _painter(edition.own)
        self.colourings = [meaning_of(edition, name) for name in colourings]
        self._numbers: dict[tuple[str, ...], int] = {}
        self._number_of: dict[Key, int] = {}
        self._names = tuple(colourings)
        self._deciding = itemgetter(*OF_CALL, *dict.fromkeys(name for one in self.colourings for name in one.needs))

    def numbers(self, calls: Rows, reports: Mapping[str, int]) -> list[int]:
        """The number of the state of each call, in the order of the rows.

        Parameters
        ----------
        calls : sequence of Mapping
            Of a period.
        reports : Mapping of str to int
            How many other claims speak of each province: told where none of them says who led it.
        """
        words, known = self._painter.words, self._number_of
        found = []
        for call in calls:
            independent = words.independent(call["source_ids"])
            others = reports.get(call["province_id"], 0) if call["status"] in TELLS_NOBODY else 0
            key = (self._names, self._deciding(call), independent, others, words.capital_name(call))
            if key not in known:
                counted = {"independent": independent, "reports": others}
                known[key] = self._number(self._painter.state(key, call, counted, self.colourings))
            found.append(known[key])
        return found

    def _number(self, state: _State) -> int:
        # Of an atlas of thousands of provinces there are thousands of states: they are found by what they say.
        if state.said not in self._numbers:
            self._numbers[state.said] = len(self.states)
            self.looks |= {look.id: look for look in state.looks}
            self.states.append(state.data)
        return self._numbers[state.said]


def _state(call: Mapping[str, Any], colourings: Sequence[Colouring], words: CallWords) -> _State:
    common = _common(call, words)
    shown = {one.name: _shown(call, one, words) for one in colourings}
    found = {name: told for name, (told, _) in shown.items()}
    said = tuple(map(json.dumps, (common, *found.values())))
    return _State(said, {**common, "shown": found}, tuple(look for _, look in shown.values()))


def _shown(call: Mapping[str, Any], colouring: Colouring, words: CallWords) -> tuple[dict[str, Any], Look]:
    one = colouring.shown(call)
    capital = words.capital(call) if colouring.name == "capital" else ""
    found = {
        "look": one.look.id,
        "code": one.code,
        "keys": list(one.keys),
        "what": capital or words.what(call),
        "lead": words.lead(call, colouring.name, one.keys),
    }
    return found, one.look


def _common(call: Mapping[str, Any], words: CallWords) -> dict[str, Any]:
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
        "card": list(filter(None, [*_card(call, words), words.capital(call)])),
    }


def _card(call: Mapping[str, Any], words: CallWords) -> list[str]:
    counts = words.counts_of(call, call["independent"], call["reports"])
    if call["status"] in TELLS_NOBODY:
        return [counts]
    lines = [counts, words.what(call)]
    if call["side"] and call["side_grade"] != call["grade"]:
        side = f"{words.sides[call['side']]} · {words.grade(call['side_grade'])}"
        lines.append(f"{words.texts('panel-side')}: {side}")
    return lines
