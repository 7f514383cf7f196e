"""Whose a local front was on a day (21 of the rule)."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.rule import Affiliations

WHOSE = Affiliations(
    [
        {"front_id": "band", "party_id": "reds", "from": "1900", "to": "1902-03"},
        {"front_id": "band", "party_id": "greens", "from": "1902-03", "to": ""},
        {"front_id": "gang", "party_id": "reds", "from": "", "to": "1901"},
    ]
)


@pytest.mark.parametrize(
    ("front", "day", "party"),
    [
        ("band", date(1899, 12, 31), None),
        ("band", date(1900, 1, 1), "reds"),
        ("band", date(1902, 2, 28), "reds"),
        # Some day in March it changed its party, and which is not known.
        ("band", date(1902, 3, 10), None),
        ("band", date(1902, 4, 1), "greens"),
        ("band", date(1990, 1, 1), "greens"),
        ("gang", date(1850, 1, 1), "reds"),
        ("gang", date(1902, 1, 1), None),
        ("nobody", date(1900, 1, 1), None),
    ],
)
def test_party_on_a_day(front: str, day: date, party: str | None) -> None:
    assert WHOSE.party_on(front, day) == party


def test_party_in_a_period() -> None:
    assert WHOSE.party_in("band", date(1901, 1, 1), date(1901, 12, 31)) == "reds"
    assert WHOSE.party_in("band", date(1902, 1, 1), date(1902, 12, 31)) is None, "it had two in this year"
    assert WHOSE.parties_in("band", date(1902, 1, 1), date(1902, 12, 31)) == {"reds", "greens"}


def test_label() -> None:
    year = date(1901, 1, 1), date(1901, 12, 31)
    assert (WHOSE.label_in("band", *year), WHOSE.label_in("crown", *year)) == ("reds", "crown")
