"""HTML of the view Trends."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any, cast

from dashboard.edition import Edition
from dashboard.parts import PHONE, WIDE, CallWords
from dashboard.templating import render
from dashboard.views.trends.chart import entry_look, entry_name, flow_words, share_words, trends_svg
from dashboard.views.trends.data import LAST, Measure, trends
from geodata.looks import ColouringName, colouring_of
from geodata.rule import KINDS, UNCHANGED

TEMPLATES = Path(__file__).parent / "templates"


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
    words, phrases = edition.words, CallWords(edition)
    colouring = colouring_of(by, edition.atlas)
    grouping = cast(ColouringName, by)
    areas, provinces = trends(edition, grouping, "area"), trends(edition, grouping, "provinces")
    labels = [period.label for period in edition.atlas.periods]
    keys = dict.fromkeys([*(key for key in areas.keys if key not in LAST), *LAST])

    def cell(number: int, key: str) -> list[str]:
        lines = []
        for unit, found in (("provinces", provinces), ("area", areas)):
            share = found.shares[number].get(key)
            line = words("comma").join(share_words(words, unit, share)) if share else ""
            lines += [line] if line else []
        return lines

    rows: list[dict[str, Any]] = [
        {
            "key": key,
            "name": entry_name(phrases, key, by),
            "look": entry_look(key, colouring),
            "cells": [cell(number, key) for number in range(len(labels))],
        }
        for key in keys
    ]
    return render(
        TEMPLATES,
        "trends.html.j2",
        texts=words,
        wide=trends_svg(edition, by, measure, pins, WIDE),
        narrow=trends_svg(edition, by, measure, pins, PHONE),
        periods=labels,
        pins=pins,
        rows=[row for row in rows if any(row["cells"])],
        moves=_moves(edition, phrases, by, measure),
    )


def _moves(edition: Edition, phrases: CallWords, by: str, measure: str) -> list[dict[str, Any]]:
    """What went from whom to whom: each kind of change apart, what a source tells of first."""
    found = trends(edition, cast(ColouringName, by), cast(Measure, measure))
    moves = []
    for number, (first, second) in enumerate(pairwise(edition.atlas.periods)):
        flows = [one for one in found.flows if one.number == number and one.kind != UNCHANGED]
        kinds = [
            {
                "kind": kind,
                "flows": [
                    {"text": flow_words(phrases, one, by, measure), "reasons": one.reasons}
                    for one in sorted(flows, key=lambda one: -one.amount)
                    if one.kind == kind
                ],
            }
            for kind in KINDS
        ]
        moves.append(
            {
                "title": f"{first.label} {edition.words('arrow')} {second.label}",
                "kinds": [one for one in kinds if one["flows"]],
            }
        )
    return moves
