"""From one period to the next: changes with a reason, other sources, and the rest (18 and 21 of the rule)."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pandas as pd
import pytest

from geodata.rule import Affiliations, Lineage, Reasons, compare, located
from tests.made_up import SIDES, UNNAMED, Country, year

EARLIER, LATER = year(1900), year(1905)
FRONTS = {"valley-front": "resistance"}


def calls(*rows: tuple[str, str, tuple[str, ...]], claims: tuple[str, ...] = ()) -> Any:
    """Calls of a period: province, status, factions; contested and unclear ones have no side."""
    frame = pd.DataFrame(rows, columns=["province_id", "status", "factions"])
    led = frame["status"].isin(["held", "shared"])
    sides = [
        (SIDES | FRONTS)[factions[0]] if one else None for factions, one in zip(frame["factions"], led, strict=True)
    ]
    named = [not set(factions) & set(UNNAMED) for factions in frame["factions"]]
    frame = frame.assign(side=pd.Series(sides, dtype=object), names_party=named, claim_ids=[claims] * len(frame))
    return gpd.GeoDataFrame(frame.assign(name=frame["province_id"].str.title(), area_km2=100.0))


def event(
    kind: str, faction_id: str, date: str = "1903", province_id: str = "north", number: int = 1
) -> dict[str, Any]:
    return {
        "event_id": f"V{number:03}", "kind": kind, "faction_id": faction_id, "date": date,
        "side": (SIDES | FRONTS)[faction_id], "province_ids": (province_id,),
    }  # fmt: skip


def change(
    before: tuple[str, tuple[str, ...]],
    after: tuple[str, tuple[str, ...]],
    *events: dict[str, Any],
    country: Country | None = None,
    whose: list[dict[str, str]] | None = None,
    deciding: tuple[str, ...] = (),
) -> tuple[str, tuple[str, ...]]:
    """Kind and reason of what happened to the north between 1900 and 1905."""
    readings = country.all_readings(LATER) if country else []
    reasons = Reasons(events, readings, Affiliations(whose or []), EARLIER, LATER)
    first, second = calls(("north", *before)), calls(("north", *after), claims=deciding)
    (row,) = compare(first, second, reasons, backwards=False).to_dict("records")
    return row["kind"], row["reason"]


REDS, GREENS, CROWN = ("held", ("reds",)), ("held", ("greens",)), ("held", ("crown",))
CONTESTED, UNCLEAR = ("contested", ("crown", "reds")), ("unclear", ("crown", "reds"))
PARTLY, NOBODY = ("partly", ()), ("no-evidence", ())


class TestKinds:
    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [
            (REDS, REDS, "unchanged"),
            (REDS, CROWN, "other-sources"),
            (REDS, ("shared", ("greens", "reds")), "other-sources"),
            (REDS, ("held", ("rebels",)), "other-sources"),
            (CONTESTED, REDS, "other-sources"),
            (UNCLEAR, REDS, "other-sources"),
            (REDS, CONTESTED, "became-contested"),
            (UNCLEAR, CONTESTED, "became-contested"),
            (REDS, UNCLEAR, "now-unclear"),
            (CONTESTED, UNCLEAR, "now-unclear"),
            (REDS, PARTLY, "now-partly"),
            (NOBODY, PARTLY, "now-partly"),
            (NOBODY, REDS, "newly-known"),
            (PARTLY, REDS, "newly-known"),
            (NOBODY, CONTESTED, "newly-known"),
            (PARTLY, UNCLEAR, "newly-known"),
            (REDS, NOBODY, "evidence-lost"),
            (PARTLY, NOBODY, "evidence-lost"),
            (CONTESTED, NOBODY, "evidence-lost"),
            (NOBODY, NOBODY, "unchanged"),
            (PARTLY, PARTLY, "unchanged"),
            (CONTESTED, ("contested", ("greens", "reds")), "unchanged"),
        ],
    )
    def test_without_any_event(self, before: Any, after: Any, expected: str) -> None:
        assert change(before, after) == (expected, ())

    def test_provinces_that_come_and_go(self) -> None:
        reasons = Reasons([], [], Affiliations([]), EARLIER, LATER)
        first = calls(("south", *REDS), ("north", *REDS))
        second = calls(("south", *REDS), ("coast", *NOBODY))
        rows = compare(first, second, reasons, backwards=False)
        assert rows[["province_id", "name", "from", "to", "kind", "from_status", "to_status"]].to_numpy().tolist() == [
            ["coast", "Coast", None, (), "created", None, "no-evidence"],
            ["north", "North", ("reds",), None, "dissolved", "held", None],
            ["south", "South", ("reds",), ("reds",), "unchanged", "held", "held"],
        ]


class TestEvents:
    """An event between the periods or in the later one, with the new holder as taker or the old one as leaver."""

    @pytest.mark.parametrize("kind", ["captured", "retaken", "defection", "merger", "founding"])
    def test_the_new_holder_takes(self, kind: str) -> None:
        assert change(REDS, CROWN, event(kind, "crown")) == ("changed-hands", ("V001",))

    @pytest.mark.parametrize("kind", ["withdrawal", "evacuated", "defection", "merger"])
    def test_the_old_one_leaves(self, kind: str) -> None:
        assert change(REDS, CROWN, event(kind, "reds")) == ("changed-hands", ("V001",))

    @pytest.mark.parametrize("kind", ["attacked", "besieged", "offensive", "repelled", "killing", "agreement"])
    def test_other_events_tell_of_no_change(self, kind: str) -> None:
        found = [event(kind, "crown"), event(kind, "reds", number=2)]
        assert change(REDS, CROWN, *found) == ("other-sources", ())

    def test_who_leaves_does_not_take_and_who_takes_does_not_leave(self) -> None:
        assert (
            change(REDS, CROWN, event("withdrawal", "crown"), event("captured", "reds", number=2))[0] == "other-sources"
        )

    def test_anybody_of_the_new_side_where_the_side_changed(self) -> None:
        assert change(REDS, CROWN, event("captured", "guard")) == ("changed-hands", ("V001",))
        assert change(CROWN, REDS, event("evacuated", "guard")) == ("changed-hands", ("V001",))

    def test_within_a_side_only_the_holder_itself(self) -> None:
        assert change(REDS, GREENS, event("captured", "greens"))[0] == "changed-hands"
        # Somebody of the side, unnamed, or the old holder took something: from whom is another matter.
        for faction_id in ("rebels", "reds"):
            assert change(REDS, GREENS, event("captured", faction_id))[0] == "other-sources"

    def test_a_source_that_names_no_party_does_not_say_that_the_party_before_has_gone(self) -> None:
        rebels = ("held", ("rebels",))
        assert change(REDS, rebels, event("captured", "rebels"))[0] == "other-sources"
        assert change(rebels, REDS, event("captured", "reds"))[0] == "other-sources"
        assert change(rebels, CROWN, event("captured", "crown"))[0] == "changed-hands"

    def test_of_who_shares_now_only_who_is_new(self) -> None:
        both = ("shared", ("greens", "reds"))
        assert change(REDS, both, event("captured", "greens"))[0] == "changed-hands"
        assert change(REDS, both, event("captured", "reds"))[0] == "other-sources"
        assert change(both, REDS, event("withdrawal", "greens"))[0] == "changed-hands"

    @pytest.mark.parametrize(
        ("date", "counts"),
        [
            ("1900-12-31", False), ("1901", True), ("1905-12-31", True), ("1906", False), ("1905?", True),
            # It may have been in the earlier period, or after the later one, or long before both.
            ("1900/1901", False), ("1905/1906", False), ("190X", False), ("../1903", False), ("1903/..", True),
        ],
    )  # fmt: skip
    def test_for_certain_after_the_earlier_period_and_not_after_the_later(self, date: str, counts: bool) -> None:
        assert change(REDS, CROWN, event("captured", "crown", date))[0] == (
            "changed-hands" if counts else "other-sources"
        )

    def test_in_the_province_only(self) -> None:
        assert change(REDS, CROWN, event("captured", "crown", province_id="south"))[0] == "other-sources"

    def test_after_a_fight_or_doubt_the_taking_settles_it(self) -> None:
        assert change(CONTESTED, REDS, event("captured", "reds"))[0] == "changed-hands"
        assert change(UNCLEAR, REDS, event("captured", "reds"))[0] == "changed-hands"
        assert change(CONTESTED, REDS, event("evacuated", "guard"))[0] == "other-sources", "nobody held it before"

    def test_all_reasons_are_told(self) -> None:
        found = [event("captured", "crown", number=2), event("evacuated", "reds", number=1)]
        assert change(REDS, CROWN, *found) == ("changed-hands", ("V001", "V002"))

    def test_seen_backwards_the_same_events_tell_of_it(self) -> None:
        reasons = Reasons([event("captured", "crown")], [], Affiliations([]), EARLIER, LATER)
        (row,) = compare(calls(("north", *CROWN)), calls(("north", *REDS)), reasons, backwards=True).to_dict("records")
        assert (row["from"], row["to"], row["kind"], row["reason"]) == (
            ("crown",), ("reds",), "changed-hands", ("V001",),
        )  # fmt: skip


class TestClaims:
    """A claim that decides the later call, begins in between and says since when."""

    @pytest.mark.parametrize(
        ("date", "counts"),
        [("1903/..", True), ("1905-06/..", True), ("1900/..", False), ("1905", False), ("1904/1905", False)],
    )  # fmt: skip
    def test_since_when(self, date: str, counts: bool) -> None:
        country = Country()
        country.claim("crown", "north", date=date)
        found = change(REDS, CROWN, country=country, deciding=("C001",))
        assert found == (("changed-hands", ("C001",)) if counts else ("other-sources", ()))

    def test_only_of_the_new_holder_and_only_if_it_decides(self) -> None:
        country = Country()
        country.claim("crown", "north", date="1903/..")
        assert change(REDS, CROWN, country=country)[0] == "other-sources"
        assert change(REDS, GREENS, country=country, deciding=("C001",))[0] == "other-sources"


class TestAffiliations:
    """21: a front shows under its party from that day to that day; its label alone is no change of hands."""

    FRONT = ("held", ("valley-front",))
    WHOSE = [{"front_id": "valley-front", "party_id": "reds", "from": "1899", "to": "1903"}]  # noqa: RUF012

    def test_from_front_to_party_and_back_is_no_change(self) -> None:
        lasting = [self.WHOSE[0] | {"to": ""}]
        assert change(self.FRONT, REDS, whose=lasting) == ("unchanged", ())
        assert change(REDS, self.FRONT, whose=lasting) == ("unchanged", ())

    def test_without_a_source_there_is_none(self) -> None:
        assert change(self.FRONT, REDS) == ("other-sources", ())

    def test_from_that_day_to_that_day(self) -> None:
        # In 1905 the front is the reds' no longer: red before, the front's afterwards is another holder.
        assert change(self.FRONT, REDS, whose=self.WHOSE) == ("unchanged", ())
        assert change(REDS, self.FRONT, whose=self.WHOSE) == ("other-sources", ())

    def test_what_a_front_takes_its_party_takes(self) -> None:
        assert change(CROWN, REDS, event("captured", "valley-front", "1902"), whose=self.WHOSE)[0] == "changed-hands"
        # Within a side it has to be the party's own front on that day.
        assert change(GREENS, REDS, event("captured", "valley-front", "1902"), whose=self.WHOSE)[0] == "changed-hands"
        assert change(GREENS, REDS, event("captured", "valley-front", "1904"), whose=self.WHOSE)[0] == "other-sources"


class TestLocated:
    def test_at_a_place_or_in_a_province_or_in_one_to_come(self) -> None:
        lineage = Lineage(
            pd.DataFrame([("coast", "south", "1905-01-01")], columns=["province_id", "made_from_id", "since"])
        )
        events = [
            {"event_id": "V001", "place_id": "fort", "province_id": ""},
            {"event_id": "V002", "place_id": "", "province_id": "south"},
            {"event_id": "V003", "place_id": "port", "province_id": ""},
            {"event_id": "V004", "place_id": "", "province_id": ""},
            {"event_id": "V005", "place_id": "abroad", "province_id": ""},
        ]
        found = located(events, {"fort": "north", "port": "coast", "abroad": ""}, {"north", "south"}, lineage)
        assert [(one["event_id"], one["province_ids"]) for one in found] == [
            ("V001", ("north",)), ("V002", ("south",)), ("V003", ("south",)),
        ]  # fmt: skip
