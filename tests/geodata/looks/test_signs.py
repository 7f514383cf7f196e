"""Signs of capitals: a picture for every state of every side, whatever the sides are called and however many."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from geodata.looks.colours import pale
from geodata.looks.sides import Side, sides_of
from geodata.looks.signs import (
    SHAPES,
    CapitalSigns,
    area_sign,
    capital_sign_name,
    is_ringed,
    sign_picture,
    sign_size,
)
from tests.geodata.looks.actors import SIDES, call

SIGNS = CapitalSigns(sides_of(SIDES))


def name(status: str, strength: str | None = "firm", changed: bool = False) -> str:
    return capital_sign_name(call(capital_status=status, capital_strength=strength, capital_changed_hands=changed))


@pytest.mark.parametrize("changed", [False, True])
@pytest.mark.parametrize("status", ["hill", "plain", "shore", "contested", "unknown"])
def test_every_state_has_a_sign_with_a_ring_if_the_capital_changed_hands(status: str, changed: bool) -> None:
    """Third sides, contested capitals and those of which nobody tells in the end are no exception."""
    for strength in ("firm", "weak", None):
        assert is_ringed(SIGNS.pieces[name(status, strength, changed)]) == changed


def test_a_sign_has_the_shape_and_the_colour_of_its_side() -> None:
    for side, shape, colour in (
        ("hill", "circle", "#882222"),
        ("plain", "square", "#228822"),
        ("shore", "cross", "#222288"),
    ):
        top = SIGNS.pieces[name(side)][-1]
        assert (top.fill, top.points) == (colour, SHAPES[shape] or ((0, 0),))


def test_weak_evidence_is_pale_here_too_and_only_where_a_side_holds() -> None:
    assert SIGNS.pieces[name("plain", "weak")][-1].fill == pale("#228822")
    assert name("contested", "weak") == name("contested", "firm")


def test_shapes_differ_without_their_colours() -> None:
    sides = [Side(shape, shape, "#777777", shape) for shape in SHAPES]
    pieces = CapitalSigns(sides).pieces
    plain = [pieces[one] for one in (*SHAPES, "contested", "unknown")]
    assert len({str([(piece.points, piece.radius) for piece in one]) for one in plain}) == len(SHAPES) + 2


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape != "circle"])
def test_shapes_are_of_one_size_and_stand_around_their_middle(shape: str) -> None:
    across, down = zip(*SHAPES[shape], strict=True)
    assert min(across) == pytest.approx(-max(across), abs=0.05)
    assert all(8 <= max(axis) - min(axis) <= 14 for axis in (across, down))


def test_a_picture_holds_the_whole_sign() -> None:
    for pieces in SIGNS.pieces.values():
        half = sign_size(pieces) / 2
        reach = max(
            max(abs(value) for point in piece.points for value in point) + piece.radius + piece.stroke_width / 2
            for piece in pieces
        )
        assert reach <= half + 0.05
        root = ElementTree.fromstring(sign_picture(pieces))
        assert root.get("width") == f"{sign_size(pieces)}"
        assert len(root) == len(pieces)


def test_sides_stand_in_their_order() -> None:
    assert [side.id for side in sides_of(SIDES)] == ["hill", "plain", "shore"]


def test_an_area_has_a_sign_of_its_own() -> None:
    assert not is_ringed(area_sign())
    assert str(area_sign()) not in map(str, SIGNS.pieces.values())


def test_an_unknown_side_is_a_fault_of_the_caller() -> None:
    with pytest.raises(KeyError):
        SIGNS.pieces[name("nobody")]
