"""How an atlas shows itself in a notebook."""

from __future__ import annotations

import re

from dashboard.text import texts
from geodata.telling.notebook import STATUSES
from tests.made_up import Folder


def cells(html: str) -> list[list[str]]:
    rows = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]


def test_calls_by_status_of_every_period(folder: Folder) -> None:
    # By hand from the template: two provinces held in 1900; in 1910–11 the coast is held, of the north only the valley
    # road is known, and of the south nothing.
    assert cells(folder.load()._repr_html_()) == [
        ["Period", "Held", "Shared", "Contested", "Unclear", "Known only in parts", "No source says", "Provinces"],
        ["1900", "2", "0", "0", "0", "0", "0", "2"],
        ["1910–11", "1", "0", "0", "0", "1", "1", "3"],
    ]


def test_it_says_what_it_is_and_how_to_go_on(folder: Folder) -> None:
    html = folder.load()._repr_html_()
    assert "Squareland 1900 and 1910–11 (made up)</strong>, version 0.1.0, rule 2." in html
    assert "7 claims" in html
    assert 'atlas.control("1900")' in html
    assert "without" not in html


def test_sources_left_out_are_named(folder: Folder) -> None:
    assert "not the atlas’s own reading: without=S02" in folder.load().without("S02")._repr_html_()


def test_title_can_not_break_the_page(folder: Folder) -> None:
    folder.edit_json("datapackage.json", lambda content: content.update(title="<script>alert(1)</script>"))
    html = folder.load()._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_words_are_those_of_the_legend() -> None:
    assert {name: texts("en")(f"status-{name}") for name, _ in STATUSES} == dict(STATUSES)


def test_colours_are_left_to_the_notebook(folder: Folder) -> None:
    assert not re.search(r"style|color|https?:", folder.load()._repr_html_())
