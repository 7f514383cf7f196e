"""The chosen province: the call in short, and all the evidence behind it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pandas as pd

from dashboard.map.words import CallWords
from dashboard.panels.templating import render
from dashboard.text import Texts
from geodata import Atlas
from geodata.citation import cite
from geodata.frames import records
from geodata.style import Look, Style


@lru_cache(maxsize=512)
def call_html(atlas: Atlas, words: Texts, period_id: str, province_id: str | None) -> str:
    """The call in short with the strip of all years; an invitation where no province is chosen."""
    if province_id is None:
        return render("empty.html.j2", texts=words)
    call = _call(atlas, period_id, province_id)
    shape = atlas.provinces(period_id).set_index("province_id").loc[province_id]
    phrases = CallWords(atlas, words)
    native = " · ".join(name for name in (shape["name_fa"], shape["name_ps"]) if name)
    return render(
        "call.html.j2",
        texts=words,
        call=call,
        words=phrases,
        native=native,
        period=atlas.period(period_id),
        others=phrases.factions(call["others"]),
        look=_look(atlas, call),
        years=_years(atlas, phrases, province_id, period_id),
    )


@lru_cache(maxsize=512)
def evidence_html(atlas: Atlas, words: Texts, period_id: str, province_id: str) -> str:
    """How the call was reached, every claim with its source, and the dated events of the period."""
    call = _call(atlas, period_id, province_id)
    claims = atlas.claims(province=province_id, period=period_id)
    shape = atlas.provinces(period_id).set_index("province_id").loc[province_id]
    events = atlas.events(period_id)
    decided = claims["claim_id"].isin(call["claim_ids"])
    dissenting = claims["claim_id"].isin(call["dissenting_claim_ids"])
    rural = claims["domain"] == "countryside"
    groups = [
        ("evidence-decided", claims[decided], True),
        ("evidence-dissent", claims[dissenting], True),
        ("evidence-other", claims[rural & ~decided & ~dissenting], False),
        ("evidence-capital", claims[~rural], False),
    ]
    used = claims[decided]
    return render(
        "evidence.html.j2",
        texts=words,
        heading=words("evidence-heading", province=call["name"], period=atlas.period(period_id).label),
        reached=_reached(call, CallWords(atlas, words), words),
        sentences=int(used["sentence_id"].nunique()),
        independent=int(used.loc[used["source_independent"], "source_id"].nunique()),
        groups=[(words(key), _claim_rows(atlas, rows, words), is_open) for key, rows, is_open in groups],
        events=records(events[events["province_id"] == province_id]),
        boundary=shape["boundary"],
        boundary_note=shape["note"],
    )


def _call(atlas: Atlas, period_id: str, province_id: str) -> dict[str, Any]:
    calls = atlas.control(period_id)
    return records(calls[calls["province_id"] == province_id])[0]


def _look(atlas: Atlas, call: dict[str, Any]) -> Look:
    return Style(atlas.factions).look(call["status"], call["factions"], call["grade"])


def _years(atlas: Atlas, phrases: CallWords, province_id: str, current: str) -> list[dict[str, Any]]:
    years = []
    for period in atlas.periods:
        calls = atlas.control(period.id)
        found = records(calls[calls["province_id"] == province_id])
        if found:
            years.append(
                {
                    "label": period.label,
                    "current": period.id == current,
                    "look": _look(atlas, found[0]),
                    "what": phrases.what(found[0]),
                }
            )
    return years


def _reached(call: dict[str, Any], phrases: CallWords, words: Texts) -> list[str]:
    """The steps of the rule for this call, in words."""
    status = call["status"]
    if status == "no-evidence":
        return [words("reached-nobody")]
    if status == "contested":
        return [words("reached-contested", grade=phrases.grade(call["grade"]))]
    steps = [
        words("reached-held", grade=phrases.grade(call["side_grade"]), side=phrases.sides[call["side"]]),
        words("reached-named", factions=phrases.factions(call["factions"]), grade=phrases.grade(call["grade"]))
        if call["names_party"]
        else words("reached-unnamed"),
    ]
    return [*steps, words("reached-shared")] if status == "shared" else steps


def _claim_rows(atlas: Atlas, claims: pd.DataFrame, words: Texts) -> list[dict[str, Any]]:
    factions = atlas.factions.set_index("faction_id")["name"]
    places = atlas.places.set_index("place_id")["name"].to_dict()
    rows = []
    for claim in records(claims):
        source = {key.removeprefix("source_"): value for key, value in claim.items() if key.startswith("source_")}
        rows.append(
            {
                **claim,
                "headline": words(
                    "claim-by", faction=factions[claim["faction_id"]], role=words(f"role-{claim['role']}")
                ),
                "where": claim["part"] or places.get(claim["place_id"], ""),
                "citation": cite(source, claim["locator"]),
            }
        )
    return rows
