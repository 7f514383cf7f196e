"""What the panel of a province says, as plain data: the dashboard and the published page both show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.edition import Edition, cached
from dashboard.parts.reading import difference_lines, differing
from dashboard.parts.rows import call_rows
from dashboard.parts.words import CallWords
from dashboard.text import Texts
from geodata.frames import records
from geodata.looks import Style
from geodata.rule import CONTESTED, NO_EVIDENCE, PARTLY, SHARED, TELLS_NOBODY, UNCLEAR
from geodata.telling import basis_of, cite, native_names, source_of

COUNTRYSIDE = "countryside"
WHOLE = "whole"


def call_data(edition: Edition, period_id: str, province_id: str) -> dict[str, Any]:
    """The call in short, and the calls of all periods.

    Parameters
    ----------
    edition : Edition
    period_id, province_id : str

    Returns
    -------
    dict
        ``label``, ``name``, ``period``, ``native`` (names in other languages), ``look`` (id), ``what`` (status in
        words), ``lead``, ``counts`` (what the call rests on; empty where the lead says so), ``rows`` (of ``term`` and
        ``text``), ``years`` (of ``label``, ``current``, ``look``, ``what``) and ``differs``: lines on how the call
        differs from the atlas's own reading.
    """
    call = _call(edition, period_id, province_id)
    period = edition.atlas.period(period_id)
    shape = _period(edition, period_id).shapes[province_id]
    phrases = CallWords(edition)
    counts = phrases.counts(call, other_reports(edition, period_id).get(province_id, 0))
    nobody = call["status"] in TELLS_NOBODY
    differs = differing(edition)[period_id].get(province_id)
    return {
        "label": phrases.label(call, period),
        "name": call["name"],
        "period": period.label,
        "native": " · ".join(one for one in native_names(shape) if one != call["name"]),
        "look": _look(edition, call),
        "what": phrases.what(call),
        "lead": counts if nobody else phrases.named(call),
        "counts": "" if nobody else counts,
        "rows": [
            {"term": edition.words(f"panel-{key}"), "text": text}
            for key, text in _facts(call, phrases, edition.words)
            if text
        ],
        "years": _years(edition, phrases, province_id, period_id),
        "differs": difference_lines(edition, differs) if differs else [],
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
        ``items``; None where the atlas has none at all) and ``note`` on the outline of the province.
    """
    call = _call(edition, period_id, province_id)
    facts = _period(edition, period_id)
    claims = facts.claims[facts.claims["province_id"] == province_id]
    shape = _period(edition, period_id).shapes[province_id]
    decided = claims["claim_id"].isin(call["claim_ids"])
    dissenting = claims["claim_id"].isin(call["dissenting_claim_ids"])
    rural = claims["domain"] == COUNTRYSIDE
    in_parts = claims["claim_id"].isin(call["parts"])
    if call["status"] != PARTLY:
        in_parts &= ~decided & ~dissenting
    # Where no claim tells who led, what else is reported is all there is: it is not folded away.
    nobody, towns = call["status"] in TELLS_NOBODY, "capitals" in edition.atlas.has
    about_the_whole = (
        []
        if nobody
        else [
            ("evidence-decided", claims[decided], True),
            ("evidence-dissent", claims[dissenting], True),
        ]
    )
    about_parts = [("evidence-parts", claims[in_parts], True)] if in_parts.any() else []
    groups = [
        *about_the_whole,
        *about_parts,
        ("evidence-other", claims[rural & ~decided & ~dissenting & ~in_parts], nobody),
        *([("evidence-capital", claims[~rural], nobody)] if towns or not rural.all() else []),
    ]
    items = [_event(event) for event in facts.events if event["province_id"] == province_id]
    return {
        "heading": edition.words(
            "evidence-heading", province=call["name"], period=edition.atlas.period(period_id).label
        ),
        "steps": _steps(call, claims[decided], CallWords(edition), edition.words),
        "groups": [
            {"title": edition.words(key), "open": is_open and len(rows) > 0, "claims": _claims(edition, rows)}
            for key, rows, is_open in groups
        ],
        "events": {"title": edition.words("evidence-events"), "items": items}
        if "events" in edition.atlas.has
        else None,
        "note": shape["note"],
    }


@cached(32)
def other_reports(edition: Edition, period_id: str) -> dict[str, int]:
    """How many claims speak of each province in a period without saying who led it."""
    found = _spoken_of(_edition_of_claims(edition), period_id).copy()
    for call in call_rows(edition, period_id):
        found[call["province_id"]] -= call["claims_for"] + call["claims_against"]
    return dict(found)


@cached(32)
def _spoken_of(edition: Edition, period_id: str) -> Counter[str]:
    return Counter(_claims_of(edition, period_id)["province_id"].tolist())


@dataclass(frozen=True)
class _Period:
    """What the panels of a period are made from; calls and shapes by province."""

    calls: dict[str, Mapping[str, Any]]
    shapes: dict[str, dict[str, Any]]
    claims: pd.DataFrame
    events: list[dict[str, Any]]


@cached(32)
def _period(edition: Edition, period_id: str) -> _Period:
    """Ask the atlas once for all provinces, and for what every reading has in common once for all of them."""
    return _Period(
        calls={call["province_id"]: call for call in call_rows(edition, period_id)},
        shapes=_shapes(edition.own, period_id),
        claims=_claims_of(_edition_of_claims(edition), period_id),
        events=_events(edition.own, period_id),
    )


def _edition_of_claims(edition: Edition) -> Edition:
    """Which claims count is another thing than what they say of a period: that changes with the near days alone."""
    return edition.own if edition.atlas.rule.near_days == edition.own.atlas.rule.near_days else edition


@cached(32)
def _shapes(edition: Edition, period_id: str) -> dict[str, dict[str, Any]]:
    return {shape["province_id"]: shape for shape in records(edition.atlas.provinces(period_id))}


@cached(32)
def _claims_of(edition: Edition, period_id: str) -> pd.DataFrame:
    return edition.atlas.claims(period=period_id)


@cached(32)
def _events(edition: Edition, period_id: str) -> list[dict[str, Any]]:
    return records(edition.atlas.events(period_id))


def _call(edition: Edition, period_id: str, province_id: str) -> Mapping[str, Any]:
    return _period(edition, period_id).calls[province_id]


def _look(edition: Edition, call: Mapping[str, Any]) -> str:
    return Style(edition.atlas.factions).look(call).id


def _facts(call: Mapping[str, Any], phrases: CallWords, words: Texts) -> list[tuple[str, str]]:
    grade, capital = call["grade"], phrases.capital_name(call)
    evidence = f"{phrases.grade(grade)}: {words(f'grade-{grade}-long')}" if grade else ""
    held = f"{capital}: {phrases.capital_state(call)}" if capital else ""
    if held and call["capital_grade"]:
        held += f" ({phrases.grade(call['capital_grade'])})"
    return [
        ("strength", phrases.strength(call)),
        ("status", phrases.how_it_stood(call)),
        ("evidence", evidence),
        ("side", phrases.side(call)),
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


def _steps(call: Mapping[str, Any], used: pd.DataFrame, phrases: CallWords, words: Texts) -> list[str]:
    """The steps of the rule for this call, in words."""
    steps = _reached(call, used, phrases, words)
    sentences = int(used["sentence_id"].nunique())
    if not sentences or call["status"] in TELLS_NOBODY:
        return steps
    independent = phrases.independent(call["source_ids"])
    return [*steps, words("evidence-agreeing", sentences=sentences, independent=independent)]


def _reached(call: Mapping[str, Any], used: pd.DataFrame, phrases: CallWords, words: Texts) -> list[str]:
    status = call["status"]
    if status == NO_EVIDENCE:
        return [words("reached-nobody")]
    if status == PARTLY:
        return [words("reached-partly")]
    best = {"grade": phrases.grade(call["grade"]), "strength": words(f"strength-{call['strength']}")}
    if status == CONTESTED:
        return [words("reached-contested", **best)]
    if status == UNCLEAR:
        both = used.loc[used["extent"] == WHOLE, "side"].nunique() > 1
        return [words("reached-unclear-both", **best) if both else words("reached-unclear-part")]
    for_side = {
        "grade": phrases.grade(call["side_grade"]),
        "strength": words(f"strength-{call['side_strength']}"),
        "side": phrases.sides[call["side"]],
    }
    steps = [
        words("reached-held", **for_side),
        words("reached-named", factions=phrases.factions(call["factions"]), **best)
        if call["names_party"]
        else words("reached-unnamed"),
    ]
    return [*steps, words("reached-shared")] if status == SHARED else steps


def _claims(edition: Edition, claims: pd.DataFrame) -> list[dict[str, Any]]:
    factions = edition.atlas.factions.set_index("faction_id")["name"]
    places = edition.atlas.places.set_index("place_id")["name"].to_dict()
    phrases = CallWords(edition)
    rows = []
    for claim in records(claims):
        where = claim["part"] or places.get(claim["place_id"], "")
        tags = [phrases.grade(claim["grade"])]
        if claim["extent"] != WHOLE:
            tags.append(edition.words("extent-part") + (f": {where}" if where else ""))
        if claim["why_weak"]:
            weak = edition.words("strength-weak")
            tags.append(edition.words("strength-because", strength=weak, reasons=phrases.reasons(claim["why_weak"])))
        rows.append(
            {
                "id": claim["claim_id"],
                "headline": edition.words(
                    "claim-by", faction=factions[claim["faction_id"]], role=edition.words(f"role-{claim['role']}")
                ),
                "tags": tags,
                "statement": claim["statement"],
                "date": claim["date_label"],
                "basis": edition.words(f"basis-{basis_of(claim)}"),
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
