"""Sums of a period that a reader can add up (17 of the rule)."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pandas as pd
import pytest

from geodata.rule import summarise

Row = tuple[str, tuple[str, ...], str | None, float]


def calls(*rows: Row) -> Any:
    frame = pd.DataFrame(rows, columns=["status", "factions", "strength", "area_km2"], dtype=object)
    return gpd.GeoDataFrame(frame.astype({"area_km2": float}))


def test_every_status_has_its_share_and_firm_and_weak_are_apart() -> None:
    # 1,000 km². The reds hold 100 firmly and 200 weakly, and half of 100 that they share firmly.
    frame = calls(
        ("held", ("reds",), "firm", 100),
        ("held", ("reds",), "weak", 200),
        ("shared", ("greens", "reds"), "firm", 100),
        ("contested", ("crown", "reds"), "weak", 150),
        ("unclear", ("crown", "reds"), "firm", 50),
        ("partly", (), None, 300),
        ("no-evidence", (), None, 100),
    )
    rows = summarise({"1900": frame}).set_index(["faction_id", "status", "strength"]).drop(columns="period_id")
    expected = {
        # provinces held alone, provinces shared, km², share of the country
        ("reds", "led", "firm"): [1, 1, 150, 0.15],
        ("reds", "led", "weak"): [1, 0, 200, 0.2],
        ("greens", "led", "firm"): [0, 1, 50, 0.05],
        ("", "shared", "firm"): [1, 0, 0, 0],
        ("", "contested", "weak"): [1, 0, 150, 0.15],
        ("", "unclear", "firm"): [1, 0, 50, 0.05],
        ("", "partly", ""): [1, 0, 300, 0.3],
        ("", "no-evidence", ""): [1, 0, 100, 0.1],
    }
    assert {key: pytest.approx(rows.loc[key].tolist()) for key in expected} == expected
    assert len(rows) == len(expected)


def test_a_shared_province_is_counted_once_and_its_area_divided() -> None:
    rows = summarise({"1900": calls(("shared", ("greens", "loners", "reds"), "weak", 90))})
    assert rows["provinces"].sum() == 1
    assert rows["area_km2"].sum() == pytest.approx(90)
    assert rows.loc[rows["faction_id"] == "reds", "area_km2"].tolist() == [30]


def test_in_order_of_periods_then_area() -> None:
    late = calls(("held", ("reds",), "firm", 1))
    early = calls(("held", ("greens",), "firm", 1), ("held", ("greens",), "firm", 1), ("held", ("reds",), "firm", 1))
    rows = summarise({"1910": late, "1900": early})
    assert rows[["period_id", "faction_id"]].to_numpy().tolist() == [
        ["1910", "reds"],
        ["1900", "greens"],
        ["1900", "reds"],
    ]
