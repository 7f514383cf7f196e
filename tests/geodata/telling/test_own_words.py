"""An atlas's own words in the texts of the program."""

from __future__ import annotations

from pathlib import Path

import pytest

import geodata
from dashboard.edition import edition_of
from dashboard.text import texts
from geodata.telling import OwnWord, in_own_words
from tests.made_atlases import districts_by_day, town_on_the_front
from tests.made_up import Folder

OBLAST = (OwnWord("unit", "oblast", "oblasts"), OwnWord("faction", "army", "armies"))


class TestPuttingIn:
    def test_in_every_form_with_its_article(self) -> None:
        text = "A province: choose a province. Provinces of a group; groups; a region."
        assert in_own_words(text, OBLAST) == "An oblast: choose an oblast. Oblasts of an army; armies; a region."

    def test_keys_variables_and_variants_stay(self) -> None:
        source = "province-label = Province { $province } { $count ->\n    [province] 1 province\n}"
        assert in_own_words(source, OBLAST) == (
            "province-label = Oblast { $province } { $count ->\n    [province] 1 oblast\n}"
        )

    def test_a_word_put_in_is_not_taken_for_another(self) -> None:
        swapped = (OwnWord("unit", "year", "years"), OwnWord("stop", "province", "provinces"))
        assert in_own_words("a province in a year", swapped) == "a year in a province"

    def test_script_without_capitals(self) -> None:
        own = (OwnWord("unit", "ناحیه", "ناحیه‌ها"),)
        assert in_own_words("نقشهٔ ولایت‌ها، یک ولایت", own, "fa") == "نقشهٔ ناحیه‌ها، یک ناحیه"


class TestOnThePage:
    def test_each_language_has_them(self, tmp_path: Path) -> None:
        atlas = geodata.load(town_on_the_front(tmp_path / "town"))
        assert edition_of(atlas).words("legend-count", count=2) == "2 quarters"
        assert edition_of(atlas).words("slider-label") == "Month"
        assert edition_of(atlas, "fa").words("frame-title") == "نقشهٔ ناحیه‌ها"
        # A word that the atlas has in its own language alone is better than a wrong one.
        assert edition_of(atlas, "ps").words("province-label") == "quarter"

    def test_the_program_keeps_its_own_for_others(self, folder: Folder) -> None:
        assert edition_of(folder.load()).words("legend-count", count=2) == "2 provinces"
        assert texts()("slider-label") == "Year"

    def test_dates_to_the_year_stay_so(self, tmp_path: Path) -> None:
        atlas = geodata.load(districts_by_day(tmp_path / "districts"))
        assert edition_of(atlas).words("precision-year") == "to the year"

    def test_nothing_is_offered_that_the_atlas_has_not(self, tmp_path: Path, folder: Folder) -> None:
        districts = geodata.load(districts_by_day(tmp_path / "districts"))
        assert districts.has == frozenset()
        assert folder.load().has >= {"alliances", "capitals", "events", "places"}


def test_figures_and_cards_use_them(tmp_path: Path) -> None:
    atlas = geodata.load(districts_by_day(tmp_path / "districts"))
    assert "Map of 24 districts" in atlas.plot("2021-08-04").alt_text
    assert "Districts by status of their call" in atlas._repr_html_()
    assert "Map of 24 provinces" not in geodata.load(tmp_path / "districts").plot("2021-08-01").alt_text


class TestFaults:
    @pytest.mark.parametrize("word", ["", "two\nlines", "{ $x }", "<b>", "x" * 41, "no. 1", 3, None])
    def test_a_word_is_made_of_letters(self, folder: Folder, word: object) -> None:
        words = {"unit": {"one": word, "other": "units"}}
        folder.edit_json("datapackage.json", lambda content: content.update(words=words))
        assert folder.problem().column == "words.unit.one"

    def test_a_pair_has_two_halves(self, folder: Folder) -> None:
        translations = {"fa": {"words": {"stop": {"one": "روز"}}}}
        folder.edit_json("datapackage.json", lambda content: content.update(translations=translations))
        assert folder.problem().column == "translations.fa.words.stop.other"
