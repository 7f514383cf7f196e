"""Looks for print: what the screen shows, as shapes that lie in their area."""

from __future__ import annotations

import pytest
import shapely
from shapely.geometry import Point, box

from geodata.figure.hatches import Dots, Fill, Ink, Lines, blend, hatch
from geodata.looks.look import NO_EVIDENCE, Look, sample_looks

AREA = box(3, 3, 163, 163)
TEXTURES = ("plain", "dots", "diagonal", "antidiagonal", "horizontal", "vertical", "grid")


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


def test_five_looks_differ_in_geometry_and_not_only_in_colour() -> None:
    drawings = {name: geometry(hatch(AREA, look, 1)) for name, look in sample_looks().items()}
    assert len({str(drawing) for drawing in drawings.values()}) == 5
    shared, contested = (
        next(ink for ink in hatch(AREA, sample_looks()[name], 1)[1:] if isinstance(ink, Fill)).area
        for name in ("shared", "contested")
    )
    assert shapely.symmetric_difference(shared, contested).area > 0.3 * AREA.area


def test_textures_differ_in_geometry() -> None:
    drawn = [hatch(AREA, Look("held", ("#aa0000",), (texture,)), 1)[1:] for texture in TEXTURES]
    assert drawn[0] == []
    middles = {
        str(sorted(round(number) for ink in inks for number in shapely.get_coordinates(ink.lines)[:9].ravel()))
        if isinstance(inks[0], Lines) else "dots"
        for inks in drawn[1:]
    }  # fmt: skip
    assert len(middles) == len(TEXTURES) - 1


def test_shared_gives_each_its_half() -> None:
    inks = hatch(AREA, Look("shared", ("#aa0000", "#0000aa"), ("plain", "plain")), 1)
    # The first lies under everything, the second in stripes on top.
    assert ground(inks, "#aa0000") == pytest.approx(AREA.area)
    assert ground(inks, "#0000aa") == pytest.approx(AREA.area / 2, rel=0.03)


def test_shared_by_three_gives_each_a_third() -> None:
    inks = hatch(AREA, Look("shared", ("#aa0000", "#0000aa", "#00aa00"), ("plain",) * 3), 1)
    for colour in ("#0000aa", "#00aa00"):
        assert ground(inks, colour) == pytest.approx(AREA.area / 3, rel=0.06)


def test_contested_is_a_chequerboard() -> None:
    # 160 pixels from 3 on, fields of 6: half of the area, in fields of 36 that touch in corners alone.
    (_, top) = hatch(AREA, Look("contested", ("#aa0000", "#0000aa"), ("plain", "plain")), 1)
    assert isinstance(top, Fill)
    assert top.area.area == pytest.approx(AREA.area / 2, rel=0.03)
    assert max(part.area for part in shapely.get_parts(top.area)) == pytest.approx(36)


def test_weaker_is_pale_with_dots_of_the_colour() -> None:
    pale, *dots = hatch(AREA, Look("held", ("#000000",), ("diagonal",), weak=True), 1)
    assert isinstance(pale, Fill)
    assert pale.colour == "#bdbdbd"  # 26 % black on white: 255 × 0.74 = 188.7
    assert all(isinstance(ink, Dots) for ink in dots)


def test_everything_lies_in_the_area() -> None:
    hole = shapely.Polygon(Point(0, 0).buffer(90).exterior, [Point(0, 0).buffer(40).exterior])
    looks = [*sample_looks().values(), *(Look("held", ("#aa0000",), (texture,)) for texture in TEXTURES)]
    for look in looks:
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
    marked = look.weak or look == NO_EVIDENCE
    assert any(not isinstance(ink, Fill) for ink in inks) == marked


def test_textures_run_on_over_a_border() -> None:
    look = Look("held", ("#aa0000",), ("horizontal",))
    heights = [
        {round(float(y), 6) for _, y in shapely.get_coordinates(hatch(one, look, 1)[1].lines)}  # type: ignore[union-attr]
        for one in (box(0, 0, 40, 40), box(40, 0, 80, 40))
    ]
    assert heights[0] == heights[1] != set()


def test_scale_follows_the_pixel() -> None:
    (_, fine), (_, coarse) = (hatch(AREA, Look("held", ("#aa0000",), ("vertical",)), pixel) for pixel in (1, 4))
    assert isinstance(fine, Lines)
    assert isinstance(coarse, Lines)
    assert fine.lines.length == pytest.approx(4 * coarse.lines.length, rel=0.05)


@pytest.mark.parametrize(
    ("top", "below", "opacity", "expected"),
    [
        ("#ff0000", "#0000ff", 0.5, "#800080"),
        ("#123456", "#ffffff", 1, "#123456"),
        ("#123456", "#ffffff", 0, "#ffffff"),
    ],
)
def test_colours_are_mixed_as_on_the_screen(top: str, below: str, opacity: float, expected: str) -> None:
    assert blend(top, below, opacity) == expected
