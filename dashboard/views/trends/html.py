"""HTML of the view Trends."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any, cast

from dashboard.edition import Edition
from dashboard.parts import PHONE, WIDE, CallWords
from dashboard.templating import render
from dashboard.views.trends.chart import trends_svg
from dashboard.views.trends.data import LAST, trends
from geodata.looks import Colouring, ColouringName, sample_looks

TEMPLATES = Path(__file__).parent / "templates"


def trends_html(edition: Edition, by: str, measure: str, pins: tuple[str, ...]) -> str:
    """The picture, the table of shares, and the list of what moved.

    Parameters
    ----------
    edition : Edition
    by : {"faction", "alliance"}
    measure : {"area", "provinces"}
        What heights in the picture mean; the table has both.
    pins : tuple of str
        Entries that stand out.
    """
    found = trends(edition, cast(ColouringName, by))
    phrases = CallWords(edition)
    colouring = Colouring(by, edition.atlas.factions, edition.atlas.alliances)
    labels = [period.label for period in edition.atlas.periods]
    totals = [
        {name: found.total(number, measure) for name, measure in (("provinces", "provinces"), ("area_km2", "area"))}
        for number in range(len(labels))
    ]
    moves = []
    for number, (first, second) in enumerate(pairwise(labels)):
        flows = [one for one in found.flows if one.number == number and one.before != one.after]
        rows = [
            {
                "before": phrases.key(one.before, by),
                "after": phrases.key(one.after, by),
                "names": ", ".join(one.names),
                "area_km2": one.area_km2,
            }
            for one in sorted(flows, key=lambda one: -one.area_km2)
        ]
        moves.append((f"{first} → {second}", rows))

    def cell(number: int, key: str) -> dict[str, Any] | None:
        share = found.shares[number].get(key)
        if share is None:
            return None
        return {
            "provinces": share.provinces,
            "area_km2": share.area_km2,
            "share": share.area_km2 / totals[number]["area_km2"],
            "firm_share": share.firm_area_km2 / share.area_km2,
        }

    return render(
        TEMPLATES,
        "trends.html.j2",
        texts=edition.words,
        wide=trends_svg(edition, by, measure, pins, WIDE),
        narrow=trends_svg(edition, by, measure, pins, PHONE),
        periods=labels,
        pins=pins,
        rows=[
            {
                "key": key,
                "name": phrases.key(key, by),
                "look": sample_looks()[key] if key in LAST else colouring.look(key),
                "cells": [cell(number, key) for number in range(len(labels))],
            }
            for key in found.keys
        ],
        totals=totals,
        moves=moves,
    )
