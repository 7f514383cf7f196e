"""How well each province is known in each period, where sources agree, and how much rests on each source."""

from __future__ import annotations

from typing import Any

from dashboard.edition import Edition, cached
from dashboard.parts import call_words
from dashboard.text import Texts
from geodata.frames import RowsByKey, records
from geodata.looks import colouring_of
from geodata.rule import TELLS_NOBODY, WEAK
from geodata.telling import cite, plain


@cached(1)
def coverage(edition: Edition) -> dict[str, Any]:
    """The matrix of provinces and periods by what their calls rest on, as the map coloured by evidence has it.

    Returns
    -------
    dict
        ``periods`` (labels), ``rows`` (``name`` and ``cells`` of ``look``, ``text``, ``claims``, ``choose``; None where
        the province did not exist), and ``sums`` (``text``, ``look`` and ``counts`` per period) for each entry of its
        legend.
    """
    cells: dict[str, dict[str, Any]] = {}
    names: dict[str, str] = {}
    meaning = colouring_of("evidence", edition.atlas)
    counts: dict[str, dict[str, int]] = {key: {} for key in (*meaning.entries(), *meaning.status_keys)}
    for period in edition.atlas.periods:
        claims = edition.atlas.claims(period=period.id)
        speaking = claims[claims["domain"] == "countryside"].groupby("province_id").size()
        for call in records(edition.atlas.control(period.id).drop(columns="geometry")):
            shown = meaning.shown(call)
            (key,) = shown.keys
            names[call["province_id"]] = call["name"]
            counts[key][period.id] = counts[key].get(period.id, 0) + 1
            cells.setdefault(call["province_id"], {})[period.id] = {
                "look": shown.look.id,
                "text": _text(key, call["strength"], edition.words),
                "claims": int(speaking.get(call["province_id"], 0)),
                "choose": f"{call['province_id']} {period.id}",
            }
    return {
        "periods": [period.label for period in edition.atlas.periods],
        "rows": [
            {"name": names[key], "cells": [cells[key].get(period.id) for period in edition.atlas.periods]}
            for key in sorted(cells, key=lambda one: plain(names[one]))
        ],
        "sums": [
            {
                "text": _text(key, None, edition.words),
                "look": meaning.look(key).id,
                "counts": [found.get(period.id, 0) for period in edition.atlas.periods],
            }
            for key, found in counts.items()
        ],
    }


@cached(8)
def agreement(edition: Edition, period_id: str) -> list[dict[str, Any]]:
    """How far the claims of a period agree, province by province.

    Returns
    -------
    list of dict
        ``province_id, name, status, strength`` (in words); ``claims`` and ``sentences`` that decided, ``independent``
        works among their sources; ``dissenting`` claims; ``sources`` that speak, and ``changed_by``: those without
        which the call would differ.
    """
    claims = RowsByKey(edition.atlas.claims(period=period_id), "province_id")
    robustness = {row["province_id"]: row for row in records(edition.atlas.robustness(period_id))}
    phrases, rows = call_words(edition), []
    for call in records(edition.atlas.control(period_id)):
        deciding = frozenset(call["claim_ids"])
        used = {one["sentence_id"] for one in claims.all_of(call["province_id"]) if one["claim_id"] in deciding}
        rows.append(
            {
                "province_id": call["province_id"],
                "name": call["name"],
                "status": call["status"],
                "strength": phrases.strength(call),
                "claims": len(call["claim_ids"]),
                "sentences": len(used),
                "independent": phrases.independent(call["source_ids"]),
                "dissenting": len(call["dissenting_claim_ids"]),
                "sources": int(robustness[call["province_id"]]["sources"]),
                "changed_by": robustness[call["province_id"]]["changed_by"],
            }
        )
    return sorted(rows, key=lambda row: plain(str(row["name"])))


@cached(8)
def source_list(edition: Edition) -> list[dict[str, Any]]:
    """Every source with how much rests on it, the one that most rests on first.

    Returns
    -------
    list of dict
        ``source_id, citation, url, independent, thin, note``; ``claims`` made from it, ``decided`` calls that one of
        them decided, ``changing`` calls that would differ without it, and ``carried``, what each of these becomes, in
        words.
    """
    claims = edition.atlas.claims()
    made = claims.groupby("source_id").size()
    source_of = dict(zip(claims["claim_id"], claims["source_id"], strict=True))
    decided: dict[str, int] = {}
    carried: dict[str, list[str]] = {}
    for period in edition.atlas.periods:
        for call in records(edition.atlas.control(period.id)):
            for source_id in {source_of[claim_id] for claim_id in call["claim_ids"]}:
                decided[source_id] = decided.get(source_id, 0) + 1
    phrases = call_words(edition)
    for row in records(edition.atlas.carried()):
        label = edition.atlas.period(row["period_id"]).label
        becomes = phrases.status(row) if row["factions"] else phrases.texts(f"legend-{row['status']}")
        told = edition.words("sources-carried", province=row["name"], period=label, what=becomes)
        carried.setdefault(row["source_id"], []).append(told)
    rows = [
        {
            "source_id": source["source_id"],
            "citation": cite(source),
            "url": source["url"],
            "independent": bool(source["independent"]),
            "thin": bool(source["thin"]),
            "note": source["note"],
            "claims": int(made.get(source["source_id"], 0)),
            "decided": decided.get(source["source_id"], 0),
            "changing": len(carried.get(source["source_id"], ())),
            "carried": carried.get(source["source_id"], []),
        }
        for source in records(edition.atlas.sources)
    ]
    return sorted(rows, key=lambda row: (-row["decided"], -row["claims"], row["source_id"]))


def _text(key: str, strength: str | None, words: Texts) -> str:
    if key in TELLS_NOBODY:
        return words(f"legend-{key}")
    return words("call-weak", what=words(f"grade-{key}")) if strength == WEAK else words(f"grade-{key}")
