"""Looks and codes of factions."""

from __future__ import annotations

import pytest

from geodata.looks.colours import NAMELESS
from geodata.looks.look import Look
from geodata.looks.style import Style
from tests.geodata.looks.actors import FACTIONS, call

STYLE = Style(FACTIONS)


def test_a_call_is_drawn_in_the_colours_of_those_whom_it_names() -> None:
    assert STYLE.look(call("shared", ("reds", "blues"))) == Look("shared", ("#aa0000", "#0000aa"))
    assert STYLE.look(call("contested", ("blues", "reds"), "weak")) == Look("contested", ("#0000aa", "#aa0000"), True)


def test_firm_or_weak_is_the_strength_of_the_call_whatever_its_grade() -> None:
    assert STYLE.look(call(strength="weak", grade="direct")).weak
    assert not STYLE.look(call(strength="firm", grade="adjacent")).weak


def test_a_faction_without_a_colour_is_grey_and_no_white_hole() -> None:
    assert STYLE.faction_look("drab") == Look("held", (NAMELESS,))


def test_the_legend_shows_what_the_map_shows() -> None:
    assert STYLE.faction_look("reds") == STYLE.look(call("held", ("reds",), "firm"))


def test_a_texture_of_the_table_draws_nothing() -> None:
    textured = Style(FACTIONS.assign(pattern="grid"))
    assert textured.look(call()) == STYLE.look(call())


def test_an_unknown_faction_is_a_fault_of_the_caller() -> None:
    with pytest.raises(KeyError):
        STYLE.look(call("held", ("nobody",)))


@pytest.mark.parametrize(
    ("status", "names", "expected"),
    [
        ("held", ["reds"], "RED"),
        ("shared", ["loners", "reds"], "LON/RED"),
        ("shared", ["blues", "loners", "reds"], "BLU/LON"),
        ("contested", ["blues", "reds"], ""),
        ("unclear", ["blues", "reds"], ""),
        ("partly", [], ""),
        ("no-evidence", [], ""),
    ],
)
def test_code_in_a_province(status: str, names: list[str], expected: str) -> None:
    assert STYLE.code(status, names) == expected
