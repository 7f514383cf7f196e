"""From one period to another, and sums, on calls whose result a reader can add up."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pandas as pd
import pytest

from geodata import Atlas
from geodata.rule.changes import compare, summarise

SIDES = {"reds": "resistance", "greens": "resistance", "rebels": "resistance", "crown": "government"}
UNNAMED = ("rebels",)
"""Actors of sources that name no party."""


def calls(*rows: tuple[str, str, tuple[str, ...]], area: float = 100, grade: str = "direct") -> Any:
    frame = pd.DataFrame(rows, columns=["province_id", "status", "factions"]).assign(grade=grade)
    leading = frame["factions"].map(lambda factions: factions[0] if factions else None)
    frame = frame.assign(side=leading.map(SIDES), names_party=leading.map(lambda one: one not in UNNAMED))
    return gpd.GeoDataFrame(frame.assign(name=frame["province_id"].str.title(), area_km2=float(area)))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (("held", ("reds",)), ("held", ("reds",)), ("reds", "reds", "unchanged")),
        (("held", ("reds",)), ("held", ("crown",)), ("reds", "crown", "changed-hands")),
        (("held", ("reds",)), ("shared", ("greens", "reds")), ("reds", "greens + reds", "changed-in-part")),
        (("held", ("reds",)), ("held", ("rebels",)), ("reds", "rebels", "party-not-named")),
        (("held", ("rebels",)), ("shared", ("greens", "reds")), ("rebels", "greens + reds", "party-named")),
        (("held", ("rebels",)), ("held", ("crown",)), ("rebels", "crown", "changed-hands")),
        (("held", ("reds",)), ("contested", ("crown", "reds")), ("reds", "contested", "became-contested")),
        (("contested", ("crown", "reds")), ("held", ("reds",)), ("contested", "reds", "settled")),
        (("contested", ("crown",)), ("contested", ("reds",)), ("contested", "contested", "unchanged")),
        (("no-evidence", ()), ("held", ("reds",)), ("no-evidence", "reds", "newly-known")),
        (("no-evidence", ()), ("contested", ("reds",)), ("no-evidence", "contested", "newly-known")),
        (("no-evidence", ()), ("no-evidence", ()), ("no-evidence", "no-evidence", "unchanged")),
        (("held", ("reds",)), ("no-evidence", ()), ("reds", "no-evidence", "evidence-lost")),
        (("contested", ("reds",)), ("no-evidence", ()), ("contested", "no-evidence", "evidence-lost")),
    ],
)
def test_kind_of_change(before: Any, after: Any, expected: tuple[str, str, str]) -> None:
    (row,) = compare(calls(("north", *before)), calls(("north", *after))).to_dict("records")
    assert (row["from"], row["to"], row["kind"]) == expected
    assert (row["province_id"], row["name"]) == ("north", "North")


def test_provinces_that_come_and_go() -> None:
    first = calls(("south", "held", ("reds",)), ("north", "held", ("reds",)))
    second = calls(("south", "held", ("reds",)), ("coast", "no-evidence", ()))
    rows = compare(first, second)
    assert rows.to_numpy().tolist() == [
        ["coast", "Coast", None, "no-evidence", "created"],
        ["north", "North", "reds", None, "dissolved"],
        ["south", "South", "reds", "reds", "unchanged"],
    ]


def test_sums_of_a_period() -> None:
    # Four provinces of 100 km²: the reds lead one alone and half of another.
    frame = calls(
        ("a", "held", ("reds",)),
        ("b", "shared", ("greens", "reds")),
        ("c", "contested", ("crown", "reds")),
        ("d", "no-evidence", ()),
    )
    rows = summarise({"1900": frame}).set_index(["faction_id", "status"])
    assert rows.loc[("reds", "led"), ["provinces", "area_km2", "share"]].tolist() == [2, 150, 0.375]
    assert rows.loc[("greens", "led"), ["provinces", "area_km2", "share"]].tolist() == [1, 50, 0.125]
    assert rows.loc[("", "contested"), ["provinces", "area_km2", "share"]].tolist() == [1, 100, 0.25]
    assert rows.loc[("", "no-evidence"), ["provinces", "area_km2", "share"]].tolist() == [1, 100, 0.25]
    assert len(rows) == 4


def test_sums_in_order_of_periods_then_area() -> None:
    late, early = (
        calls(("a", "held", ("reds",))),
        calls(("a", "held", ("greens",)), ("b", "held", ("greens",)), ("c", "held", ("reds",))),
    )
    rows = summarise({"1910": late, "1900": early})
    assert rows[["period_id", "faction_id"]].to_numpy().tolist() == [
        ["1910", "reds"],
        ["1900", "greens"],
        ["1900", "reds"],
    ]


def test_shares_of_the_built_in_atlas_sum_to_the_whole(afghanistan: Atlas) -> None:
    summary = afghanistan.summary()
    for period in afghanistan.periods:
        rows = summary[summary["period_id"] == period.id]
        assert rows["share"].sum() == pytest.approx(1)
        # The country's area, known from the boundary research: 642,000 km².
        assert rows["area_km2"].sum() == pytest.approx(642_000, rel=0.01)


def test_changes_between_the_periods_of_the_built_in_atlas_are_what_the_calls_say(afghanistan: Atlas) -> None:
    changes = afghanistan.changes("1985", "1987")
    before, after = (afghanistan.control(period).set_index("province_id") for period in ("1985", "1987"))
    assert list(changes["province_id"]) == sorted(before.index)
    for row in changes.to_dict("records"):
        same = (
            before.loc[row["province_id"], "status"] == after.loc[row["province_id"], "status"]
            and before.loc[row["province_id"], "factions"] == after.loc[row["province_id"], "factions"]
        )
        assert not same or row["kind"] == "unchanged", row


def test_area_on_firm_evidence_is_told_apart() -> None:
    firm, weak = calls(("a", "held", ("reds",))), calls(("b", "held", ("reds",)), grade="inferred")
    frame = pd.concat([firm, weak], ignore_index=True)
    (row,) = summarise({"1900": gpd.GeoDataFrame(frame)}).to_dict("records")
    assert (row["area_km2"], row["firm_area_km2"]) == (200, 100)
