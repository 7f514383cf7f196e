"""What a reader does before the years have come is done when they have."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import AtlasPage
from tests.browser.waiting import hold

MOVES = "**/atlas/moves.*"


def test_a_year_that_the_slider_was_moved_to_is_shown(atlas_page: AtlasPage) -> None:
    let_go = hold(atlas_page.page, MOVES)
    atlas_page.open()
    atlas_page.slider.press("End")
    let_go()
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-period", "1988-89")
    expect(atlas_page.headline).to_contain_text("1988–89: ")
    expect(atlas_page.slider).to_have_attribute("aria-valuetext", "1988–89")
    atlas_page.expect_parameters(period="1988-89")
    atlas_page.page.go_back()
    atlas_page.expect_parameters()


def test_a_year_that_the_slider_was_moved_to_before_any_script_is_shown(atlas_page: AtlasPage) -> None:
    let_go = hold(atlas_page.page, "**/atlas/atlas-page.*.js")
    atlas_page.page.goto(atlas_page.address, wait_until="commit")
    atlas_page.slider.press("ArrowRight")
    let_go()
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-period", "1987")
    atlas_page.expect_parameters(period="1987")


def test_a_province_and_a_colour_are_chosen(atlas_page: AtlasPage) -> None:
    let_go = hold(atlas_page.page, MOVES)
    atlas_page.open()
    atlas_page.province("herat").click()
    atlas_page.page.get_by_role("combobox", name="Colour").select_option("capital")
    let_go()
    expect(atlas_page.page.locator(".atlas-call h2")).to_contain_text("Herat 1985")
    atlas_page.expect_parameters(province="herat", colour="capital")


@pytest.mark.slow
def test_the_play_begins(atlas_page: AtlasPage) -> None:
    let_go = hold(atlas_page.page, MOVES)
    atlas_page.open()
    atlas_page.page.get_by_role("button", name="Play").click()
    let_go()
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-period", "1988-89")


@pytest.mark.slow
def test_the_laboratory_opens(atlas_page: AtlasPage) -> None:
    let_go = hold(atlas_page.page, MOVES)
    atlas_page.open()
    atlas_page.page.get_by_role("button", name="What if", exact=True).click()
    let_go()
    atlas_page.expect_parameters(view="what-if")
    expect(atlas_page.page.locator(".atlas-lab")).to_be_visible()


def test_it_is_kept_when_a_view_is_chosen_before_they_have_come(atlas_page: AtlasPage) -> None:
    let_go = hold(atlas_page.page, MOVES)
    atlas_page.open()
    atlas_page.slider.press("End")
    atlas_page.page.get_by_role("radio", name="Timeline").click()
    atlas_page.expect_parameters(view="timeline")
    let_go()
    atlas_page.expect_parameters(view="timeline", period="1988-89")
    atlas_page.page.get_by_role("radio", name="Map", exact=True).click()
    expect(atlas_page.headline).to_contain_text("1988–89: ")
    atlas_page.expect_parameters(period="1988-89")
