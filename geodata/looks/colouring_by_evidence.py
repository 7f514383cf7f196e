"""The fill says how good the evidence is, or how many sources it takes for a call to fall."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geodata.looks.colouring import STATUS_LOOKS, Colouring, Shown
from geodata.looks.look import Look, look_of
from geodata.rule import GRADES, HELD, NO_EVIDENCE, PARTLY, WEAK

GRADE_COLOURS = {
    "direct": "#0b3c6f",
    "regional": "#3f84bd",
    "adjacent": "#9fc9e6",
    "regional-adjacent": "#6a5fb5",
    "inferred": "#b4560c",
}
"""From dark to light as the evidence gets less direct."""

GRADE_CODES = {"direct": "D", "regional": "R", "adjacent": "A", "regional-adjacent": "RA", "inferred": "I"}

FIRMNESS_COLOURS = {"falls-1": "#f6d878", "falls-2": "#5aa06a", "falls-3": "#2b6a8c", "falls-more": "#2e1a55"}
"""By how many sources it takes for a call to fall: the darker, the more."""

FIRMNESS_CODES = {"falls-1": "1", "falls-2": "2", "falls-3": "3", "falls-more": ">3"}
FIRMNESS_COLUMN = "faction_least"
"""Of `Atlas.robustness`: what a call has to have beside its own columns to be shown by firmness."""

FIRST_WEAK_GRADE = GRADES.index("regional-adjacent")
"""No claim of this grade or a worse one is ever firm."""


class ByEvidence(Colouring):
    """How good the evidence is: the grade, pale and dotted where it is weak."""

    name = "evidence"
    depends_on = ("status", "grade", "strength")
    status_keys = (PARTLY, NO_EVIDENCE)

    def _shown(self, call: Mapping[Any, Any]) -> Shown:
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
    depends_on = ("status", "strength", FIRMNESS_COLUMN)

    def _shown(self, call: Mapping[Any, Any]) -> Shown:
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
