"""Looks for print: what the screen shows, as shapes that lie in their area."""

from __future__ import annotations

import pytest
import shapely
from shapely.geometry import Point, box

from geodata.figure.hatches import Dots, Fill, Ink, Lines, hatch
from geodata.looks import Look, sample_looks

AREA = box(3, 3, 163, 163)
RED, BLUE = "#aa0000", "#0000aa"


def ground(inks: list[Ink], colour: str) -> float:
    return float(sum(ink.area.area for ink in inks if isinstance(ink, Fill) and ink.colour == colour))


def geometry(inks: list[Ink]) -> list[object]:
    """A drawing without its colours: what a photocopy keeps."""
    drawn: list[object] = []
    for ink in inks:
        if isinstance(ink, Fill):
            drawn.append(("fill", round(ink.area.area)))
        elif isinstance(ink, Dots):
            drawn.append(("dots", len(ink.points), ink.radius))
        else:
            drawn.append(("lines", round(ink.lines.length), ink.width))
    return drawn


def test_looks_differ_in_geometry_and_not_only_in_colour() -> None:
    """But for a light ground, whose areas are drawn on it."""
    textured = {name: look for name, look in sample_looks().items() if name != "partly"}
    drawings = {name: geometry(hatch(AREA, look, 1)) for name, look in textured.items()}
    assert len({str(drawing) for drawing in drawings.values()}) == len(textured)


def test_shared_gives_each_its_half_but_for_the_white_between() -> None:
    inks = hatch(AREA, Look("shared", (RED, BLUE)), 1)
    # The first lies under everything, the second in stripes of 8 on top, and 1 of white on each.
    assert ground(inks, RED) == pytest.approx(AREA.area)
    assert ground(inks, BLUE) == pytest.approx(AREA.area / 2, rel=0.03)
    assert ground(inks, "#ffffff") == pytest.approx(AREA.area / 8, rel=0.05)


def test_shared_by_three_gives_each_a_third() -> None:
    inks = hatch(AREA, Look("shared", (RED, BLUE, "#00aa00")), 1)
    for colour in (BLUE, "#00aa00"):
        assert ground(inks, colour) == pytest.approx(AREA.area / 3, rel=0.06)


def test_contested_is_a_chequerboard() -> None:
    # 160 pixels from 3 on, fields of 6: half of the area, in fields of 36 that touch in corners alone.
    (_, top, _) = hatch(AREA, Look("contested", (RED, BLUE)), 1)
    assert isinstance(top, Fill)
    assert top.area.area == pytest.approx(AREA.area / 2, rel=0.03)
    assert max(part.area for part in shapely.get_parts(top.area)) == pytest.approx(36)


def test_weak_is_pale_with_dots_of_the_colour() -> None:
    pale, *dots = hatch(AREA, Look("held", ("#000000",), weak=True), 1)
    assert isinstance(pale, Fill)
    assert pale.colour == "#808080"  # half black, half white
    assert dots
    assert all(isinstance(ink, Dots) and ink.colour == "#000000" for ink in dots)


def test_unclear_has_a_question_mark_for_each_who_is_named() -> None:
    fill, *lines = hatch(AREA, Look("unclear", (RED, BLUE)), 1)
    assert isinstance(fill, Fill)
    assert {ink.colour for ink in lines} == {RED, BLUE}
    # Each is a hook and a point: whole ones only.
    assert all(isinstance(ink, Lines) and len(ink.lines.geoms) % 2 == 0 for ink in lines)


def test_everything_lies_in_the_area() -> None:
    hole = shapely.Polygon(Point(0, 0).buffer(90).exterior, [Point(0, 0).buffer(40).exterior])
    for look in sample_looks().values():
        for ink in hatch(hole, look, 1.3):
            if isinstance(ink, Fill):
                assert ink.area.difference(hole.buffer(1e-6)).area == pytest.approx(0, abs=1e-6)
            elif isinstance(ink, Dots):
                assert all(hole.contains(Point(point).buffer(ink.radius)) for point in ink.points)
            else:
                assert hole.buffer(1e-6).contains(ink.lines)


@pytest.mark.parametrize("look", sample_looks().values(), ids=sample_looks())
def test_an_area_smaller_than_a_tile_still_shows_its_look(look: Look) -> None:
    inks = hatch(box(0.5, 0.5, 4, 4), look, 1)
    marked = look.weak or look.kind in ("unclear", "no-evidence")
    assert any(not isinstance(ink, Fill) for ink in inks) == marked


def test_textures_run_on_over_a_border() -> None:
    look = Look("held", (RED,), weak=True)
    heights = [
        {round(float(y), 6) for ink in hatch(one, look, 1) if isinstance(ink, Dots) for _, y in ink.points}
        for one in (box(0, 0, 40, 40), box(40, 0, 80, 40))
    ]
    assert heights[0] == heights[1] != set()


def test_scale_follows_the_pixel() -> None:
    (_, fine), (_, coarse) = (hatch(AREA, Look("no-evidence"), pixel) for pixel in (1, 4))
    assert isinstance(fine, Lines)
    assert isinstance(coarse, Lines)
    # A cross is four times as long, and a sixteenth as many have room.
    longest = [max(line.length for line in ink.lines.geoms) for ink in (fine, coarse)]
    assert longest[1] == pytest.approx(4 * longest[0])
    assert len(coarse.lines.geoms) < len(fine.lines.geoms) / 10
