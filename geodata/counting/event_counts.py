"""Large tables of events, counted by province, period and actor: what claims from an event database can rest on.

A table that fits into memory is read as a whole; a larger one goes through in parts. The counts are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq

from geodata.dates import Period
from geodata.errors import AtlasError, Problem
from geodata.shapes import CRS

COLUMNS = ("lon", "lat", "date", "actor")
KEYS = ["period_id", "province_id", "actor"]
UNREADABLE, OUTSIDE_PERIODS, OUTSIDE_PROVINCES = "unreadable", "outside-periods", "outside-provinces"
EMPTY = {"period_id": "object", "province_id": "object", "actor": "object", "events": "int64"}

MEMORY_LIMIT = 1024**3
"""Bytes."""

GROWTH = 8
"""A table with points and dates takes about so many times the room of its numbers and texts in the file."""

PART_BYTES = 16 * 1024**2
WORKERS = 2


Step = Callable[[int, int], None]
"""Told how far the work is: parts done, of how many."""


class Stretches(Protocol):
    """Periods and the provinces of each: an `Atlas`, or one that is not written yet."""

    @property
    def periods(self) -> Sequence[Period]:
        """The periods in order."""

    def provinces(self, period: str) -> gpd.GeoDataFrame:
        """The provinces of a period: ``province_id`` and the geometry."""


@dataclass(frozen=True)
class EventCounts:
    """Counted events, and how many could not be counted.

    Attributes
    ----------
    counts : pandas.DataFrame
        ``period_id, province_id, actor, events``, ordered by these; only what occurs.
    unreadable : int
        Rows without an actor, with a date that is no day (ISO 8601), or with a place that is no longitude and latitude.
    outside_periods, outside_provinces : int
        Rows dated in no period of the atlas, and rows of a period that lie in none of its provinces.
    """

    counts: pd.DataFrame
    unreadable: int
    outside_periods: int
    outside_provinces: int


def count_events(
    path: str | Path,
    atlas: Stretches,
    memory_limit: int = MEMORY_LIMIT,
    columns: Mapping[str, str] | None = None,
    date_format: str = "ISO8601",
    step: Step | None = None,
) -> EventCounts:
    """Count the rows of an event table by province, period and actor.

    Parameters
    ----------
    path : str or pathlib.Path
        A ``.parquet`` or ``.csv`` file with the columns ``lon`` and ``lat`` (degrees, EPSG:4326), ``date`` (a day,
        ISO 8601) and ``actor``; others are not read.
    atlas : Atlas
        Its provinces as they stood in each period. A place on a border counts for one of the provinces beside it.
    memory_limit : int, optional
        Bytes; a table that would take more is counted in parts, by dask-geopandas.
    columns : Mapping of str to str, optional
        What the file calls ``lon, lat, date, actor``; those that are left out it calls so.
    date_format : str, optional
        How it writes days, as `pandas.to_datetime` takes it.
    step : callable, optional
        Told how far the work is.

    Returns
    -------
    EventCounts

    Raises
    ------
    AtlasError
        If there is no such file, its ending is another, or a column is missing.
    ImportError
        If the table does not fit and dask-geopandas is not installed.
    """
    path = Path(path)
    form = _Form(tuple((columns or {}).get(name, name) for name in COLUMNS), date_format)
    _check(path, form.names)
    shapes = [
        (one.id, pd.Timestamp(one.start), pd.Timestamp(one.end), atlas.provinces(one.id)[["province_id", "geometry"]])
        for one in atlas.periods
    ]
    if _size(path) <= memory_limit:
        parts = _count(_points(_read(path, form), form), shapes, step)
    else:
        parts = _count_in_parts(path, form, shapes, step)
    sums = parts.groupby(KEYS, as_index=False)["events"].sum()
    lost = sums[sums["period_id"] == ""].groupby("province_id")["events"].sum()
    return EventCounts(
        sums[sums["period_id"] != ""].sort_values(KEYS).reset_index(drop=True),
        *(int(lost.get(reason, 0)) for reason in (UNREADABLE, OUTSIDE_PERIODS, OUTSIDE_PROVINCES)),
    )


@dataclass(frozen=True)
class _Form:
    """What a file calls the columns, in the order of `COLUMNS`, and how it writes days."""

    names: tuple[str, ...]
    date_format: str


def _check(path: Path, names: Sequence[str]) -> None:
    if path.suffix not in (".parquet", ".csv"):
        raise AtlasError([Problem("an event table is a .parquet or a .csv file", path.name)])
    try:
        found = pq.read_schema(path).names if path.suffix == ".parquet" else list(pd.read_csv(path, nrows=0).columns)
    except (OSError, ValueError) as error:
        raise AtlasError([Problem(f"can't be read ({error})", path.name, hint="Give a table of events")]) from error
    missing = [name for name in names if name not in found]
    if missing:
        hint = f"The columns needed are {', '.join(names)}; there are {', '.join(found)}"
        raise AtlasError([Problem("no such column", path.name, column=name, hint=hint) for name in missing])


def _size(path: Path) -> int:
    if path.suffix == ".csv":
        return path.stat().st_size * GROWTH
    table = pq.ParquetFile(path).metadata
    return GROWTH * sum(int(table.row_group(number).total_byte_size) for number in range(table.num_row_groups))


def _read(path: Path, form: _Form) -> pd.DataFrame:
    if path.suffix == ".parquet":
        return pd.read_parquet(path, columns=list(form.names))
    return pd.read_csv(path, usecols=list(form.names), dtype=str, keep_default_na=False)


def _points(frame: pd.DataFrame, form: _Form) -> gpd.GeoDataFrame:
    clean = _clean(frame, form)
    return gpd.GeoDataFrame(clean, geometry=gpd.points_from_xy(clean["lon"], clean["lat"]), crs=CRS)


def _clean(frame: pd.DataFrame, form: _Form) -> pd.DataFrame:
    frame = frame[list(form.names)].set_axis(list(COLUMNS), axis="columns")
    lon, lat = (pd.to_numeric(frame[name], errors="coerce") for name in ("lon", "lat"))
    dates = pd.to_datetime(frame["date"], errors="coerce", format=form.date_format)
    return pd.DataFrame(
        {
            "lon": lon.where(lon.between(-180, 180)).astype("float64"),
            "lat": lat.where(lat.between(-90, 90)).astype("float64"),
            "date": dates.astype("datetime64[ns]"),
            "actor": frame["actor"].fillna("").astype(str).str.strip().astype("object"),
        }
    )


def _count(
    points: gpd.GeoDataFrame, shapes: Sequence[tuple[str, Any, Any, gpd.GeoDataFrame]], step: Step | None = None
) -> pd.DataFrame:
    points = points.reset_index(drop=True)
    readable = points[["lon", "lat", "date"]].notna().all(axis="columns") & (points["actor"] != "")
    found = [_lost(UNREADABLE, int((~readable).sum()))]
    dated = pd.Series(False, index=points.index)
    for number, (period_id, start, end, provinces) in enumerate(shapes, start=1):
        # The end is a day, and the whole of it belongs to the period.
        inside = readable & (points["date"] >= start) & (points["date"] < end + pd.Timedelta(days=1))
        dated |= inside
        joined = points.loc[inside, ["actor", "geometry"]].sjoin(provinces, predicate="intersects")
        joined = joined[~joined.index.duplicated()]
        counted = joined.groupby(["province_id", "actor"]).size().rename("events").reset_index()
        found.append(counted.assign(period_id=period_id)[list(EMPTY)])
        found.append(_lost(OUTSIDE_PROVINCES, int(inside.sum()) - len(joined)))
        if step is not None:
            step(number, len(shapes))
    found.append(_lost(OUTSIDE_PERIODS, int((readable & ~dated).sum())))
    return pd.concat(found, ignore_index=True).astype(EMPTY)


def _lost(reason: str, events: int) -> pd.DataFrame:
    return pd.DataFrame({"period_id": [""], "province_id": [reason], "actor": [""], "events": [events]})


def _count_in_parts(
    path: Path, form: _Form, shapes: Sequence[tuple[str, Any, Any, gpd.GeoDataFrame]], step: Step | None
) -> pd.DataFrame:
    try:
        dd, dask_geopandas = import_module("dask.dataframe"), import_module("dask_geopandas")
        callbacks = import_module("dask.callbacks")
    except ImportError as error:
        raise ImportError(
            f"{path.name} does not fit into memory: pip install 'control-atlas[events]' or raise memory_limit"
        ) from error
    if path.suffix == ".parquet":
        frame = dd.read_parquet(path, columns=list(form.names), blocksize=PART_BYTES, split_row_groups="adaptive")
    else:
        frame = dd.read_csv(path, usecols=list(form.names), dtype=str, keep_default_na=False, blocksize=PART_BYTES)
    nothing = _clean(pd.DataFrame({name: pd.Series(dtype=str) for name in form.names}), form)
    clean = frame.map_partitions(_clean, form, meta=nothing)
    places = dask_geopandas.points_from_xy(clean, "lon", "lat", crs=CRS)
    points = dask_geopandas.from_dask_dataframe(clean, geometry=places)
    meta = pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in EMPTY.items()})

    def told(_key: Any, _result: Any, _graph: Any, state: Mapping[str, Any], _worker: Any) -> None:
        if step is not None:
            done = len(state["finished"])
            step(done, done + sum(len(state[kind]) for kind in ("waiting", "ready", "running")))

    with callbacks.Callback(posttask=told):
        counted: pd.DataFrame = points.map_partitions(_count, shapes, meta=meta).compute(
            scheduler="threads", num_workers=WORKERS
        )
    return counted
