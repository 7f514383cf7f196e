"""The rule: from claims to calls, changes, sums and checks. Knows neither files nor looks."""

from geodata.rule.affiliations import Affiliations
from geodata.rule.agreement import agreement_frame, discrepancy_frame
from geodata.rule.calls import COLUMNS, OF_PROVINCE, Columns, call_rows, calls_frame, decide_calls
from geodata.rule.capitals import CapitalCall
from geodata.rule.changes import CHANGED_HANDS, KINDS, OTHER_SOURCES, UNCHANGED, compare
from geodata.rule.checks import Check, Sum, Verdict, check_sentences
from geodata.rule.claims import claim_rows, select_claims
from geodata.rule.countryside import Call, decide
from geodata.rule.decision_cache import DecisionCache
from geodata.rule.differences import CALL_DIFFERS, CAPITAL_ONLY, DIFFERENCES, differences_frame
from geodata.rule.engine import Engine
from geodata.rule.events import Events
from geodata.rule.evidence import Evidence, Reading, readings_frame
from geodata.rule.parts import Part, parts_of
from geodata.rule.reasons import Reasons, located
from geodata.rule.scopes import Lineage
from geodata.rule.sensitivity import MOST_SOURCES, carried, leave_each_out, robustness
from geodata.rule.setting import CAUTIOUS, INCLUSIVE, NAMED, RULE_PARAMETERS, STANDARD, Rule
from geodata.rule.sums import LEADS, summarise
from geodata.rule.vocabulary import (
    CONTESTED,
    CRITERIA,
    DATED_IN_PERIOD,
    FIRM,
    GRADES,
    HELD,
    INFERRED,
    LEADING_ROLES,
    LED,
    NO_EVIDENCE,
    PARTLY,
    REASONS,
    RULE_VERSION,
    SHARED,
    STATUSES,
    TELLS_NOBODY,
    UNCLEAR,
    UNNAMED_KINDS,
    WEAK,
    Criterion,
    Grade,
    Reason,
    Status,
    Strength,
    best_grade,
)

__all__ = [
    "CALL_DIFFERS",
    "CAPITAL_ONLY",
    "CAUTIOUS",
    "CHANGED_HANDS",
    "COLUMNS",
    "CONTESTED",
    "CRITERIA",
    "DATED_IN_PERIOD",
    "DIFFERENCES",
    "FIRM",
    "GRADES",
    "HELD",
    "INCLUSIVE",
    "INFERRED",
    "KINDS",
    "LEADING_ROLES",
    "LEADS",
    "LED",
    "MOST_SOURCES",
    "NAMED",
    "NO_EVIDENCE",
    "OF_PROVINCE",
    "OTHER_SOURCES",
    "PARTLY",
    "REASONS",
    "RULE_PARAMETERS",
    "RULE_VERSION",
    "SHARED",
    "STANDARD",
    "STATUSES",
    "TELLS_NOBODY",
    "UNCHANGED",
    "UNCLEAR",
    "UNNAMED_KINDS",
    "WEAK",
    "Affiliations",
    "Call",
    "CapitalCall",
    "Check",
    "Columns",
    "Criterion",
    "DecisionCache",
    "Engine",
    "Events",
    "Evidence",
    "Grade",
    "Lineage",
    "Part",
    "Reading",
    "Reason",
    "Reasons",
    "Rule",
    "Status",
    "Strength",
    "Sum",
    "Verdict",
    "agreement_frame",
    "best_grade",
    "call_rows",
    "calls_frame",
    "carried",
    "check_sentences",
    "claim_rows",
    "compare",
    "decide",
    "decide_calls",
    "differences_frame",
    "discrepancy_frame",
    "leave_each_out",
    "located",
    "parts_of",
    "readings_frame",
    "robustness",
    "select_claims",
    "summarise",
]
