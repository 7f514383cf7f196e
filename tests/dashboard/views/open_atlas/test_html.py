"""Problems as a table, and the preview of an atlas."""

from __future__ import annotations

import re

from dashboard.edition import edition_of
from dashboard.text import texts
from dashboard.views.open_atlas.html import MOST_PROBLEMS, preview_html, problems_html
from geodata import Problem, load
from tests.made_up import Folder

WORDS = texts()


def cells(html: str) -> list[str]:
    return re.findall(r"<bdi[^>]*>(.*?)</bdi>", html)


def test_a_problem_is_told_with_all_that_validate_tells() -> None:
    fix = ({"do": "replace"},)
    one = Problem("unknown", "claims.csv", 7, "faction_id", "redds", "Did you mean reds?", fix=fix, decide="It is reds")
    html = problems_html(WORDS, [one])
    assert cells(html) == ["claims.csv", "7", "faction_id", "redds", "unknown", "Did you mean reds?. It is reds"]
    assert "One problem must be mended first" in html


def test_what_stands_in_a_file_is_text_and_one_line() -> None:
    html = problems_html(WORDS, [Problem("no", "<b>x</b>\n.csv", value="<script>\x1b[2J" + "a" * 10_000)])
    file, _, _, value, *_ = cells(html)
    assert file == "&lt;b&gt;x&lt;/b&gt;\\n.csv"
    assert value.startswith("&lt;script&gt;\\x1b[2Ja")
    assert len(value) < 1000


def test_the_rest_of_very_many_is_counted() -> None:
    html = problems_html(WORDS, [Problem("no", row=number) for number in range(MOST_PROBLEMS + 2)])
    assert html.count("<tr>") == MOST_PROBLEMS + 1
    assert "And 2 more." in html


def test_the_preview_has_map_and_legend_of_its_period(folder: Folder) -> None:
    edition = edition_of(load(folder.path))
    first, second = (period.id for period in edition.atlas.periods)
    html = preview_html(edition, first)
    drawn = set(re.findall(r'data-province="([^"]+)"', html))
    assert drawn == set(edition.atlas.provinces(first)["province_id"])
    assert f'aria-label="{edition.atlas.title}: map of {edition.atlas.period(first).label}"' in html
    assert "<button" not in html, "nothing in it can be pressed"
    assert preview_html(edition, second) != html
