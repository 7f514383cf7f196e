"""The faction legend: one order and one way to count for page, figure and file."""

from __future__ import annotations

import pandas as pd
import pytest

from geodata.legend import legend_groups, provinces_led

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
    return pd.DataFrame(list(rows), columns=["status", "factions"])


def test_a_shared_province_counts_for_each_and_a_contested_one_for_nobody() -> None:
    some = calls(("held", ("reds",)), ("shared", ("reds", "blues")), ("contested", ("blues", "reds")))
    assert provinces_led(some) == {"reds": 2, "blues": 1}


def test_nobody_leads_where_there_is_no_evidence() -> None:
    assert provinces_led(calls(("no-evidence", ()))) == {}
    assert legend_groups(FACTIONS, ALLIANCES, calls(("no-evidence", ())), "None") == []


def test_factions_stand_under_their_alliance_the_largest_first() -> None:
    some = calls(
        ("held", ("blues",)), ("held", ("blues",)), ("held", ("reds",)), ("held", ("pinks",)), ("held", ("pinks",)),
        ("held", ("loners",)),
    )  # fmt: skip
    groups = legend_groups(FACTIONS, ALLIANCES, some, "No alliance")
    # Left 1 + 2 = 3 provinces, right 2, none 1.
    assert [(group.name, [(item.code, item.provinces) for item in group.items]) for group in groups] == [
        ("Left Front", [("PNK", 2), ("RED", 1)]),
        ("Right Front", [("BLU", 2)]),
        ("No alliance", [("LON", 1)]),
    ]


def test_equal_counts_stand_in_the_order_of_the_alphabet() -> None:
    some = calls(("held", ("reds",)), ("held", ("blues",)))
    for order in (some, some.iloc[::-1]):
        assert [group.name for group in legend_groups(FACTIONS, ALLIANCES, order, "")] == ["Left Front", "Right Front"]


def test_unknown_faction_is_a_fault_of_the_caller() -> None:
    with pytest.raises(KeyError):
        legend_groups(FACTIONS, ALLIANCES, calls(("held", ("nobody",))), "")
