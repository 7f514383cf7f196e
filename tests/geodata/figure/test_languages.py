"""Figures in other languages: words, digits, and paper that is read from right to left."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

import geodata
from dashboard.edition import in_language
from geodata.figure import FORMATS, AtlasFigure, render
from geodata.figure.page import text_width
from geodata.tables.template import write_template
from tests.built_in import ATLAS


@pytest.fixture(scope="module")
def dari() -> geodata.Atlas:
    return in_language(ATLAS, "fa")


@pytest.fixture(scope="module")
def one(dari: geodata.Atlas) -> dict[str, AtlasFigure]:
    """The same map in two languages."""
    return {"en": ATLAS.plot("1987", size="slide"), "fa": dari.plot("1987", size="slide")}


def left_of_maps(figure: AtlasFigure) -> list[float]:
    return [axes.get_position().x0 for axes in figure.axes if axes.get_label().startswith("map")]


def test_paper_that_is_read_from_the_right_begins_there(tmp_path: Path) -> None:
    atlas = geodata.load(write_template(tmp_path / "squareland"))
    here, there = (in_language(atlas, language).plot(size="slide") for language in ("en", "fa"))
    assert left_of_maps(here) == sorted(left_of_maps(here))
    assert left_of_maps(there) == sorted(left_of_maps(there), reverse=True), "the first year at the right"
    title = next(text for axes in there.axes for text in axes.texts if atlas.title in text.get_text())
    assert title.get_horizontalalignment() == "right"
    assert title.get_position()[0] > 0.95 * title.axes.get_xlim()[1]


def test_what_is_seen_is_told_in_the_language(one: dict[str, AtlasFigure]) -> None:
    told = one["fa"].alt_text
    assert "هرات: جمعیت اسلامی افغانستان، در دست، " in told
    assert "۲۹ ولایت" in told


@pytest.mark.parametrize("language", ["en", "fa"])
def test_an_svg_says_in_which_language_it_is(one: dict[str, AtlasFigure], language: str) -> None:
    assert f'<svg lang="{language}" role="img" ' in render(one[language], "svg").decode()


# The middle of Afghanistan, on half a degree.
@pytest.mark.parametrize(("language", "middle"), [("en", "34° N, 67.5° E"), ("fa", "۳۴° شمالی، ۶۷٫۵° شرقی")])
def test_degrees_name_the_hemisphere(one: dict[str, AtlasFigure], language: str, middle: str) -> None:
    assert middle in " ".join(text.get_text() for text in one[language].axes[-1].texts)


@pytest.mark.slow
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
