"""What a call takes to fall, in words."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.assets import asset_asked, map_assets
from dashboard.edition import edition_of
from dashboard.parts import call_html, firmness, legend_data, provinces_table_html
from dashboard.text import LANGUAGES, texts
from geodata import Atlas, Rule
from tests.made_up import Folder


def row(
    faction: tuple[tuple[str, ...], ...], side: tuple[tuple[str, ...], ...], least: tuple[int, int]
) -> dict[str, Any]:
    return {
        "faction_falls_with": faction, "side_falls_with": side, "faction_least": least[0], "side_least": least[1],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sets", "least", "said"),
    [
        ((("S01",),), 1, "Who is shown falls with S01."),
        ((("S01",), ("S16",)), 1, "Who is shown falls with S01 or S16."),
        ((("A", "B"),), 2, "Who is shown falls only with two sources together: A and B."),
        (
            (("A", "B"), ("A", "C"), ("B", "C")), 2,
            "Who is shown falls only with two sources together: any 2 of A, B and C.",
        ),
        ((("A", "B"), ("A", "C")), 2, "Who is shown falls only with two sources together: A and B or A and C."),
        ((("A", "B", "C"),), 3, "Who is shown falls only with three sources together: A, B and C."),
        ((), 4, "No three sources together would change who is shown; more were not tried."),
    ],
)  # fmt: skip
def test_the_smallest_sets_in_words(sets: tuple[tuple[str, ...], ...], least: int, said: str) -> None:
    told = firmness(texts("en"), row(sets, (), (least, 4)))
    assert told["faction"] == said
    assert told["side"] == "No three sources together would change the side; more were not tried."
    assert "no chance" in told["note"]


def test_where_nobody_is_shown_nothing_falls() -> None:
    told = firmness(texts("en"), row((), (), (0, 0)))
    assert told == {"faction": "The call shows no faction that could fall.", "side": "", "note": ""}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_call_can_be_told_in_every_language(afghanistan: Atlas, language: str) -> None:
    for one in afghanistan.robustness("1988-89").to_dict("records"):
        told = firmness(texts(language), one)
        assert told["faction"]
        for source in {source for sets in one["faction_falls_with"] for source in sets}:
            assert source in told["faction"]


def test_the_legend_by_firmness_counts_what_falls_with_how_many(afghanistan: Atlas) -> None:
    # docs/how-sure-is-this-map.md: in 1985 all 22 calls that show somebody fall with one source; in 1988-89 14 of 17
    # do, two more take two sources and one takes three.
    edition = edition_of(afghanistan)
    found = {
        period: {item.key: item.count.provinces for item in legend_data(edition, period, "firmness").groups[0].items}
        for period in ("1985", "1988-89")
    }
    assert found["1985"] == {"falls-1": 22, "falls-2": 0, "falls-3": 0, "falls-more": 0}
    assert found["1988-89"] == {"falls-1": 14, "falls-2": 2, "falls-3": 1, "falls-more": 0}


def test_the_table_says_with_which_sources_a_call_falls(afghanistan: Atlas) -> None:
    # Paktika falls only with a book by an officer and a report by a journalist together.
    html = provinces_table_html(edition_of(afghanistan), "1988-89")
    row = html.split('<tr data-province="paktika">')[1].split("</tr>")[0]
    assert "with two together: T01 and U20" in row


def test_the_panel_says_what_a_call_takes_to_fall(afghanistan: Atlas) -> None:
    assert "Who is shown falls with S01." in call_html(edition_of(afghanistan), "1985", "herat")


class TestTriedWhenAsked:
    """Leaving sources out in turn takes longer than all else that a map needs: only who looks at it waits for it."""

    @pytest.fixture
    def tried(self, monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
        """The provinces that were tried, None for all of a period."""
        asked: list[str | None] = []
        robustness = Atlas.robustness

        def counted(atlas: Atlas, period: str, rule: Rule | None = None, *, province: str | None = None) -> Any:
            asked.append(province)
            return robustness(atlas, period, rule, province=province)

        monkeypatch.setattr(Atlas, "robustness", counted)
        return asked

    def test_neither_the_page_nor_another_reading_tries_anything(self, folder: Folder, tried: list[str | None]) -> None:
        own = edition_of(folder.load())
        files = map_assets(own)
        other = own.read_by(Rule(without_sources=("S01",)))
        for colouring in ("faction", "evidence"):
            assert asset_asked(other, files.moves, colouring) is not files.moves
            assert asset_asked(other, files.calls, colouring) is not files.calls
        assert tried == []

    def test_the_panel_of_a_province_tries_that_one(self, folder: Folder, tried: list[str | None]) -> None:
        call_html(edition_of(folder.load()), "1900", "north")
        assert tried == ["north"]

    def test_who_colours_by_firmness_has_all_tried_once(self, folder: Folder, tried: list[str | None]) -> None:
        own = edition_of(folder.load())
        files = map_assets(own)
        asset_asked(own, files.moves, "firmness")
        asset_asked(own, files.calls, "firmness")
        assert tried == [None] * len(own.atlas.periods)
