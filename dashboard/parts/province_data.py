"""What the panel of a province says, as plain data: the dashboard and the published page both show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.edition import Edition, kept
from dashboard.parts.words import CallWords
from dashboard.text import Texts
from geodata.frames import records
from geodata.looks import Style
from geodata.rule import PARTLY, SHARED, TELLS_NOBODY
from geodata.telling import cite, source_of


def call_data(edition: Edition, period_id: str, province_id: str) -> dict[str, Any]:
    """The call in short, and the calls of all periods.

    Parameters
    ----------
    edition : Edition
    period_id, province_id : str

    Returns
    -------
    dict
        ``label``, ``name``, ``period``, ``native`` (Dari and Pashto names), ``look`` (id), ``what`` (status in words),
        ``lead``, ``rows`` (of ``term`` and ``text``) and ``years`` (of ``label``, ``current``, ``look``, ``what``).
    """
    call = _call(edition, period_id, province_id)
    period = edition.atlas.period(period_id)
    shape = _period(edition, period_id).shapes[province_id]
    phrases = CallWords(edition)
    nobody = call["status"] in TELLS_NOBODY
    return {
        "label": phrases.label(call, period),
        "name": call["name"],
        "period": period.label,
        "native": " · ".join(name for name in (shape["name_fa"], shape["name_ps"]) if name),
        "look": _look(edition, call),
        "what": phrases.what(call),
        "lead": edition.words(f"card-{call['status']}") if nobody else phrases.factions(call["factions"]),
        "rows": [
            {"term": edition.words(f"panel-{key}"), "text": text}
            for key, text in _facts(call, phrases, edition.words)
            if text
        ],
        "years": _years(edition, phrases, province_id, period_id),
    }


def evidence_data(edition: Edition, period_id: str, province_id: str) -> dict[str, Any]:
    """How the call was reached, every claim with its source, and the dated events of the period.

    Parameters
    ----------
    edition : Edition
    period_id, province_id : str

    Returns
    -------
    dict
        ``heading``, ``steps``, ``groups`` (of ``title``, ``open`` and ``claims``), ``events`` (with ``title`` and
        ``items``) and ``note`` on the outline of the province.
    """
    call = _call(edition, period_id, province_id)
    facts = _period(edition, period_id)
    claims = facts.claims[facts.claims["province_id"] == province_id]
    shape = _period(edition, period_id).shapes[province_id]
    decided = claims["claim_id"].isin(call["claim_ids"])
    dissenting = claims["claim_id"].isin(call["dissenting_claim_ids"])
    rural = claims["domain"] == "countryside"
    groups = [
        ("evidence-decided", claims[decided], True),
        ("evidence-dissent", claims[dissenting], True),
        ("evidence-other", claims[rural & ~decided & ~dissenting], False),
        ("evidence-capital", claims[~rural], False),
    ]
    items = [_event(event) for event in facts.events if event["province_id"] == province_id]
    return {
        "heading": edition.words(
            "evidence-heading", province=call["name"], period=edition.atlas.period(period_id).label
        ),
        "steps": _steps(call, claims[decided], CallWords(edition), edition.words),
        "groups": [
            {"title": edition.words(key), "open": is_open, "claims": _claims(edition, rows)}
            for key, rows, is_open in groups
        ],
        "events": {"title": edition.words("evidence-events"), "items": items},
        "note": shape["note"],
    }


@dataclass(frozen=True)
class _Period:
    """What the panels of a period are made from; calls and shapes by province."""

    calls: dict[str, dict[str, Any]]
    shapes: dict[str, dict[str, Any]]
    claims: pd.DataFrame
    events: list[dict[str, Any]]


@kept(32)
def _period(edition: Edition, period_id: str) -> _Period:
    """Ask the atlas once for all provinces."""
    return _Period(
        calls={call["province_id"]: call for call in records(edition.atlas.control(period_id))},
        shapes={shape["province_id"]: shape for shape in records(edition.atlas.provinces(period_id))},
        claims=edition.atlas.claims(period=period_id),
        events=records(edition.atlas.events(period_id)),
    )


def _call(edition: Edition, period_id: str, province_id: str) -> dict[str, Any]:
    return _period(edition, period_id).calls[province_id]


def _look(edition: Edition, call: dict[str, Any]) -> str:
    return Style(edition.atlas.factions).look(call["status"], call["factions"], call["grade"]).id


def _facts(call: dict[str, Any], phrases: CallWords, words: Texts) -> list[tuple[str, str]]:
    grade, capital = call["grade"], phrases.capital_name(call)
    evidence = f"{phrases.grade(grade)}: {words(f'grade-{grade}-long')}" if grade else ""
    side = words("comma").join((phrases.sides[call["side"]], phrases.grade(call["side_grade"]))) if call["side"] else ""
    held = f"{capital}: {phrases.capital_state(call)}" if capital else ""
    if held and call["capital_grade"]:
        held += f" ({phrases.grade(call['capital_grade'])})"
    return [
        ("status", words(f"status-{call['status']}-long")),
        ("evidence", evidence),
        ("side", side),
        ("capital", held),
        ("also", phrases.factions(call["others"])),
        ("area", words("panel-area-value", km2=call["area_km2"])),
    ]


def _years(edition: Edition, phrases: CallWords, province_id: str, current: str) -> list[dict[str, Any]]:
    years = []
    for period in edition.atlas.periods:
        call = _period(edition, period.id).calls.get(province_id)
        if call is not None:
            years.append(
                {
                    "label": period.label,
                    "current": period.id == current,
                    "look": _look(edition, call),
                    "what": phrases.what(call),
                }
            )
    return years


def _steps(call: dict[str, Any], used: pd.DataFrame, phrases: CallWords, words: Texts) -> list[str]:
    """The steps of the rule for this call, in words."""
    steps = _reached(call, phrases, words)
    sentences = int(used["sentence_id"].nunique())
    if not sentences:
        return steps
    independent = int(used.loc[used["source_independent"], "source_id"].nunique())
    return [*steps, words("evidence-agreeing", sentences=sentences, independent=independent)]


def _reached(call: dict[str, Any], phrases: CallWords, words: Texts) -> list[str]:
    status = call["status"]
    if status == "no-evidence":
        return [words("reached-nobody")]
    if status == PARTLY:
        return [words("reached-partly")]
    if call["side"] is None:
        return [words(f"reached-{status}", grade=phrases.grade(call["grade"]))]
    steps = [
        words("reached-held", grade=phrases.grade(call["side_grade"]), side=phrases.sides[call["side"]]),
        words("reached-named", factions=phrases.factions(call["factions"]), grade=phrases.grade(call["grade"]))
        if call["names_party"]
        else words("reached-unnamed"),
    ]
    return [*steps, words("reached-shared")] if status == SHARED else steps


def _claims(edition: Edition, claims: pd.DataFrame) -> list[dict[str, Any]]:
    factions = edition.atlas.factions.set_index("faction_id")["name"]
    places = edition.atlas.places.set_index("place_id")["name"].to_dict()
    rows = []
    for claim in records(claims):
        where = claim["part"] or places.get(claim["place_id"], "")
        tags = [edition.words(f"grade-{claim['grade']}")]
        if claim["extent"] == "part":
            tags.append(edition.words("extent-part") + (f": {where}" if where else ""))
        if not claim["source_independent"]:
            tags.append(edition.words("claim-mirrored"))
        if claim["source_thin"]:
            tags.append(edition.words("claim-weak-source"))
        rows.append(
            {
                "id": claim["claim_id"],
                "headline": edition.words(
                    "claim-by", faction=factions[claim["faction_id"]], role=edition.words(f"role-{claim['role']}")
                ),
                "tags": tags,
                "statement": claim["statement"],
                "date": claim["date_label"],
                "basis": edition.words(f"basis-{claim['basis']}"),
                "note": claim["note"],
                "citation": cite(source_of(claim), claim["locator"]),
                "url": claim["source_url"],
            }
        )
    return rows


def _event(event: dict[str, Any]) -> dict[str, str]:
    return {
        "date": event["date_label"],
        "place": event["place"],
        "statement": event["statement"],
        "claims": ", ".join(event["claim_ids"]),
    }
