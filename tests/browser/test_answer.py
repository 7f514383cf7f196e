"""The answer in a sentence: on top of a province's sheet, and in Find for a place with a date."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import AtlasPage
from tests.built_in import ATLAS

pytestmark = pytest.mark.slow


def find(page: AtlasPage, line: str) -> Locator:
    box = page.page.locator(".find-box input")
    box.fill(line)
    return page.page.locator("#find-answer")


def test_the_sheet_begins_with_the_answer(atlas_page: AtlasPage) -> None:
    atlas_page.open("?province=herat")
    wanted = ATLAS.answer("herat", "1985")
    expect(atlas_page.page.locator(".atlas-call .answer")).to_contain_text(" ".join(wanted.sentences))


def test_a_place_with_a_date_is_answered_and_leads_to_its_map(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    answer = find(atlas_page, "who held kunduz in august 1988")
    expect(answer).to_contain_text(" ".join(ATLAS.answer("kunduz", "1988-08").sentences))
    expect(answer).to_have_attribute("aria-selected", "true")
    atlas_page.page.locator(".find-box input").press("Enter")
    atlas_page.expect_parameters(period="1988-89", province="kunduz")


@pytest.mark.parametrize(("language", "line"), [("fa", "کندز اوت ۱۹۸۸"), ("ps", "کندز اګست ۱۹۸۸")])
def test_in_the_language_of_the_reader(atlas_page: AtlasPage, language: str, line: str) -> None:
    atlas_page.open(f"?lang={language}")
    expect(find(atlas_page, line)).to_contain_text(ATLAS.answer("kunduz", "1988-08", language).sentences[0])


def test_the_answer_follows_the_reading_of_the_page(atlas_page: AtlasPage) -> None:
    atlas_page.open("?without=S01")
    expect(find(atlas_page, "herat 1985")).to_contain_text("Not the atlas’s own reading: without=S01.")


def test_a_place_alone_is_found_as_before(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    answer = find(atlas_page, "kunduz")
    expect(atlas_page.page.locator("#find-option-0")).to_contain_text("Kunduz")
    expect(answer).to_have_count(0)
