"""The legend: one order and one way to count for page, figure and file."""

from __future__ import annotations

import pandas as pd
import pytest

from geodata.looks.colourings import colouring_of
from geodata.looks.legend import Count, Legend, counts, legend_of, present_only, provinces_led
from geodata.rule import GRADES
from tests.geodata.looks.actors import COUNTRY, call, calls


def legend(
    here: pd.DataFrame, *others: pd.DataFrame, name: str = "faction", areas: pd.DataFrame | None = None
) -> Legend:
    meaning = colouring_of(name, COUNTRY)
    found = [counts(here, meaning, areas), *(counts(one, meaning) for one in others)]
    return legend_of(meaning, found[0], found, lambda key: f"<{key}>")


def shape(one: Legend) -> list[tuple[str, list[tuple[str, int]]]]:
    return [(group.name, [(item.key, item.count.provinces) for item in group.items]) for group in one.groups]


def test_factions_stand_under_their_alliance_who_leads_most_first() -> None:
    some = calls(
        call(factions=("blues",)), call(factions=("blues",)), call(factions=("reds",)), call(factions=("pinks",)),
        call(factions=("pinks",)), call(factions=("loners",)),
    )  # fmt: skip
    # Left 1 + 2 = 3 provinces, right 2, none 1.
    assert shape(legend(some)) == [
        ("Left Front", [("pinks", 2), ("reds", 1)]),
        ("Right Front", [("blues", 2)]),
        ("<no-alliance>", [("loners", 1)]),
    ]


def test_entries_keep_their_places_in_every_period_and_absent_ones_stay() -> None:
    early, late = calls(call(factions=("reds",))), calls(call(factions=("pinks",)), call(factions=("blues",)))
    legends = legend(early, late, late), legend(late, early, late)
    orders = [[key for _, items in shape(one) for key, _ in items] for one in legends]
    assert orders[0] == orders[1] == ["pinks", "reds", "blues"]
    assert shape(legends[0]) == [("Left Front", [("pinks", 0), ("reds", 1)]), ("Right Front", [("blues", 0)])]


def test_equal_counts_stand_in_the_order_of_the_alphabet() -> None:
    some = calls(
        call(factions=("reds",)), call(factions=("blues",)), call(factions=("pinks",)), call(factions=("loners",))
    )
    for order in (some, some.iloc[::-1]):
        assert shape(legend(order))[0] == ("Left Front", [("pinks", 1), ("reds", 1)])


def test_every_status_has_a_row_whether_it_occurs_or_not() -> None:
    rows = legend(calls(call("unclear", ("reds", "blues")), call("no-evidence", (), None))).statuses
    assert [(row.key, row.count.provinces) for row in rows] == [
        ("contested", 0), ("unclear", 1), ("partly", 0), ("no-evidence", 1),
    ]  # fmt: skip
    assert [row.key for row in legend(calls(call()), name="evidence").statuses] == ["partly", "no-evidence"]
    assert legend(calls(call()), name="capital").statuses == ()


def test_firm_ones_are_counted_apart() -> None:
    found = counts(calls(call(), call(strength="weak"), call(strength="weak")), colouring_of("faction", COUNTRY))
    assert found == {"reds": Count(provinces=3, firm=1, shared=0, area_km2=300.0)}


def test_a_shared_province_counts_for_each_and_its_area_is_divided() -> None:
    some = calls(call("shared", ("pinks", "reds")), call(factions=("reds",)), call("contested", ("reds", "blues")))
    found = counts(some, colouring_of("faction", COUNTRY))
    assert found["reds"] == Count(provinces=2, firm=2, shared=1, area_km2=150.0)
    assert found["pinks"] == Count(provinces=1, firm=1, shared=1, area_km2=50.0)
    # A contested province counts for nobody.
    assert found["contested"].provinces == 1
    assert found["blues"] == Count()


def test_whom_the_map_names_without_a_province_stands_in_the_legend_too() -> None:
    """Its hue is on the map: as a contender, or in a part of a province, which is never summed."""
    area = pd.DataFrame([call(factions=("loners",))])
    shown = legend(calls(call("contested", ("reds", "blues"))), calls(call(factions=("pinks",))), areas=area)
    items = {item.key: item for group in shown.groups for item in group.items}
    assert {key: (item.present, item.count.provinces, item.count.parts) for key, item in items.items()} == {
        "blues": (True, 0, 0), "reds": (True, 0, 0), "loners": (True, 0, 1), "pinks": (False, 0, 0),
    }  # fmt: skip


def test_alliances_are_one_group_and_count_a_province_once() -> None:
    some = legend(calls(call("shared", ("pinks", "reds")), call(factions=("loners",))), name="alliance")
    assert shape(some) == [("", [("left", 1), ("no-alliance", 1)])]
    assert [item.name for item in some.groups[0].items] == ["Left Front", "<no-alliance>"]


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("side", ["hill", "plain", "shore"]),
        ("capital", ["hill", "plain", "shore", "contested", "unknown"]),
        ("evidence", [*GRADES]),
    ],
)
def test_sides_states_and_grades_stand_in_their_own_order(name: str, keys: list[str]) -> None:
    (group,) = legend(calls(call()), name=name).groups
    assert [item.key for item in group.items] == keys


def test_sides_have_the_names_of_their_table_though_an_alliance_has_the_same_id() -> None:
    (group,) = legend(calls(call()), name="side").groups
    assert [item.name for item in group.items] == ["the hills", "the plain", "the shore"]


def test_a_shared_province_leads_for_each_and_a_contested_one_for_nobody() -> None:
    some = calls(
        call(), call("shared", ("reds", "blues")), call("contested", ("blues", "reds")), call("partly", (), None)
    )
    assert provinces_led(some) == {"reds": 2, "blues": 1}


def test_an_unknown_faction_is_a_fault_of_the_caller() -> None:
    with pytest.raises(KeyError):
        legend(pd.DataFrame([{**call(), "factions": ("nobody",)}]))


def test_who_is_present_and_leads_nowhere() -> None:
    some = calls(call(), call(factions=("blues",)), call("no-evidence", (), None))
    some = some.assign(name=["North", "South", "East"], others=pd.Series([("blues", "pinks"), (), ("pinks",)]))
    assert present_only(some) == {"pinks": ("East", "North")}
