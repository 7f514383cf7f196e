"""Dated events at their places."""

from __future__ import annotations

from datetime import date
from functools import partial

import geopandas as gpd
import pandas as pd

from geodata import dates
from geodata.frames import tuple_or_empty
from geodata.shapes import CRS


def located_events(
    events: pd.DataFrame, places: pd.DataFrame, event_claims: pd.DataFrame, language: str
) -> gpd.GeoDataFrame:
    """Put events at their places, in order of time.

    Parameters
    ----------
    events, places, event_claims : pandas.DataFrame
        Tables of the atlas.
    language : str
        Of the labels of dates.

    Returns
    -------
    geopandas.GeoDataFrame
        EPSG:4326; see `Atlas.events`.
    """
    known = places.set_index("place_id")
    at = events["place_id"].map(lambda place_id: place_id if place_id in known.index else None)
    reports = event_claims.groupby("event_id")["claim_id"].agg(tuple)
    frame = events.assign(
        date_label=events["date"].map(partial(dates.label, language=language)),
        place=at.map(known["name"]).fillna(""),
        province_id=at.map(known["province_id"]).fillna(events["province_id"]),
        claim_ids=events["event_id"].map(reports).map(tuple_or_empty),
        _order=events["date"].map(_first_day),
    )
    points = gpd.points_from_xy(at.map(known["lon"]), at.map(known["lat"]))
    located = gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries(points, index=frame.index, crs=CRS))
    located.loc[at.isna(), "geometry"] = None
    return located.sort_values(["_order", "event_id"]).drop(columns="_order").reset_index(drop=True)


def _first_day(text: str) -> date:
    parsed = dates.parse(text)
    return parsed.earliest or parsed.latest or date.min
