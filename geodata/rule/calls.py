"""The calls of a period, as columns, rows and a table: countryside and capital of every province, with its shape."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from geodata.frames import ColumnRows, Rows, records
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


Columns = Mapping[str, Sequence[Any]]
"""Provinces or their calls by column: one value for each province, in the order of the shapes."""


def decide_calls(
    provinces: Columns,
    told: Mapping[str, Rows],
    events: Events,
    factions: pd.DataFrame,
    start: date,
    end: date,
    near_days: int,
    rule: Rule = STANDARD,
    cache: DecisionCache | None = None,
) -> Columns:
    """Decide all calls of a period.

    Parameters
    ----------
    provinces : Mapping of str to sequence
        Those of the period, by column: `OF_PROVINCE` (area in square kilometres) and ``capital_place_id``.
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
    Mapping of str to sequence
        The columns `COLUMNS`, but for the shapes; see `Atlas.control`.
    """
    taken = events.at_places()
    cache = DecisionCache() if cache is None else cache
    days = start, end
    calls, capitals = [], []
    for one, place_id in zip(provinces["province_id"], provinces["capital_place_id"], strict=True):
        claims, at_capital = told.get(one, ()), taken.get(place_id, ())
        calls.append(cache.call(one, claims, days, rule))
        capitals.append(cache.capital(one, claims, at_capital, events.reports, days, near_days, rule))
    return {
        **{name: provinces[name] for name in OF_PROVINCE},
        **_columns(Call._fields, calls),
        **_columns([f"capital_{name}" for name in OF_CAPITAL], [_of_capital(capital) for capital in capitals]),
        **_leaders(calls, factions),
        "claims_for": [len(call.claim_ids) for call in calls],
        "claims_against": [len(call.dissenting_claim_ids) for call in calls],
    }


def call_rows(columns: Columns) -> Rows:
    """Calls as dictionaries, keyed by column name, without shapes."""
    return ColumnRows({name: columns[name] for name in COLUMNS if name in columns})


def calls_frame(columns: Columns, shapes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Calls as a table with the shapes that they were decided for.

    Returns
    -------
    geopandas.GeoDataFrame
        One row per province, columns `COLUMNS`, in the CRS of the shapes; see `Atlas.control`.
    """
    # The shapes are taken over whole: made of single geometries again, each would be looked at again.
    frame = _frame(columns).assign(geometry=shapes.geometry.array)
    return gpd.GeoDataFrame(frame[list(COLUMNS)], geometry="geometry", crs=shapes.crs)


OF_PROVINCE = ("province_id", "name", "area_km2")
OF_CAPITAL = ("status", "changed_hands", "grade", "strength", "claim_ids")

_of_capital = attrgetter(*OF_CAPITAL)


def _columns(names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> dict[str, Sequence[Any]]:
    return dict(zip(names, zip(*rows, strict=True) if rows else ((),) * len(names), strict=True))


def _leaders(calls: Sequence[Call], factions: pd.DataFrame) -> dict[str, Sequence[Any]]:
    """What the one faction that leads is called, and its alliance; None where there is no such faction or alliance."""
    known = {row["faction_id"]: (row["name"], row["alliance_id"] or None) for row in records(factions)}
    leaders = [(None, None) if call.faction_id is None else known[call.faction_id] for call in calls]
    return _columns(("faction", "alliance_id"), leaders)


def _frame(columns: Columns) -> pd.DataFrame:
    """Columns as a table: those that have no type of `TYPES` as objects, in one block: made and copied fast."""
    objects = [name for name in columns if name not in TYPES]
    cells = np.empty((len(objects), len(columns[objects[0]])), dtype=object)
    for number, name in enumerate(objects):
        # A row at a time: numpy would take tuples of one length for a dimension of their own.
        cells[number, :] = columns[name]
    typed: dict[str, Any] = {name: np.array(columns[name], dtype=kind) for name, kind in TYPES.items()}
    return pd.concat([pd.DataFrame(cells.T, columns=objects, dtype=object), pd.DataFrame(typed)], axis=1)
