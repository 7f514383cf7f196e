"""HTML of the view Trends."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any, cast

from dashboard.edition import Edition
from dashboard.parts import PHONE, WIDE
from dashboard.templating import render
from dashboard.views.trends.chart import entry_look, entry_names, flow_words, share_words, trends_svg
from dashboard.views.trends.columns import Columns
from dashboard.views.trends.data import LAST, OTHERS, Flow, Measure, Trends, folded, folded_alike, trends
from geodata.looks import ColouringName, colouring_of
from geodata.rule import KINDS, UNCHANGED

TEMPLATES = Path(__file__).parent / "templates"

FEW_PERIODS = 3
"""Columns of the table that stand side by side on a phone."""

OPEN_UP_TO = 6
"""Periods whose moves are read one after the other; of more, those between two periods are folded."""

MOST_FLOWS, MOST_REASONS = 20, 6
"""Moves of one kind between two periods, and sentences about one of them, that are listed."""


def trends_html(edition: Edition, by: str, measure: str, pins: tuple[str, ...]) -> str:
    """The picture, the table of shares, and the list of what changed.

    Parameters
    ----------
    edition : Edition
    by : {"faction", "alliance"}
    measure : {"area", "provinces"}
        What heights in the picture mean; the table has both.
    pins : tuple of str
        Entries that stand out.
    """
    words, grouping = edition.words, cast(ColouringName, by)
    whole = trends(edition, grouping, "area")
    areas, provinces = folded(whole, pins), trends(edition, grouping, "provinces")
    # The same entries are small in both, so that a row says the same of both.
    provinces = folded_alike(provinces, areas)
    periods = len(edition.atlas.periods)
    return render(
        TEMPLATES,
        "trends.html.j2",
        texts=words,
        wide=trends_svg(edition, by, measure, pins, WIDE),
        narrow=trends_svg(edition, by, measure, pins, PHONE),
        periods=[period.label for period in edition.atlas.periods],
        ribbons=Columns.of(periods, WIDE, False).has_ribbons,
        pins=pins,
        few=FEW_PERIODS,
        rows=_rows(edition, areas, provinces, by),
        small=_small(edition, whole, areas, by),
        moves=_moves(edition, by, measure),
        open_moves=periods <= OPEN_UP_TO,
        nobody=not any(key not in LAST for key in whole.keys),
    )


def _rows(edition: Edition, areas: Trends, provinces: Trends, by: str) -> list[dict[str, Any]]:
    """Who led how much: a row for each entry that the picture shows."""
    words, colouring = edition.words, colouring_of(by, edition.atlas)
    names = entry_names(edition, areas, by) | entry_names(edition, provinces, by)

    def cell(number: int, key: str) -> list[str]:
        lines = []
        for unit, found in (("provinces", provinces), ("area", areas)):
            share = found.shares[number].get(key)
            line = words("comma").join(share_words(words, unit, share)) if share else ""
            lines += [line] if line else []
        return lines

    keys = dict.fromkeys([*(key for key in areas.keys if key not in LAST), *LAST])
    rows: list[dict[str, Any]] = [
        {
            "key": key if key != OTHERS else "",
            "name": names[key],
            "look": entry_look(key, colouring),
            "cells": [cell(number, key) for number in range(len(edition.atlas.periods))],
        }
        for key in keys
        if key in names
    ]
    return [row for row in rows if any(row["cells"])]


def _small(edition: Edition, whole: Trends, areas: Trends, by: str) -> list[dict[str, str]]:
    """The entries that the picture and the table have as one, each a way to pick it out."""
    names = entry_names(edition, whole, by)
    return [{"key": key, "name": names[key]} for key in whole.keys if key not in areas.keys]


def _moves(edition: Edition, by: str, measure: str) -> list[dict[str, Any]]:
    """What went from whom to whom: each kind of change apart, what a source tells of first, the largest of it."""
    found = trends(edition, cast(ColouringName, by), cast(Measure, measure))
    words, names = edition.words, entry_names(edition, found, by)
    flows: dict[tuple[int, str], list[Flow]] = {}
    for one in found.flows:
        flows.setdefault((one.number, one.kind), []).append(one)
    moves = []
    for number, (first, second) in enumerate(pairwise(edition.atlas.periods)):
        kinds = []
        for kind in KINDS:
            some = sorted(flows.get((number, kind), ()), key=lambda one: -one.amount) if kind != UNCHANGED else []
            if some:
                told = [
                    {"text": flow_words(words, names, one, measure), "reasons": one.reasons[:MOST_REASONS],
                     "more": len(one.reasons) - MOST_REASONS}
                    for one in some[:MOST_FLOWS]
                ]  # fmt: skip
                kinds.append({"kind": kind, "flows": told, "more": len(some) - MOST_FLOWS})
        moves.append({"title": f"{first.label} {words('arrow')} {second.label}", "kinds": kinds})
    return moves
