"""What each status looks like, and that no channel has two meanings."""

from __future__ import annotations

import pytest

from geodata.looks.colours import NEUTRAL
from geodata.looks.look import IN_PARTS, NOTHING_KNOWN, QUIET_LOOK, Look, look_of, sample_looks
from geodata.looks.tiles import CROSS, QUESTION_MARK, Dot, Rectangle, Stroke, tile
from geodata.rule import STATUSES

RED, BLUE = "#aa0000", "#0000aa"


def marks(look: Look, kind: type) -> list[object]:
    return [mark for mark in tile(look).marks if isinstance(mark, kind)]


def every_look() -> list[Look]:
    looks = [
        look_of(status, colours, weak=weak)
        for status in STATUSES
        for colours in ([RED], [RED, BLUE])
        for weak in (True, False)
    ]
    return [*dict.fromkeys([*looks, QUIET_LOOK])]


class TestStatus:
    @pytest.mark.parametrize(
        ("status", "colours", "expected"),
        [
            ("held", [RED], Look("held", (RED,))),
            ("shared", [RED, BLUE], Look("shared", (RED, BLUE))),
            ("contested", [RED, BLUE], Look("contested", (RED, BLUE))),
            ("contested", [RED], Look("contested", (RED, NEUTRAL))),
            ("unclear", [RED, BLUE], Look("unclear", (RED, BLUE))),
            ("unclear", [], Look("unclear")),
            ("partly", [], IN_PARTS),
            ("no-evidence", [], NOTHING_KNOWN),
        ],
    )
    def test_each_has_a_look(self, status: str, colours: list[str], expected: Look) -> None:
        assert look_of(status, colours, weak=False) == expected

    def test_who_shares_a_colour_is_drawn_once(self) -> None:
        assert look_of("shared", [RED, RED], weak=False) == Look("held", (RED,))

    @pytest.mark.parametrize("status", ["unclear", "partly", "no-evidence"])
    def test_what_says_already_that_little_is_known_is_not_pale_besides(self, status: str) -> None:
        assert look_of(status, [RED], weak=True) == look_of(status, [RED], weak=False)
        assert look_of(status, [RED], weak=False).on_weak_evidence == look_of(status, [RED], weak=True)

    def test_every_status_has_a_sample(self) -> None:
        assert set(sample_looks()) == {*STATUSES, "weak"}

    def test_names_of_looks_are_their_own_and_fit_into_a_page(self) -> None:
        looks = every_look()
        assert len({look.id for look in looks}) == len(looks)
        assert all(set(look.id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for look in looks)


class TestOneChannelOneMeaning:
    def test_what_is_weak_is_dotted_and_nothing_else_is(self) -> None:
        for look in every_look():
            assert bool(marks(look, Dot)) == look.weak, look

    def test_question_marks_are_unclear_alone_and_crosses_nobody_tells_alone(self) -> None:
        for look in every_look():
            drawn = {len(mark.lines[0]) for mark in marks(look, Stroke)}  # type: ignore[attr-defined]
            wanted = {"unclear": {len(QUESTION_MARK[0])}, "no-evidence": {len(CROSS[0])}}
            assert drawn == wanted.get(look.kind, set()), look

    def test_stripes_are_turned_and_nothing_else_is(self) -> None:
        assert {look.kind for look in every_look() if tile(look).rotation} == {"shared"}

    def test_a_cross_has_two_strokes_of_one_length_through_one_middle(self) -> None:
        (mark,) = tile(NOTHING_KNOWN).marks
        assert isinstance(mark, Stroke)
        (first, second) = mark.lines
        assert [sum(axis) / 2 for axis in zip(*first, strict=True)] == [
            sum(axis) / 2 for axis in zip(*second, strict=True)
        ]
        # At least four pixels each way, and two pixels of air to the next one: a cross, and no grid.
        (x1, y1), (x2, y2) = first
        assert min(abs(x2 - x1), abs(y2 - y1)) >= 4
        assert tile(NOTHING_KNOWN).width - abs(x2 - x1) >= 2

    def test_nobody_tells_lets_the_page_through(self) -> None:
        assert marks(NOTHING_KNOWN, Rectangle) == []

    @pytest.mark.parametrize("look", [look for look in every_look() if look != NOTHING_KNOWN], ids=lambda look: look.id)
    def test_grounds_cover_the_tile(self, look: Look) -> None:
        piece = tile(look)
        for x in (0.5, piece.width / 2, piece.width - 0.5):
            for y in (0.5, piece.height / 2, piece.height - 0.5):
                assert any(
                    one.x <= x <= one.x + one.width and one.y <= y <= one.y + one.height  # type: ignore[attr-defined]
                    for one in marks(look, Rectangle)
                )

    @pytest.mark.parametrize("kind", ["shared", "contested"])
    def test_white_stands_between_two_that_are_the_same_in_grey(self, kind: str) -> None:
        same = Look(kind, ("#777777", "#777778"))  # type: ignore[arg-type]
        assert [one for one in marks(same, Rectangle) if one.colour == "#ffffff"]  # type: ignore[attr-defined]
