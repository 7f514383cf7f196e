"""Finding a place or faction by typing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import AtlasPage


@pytest.mark.parametrize("typed", ["Qunduz", "کندز", "قندوز"])
def test_typing_any_spelling_goes_to_the_province(atlas_page: AtlasPage, typed: str) -> None:
    atlas_page.open("?period=1987")
    box = atlas_page.page.get_by_role("combobox", name="Find a place or faction")
    box.click()
    atlas_page.page.keyboard.type(typed)
    atlas_page.page.keyboard.press("Enter")
    expect(atlas_page.province("kunduz")).to_have_attribute("aria-pressed", "true")
    atlas_page.expect_parameters(period="1987", province="kunduz")
    # The box is empty again, for the next one.
    expect(box).to_have_value("")


def test_a_faction_is_found_from_any_view(atlas_page: AtlasPage) -> None:
    atlas_page.page.goto(f"{atlas_page.address}/?view=method")
    box = atlas_page.page.get_by_role("combobox", name="Find a place or faction")
    box.click()
    atlas_page.page.keyboard.type("Sazman-i Nasr")
    atlas_page.page.keyboard.press("Enter")
    atlas_page.expect_parameters(view="factions", faction="sazman-i-nasr")
    expect(atlas_page.page.locator("#faction-sazman-i-nasr")).to_be_visible()


def test_a_faction_is_found_by_who_led_it(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    box = atlas_page.page.get_by_role("combobox", name="Find a place or faction")
    box.click()
    atlas_page.page.keyboard.type("Hekmatyar")
    atlas_page.page.keyboard.press("Enter")
    atlas_page.expect_parameters(view="factions", faction="hezb-i-islami-gulbuddin")


def test_a_town_is_shown_by_its_name_in_its_province(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    box = atlas_page.page.get_by_role("combobox", name="Find a place or faction")
    box.click()
    atlas_page.page.keyboard.type("Spin Boldak")
    atlas_page.page.keyboard.press("Enter")
    atlas_page.expect_parameters(province="kandahar", show="towns")
    expect(atlas_page.map.locator(".atlas-town b", has_text="Spin Boldak")).to_have_count(1)
