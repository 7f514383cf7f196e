"""The provinces of a period as a table: the same colours and filters as the map, for who reads rather than looks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.edition import Edition, cached
from dashboard.parts.firmness import falls_with, robustness
from dashboard.parts.legend import meaning_of
from dashboard.parts.panel_templates import render
from dashboard.parts.reading import differing
from dashboard.parts.rows import coloured_rows
from dashboard.parts.words import CallWords, call_words
from geodata.looks import ColouringName
from geodata.telling import plain

COLUMNS: tuple[str, ...] = (
    "name", "leads", "sure", "falls", "side", "for", "against", "independent", "capital", "area",
)  # fmt: skip
"""In order; each can be sorted by."""

OWN = "own"
"""Column of the atlas's own call, where the table follows another reading and the two differ."""

MOST_ROWS = 1000
"""More are read by nobody, and a browser takes seconds to lay them out; the file of the calls has all of them."""

NUMBERS = frozenset({"for", "against", "independent", "area"})


@cached(4)
def provinces_table_html(
    edition: Edition, period_id: str, colouring: ColouringName = "faction", pins: tuple[str, ...] = ()
) -> str:
    """The table of a period; the page's script sorts it, and a name in it chooses the province.

    Parameters
    ----------
    edition : Edition
    period_id : str
    colouring : str, optional
        What the fill means, as on the map.
    pins : tuple of str, optional
        Entries of the legend: only what belongs to one of them is listed. Nothing pinned lists all.
    """
    meaning = meaning_of(edition, colouring)
    phrases = call_words(edition)
    differs = differing(edition)[period_id]
    robust = robustness(edition, period_id)
    calls = coloured_rows(edition, period_id, meaning)
    columns = [one for one in COLUMNS if one != "capital" or "capitals" in edition.atlas.has]
    columns[2:2] = [] if edition.is_own else [OWN]
    rows, found = [], 0
    for call in sorted(calls, key=lambda one: plain(str(one["name"]))):
        shown = meaning.shown(call)
        wanted = not pins or bool(set(pins) & set(shown.keys))
        found += wanted
        if wanted and found <= MOST_ROWS:
            one = differs.get(call["province_id"])
            values = _cells(call, phrases, robust[call["province_id"]]) | {
                OWN: (f"{one.mark}{one.before}" if one else "–", one.before if one else "~")
            }
            cells = [{"column": name, "text": values[name][0], "sort": values[name][1]} for name in columns]
            rows.append({"id": call["province_id"], "look": shown.look.id, "cells": cells})
    return render(
        "provinces-table.html.j2",
        texts=edition.words,
        period=edition.atlas.period(period_id).label,
        columns=columns,
        numbers=NUMBERS,
        rows=rows,
        found=found,
        all=len(calls),
    )


def _cells(call: Mapping[str, Any], phrases: CallWords, robust: Mapping[str, Any]) -> dict[str, tuple[str, Any]]:
    """What each column says, and what it is sorted by: names by name, numbers by size, little evidence last."""
    led = bool(call["factions"])
    leads = phrases.named(call) if led else phrases.texts(f"legend-{call['status']}")
    independent = phrases.independent(call["source_ids"])
    capital = phrases.capital_name(call)
    return {
        "name": (call["name"], call["name"]),
        "leads": (leads, ("0 " if led else "1 ") + leads),
        "sure": (phrases.strength(call) or "–", {"firm": 0, "weak": 1}.get(call["strength"], 2)),
        "falls": (falls_with(phrases.texts, robust), robust["faction_least"]),
        "side": (phrases.sides[call["side"]] if call["side"] else "–", call["side"] or "~"),
        "for": (call["claims_for"], call["claims_for"]),
        "against": (call["claims_against"], call["claims_against"]),
        "independent": (independent, independent),
        "capital": (f"{capital}: {phrases.capital_state(call)}" if capital else "–", phrases.capital_state(call)),
        "area": (phrases.texts("panel-area-value", km2=call["area_km2"]), round(call["area_km2"])),
    }
