"""Checks across the tables of an atlas: dates, geometry, and what no schema can say.

Each check passes over cells that are wrong by themselves, which are told already: so every problem is told at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

import geopandas as gpd
import pandas as pd

from geodata.errors import Problem
from geodata.shapes import Eras, Fault, coverage_faults, provinces_at
from geodata.tables.cells import is_sound
from geodata.tables.observations import check_observations
from geodata.tables.schema import tables
from geodata.tables.whereabouts import check_places

Frames = Mapping[str, pd.DataFrame]
Paths = Mapping[str, str]


def check_meaning(frames: Frames, paths: Paths, doubtful: Mapping[str, Collection[str]]) -> list[Problem]:
    """Check what no schema can say: sides, scopes of claims, periods, lifetimes, checks, and how provinces fit.

    Parameters
    ----------
    frames : Mapping of str to pandas.DataFrame
        The tables that could be read, whether their cells are sound or not.
    paths : Mapping of str to str
        Their files.
    doubtful : Mapping of str to collection of str
        By table, texts of rows that could not be read.

    Returns
    -------
    list of Problem
    """
    problems: list[Problem] = []
    for name in ("sides", "periods"):
        if name in frames and frames[name].empty and not doubtful.get(name):
            problems.append(
                Problem(f"no {name}", paths[name], 1, hint="An atlas has at least one of them", kind="no-rows")
            )
    if _have(frames, "claims", "claim_id", "scope") and _have(frames, "scopes", "claim_id"):
        problems += _claims_without_place(frames, paths, doubtful)
    if _have(frames, "checks", "measure", "relation", "value"):
        problems += _check_faults(frames["checks"], paths.get("checks", ""))
    if "observations" in frames:
        problems += _observation_faults(frames["observations"], paths.get("observations", ""))
    periods = _periods(frames)
    problems += _period_faults(periods, paths.get("periods", ""))
    if _have(frames, "provinces", "shape_id", "province_id", "kind", "valid_from"):
        provinces = gpd.GeoDataFrame(frames["provinces"].assign(valid_to=_column(frames["provinces"], "valid_to")))
        sound = provinces[_sound(provinces, "provinces", "valid_from", "valid_to", "kind")]
        file = paths["provinces"]
        backwards = [*_lifetime_faults(sound, file)]
        problems += backwards
        wrong = {one.row for one in backwards}
        problems += _coverage_problems(periods, sound[~sound.index.isin(wrong)], provinces, file)
        if _have(frames, "places", "place_id", "province_id", "lon", "lat"):
            placed = frames["places"][_sound(frames["places"], "places", "lon", "lat")]
            shapes = provinces[[shape is not None and shape.is_valid for shape in provinces.geometry]]
            problems += check_places(placed, shapes, (paths.get("places", ""), file))
    return problems


def _observation_faults(rows: pd.DataFrame, file: str) -> list[Problem]:
    missing = {name: "" for name in tables()["observations"].columns if name not in rows}
    return [*check_observations(rows.assign(**missing), file)]


def _have(frames: Frames, name: str, *columns: str) -> bool:
    return name in frames and set(columns) <= set(frames[name].columns)


def _column(frame: pd.DataFrame, name: str) -> pd.Series[str] | str:
    return frame.get(name, "")


def _sound(frame: pd.DataFrame, name: str, *columns: str) -> pd.Series[bool]:
    """Which rows have nothing wrong in some columns."""
    fields = {field["name"]: field for field in tables()[name].fields}
    fine = pd.Series(True, frame.index)
    for column in columns:
        good = {value: is_sound(str(value), fields[column]) for value in set(frame[column])}
        fine &= frame[column].map(good).astype(bool)
    return fine


def _periods(frames: Frames) -> pd.DataFrame:
    """The periods whose days can be told."""
    columns = ["period_id", "start", "end"]
    if not _have(frames, "periods", *columns):
        return pd.DataFrame(columns=[*columns, "edtf"])
    frame = frames["periods"]
    return frame[_sound(frame, "periods", "start", "end")]


def _check_faults(checks: pd.DataFrame, file: str) -> Iterator[Problem]:
    for line, measure, relation, value in zip(
        checks.index, checks["measure"], checks["relation"], checks["value"], strict=True
    ):
        lacking = value == "" or bool(pd.isna(value))
        if relation and (relation == "largest") != lacking:
            hint = "Leave it empty for largest, and give it for the others"
            shown = "" if lacking else str(value)
            message = f"no value that goes with the relation {relation}"
            yield Problem(message, file, int(line), "value", shown, hint, kind="check-value")
        elif measure == "area" and not lacking and (share := _number(value)) is not None and share > 1:
            hint = "Write 70 percent as 0.7"
            found = Problem("more than the whole country", file, int(line), "value", str(value), hint, kind="share")
            yield found


def _number(value: object) -> float | None:
    try:
        return float(str(value))
    except ValueError:
        return None


def _claims_without_place(frames: Frames, paths: Paths, doubtful: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    scoped = set(frames["scopes"]["claim_id"]) | set(doubtful.get("scopes", ()))
    # A row that names a claim that is not there may be the one that is missed: it is told, and this is not.
    astray = bool(set(frames["scopes"]["claim_id"]) - set(frames["claims"]["claim_id"]))
    file, claims = paths["claims"], frames["claims"]
    twice = set(claims["claim_id"][claims["claim_id"].duplicated()])
    for line, claim_id, scope in zip(claims.index, claims["claim_id"], claims["scope"], strict=True):
        if not claim_id or claim_id in twice:
            continue
        if scope == "provinces" and claim_id not in scoped and not astray:
            hint = "Add a row for each province that it speaks of, or set scope to national"
            message = f"no row in {paths['scopes']}, so the claim would be lost"
            yield Problem(message, file, int(line), "claim_id", claim_id, hint, kind="no-scope")
        if scope == "national" and claim_id in scoped:
            hint = "Remove them, or set scope to provinces"
            message = f"a national claim with rows in {paths['scopes']}"
            yield Problem(message, file, int(line), "claim_id", claim_id, hint, kind="national-scope")


def _period_faults(periods: pd.DataFrame, file: str) -> Iterator[Problem]:
    last_end, above = "", None
    for line, start, end in zip(periods.index, periods["start"], periods["end"], strict=True):
        if end < start:
            about = {"start": start, "end": end}
            hint = f"It begins on {start}"
            yield Problem(
                "ends before it begins", file, int(line), "end", end, hint, kind="period-backwards", about=about
            )
        elif start <= last_end:
            hint = f"Periods stand in order and do not overlap; the one before ends on {last_end}"
            about = {"above": above, "end": end, "in_order": end < last_end}
            message = "begins before the period above has ended"
            yield Problem(message, file, int(line), "start", start, hint, kind="period-order", about=about)
        last_end, above = (end, int(line)) if end >= start else (last_end, above)


def _lifetime_faults(provinces: gpd.GeoDataFrame, file: str) -> Iterator[Problem]:
    for line, begin, finish in zip(provinces.index, provinces["valid_from"], provinces["valid_to"], strict=True):
        if finish and finish < begin:
            hint, about = f"It begins on {begin}", {"begin": begin}
            yield Problem(
                "ends before it begins",
                file,
                int(line),
                "valid_to",
                finish,
                hint,
                kind="lifetime-backwards",
                about=about,
            )


def _coverage_problems(
    periods: pd.DataFrame, sound: gpd.GeoDataFrame, provinces: gpd.GeoDataFrame, file: str
) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    covered: set[tuple[int, ...]] = set()
    doubt = len(sound) < len(provinces)
    eras, seen_eras = Eras(sound["valid_from"], sound["valid_to"]), set()
    for line, period_id, start, end in periods[["period_id", "start", "end"]].itertuples(name=None):
        if end < start:
            continue  # told among the faults of the periods
        era = eras.of(date.fromisoformat(end))
        if era in seen_eras and era[0] > era[1]:
            continue  # the same shapes as in a period before
        seen_eras.add(era)
        shapes = provinces_at(sound, date.fromisoformat(start), date.fromisoformat(end))
        if shapes.empty and not doubt:
            hint = "Set valid_from and valid_to so that every period has provinces"
            message, about = f"no province is valid in the period {period_id}", {"period": int(line), "start": start}
            yield Problem(message, file, column="valid_from", hint=hint, kind="no-province", about=about)
        twice = shapes["province_id"].duplicated() & (shapes["province_id"] != "")
        for number, province_id in shapes.loc[twice, "province_id"].items():
            hint = "Let one shape of the province end before the next begins"
            same = shapes[shapes["province_id"] == province_id]
            about = {"rows": [(int(row), begins) for row, begins in same["valid_from"].items()]}
            if ("twice", str(province_id)) not in seen:
                seen.add(("twice", str(province_id)))
                message = f"two shapes at once in the period {period_id}"
                yield Problem(
                    message, file, int(str(number)), "province_id", province_id, hint, kind="shape-twice", about=about
                )
        together = tuple(shapes.index)
        if together in covered:
            continue  # the same shapes as in a period before
        covered.add(together)
        alone = ~shapes["province_id"].duplicated(keep=False)
        for fault in coverage_faults(shapes[alone], whole=not doubt and bool(alone.all())):
            if (fault.shape_id, fault.message) not in seen:
                seen.add((fault.shape_id, fault.message))
                yield _told(fault, provinces, file)


def _told(fault: Fault, provinces: gpd.GeoDataFrame, file: str) -> Problem:
    numbers = {shape_id: int(str(line)) for line, shape_id in provinces["shape_id"].items()}
    about = {"others": [(numbers[one], one) for one in fault.others if one in numbers]}
    return Problem(
        fault.message,
        file,
        numbers.get(fault.shape_id),
        "geometry",
        fault.shape_id,
        fault.hint,
        kind=fault.kind,
        severity=fault.severity,
        place=fault.place,
        area_km2=fault.area_km2,
        about=about,
    )
