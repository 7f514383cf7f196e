"""The stops below the year slider."""

from __future__ import annotations

from itertools import pairwise

import pytest

import geodata
from dashboard.edition import edition_of
from dashboard.map.ticks import CHARACTERS_BETWEEN, NARROW_CHARACTERS, WIDE_CHARACTERS, label_rooms, ticks_html


def test_few_periods_are_all_named(afghanistan: geodata.Atlas) -> None:
    html = ticks_html(edition_of(afghanistan))
    assert html.count("data-tick=") == 3
    assert "class=" not in html.split(">", 1)[1]
    for label in ("1985", "1987", "1988–89"):
        assert f">{label}</span>" in html


def test_one_period_needs_no_distance() -> None:
    assert label_rooms(["1985"]) == [""]


@pytest.mark.parametrize("count", [8, 12, 40, 150])
@pytest.mark.parametrize(("room", "shown"), [(WIDE_CHARACTERS, {"", "wide"}), (NARROW_CHARACTERS, {""})])
def test_no_two_names_touch(count: int, room: int, shown: set[str]) -> None:
    rooms = label_rooms([str(1800 + number) for number in range(count)])
    places = [place for place, one in enumerate(rooms) if one in shown]
    assert places[0] == 0
    for one, next_one in pairwise(places):
        # Stops stand at equal distances over the whole room; a name has four characters.
        assert (next_one - one) * room / (count - 1) >= 4 + CHARACTERS_BETWEEN
    assert len(places) > 1
