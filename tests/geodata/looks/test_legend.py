"""The faction legend: one order and one way to count for page, figure and file."""

from __future__ import annotations

import pandas as pd
import pytest

from geodata.looks.colouring import CAPITAL_STATES, Colouring
from geodata.looks.legend import LegendGroup, legend_groups, present_only, provinces_led
from geodata.rule import GRADES

FACTIONS = pd.DataFrame(
    [
        ("reds", "Reds", "RED", "left", "#aa0000", "plain"),
        ("pinks", "Pinks", "PNK", "left", "#ffaaaa", "dots"),
        ("blues", "Blues", "BLU", "right", "#0000aa", "plain"),
        ("loners", "Loners", "LON", "", "#888888", "plain"),
        ("absent", "Absent", "ABS", "right", "#111111", "plain"),
    ],
    columns=["faction_id", "name", "code", "alliance_id", "colour", "pattern"],
)
ALLIANCES = pd.DataFrame({"alliance_id": ["left", "right"], "short_name": ["Left Front", "Right Front"]})


def calls(*rows: tuple[str, tuple[str, ...]]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=["status", "factions"])
    return frame.assign(
        grade="direct", strength="firm", area_km2=100.0, capital_status="unknown", capital_strength=None
    )


def groups_of(some: pd.DataFrame, name: str = "faction") -> list[LegendGroup]:
    return legend_groups(Colouring(name, FACTIONS, ALLIANCES), FACTIONS, ALLIANCES, some, WORDS.__getitem__)


WORDS = {"no-alliance": "No alliance", **{key: key for key in (*CAPITAL_STATES, *GRADES)}}


def test_a_shared_province_counts_for_each_and_a_contested_one_for_nobody() -> None:
    some = calls(("held", ("reds",)), ("shared", ("reds", "blues")), ("contested", ("blues", "reds")))
    assert provinces_led(some) == {"reds": 2, "blues": 1}


def test_nobody_leads_where_there_is_no_evidence() -> None:
    assert provinces_led(calls(("no-evidence", ()))) == {}
    assert groups_of(calls(("no-evidence", ()))) == []


def test_factions_stand_under_their_alliance_the_largest_first() -> None:
    some = calls(
        ("held", ("blues",)), ("held", ("blues",)), ("held", ("reds",)), ("held", ("pinks",)), ("held", ("pinks",)),
        ("held", ("loners",)),
    )  # fmt: skip
    groups = groups_of(some)
    # Left 1 + 2 = 3 provinces, right 2, none 1.
    assert [(group.name, [(item.code, item.provinces) for item in group.items]) for group in groups] == [
        ("Left Front", [("PNK", 2), ("RED", 1)]),
        ("Right Front", [("BLU", 2)]),
        ("No alliance", [("LON", 1)]),
    ]


def test_equal_counts_stand_in_the_order_of_the_alphabet() -> None:
    some = calls(("held", ("reds",)), ("held", ("blues",)))
    for order in (some, some.iloc[::-1]):
        assert [group.name for group in groups_of(order)] == ["Left Front", "Right Front"]


def test_unknown_faction_is_a_fault_of_the_caller() -> None:
    with pytest.raises(KeyError):
        groups_of(calls(("held", ("nobody",))))


def test_area_of_a_shared_province_is_divided() -> None:
    (left,) = groups_of(calls(("shared", ("pinks", "reds")), ("held", ("reds",)), ("contested", ("reds", "blues"))))
    assert [(item.key, item.provinces, item.area_km2) for item in left.items] == [("reds", 2, 150), ("pinks", 1, 50)]
    # The one province that both lead is counted twice, and the legend says so.
    assert [(item.key, item.shared) for item in left.items] == [("reds", 1), ("pinks", 1)]


def test_alliances_are_one_group_and_count_a_province_once() -> None:
    (group,) = groups_of(calls(("shared", ("pinks", "reds")), ("held", ("loners",))), "alliance")
    assert [(item.name, item.provinces, item.area_km2) for item in group.items] == [
        ("Left Front", 1, 100),
        ("No alliance", 1, 100),
    ]
    assert [item.shared for item in group.items] == [0, 0]


def test_all_grades_stand_in_the_legend_in_their_order() -> None:
    (group,) = groups_of(calls(("held", ("reds",))), "evidence")
    assert [(item.key, item.provinces) for item in group.items] == [
        ("direct", 1),
        *((grade, 0) for grade in GRADES[1:]),
    ]


def test_who_is_present_and_leads_nowhere() -> None:
    some = calls(("held", ("reds",)), ("held", ("blues",)), ("no-evidence", ()))
    some = some.assign(name=["North", "South", "East"], others=[("blues", "pinks"), (), ("pinks",)])
    assert present_only(some) == {"pinks": ("East", "North")}
