"""Calls and areas of a period as rows: asked for once for each reading, however many parts of a page look at them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.edition import Edition, cached
from dashboard.parts.firmness import robustness
from geodata.frames import Rows, records
from geodata.looks import Colouring


@cached(1, for_each_period=True)
def call_rows(edition: Edition, period_id: str) -> Rows:
    """The calls of a period, without shapes."""
    return edition.atlas.call_rows(period_id)


def call_of(edition: Edition, period_id: str, province_id: str) -> Mapping[str, Any]:
    """The call of one province; a KeyError if the period has no such province."""
    return call_rows(edition, period_id)[_places(edition.own, period_id)[province_id]]


@cached(1, for_each_period=True)
def _places(edition: Edition, period_id: str) -> Mapping[str, int]:
    """Where the calls of a period have each province."""
    return {call["province_id"]: place for place, call in enumerate(call_rows(edition, period_id))}


@cached(1, for_each_period=True)
def area_rows(edition: Edition, period_id: str) -> Rows:
    """What is told of parts of provinces in a period, with shapes."""
    return records(edition.atlas.areas(period_id))


def coloured_rows(edition: Edition, period_id: str, colouring: Colouring) -> Rows:
    """The calls of a period, with what a colouring has to know beside them."""
    rows = call_rows(edition, period_id)
    if not colouring.needs:
        return rows
    robust = robustness(edition, period_id)
    return [{**row, **{name: robust[row["province_id"]][name] for name in colouring.needs}} for row in rows]
