"""The provinces of a period as a table: the same colours and filters as the map, for who reads rather than looks."""

from __future__ import annotations

from typing import Any

from dashboard.edition import Edition, kept
from dashboard.parts.panel_templates import render
from dashboard.parts.words import CallWords
from geodata.frames import records
from geodata.looks import ColouringName, colouring_of

COLUMNS = ("name", "leads", "sure", "side", "for", "against", "independent", "capital", "area")
"""In order; each can be sorted by."""

NUMBERS = frozenset({"for", "against", "independent", "area"})


@kept(64)
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
    meaning = colouring_of(colouring, edition.atlas)
    phrases = CallWords(edition)
    calls = records(edition.atlas.control(period_id).drop(columns="geometry"))
    rows = []
    for call in sorted(calls, key=lambda one: str(one["name"])):
        shown = meaning.shown(call)
        if not pins or set(pins) & set(shown.keys):
            rows.append({"id": call["province_id"], "look": shown.look.id, "cells": _cells(call, phrases)})
    return render(
        "provinces-table.html.j2",
        texts=edition.words,
        period=edition.atlas.period(period_id).label,
        columns=COLUMNS,
        numbers=NUMBERS,
        rows=rows,
        all=len(calls),
    )


def _cells(call: dict[str, Any], phrases: CallWords) -> list[dict[str, Any]]:
    """What each column says, and what it is sorted by: names by name, numbers by size, little evidence last."""
    led = bool(call["factions"])
    leads = phrases.named(call) if led else phrases.texts(f"legend-{call['status']}")
    independent = phrases.independent(call["source_ids"])
    capital = phrases.capital_name(call)
    values = {
        "name": (call["name"], call["name"]),
        "leads": (leads, ("0 " if led else "1 ") + leads),
        "sure": (phrases.strength(call) or "–", {"firm": 0, "weak": 1}.get(call["strength"], 2)),
        "side": (phrases.sides[call["side"]] if call["side"] else "–", call["side"] or "~"),
        "for": (call["claims_for"], call["claims_for"]),
        "against": (call["claims_against"], call["claims_against"]),
        "independent": (independent, independent),
        "capital": (f"{capital}: {phrases.capital_state(call)}" if capital else "–", phrases.capital_state(call)),
        "area": (phrases.texts("panel-area-value", km2=call["area_km2"]), round(call["area_km2"])),
    }
    return [{"column": column, "text": values[column][0], "sort": values[column][1]} for column in COLUMNS]
