"""The calls of a period as a table: countryside and capital of every province, with its shape."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from operator import attrgetter, itemgetter
from typing import Any

import geopandas as gpd
import pandas as pd

from geodata.frames import Rows, records
from geodata.rule.capitals import CapitalCall
from geodata.rule.countryside import Call
from geodata.rule.decision_cache import DecisionCache
from geodata.rule.events import Events
from geodata.rule.setting import STANDARD, Rule

COLUMNS = (
    "province_id", "name", "side", "side_grade", "side_strength", "faction_id", "faction", "alliance_id", "grade",
    "status", "strength", "corroborated", "why_weak", "factions", "part_factions", "names_party", "others",
    "claims_for", "claims_against", "n_sources", "capital_status", "capital_changed_hands", "capital_grade",
    "capital_strength", "capital_claim_ids", "area_km2", "claim_ids", "dissenting_claim_ids", "source_ids",
    "dissenting_source_ids", "parts", "geometry",
)  # fmt: skip

ASKED = ("province_id", "name", "capital_place_id", "area_km2", "geometry")
"""What is asked of a shape."""

TYPES = {
    "area_km2": float, "capital_changed_hands": bool, "names_party": bool, "corroborated": bool, "claims_for": int,
    "claims_against": int, "n_sources": int,
}  # fmt: skip


def by_province(readings: Iterable[Mapping[str, Any]]) -> Mapping[str, Rows]:
    """Readings of a period, by province; a province without claims has none."""
    groups: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for reading in readings:
        groups[reading["province_id"]].append(reading)
    return groups


def calls_frame(
    shapes: gpd.GeoDataFrame,
    told: Mapping[str, Rows],
    events: Events,
    factions: pd.DataFrame,
    start: date,
    end: date,
    near_days: int,
    rule: Rule = STANDARD,
    cache: DecisionCache | None = None,
) -> gpd.GeoDataFrame:
    """Decide all calls of a period.

    Parameters
    ----------
    shapes : geopandas.GeoDataFrame
        Provinces of the period with ``province_id, name, capital_place_id`` and ``area_km2``.
    told : Mapping of str to sequence of Mapping
        By province what the claims say of it in the period, see `by_province` and `geodata.rule.Evidence.of_period`.
    events : Events
        Made with the same rule.
    factions : pandas.DataFrame
        Table of the atlas.
    start, end : datetime.date
        First and last day of the period.
    near_days : int
        As it was for the readings.
    rule : Rule, optional
    cache : DecisionCache, optional
        Decisions made before.

    Returns
    -------
    geopandas.GeoDataFrame
        One row per province, columns `COLUMNS`, in the CRS of the shapes; see `Atlas.control`.
    """
    actors = {row["faction_id"]: row for row in records(factions)}
    taken = events.at_places()
    cache = DecisionCache() if cache is None else cache
    rows = []
    for shape in records(pd.DataFrame(shapes)[list(ASKED)]):
        claims, at_capital = told.get(shape["province_id"], ()), taken.get(shape["capital_place_id"], ())
        one, days = shape["province_id"], (start, end)
        call = cache.call(one, claims, days, rule)
        capital = cache.capital(one, claims, at_capital, events.reports, days, near_days, rule)
        rows.append(_row(shape, call, capital, actors))
    columns = dict(zip(MADE, zip(*rows, strict=True) if rows else ((),) * len(MADE), strict=True))
    # One index for all: else the indexes of thirty columns are held against each other.
    index = pd.RangeIndex(len(rows))
    frame = pd.DataFrame(
        {name: pd.Series(columns[name], index=index, dtype=TYPES.get(name, object)) for name in COLUMNS},
        index=index, copy=False,
    )  # fmt: skip
    return gpd.GeoDataFrame(frame, geometry="geometry", crs=shapes.crs)


OF_SHAPE = ("province_id", "name", "area_km2", "geometry")
OF_CALL = tuple(field.name for field in fields(Call))
OF_CAPITAL = ("status", "changed_hands", "grade", "strength", "claim_ids")
MADE = (
    *OF_SHAPE, *OF_CALL, "faction", "alliance_id", "claims_for", "claims_against",
    *(f"capital_{name}" for name in OF_CAPITAL),
)  # fmt: skip
"""What `_row` gives, in its order."""

_of_shape, _of_call, _of_capital = itemgetter(*OF_SHAPE), attrgetter(*OF_CALL), attrgetter(*OF_CAPITAL)


def _row(
    shape: Mapping[str, Any], call: Call, capital: CapitalCall, actors: Mapping[str, Mapping[str, Any]]
) -> tuple[Any, ...]:
    leader = None if call.faction_id is None else actors[call.faction_id]
    return (
        *_of_shape(shape),
        *_of_call(call),
        None if leader is None else leader["name"],
        None if leader is None else leader["alliance_id"] or None,
        len(call.claim_ids),
        len(call.dissenting_claim_ids),
        *_of_capital(capital),
    )
