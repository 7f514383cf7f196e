"""Sentences about the whole country, held against the atlas's own sums. They colour nothing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from geodata.frames import Rows
from geodata.rule.vocabulary import CONTESTED, FIRM, HELD, LED, SHARED, UNNAMED_KINDS

Verdict = Literal["holds", "does-not-hold", "cannot-be-told"]
HOLDS: Verdict = "holds"
FAILS: Verdict = "does-not-hold"
OPEN: Verdict = "cannot-be-told"

AREA, PROVINCES, TOWNS = "area", "provinces", "towns"
LARGEST, AT_LEAST, AT_MOST, ABOUT = "largest", "at-least", "at-most", "about"

ABOUT_SHARE = 0.1
"""`about` allows a tenth of the value on either side."""


@dataclass(frozen=True)
class Sum:
    """What the atlas can say of a sum: no less than `firm`, no more than `most`.

    Attributes
    ----------
    firm : float
        What firm calls give the subject: square kilometres, provinces or towns.
    weak : float
        What weak calls give it beside that.
    most : float
        All that no firm call denies it; infinite for towns, of which an atlas knows only the provincial capitals.
    """

    firm: float = 0
    weak: float = 0
    most: float = 0


@dataclass(frozen=True)
class Check:
    """A sentence and what the sums say of it.

    Attributes
    ----------
    claim_id, period_id, measure, subject, relation : str
        As in the table.
    value : float or None
        None for `largest`.
    verdict : {"holds", "does-not-hold", "cannot-be-told"}
        ``holds``: true whatever the truth of all that is weak or unknown; ``does-not-hold``: false whatever it is.
    sum : Sum
        Of the subject; a share of the country (0 to 1) if the measure is area.
    at_face_value : bool or None
        Whether it is true if every weak call is right and what nobody is known to lead is nobody's; None for towns.
    rival : str or None
        For `largest`: who has most beside the subject, by the same sums.
    rival_sum : Sum or None
    """

    claim_id: str
    period_id: str
    measure: str
    subject: str
    relation: str
    value: float | None
    verdict: Verdict
    sum: Sum
    at_face_value: bool | None
    rival: str | None = None
    rival_sum: Sum | None = None


def check_sentences(checks: Rows, calls: Mapping[str, Rows], factions: Rows) -> list[Check]:
    """Compare sentences with a number or a rank with the sums of the calls.

    Parameters
    ----------
    checks : sequence of Mapping
        Rows of the table `checks`; ``value`` is a number, or empty, None or NaN for `largest`.
    calls : Mapping of str to sequence of Mapping
        Rows of `Atlas.control`, by period.
    factions : sequence of Mapping
        Rows of the table: ``faction_id, side, kind``.

    Returns
    -------
    list of Check
        In the order of the table.
    """
    actors = {row["faction_id"]: row for row in factions}
    return [_check(row, calls[row["period_id"]], actors) for row in checks]


def _check(row: Mapping[str, Any], calls: Rows, actors: Mapping[str, Mapping[str, Any]]) -> Check:
    measure, relation = row["measure"], row["relation"]
    value = None if relation == LARGEST else float(row["value"])

    def total(subject: str) -> Sum:
        return _towns(calls, subject) if measure == TOWNS else _ground(calls, subject, measure, actors)

    own, rival, verdict, face = total(row["subject"]), None, OPEN, None
    if value is None:
        rivals = {one: total(one) for one in _rivals(row["subject"], calls, actors)}
        verdict = _largest(own, rivals.values())
        if measure != TOWNS:
            face = all(own.firm + own.weak > one.firm + one.weak for one in rivals.values())
        # By name among equals, so that the answer does not hang on the order of rows.
        rival = min(rivals, key=lambda one: (-rivals[one].firm - rivals[one].weak, one), default=None)
    else:
        verdict = _compared(own, relation, value)
        face = None if measure == TOWNS else _true(own.firm + own.weak, relation, value)
    rival_sum = None if rival is None else total(rival)
    texts = (row["claim_id"], row["period_id"], measure, row["subject"], relation)
    return Check(*texts, value, verdict, own, face, rival, rival_sum)


def _rivals(subject: str, calls: Rows, actors: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Of a party all others named by a call, of a side all other sides; an actor named in general is no rival."""
    if subject not in actors:
        return sorted({row["side"] for row in actors.values()} - {subject})
    named = {one for call in calls if call["status"] in LED for one in call["factions"]}
    return sorted(one for one in named - {subject} if actors[one]["kind"] not in UNNAMED_KINDS)


def _ground(calls: Rows, subject: str, measure: str, actors: Mapping[str, Mapping[str, Any]]) -> Sum:
    country = sum(call["area_km2"] for call in calls) if measure == AREA else 1
    party = subject if subject in actors and actors[subject]["kind"] not in UNNAMED_KINDS else None
    side = actors[subject]["side"] if subject in actors else subject
    firm = weak = most = 0.0
    for call in calls:
        size = call["area_km2"] / country if measure == AREA else 1
        part = size * _part(call, side, party, measure)
        if part and _is_firm(call, party):
            firm, most = firm + part, most + part
        else:
            weak += part
            most += 0 if _is_denied(call, side, party) else size
    return Sum(firm, weak, most)


def _part(call: Mapping[str, Any], side: str, party: str | None, measure: str) -> float:
    """How much of a province a call gives the subject."""
    if call["status"] not in LED:
        return 0
    if party is None:
        return float(call["side"] == side)
    if party not in call["factions"] or (measure == PROVINCES and call["status"] == SHARED):
        return 0
    return 1 / len(call["factions"])


def _is_firm(call: Mapping[str, Any], party: str | None) -> bool:
    return bool(call["side_strength" if party is None else "strength"] == FIRM)


def _is_denied(call: Mapping[str, Any], side: str, party: str | None) -> bool:
    """Whether a firm call says that the province is not the subject's."""
    if call["side_strength"] == FIRM and call["side"] != side:
        return True
    if call["strength"] != FIRM:
        return False
    # Fought over between parties of one side, a province is still that side's.
    fought_over = call["status"] == CONTESTED and not (party is None and call["side"] == side)
    shared = call["status"] == SHARED and party is not None
    anothers = call["status"] == HELD and party is not None and call["names_party"] and party not in call["factions"]
    return fought_over or shared or anothers


def _towns(calls: Rows, side: str) -> Sum:
    """An atlas judges the provincial capitals alone, and only by side: of other towns it has no sum."""
    held = [call for call in calls if call["capital_status"] == side]
    firm = sum(call["capital_strength"] == FIRM for call in held)
    return Sum(firm, len(held) - firm, math.inf)


def _largest(own: Sum, rivals: Iterable[Sum]) -> Verdict:
    rivals = list(rivals)
    if any(one.firm > own.most for one in rivals):
        return FAILS
    return HOLDS if own.firm and all(own.firm > one.most for one in rivals) else OPEN


def _compared(own: Sum, relation: str, value: float) -> Verdict:
    low, high = _bounds(relation, value)
    if low <= own.firm and own.most <= high:
        return HOLDS
    return FAILS if own.most < low or own.firm > high else OPEN


def _true(number: float, relation: str, value: float) -> bool:
    low, high = _bounds(relation, value)
    return low <= number <= high


def _bounds(relation: str, value: float) -> tuple[float, float]:
    if relation == AT_LEAST:
        return value, math.inf
    if relation == AT_MOST:
        return -math.inf, value
    return value * (1 - ABOUT_SHARE), value * (1 + ABOUT_SHARE)
