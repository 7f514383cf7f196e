"""Looks as SVG: well formed, in parts that are the tile's, and swatches of their size."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from geodata.looks.look import NOTHING_KNOWN, Look, sample_looks
from geodata.looks.svg import svg_pattern, svg_swatch
from geodata.looks.tiles import tile

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("look", sample_looks().values(), ids=sample_looks())
def test_a_pattern_has_a_part_for_each_mark_of_the_tile(look: Look) -> None:
    root = ElementTree.fromstring(svg_pattern(look, "p"))
    piece = tile(look)
    assert (float(root.get("width", 0)), float(root.get("height", 0))) == (piece.width, piece.height)
    assert len(root) == len(piece.marks)


def test_each_look_is_drawn_differently_in_one_grey() -> None:
    drawings = set()
    for look in sample_looks().values():
        drawn = svg_pattern(look, "p")
        for colour in look.colours:
            drawn = drawn.replace(colour, "#777777")
        drawings.add(drawn)
    assert len(drawings) == len(sample_looks())


def test_an_identifier_is_escaped() -> None:
    assert ElementTree.fromstring(svg_pattern(NOTHING_KNOWN, 'a"<&')).get("id") == 'a"<&'


def test_a_swatch_is_a_picture_of_its_size() -> None:
    root = ElementTree.fromstring(svg_swatch(Look("held", ("#aa0000",)), 30, 20))
    assert (root.tag, root.get("width"), root.get("height"), root.get("viewBox")) == (
        f"{SVG}svg",
        "30",
        "20",
        "0 0 30 20",
    )
    assert [one.get("fill") for one in root.iter(f"{SVG}rect")] == ["#aa0000"], "no pattern where there is one colour"
    weak = ElementTree.fromstring(svg_swatch(Look("held", ("#aa0000",), weak=True)))
    assert [one.get("fill") for one in weak.findall(f"{SVG}rect")] == ["url(#p)"]
    assert weak.find(f".//{SVG}pattern[@id='p']") is not None


def test_the_swatch_of_nobody_tells_lets_the_page_through_as_the_map_does() -> None:
    # On a dark page the province is dark: a white swatch would be of something else.
    root = ElementTree.fromstring(svg_swatch(NOTHING_KNOWN))
    assert [one.get("fill") for one in root.iter(f"{SVG}rect")] == ["url(#p)"]
