"""Signs of capitals: a picture for every state, and the same shapes for print."""

from __future__ import annotations

import pytest

from geodata.looks.signs import capital_sign_name, capital_signs, sign_pieces


@pytest.mark.parametrize(
    ("status", "changed", "name"),
    [
        ("government", False, "government"),
        ("government", True, "government-changed"),
        ("resistance", True, "resistance-changed"),
        ("contested", True, "contested"),
        ("unknown", False, "unknown"),
        ("other", True, "other"),
    ],
)
def test_every_state_of_a_capital_has_a_sign(status: str, changed: bool, name: str) -> None:
    assert capital_sign_name(status, changed) == name
    assert name in capital_signs()


def test_signs_differ_in_shape_and_not_only_in_colour() -> None:
    shapes = {
        name: tuple((len(piece.points), round(piece.radius, 1)) for piece in sign_pieces(name))
        for name in capital_signs()
    }
    # A square, a circle and a triangle; a ring around the first two; a diamond; a small open circle.
    assert shapes["government"] == ((4, 0),)
    assert shapes["resistance"] == ((1, 4.8),)
    assert shapes["other"] == ((3, 0),)
    assert len(set(shapes.values())) == len(shapes)


def test_shapes_are_those_of_the_picture_around_its_middle() -> None:
    # <rect x="2.5" y="2.5" width="9" height="9"> in a picture of 14 by 14: 4.5 to each side.
    (square,) = sign_pieces("government")
    assert square.points == ((-4.5, -4.5), (4.5, -4.5), (4.5, 4.5), (-4.5, 4.5))
    assert (square.fill, square.stroke, square.stroke_width) == ("#b3202a", "#fff", 1.5)
    # M7 .8 13.2 7 7 13.2 .8 7Z, then M7 2 12 7H2Z: a horizontal line keeps the height it came from.
    ground, top, _ = sign_pieces("contested")
    assert ground.points[0] == pytest.approx((0, -6.2))
    assert top.points == ((0, -5), (5, 0), (-5, 0))


def test_ring_is_not_filled() -> None:
    assert [piece.fill for piece in sign_pieces("government-changed")] == [None, None, "#b3202a"]


def test_no_such_sign() -> None:
    with pytest.raises(KeyError):
        sign_pieces("moon")
