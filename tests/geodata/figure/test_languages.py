"""Figures in other languages: words, digits, and paper that is read from right to left."""

from __future__ import annotations

import warnings

import pytest

import geodata
from dashboard.edition import in_language
from geodata.figure import FORMATS, AtlasFigure, render
from geodata.figure.page import text_width
from tests.built_in import ATLAS


@pytest.fixture(scope="module")
def dari() -> geodata.Atlas:
    return in_language(ATLAS, "fa")


def left_of_maps(figure: AtlasFigure) -> list[float]:
    return [axes.get_position().x0 for axes in figure.axes if axes.get_label().startswith("map")]


def test_paper_that_is_read_from_the_right_begins_there(dari: geodata.Atlas) -> None:
    there, here = dari.plot(size="slide"), ATLAS.plot(size="slide")
    assert left_of_maps(here) == sorted(left_of_maps(here))
    assert left_of_maps(there) == sorted(left_of_maps(there), reverse=True), "the first year at the right"
    title = next(text for axes in there.axes for text in axes.texts if dari.title in text.get_text())
    page_width = title.axes.get_xlim()[1]
    assert title.get_horizontalalignment() == "right"
    assert title.get_position()[0] > 0.95 * page_width


def test_what_is_seen_is_told_in_the_language(dari: geodata.Atlas) -> None:
    told = dari.plot("1987", size="slide").alt_text
    assert "هرات: جمعیت اسلامی افغانستان، در دست، " in told
    assert "۲۹ ولایت" in told


def test_degrees_name_the_hemisphere(dari: geodata.Atlas) -> None:
    notes = {
        language: " ".join(text.get_text() for text in atlas.plot("1987", size="slide").axes[-1].texts)
        for language, atlas in (("en", ATLAS), ("fa", dari))
    }
    # Of Afghanistan: its middle, on half a degree.
    assert "34° N, 67.5° E" in notes["en"]
    assert "۳۴° شمالی، ۶۷٫۵° شرقی" in notes["fa"]


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("language", ["fa", "ps"])
def test_every_letter_is_in_the_font(language: str, file_format: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        content = render(in_language(ATLAS, language).plot("1988-89", size="slide"), file_format, dpi=60)
    assert len(content) > 10_000


def test_letters_are_joined() -> None:
    """A word whose letters stand apart is wider than one whose letters are joined."""
    apart = "\u200c".join("جمعیت")
    assert text_width("جمعیت", 10) < text_width(apart, 10)
