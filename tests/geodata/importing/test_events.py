"""The rule that draws control from events: more than half, enough of them, and what it saw told."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import geodata
from geodata.importing import threshold_rule
from tests.geodata.importing.conftest import Import


@pytest.mark.parametrize(
    ("counts", "leads"),
    [
        ({"blues": 3, "reds": 1}, ["blues"]),
        ({"blues": 3, "reds": 2}, []),
        ({"blues": 2}, []),
        ({"blues": 3}, ["blues"]),
        ({}, []),
    ],
)
def test_enough_events_and_a_large_enough_share(counts: dict[str, int], leads: list[str]) -> None:
    # At least three, and two thirds: three of four are more, three of five are less.
    assert [one.faction_id for one in threshold_rule(3, 2 / 3, "strong")(counts)] == leads


def test_half_is_no_lead() -> None:
    assert threshold_rule(1, 0.5, "strong")({"blues": 5, "reds": 5}) == []
    (lead,) = threshold_rule(1, 0.5, "present")({"blues": 6, "reds": 5})
    assert (lead.faction_id, lead.role) == ("blues", "present")
    assert lead.reasoning == "6 of 11 events name it; at least 1 and 50 % are asked"


RULE = {"least_events": 1, "least_share": 0.6}
KEYS = {"layout": "events", "file": "e.parquet", "lon": "x", "lat": "y", "date": "day", "category": "actor"}


def events(folder: Path, *actors: str) -> None:
    frame = pd.DataFrame({"actor": actors}).assign(x=0.5, y=1.5, day="1950-06-01")
    frame.to_parquet(folder / "e.parquet")


def test_names_of_one_actor_are_added_up_with_blanks_or_without(raw: Path, imported: Import) -> None:
    events(raw, "Blue", "Blue ", " Blues", "Red")
    categories = {"Blue": "blues", "Blues": "blues", "Red": "reds"}
    atlas, _ = imported(control=[{**KEYS, "source": "S01", "rule": RULE}], categories=categories)
    assert atlas.claims().iloc[0]["statement"] == "North, 1950: 3 of 4 events name it."


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"rule": {**RULE, "least_share": 0.4}}, r"control\.1\.rule\.least_share, value \"0.4\": no such share"),
        ({"category": "who"}, r"e\.parquet, column who: no such column"),
        ({"lat": None}, r"control\.1\.lat.*this key is missing"),
    ],
)
def test_what_keeps_events_from_being_counted(
    raw: Path, imported: Import, changes: dict[str, object], told: str
) -> None:
    events(raw, "Blue", "Red")
    keys = {**KEYS, "source": "S01", "rule": RULE, **changes}
    with pytest.raises(geodata.AtlasError, match=told):
        imported(control=[{key: value for key, value in keys.items() if value is not None}])


def test_an_actor_is_one_faction(raw: Path, imported: Import) -> None:
    events(raw, "Blue", "Both")
    both = {"factions": ["blues", "reds"], "role": "contested"}
    with pytest.raises(geodata.AtlasError, match=r"categories\.Both.*several factions"):
        imported(control=[{**KEYS, "source": "S01", "rule": RULE}], categories={"Blue": "blues", "Both": both})
