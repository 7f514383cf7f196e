"""Line styles: written once, in the form that a style sheet takes."""

from __future__ import annotations

import re

from geodata.looks.lines import INK, LINES, lines_css


def test_each_style_has_its_properties() -> None:
    properties = dict(re.findall(r"--([\w-]+):([^;}]+)", lines_css()))
    for kind, style in LINES.items():
        assert float(properties[f"line-{kind}"].removesuffix("px")) == style.width
        assert float(properties[f"halo-{kind}"].removesuffix("px")) == style.halo
        dashes = properties[f"dashes-{kind}"]
        assert ([] if dashes == "none" else [float(one) for one in dashes.split()]) == list(style.dashes)
    assert properties["ink-dark"] == INK["dark"]


def test_a_line_is_drawn_as_a_background_dash_by_dash() -> None:
    """Nine of line, two and a half of gap, and so on; a line without dashes runs through."""
    properties = dict(re.findall(r"--([\w-]+):([^;}]+)", lines_css()))
    assert properties["drawn-outer"] == "currentColor"
    assert properties["drawn-announced"] == (
        "repeating-linear-gradient(90deg,currentColor 0px 9px,transparent 9px 11.5px,"
        "currentColor 11.5px 14px,transparent 14px 16.5px)"
    )


def test_no_line_is_dotted() -> None:
    """A dash is longer than the line is wide: what is dotted is weak evidence alone."""
    for kind, style in LINES.items():
        assert all(dash > 1.5 * style.width for dash in style.dashes[::2]), kind


def test_borders_of_every_kind_have_a_style() -> None:
    assert {"as-today", "approximate", "outer", "announced", "area"} <= LINES.keys()
