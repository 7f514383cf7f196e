"""The rule: from claims to calls, changes and checks. Knows neither files nor looks."""

from geodata.rule.calls import calls_frame
from geodata.rule.changes import CONTESTED, KINDS, NO_EVIDENCE, compare, summarise
from geodata.rule.claims import select_claims
from geodata.rule.countryside import LED, RANK_ORDER, RULE_VERSION, Criterion
from geodata.rule.grades import GRADES, LEADING_ROLES, UNNAMED_KINDS, best_grade, grade_claims, is_firm
from geodata.rule.pockets import Pocket, find_pockets
from geodata.rule.sensitivity import robustness

__all__ = [
    "CONTESTED",
    "GRADES",
    "KINDS",
    "LEADING_ROLES",
    "LED",
    "NO_EVIDENCE",
    "RANK_ORDER",
    "RULE_VERSION",
    "UNNAMED_KINDS",
    "Criterion",
    "Pocket",
    "best_grade",
    "calls_frame",
    "compare",
    "find_pockets",
    "grade_claims",
    "is_firm",
    "robustness",
    "select_claims",
    "summarise",
]
