"""What the panel of a province says, as plain data: the dashboard and the published page both show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from dashboard.edition import Edition, cached
from dashboard.parts.reading import difference_lines, differing
from dashboard.parts.rows import call_of, call_rows
from dashboard.parts.words import CallWords, call_words
from dashboard.text import Texts
from geodata.frames import Rows, RowsByKey, grouped_records
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
        As `call_in_short` gives it, and ``years`` (of ``label``, ``current``, ``look``, ``what``).
    """
    call = call_in_short(edition, period_id, province_id)
    return call | {"years": _years(edition, province_id, period_id)}


def call_in_short(edition: Edition, period_id: str, province_id: str) -> dict[str, Any]:
    """The call of one period.

    Parameters
    ----------
    edition : Edition
    period_id, province_id : str

    Returns
    -------
    dict
        ``label``, ``name``, ``period``, ``native`` (names in other languages), ``look`` (id), ``what`` (status in
        words), ``lead``, ``counts`` (what the call rests on; empty where the lead says so), ``rows`` (of ``term`` and
        ``text``) and ``differs``: lines on how the call differs from the atlas's own reading.
    """
    call, shape = call_of(edition, period_id, province_id), _shapes(edition.own, period_id).one(province_id)
    period = edition.atlas.period(period_id)
    phrases = call_words(edition)
    counts = phrases.counts(call, other_reports(edition, period_id).get(province_id, 0))
    nobody = call["status"] in TELLS_NOBODY
    differs = differing(edition)[period_id].get(province_id)
    return {
        "label": phrases.label(call, period),
        "name": call["name"],
        "period": period.label,
        "native": " · ".join(one for one in native_names(shape) if one != call["name"]),
        "look": _told(edition, period_id)[province_id][0],
        "what": phrases.what(call),
        "lead": counts if nobody else phrases.named(call),
        "counts": "" if nobody else counts,
        "rows": [
            {"term": edition.words(f"panel-{key}"), "text": text}
            for key, text in _facts(call, phrases, edition.words)
            if text
        ],
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
    call, shape = call_of(edition, period_id, province_id), _shapes(edition.own, period_id).one(province_id)
    claims = _edition_of_claims(edition).atlas.claim_rows(province_id, period_id)
    deciding, against = frozenset(call["claim_ids"]), frozenset(call["dissenting_claim_ids"])
    decided = [one for one in claims if one["claim_id"] in deciding]
    dissenting = [one for one in claims if one["claim_id"] in against]
    of_parts = frozenset(call["parts"]) - (frozenset() if call["status"] == PARTLY else deciding | against)
    in_parts = [one for one in claims if one["claim_id"] in of_parts]
    named = deciding | against | of_parts
    rural = [one for one in claims if one["domain"] == COUNTRYSIDE]
    # Where no claim tells who led, what else is reported is all there is: it is not folded away.
    nobody, towns = call["status"] in TELLS_NOBODY, "capitals" in edition.atlas.has
    about_the_whole = (
        []
        if nobody
        else [
            ("evidence-decided", decided, True),
            ("evidence-dissent", dissenting, True),
        ]
    )
    about_parts = [("evidence-parts", in_parts, True)] if in_parts else []
    of_towns = [one for one in claims if one["domain"] != COUNTRYSIDE]
    groups = [
        *about_the_whole,
        *about_parts,
        ("evidence-other", [one for one in rural if one["claim_id"] not in named], nobody),
        *([("evidence-capital", of_towns, nobody)] if towns or of_towns else []),
    ]
    items = [_event(event) for event in _events(edition.own, period_id).get(province_id, ())]
    return {
        "heading": edition.words(
            "evidence-heading", province=call["name"], period=edition.atlas.period(period_id).label
        ),
        "steps": _steps(call, decided, call_words(edition), edition.words),
        "groups": [
            {"title": edition.words(key), "open": is_open and len(rows) > 0, "claims": _claims(edition, rows)}
            for key, rows, is_open in groups
        ],
        "events": {"title": edition.words("evidence-events"), "items": items}
        if "events" in edition.atlas.has
        else None,
        "note": shape["note"],
    }


@cached(1, for_each_period=True)
def other_reports(edition: Edition, period_id: str) -> dict[str, int]:
    """How many claims speak of each province in a period without saying who led it."""
    found = Counter(_edition_of_claims(edition).atlas.claim_counts(period_id))
    for call in call_rows(edition, period_id):
        found[call["province_id"]] -= call["claims_for"] + call["claims_against"]
    return dict(found)


def _edition_of_claims(edition: Edition) -> Edition:
    """Which claims count is another thing than what they say of a period: that changes with the near days alone."""
    return edition.own if edition.atlas.rule.near_days == edition.own.atlas.rule.near_days else edition


PERIODS_KEPT = 4
"""Periods of which shapes and events are kept for panels: readers look at provinces of the same ones."""


@cached(PERIODS_KEPT)
def _shapes(edition: Edition, period_id: str) -> RowsByKey:
    return RowsByKey(edition.atlas.provinces(period_id), "province_id")


@cached(PERIODS_KEPT)
def _events(edition: Edition, period_id: str) -> Mapping[str, Rows]:
    return grouped_records(edition.atlas.events(period_id), "province_id")


@cached(1, for_each_period=True)
def _told(edition: Edition, period_id: str) -> Mapping[str, tuple[str, str]]:
    """The look of each province in a period, and who led it in words: each look and each text once."""
    phrases, style = call_words(edition), Style(edition.atlas.factions)
    told: dict[tuple[Any, ...], tuple[str, str]] = {}
    found = {}
    for call in call_rows(edition, period_id):
        key = tuple([call[name] for name in TOLD_BY])
        if key not in told:
            told[key] = style.look(call).id, phrases.what(call)
        found[call["province_id"]] = told[key]
    return found


MOST_YEARS = 12
"""Periods that a panel lists one by one."""

TOLD_BY = ("status", "factions", "part_factions", "strength", "grade")
"""Columns of a call that its look and its words are made from."""


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


def _years(edition: Edition, province_id: str, current: str) -> list[dict[str, Any]]:
    """The calls of all periods; of many periods from when to when a call was the same."""
    periods = edition.atlas.periods
    years: list[dict[str, Any]] = []
    begun: tuple[int, tuple[str, str]] | None = None
    for number, period in enumerate(periods):
        told = _told(edition, period.id).get(province_id)
        if told is None:
            begun = None
            continue
        if len(periods) > MOST_YEARS and begun is not None and begun[1] == told:
            first = periods[begun[0]].label
            years[-1] |= {
                "label": edition.words("years-span", first=first, last=period.label),
                "current": years[-1]["current"] or period.id == current,
            }
            continue
        begun = number, told
        look, what = told
        years.append({"label": period.label, "current": period.id == current, "look": look, "what": what})
    return years


def _steps(call: Mapping[str, Any], used: Rows, phrases: CallWords, words: Texts) -> list[str]:
    """The steps of the rule for this call, in words."""
    steps = _reached(call, used, phrases, words)
    sentences = len({one["sentence_id"] for one in used})
    if not sentences or call["status"] in TELLS_NOBODY:
        return steps
    independent = phrases.independent(call["source_ids"])
    return [*steps, words("evidence-agreeing", sentences=sentences, independent=independent)]


def _reached(call: Mapping[str, Any], used: Rows, phrases: CallWords, words: Texts) -> list[str]:
    status = call["status"]
    if status == NO_EVIDENCE:
        return [words("reached-nobody")]
    if status == PARTLY:
        return [words("reached-partly")]
    best = {"grade": phrases.grade(call["grade"]), "strength": words(f"strength-{call['strength']}")}
    if status == CONTESTED:
        return [words("reached-contested", **best)]
    if status == UNCLEAR:
        both = len({one["side"] for one in used if one["extent"] == WHOLE}) > 1
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


@cached(1)
def _names(edition: Edition) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Names of factions and of places, by their ids."""
    factions, places = edition.atlas.factions, edition.atlas.places
    return (
        dict(zip(factions["faction_id"], factions["name"], strict=True)),
        dict(zip(places["place_id"], places["name"], strict=True)),
    )


def _claims(edition: Edition, claims: Rows) -> list[dict[str, Any]]:
    factions, places = _names(edition)
    phrases = call_words(edition)
    rows = []
    for claim in claims:
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


def _event(event: Mapping[str, Any]) -> dict[str, str]:
    return {
        "date": event["date_label"],
        "place": event["place"],
        "statement": event["statement"],
        "claims": ", ".join(event["claim_ids"]),
    }
