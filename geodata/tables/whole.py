"""Checks across the tables of an atlas: references, dates, geometry, and what no schema can say."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from datetime import date

import geopandas as gpd
import pandas as pd

from geodata.errors import Problem
from geodata.frames import split_list
from geodata.shapes import Eras, coverage_problems, provinces_at
from geodata.tables.observations import check_observations
from geodata.tables.schema import tables

Frames = Mapping[str, pd.DataFrame]
Paths = Mapping[str, str]

MOST_NEAR = 1_000
"""Up to so many known ids the nearest one is looked for."""


def check_references(frames: Frames, paths: Paths) -> list[Problem]:
    """Check that every id that is referred to exists.

    Parameters
    ----------
    frames : Mapping of str to pandas.DataFrame
        The tables that could be read; references into the others are not checked.
    paths : Mapping of str to str
        Their files.

    Returns
    -------
    list of Problem
    """
    problems: list[Problem] = []
    for name, frame in frames.items():
        for field in tables()[name].fields:
            targets = [target.partition(".")[::2] for target in field.get("refers", ())]
            if targets and field["name"] in frame and all(target in frames for target, _ in targets):
                known = {value for target, column in targets for value in frames[target][column]}
                there = " or ".join(paths.get(target, tables()[target].file) for target, _ in targets)
                problems += _unknown(frame, field["name"], bool(field.get("list")), known, paths.get(name, name), there)
    return problems


def check_meaning(frames: Frames, paths: Paths) -> list[Problem]:
    """Check what only makes sense once every cell and reference is right.

    Sides, scopes of claims, order and length of periods, lifetimes, checks, the coverage of provinces in each period.
    """
    provinces = gpd.GeoDataFrame(frames["provinces"])
    problems = [
        *(_empty(frames, paths, "sides", "An atlas has at least one side")),
        *_claims_without_place(frames, paths),
        *_period_faults(frames["periods"], paths["periods"]),
        *_check_faults(frames["checks"], paths.get("checks", "")),
        *check_observations(frames["observations"], paths.get("observations", "")),
    ]
    lifetimes = [*_lifetime_faults(provinces, paths["provinces"])]
    problems += lifetimes
    if not lifetimes:
        problems += _coverage_faults(frames["periods"], provinces, paths["provinces"])
    return problems


def _empty(frames: Frames, paths: Paths, name: str, hint: str) -> Iterator[Problem]:
    if frames[name].empty:
        yield Problem(f"no {name}", paths[name], 1, hint=hint)


def _unknown(
    frame: pd.DataFrame, column: str, several: bool, known: Collection[str], file: str, target_file: str
) -> Iterator[Problem]:
    for line, cell in frame[column].items():
        for value in split_list(str(cell)) if several else filter(None, [str(cell)]):
            if value not in known:
                near = difflib.get_close_matches(value, known, n=1) if len(known) <= MOST_NEAR else []
                yield Problem(
                    f"unknown in {target_file}",
                    file,
                    int(str(line)),
                    column,
                    value,
                    f"Did you mean {near[0]}?" if near else f"Add it to {target_file} or use an id that is there",
                )


def _check_faults(checks: pd.DataFrame, file: str) -> Iterator[Problem]:
    for line, measure, relation, value in zip(
        checks.index, checks["measure"], checks["relation"], checks["value"], strict=True
    ):
        if (relation == "largest") != bool(pd.isna(value)):
            hint = "Leave it empty for largest, and give it for the others"
            shown = "" if pd.isna(value) else f"{value:g}"
            yield Problem(f"no value that goes with the relation {relation}", file, int(line), "value", shown, hint)
        elif measure == "area" and value > 1:
            hint = "Write 70 percent as 0.7"
            yield Problem("more than the whole country", file, int(line), "value", f"{value:g}", hint)


def _claims_without_place(frames: Frames, paths: Paths) -> Iterator[Problem]:
    scoped = set(frames["scopes"]["claim_id"])
    file = paths["claims"]
    claims = frames["claims"]
    for line, claim_id, scope in zip(claims.index, claims["claim_id"], claims["scope"], strict=True):
        if scope == "provinces" and claim_id not in scoped:
            hint = "Add a row for each province that it speaks of, or set scope to national"
            yield Problem(
                f"no row in {paths['scopes']}, so the claim would be lost", file, int(line), "claim_id", claim_id, hint
            )
        if scope == "national" and claim_id in scoped:
            hint = "Remove them, or set scope to provinces"
            yield Problem(
                f"a national claim with rows in {paths['scopes']}", file, int(line), "claim_id", claim_id, hint
            )


def _period_faults(periods: pd.DataFrame, file: str) -> Iterator[Problem]:
    if periods.empty:
        yield Problem("no periods", file, 1, hint="An atlas has at least one period")
    last_end = ""
    for line, start, end in zip(periods.index, periods["start"], periods["end"], strict=True):
        if end < start:
            yield Problem("ends before it begins", file, int(line), "end", end, f"It begins on {start}")
        if start <= last_end:
            hint = f"Periods stand in order and do not overlap; the one before ends on {last_end}"
            yield Problem("begins before the period above has ended", file, int(line), "start", start, hint)
        last_end = end


def _lifetime_faults(provinces: gpd.GeoDataFrame, file: str) -> Iterator[Problem]:
    for line, begin, finish in zip(provinces.index, provinces["valid_from"], provinces["valid_to"], strict=True):
        if finish and finish < begin:
            yield Problem("ends before it begins", file, int(line), "valid_to", finish, f"It begins on {begin}")


def _coverage_faults(periods: pd.DataFrame, provinces: gpd.GeoDataFrame, file: str) -> Iterator[Problem]:
    numbers = {shape_id: int(line) for line, shape_id in provinces["shape_id"].items()}
    seen: set[tuple[str, str]] = set()
    covered: set[tuple[str, ...]] = set()
    eras, seen_eras = Eras(provinces["valid_from"], provinces["valid_to"]), set()
    for period_id, start, end in zip(periods["period_id"], periods["start"], periods["end"], strict=True):
        if end < start:
            continue  # told among the faults of the periods
        era = eras.of(date.fromisoformat(end))
        if era in seen_eras and era[0] > era[1]:
            continue  # the same shapes as in a period before
        seen_eras.add(era)
        shapes = provinces_at(provinces, date.fromisoformat(start), date.fromisoformat(end))
        if shapes.empty:
            hint = "Set valid_from and valid_to so that every period has provinces"
            yield Problem(f"no province is valid in the period {period_id}", file, column="valid_from", hint=hint)
        for province_id in shapes.loc[shapes["province_id"].duplicated(), "province_id"]:
            hint = "Let one shape of the province end before the next begins"
            yield Problem(f"two shapes at once in the period {period_id}", file, None, "province_id", province_id, hint)
        if (together := tuple(shapes["shape_id"])) in covered:
            continue  # the same shapes as in a period before
        covered.add(together)
        for shape_id, message, hint in coverage_problems(shapes):
            if (shape_id, message) not in seen:
                seen.add((shape_id, message))
                yield Problem(message, file, numbers.get(shape_id), "geometry", shape_id, hint)
