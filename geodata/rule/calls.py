"""The calls of a period as a table: countryside and capital of every province, with its shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd
import pandas as pd

from geodata.dates import Period
from geodata.frames import grouped_records, records
from geodata.rule.capitals import decide_capital
from geodata.rule.countryside import Criterion, decide

COLUMNS = (
    "province_id", "name", "side", "side_grade", "faction_id", "faction", "alliance_id", "grade", "status",
    "factions", "names_party", "others", "capital_status", "capital_changed_hands", "capital_grade",
    "capital_claim_ids", "area_km2", "claim_ids", "dissenting_claim_ids", "geometry",
)  # fmt: skip


def calls_frame(
    shapes: gpd.GeoDataFrame,
    graded: pd.DataFrame,
    tables: Mapping[str, pd.DataFrame],
    period: Period,
    order: Sequence[Criterion],
) -> gpd.GeoDataFrame:
    """Decide all calls of a period.

    Parameters
    ----------
    shapes : geopandas.GeoDataFrame
        Provinces of the period with ``area_km2``.
    graded : pandas.DataFrame
        Graded claims of the period, see `geodata.rule.grade_claims`.
    tables : Mapping of str to pandas.DataFrame
        Tables of the atlas.
    period : Period
    order : sequence of {"firmness", "role", "grade"}
        Order in which claims are compared.

    Returns
    -------
    geopandas.GeoDataFrame
        One row per province, columns `COLUMNS`, in the CRS of the shapes; see `Atlas.control`.
    """
    factions = {row["faction_id"]: row for row in records(tables["factions"])}
    sides = tables["factions"][["faction_id", "side"]]
    events = tables["events"][tables["events"]["place_id"] != ""].merge(sides, on="faction_id")
    events_at = grouped_records(events, "place_id")
    reports = grouped_records(tables["event_claims"], "event_id")
    claims_in = grouped_records(graded, "province_id")
    rows = []
    for shape in records(pd.DataFrame(shapes)):
        claims = claims_in.get(shape["province_id"], ())
        call = decide(claims, order)
        leader = None if call.faction_id is None else factions[call.faction_id]
        at_capital = events_at.get(shape["capital_place_id"], ())
        capital = decide_capital(claims, at_capital, reports, period.start, period.end)
        rows.append(
            {
                **{name: shape[name] for name in ("province_id", "name", "area_km2", "geometry")},
                **vars(call),
                "faction": None if leader is None else leader["name"],
                "alliance_id": None if leader is None else leader["alliance_id"] or None,
                "capital_status": capital.status,
                "capital_changed_hands": capital.changed_hands,
                "capital_grade": capital.grade,
                "capital_claim_ids": capital.claim_ids,
            }
        )
    frame = pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)
    frame = frame.astype({"area_km2": float, "capital_changed_hands": bool, "names_party": bool})
    return gpd.GeoDataFrame(frame, geometry="geometry", crs=shapes.crs)
