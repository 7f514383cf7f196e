"""Colours and codes for factions that have none."""

from __future__ import annotations

from itertools import combinations

import pandas as pd
import pytest

from geodata.looks.colours import contrast, pale
from geodata.looks.making import ALIKE, PALETTE, distance, look_warnings, with_looks
from tests.geodata.looks.test_colours import APART, EYES, PALE_SHARE
from tests.geodata.looks.test_colours import distance as seen_apart


def factions(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["faction_id", "colour", "code"], index=range(2, len(rows) + 2), dtype=object)


def many(number: int) -> pd.DataFrame:
    return factions(*((f"actor-{one:02}", "", "") for one in range(number)))


@pytest.mark.parametrize("eye", EYES)
def test_twelve_are_told_apart_by_every_eye_firm_and_pale(eye: str | None) -> None:
    made = with_looks(many(12), {})["colour"]
    assert made.nunique() == 12
    for one, other in combinations(made, 2):
        assert seen_apart(one, other, eye) >= APART[eye], (one, other)
        assert seen_apart(pale(one), pale(other), eye) >= PALE_SHARE * APART[eye], (one, other)


def test_nothing_is_white_or_a_colour_of_another_however_many_there_are() -> None:
    made = with_looks(many(40), {})
    assert made["colour"].is_unique
    assert made["code"].is_unique
    assert made["colour"].str.fullmatch("#[0-9a-f]{6}").all()
    assert all(contrast(colour, "#ffffff") > 1.2 for colour in made["colour"])


def test_the_largest_choose_first() -> None:
    sizes = {"actor-14": 100, "actor-03": 90}
    made = with_looks(many(15), sizes).set_index("faction_id")["colour"]
    assert (made["actor-14"], made["actor-03"]) == PALETTE[:2]


def test_what_the_atlas_gives_stays_and_is_not_made_again() -> None:
    near = "#1e85f4"  # one step beside the first of the palette
    made = with_looks(factions(("old", near, "OLD"), ("new", "", "")), {})
    assert made["colour"].tolist() == [near, PALETTE[1]]
    assert made["code"].tolist() == ["OLD", "NEW"]


@pytest.mark.parametrize(
    ("ids", "codes"),
    [
        (["red-party", "rural-people"], ["RP", "RUR"]),
        (["reds", "red"], ["REDS", "RED"]),
        (["7", "8"], ["AA", "AB"]),
        (["a-b-c-d-e"], ["ABCD"]),
    ],
)
def test_codes_are_of_the_letters_of_the_id_and_differ(ids: list[str], codes: list[str]) -> None:
    sizes = {one: 1 for one in ids if one == "red"}
    assert with_looks(factions(*((one, "", "") for one in ids)), sizes)["code"].tolist() == codes


class TestWarnings:
    def test_colours_that_are_alike_are_named_with_their_rows(self) -> None:
        table = factions(("reds", "#aa0000", "RED"), ("blues", "#0000aa", "BLU"), ("others", "#a90302", "OTH"))
        (problem,) = look_warnings(table, {"reds": 1, "blues": 1, "others": 1}, "factions.csv")
        assert (problem.row, problem.column, problem.value) == (4, "colour", "#a90302")
        assert "reds (#aa0000, row 2)" in problem.message

    def test_who_is_never_drawn_is_not_looked_at(self) -> None:
        table = factions(("reds", "#aa0000", "RED"), ("others", "#a90302", "OTH"))
        assert look_warnings(table, {"reds": 1}, "factions.csv") == []

    def test_white_is_told(self) -> None:
        (problem,) = look_warnings(factions(("pale", "#fffdfe", "PAL")), {"pale": 1}, "factions.csv")
        assert "white" in problem.message

    def test_more_than_can_be_told_apart(self) -> None:
        assert look_warnings(many(12), {}, "factions.csv") == []
        (problem,) = look_warnings(many(15), {}, "factions.csv")
        assert problem.message == "15 factions have no colour; 12 of them get one that every eye tells apart"


def test_distance_of_what_a_reader_can_and_can_not_tell_apart() -> None:
    assert distance("#aa0000", "#a90302") < ALIKE < distance("#aa0000", "#0000aa")
