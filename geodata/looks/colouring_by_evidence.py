"""The fill says how good the evidence is."""

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

FIRST_WEAK_GRADE = GRADES.index("regional-adjacent")
"""No claim of this grade or a worse one is ever firm."""


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
