"""Checks across the tables of an atlas: references, dates, geometry, and what no schema can say."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

import geopandas as gpd
import pandas as pd

from geodata import dates
from geodata.errors import Problem
from geodata.frames import split_list
from geodata.shapes import coverage_problems, provinces_at

Resources = Mapping[str, Mapping[str, Any]]

LIST_REFERENCES = (("factions", "source_id", "sources", "source_id"),)
"""Columns with several ids in a cell, which a Table Schema can't declare as foreign keys."""

EDTF_COLUMNS = (
    ("periods", "edtf"), ("factions", "founded"), ("factions", "ended"),
    ("claims", "date"), ("events", "date"), ("sources", "date"),
)  # fmt: skip


def check_references(
    tables: Mapping[str, pd.DataFrame], provinces: gpd.GeoDataFrame | None, resources: Resources
) -> list[Problem]:
    """Check that every id that is referred to exists.

    Parameters
    ----------
    tables : Mapping of str to pandas.DataFrame
        The tables that could be read; references into the others are not checked.
    provinces : geopandas.GeoDataFrame or None
        The province shapes, if they could be read.
    resources : Mapping
        Resources of the data package by name.

    Returns
    -------
    list of Problem
    """
    problems: list[Problem] = []
    for name, frame in tables.items():
        for key in resources[name]["schema"].get("foreignKeys", []):
            target, target_column = key["reference"]["resource"], key["reference"]["fields"][0]
            if target in tables:
                known = set(tables[target][target_column])
                problems += _unknown(frame, key["fields"][0], known, resources[name]["path"], resources[target]["path"])
    for name, column, target, target_column in LIST_REFERENCES:
        if name in tables and target in tables:
            known = set(tables[target][target_column])
            problems += _unknown(tables[name], column, known, resources[name]["path"], resources[target]["path"])
    if provinces is not None:
        known = set(provinces["province_id"])
        for name in ("places", "scopes", "events"):
            if name in tables:
                file, target_file = resources[name]["path"], resources["provinces"]["path"]
                problems += _unknown(tables[name], "province_id", known, file, target_file)
        shapes = pd.DataFrame(provinces.drop(columns="geometry"))
        file = resources["provinces"]["path"]
        problems += _unknown(shapes, "made_from", known, file, file)
        for column, target in (("capital_place_id", "places"), ("source_id", "sources")):
            if target in tables:
                target_known = set(tables[target].iloc[:, 0])
                problems += _unknown(shapes, column, target_known, file, resources[target]["path"])
    for name, column in EDTF_COLUMNS:
        if name in tables:
            problems += _bad_edtf(tables[name], column, resources[name]["path"])
    return problems


def check_meaning(
    tables: Mapping[str, pd.DataFrame], provinces: gpd.GeoDataFrame | None, resources: Resources
) -> list[Problem]:
    """Check what only makes sense once every cell and reference is right.

    Scopes of claims, order and length of periods, lifetimes, the coverage of provinces in each period.
    """
    assert provinces is not None
    problems = [*_claims_without_place(tables, resources), *_period_faults(tables["periods"], resources)]
    lifetimes = [*_lifetime_faults(provinces, resources["provinces"]["path"])]
    problems += lifetimes
    if not lifetimes:
        problems += _coverage_faults(tables["periods"], provinces, resources)
    return problems


def _unknown(
    frame: pd.DataFrame, column: str, known: Collection[str], file: str, target_file: str
) -> Iterator[Problem]:
    for line, cell in frame[column].items():
        for value in split_list(str(cell)):
            if value not in known:
                near = difflib.get_close_matches(value, known, n=1)
                yield Problem(
                    f"unknown in {target_file}",
                    file,
                    int(str(line)),
                    column,
                    value,
                    f"Did you mean {near[0]}?" if near else f"Add it to {target_file} or use an id that is there",
                )


def _bad_edtf(frame: pd.DataFrame, column: str, file: str) -> Iterator[Problem]:
    for line, value in frame[column].items():
        if value:
            try:
                dates.parse(str(value))
            except ValueError as error:
                hint = "Write an EDTF date such as 1988, 1988-06, 1988-06-17, 198X, 1984~ or 1988/1989"
                yield Problem(str(error), file, int(str(line)), column, str(value), hint)


def _claims_without_place(tables: Mapping[str, pd.DataFrame], resources: Resources) -> Iterator[Problem]:
    scoped = set(tables["scopes"]["claim_id"])
    file = resources["claims"]["path"]
    for line, claim_id, scope in zip(
        tables["claims"].index, tables["claims"]["claim_id"], tables["claims"]["scope"], strict=True
    ):
        if scope == "provinces" and claim_id not in scoped:
            hint = "Add a row for each province that it speaks of, or set scope to national"
            yield Problem(
                "no row in scopes.csv, so the claim would be lost", file, int(line), "claim_id", claim_id, hint
            )
        if scope == "national" and claim_id in scoped:
            hint = "Remove them, or set scope to provinces"
            yield Problem("a national claim with rows in scopes.csv", file, int(line), "claim_id", claim_id, hint)


def _period_faults(periods: pd.DataFrame, resources: Resources) -> Iterator[Problem]:
    file = resources["periods"]["path"]
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


def _coverage_faults(periods: pd.DataFrame, provinces: gpd.GeoDataFrame, resources: Resources) -> Iterator[Problem]:
    file = resources["provinces"]["path"]
    numbers = {shape_id: int(line) for line, shape_id in provinces["shape_id"].items()}
    seen: set[tuple[str, str]] = set()
    covered: set[tuple[str, ...]] = set()
    for period_id, start, end in zip(periods["period_id"], periods["start"], periods["end"], strict=True):
        if end < start:
            continue  # told among the faults of the periods
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
