"""Finding a place or faction by typing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.browser.conftest import AtlasPage
from tests.browser.waiting import hold

pytestmark = pytest.mark.slow


def found(page: AtlasPage) -> Locator:
    """What the box offers; other lists of the page have options too."""
    return page.page.get_by_role("listbox", name="Find place, group, leader").get_by_role("option")


@pytest.mark.parametrize("typed", ["Qunduz", "کندز", "كندز"])
def test_typing_any_spelling_goes_to_the_province(atlas_page: AtlasPage, typed: str) -> None:
    atlas_page.open("?period=1987")
    box = atlas_page.page.get_by_role("combobox", name="Find place, group, leader")
    box.click()
    atlas_page.page.keyboard.type(typed)
    atlas_page.page.keyboard.press("Enter")
    expect(atlas_page.province("kunduz")).to_have_attribute("aria-pressed", "true")
    atlas_page.expect_parameters(period="1987", province="kunduz")
    # The box is empty again, for the next one.
    expect(box).to_have_value("")


def test_a_faction_is_found_from_any_view(atlas_page: AtlasPage) -> None:
    atlas_page.page.goto(f"{atlas_page.address}/?view=method")
    box = atlas_page.page.get_by_role("combobox", name="Find place, group, leader")
    box.click()
    atlas_page.page.keyboard.type("Sazman-i Nasr")
    atlas_page.page.keyboard.press("Enter")
    atlas_page.expect_parameters(view="factions", faction="sazman-i-nasr")
    expect(atlas_page.page.locator("#faction-sazman-i-nasr")).to_be_visible()


def test_a_faction_is_found_by_who_led_it(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    box = atlas_page.page.get_by_role("combobox", name="Find place, group, leader")
    box.click()
    atlas_page.page.keyboard.type("Hekmatyar")
    atlas_page.page.keyboard.press("Enter")
    atlas_page.expect_parameters(view="factions", faction="hezb-i-islami-gulbuddin")


@pytest.mark.parametrize("typed", ["masood", "Massoud", "ahmad shah masud"])
def test_a_leader_is_found_by_the_sound_of_the_name_and_the_spelling_stands_beside(
    atlas_page: AtlasPage, typed: str
) -> None:
    atlas_page.open()
    box = atlas_page.page.get_by_role("combobox", name="Find place, group, leader")
    box.fill(typed)
    options = found(atlas_page)
    expect(options).to_have_count(1)
    expect(options.first).to_contain_text("Shura-e Nazar")
    expect(options.first).to_contain_text("Ahmad Shah Massoud")
    options.first.click()
    atlas_page.expect_parameters(view="factions", faction="shura-e-nazar")


def test_things_of_one_name_are_all_there_and_arrows_reach_them(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    box = atlas_page.page.get_by_role("combobox", name="Find place, group, leader")
    box.fill("Kunduz")
    options = found(atlas_page)
    expect(options.nth(0)).to_contain_text("province")
    expect(options.nth(1)).to_contain_text("in Kunduz")
    box.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    atlas_page.expect_parameters(province="kunduz", show="towns")


def test_nothing_found_is_said(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    atlas_page.page.get_by_role("combobox", name="Find place, group, leader").fill("Xyzzy")
    expect(found(atlas_page)).to_have_text("Nothing by this name")


def test_a_town_is_shown_by_its_name_in_its_province(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    box = atlas_page.page.get_by_role("combobox", name="Find place, group, leader")
    box.click()
    atlas_page.page.keyboard.type("Spin Boldak")
    atlas_page.page.keyboard.press("Enter")
    atlas_page.expect_parameters(province="kandahar", show="towns")
    expect(atlas_page.map.locator(".atlas-town b", has_text="Spin Boldak")).to_have_count(1)


def test_what_can_be_found_comes_when_somebody_turns_to_the_box(atlas_page: AtlasPage) -> None:
    asked: list[str] = []
    atlas_page.page.on("request", lambda one: asked.append(one.url) if "/find-" in one.url else None)
    atlas_page.open()
    assert asked == []
    atlas_page.page.get_by_role("combobox", name="Find place, group, leader").fill("Kunduz")
    expect(found(atlas_page).first).to_be_visible()
    assert len(asked) == 1


def test_enter_before_the_rows_are_there_waits_for_them(atlas_page: AtlasPage) -> None:
    waiting: list[Route] = []
    atlas_page.page.route("**/find-*.json", lambda one: waiting.append(one))  # noqa: PLW0108
    atlas_page.open()
    box = atlas_page.page.get_by_role("combobox", name="Find place, group, leader")
    with atlas_page.page.expect_request("**/find-*.json"):
        box.fill("Qunduz")
    box.press("Enter")
    (held_back,) = waiting
    held_back.continue_()
    atlas_page.expect_parameters(province="kunduz")


def test_rows_that_failed_to_come_are_asked_for_again(atlas_page: AtlasPage) -> None:
    atlas_page.page.route("**/find-*.json", lambda one: one.abort(), times=1)
    atlas_page.open()
    box = atlas_page.page.get_by_role("combobox", name="Find place, group, leader")
    with atlas_page.page.expect_event("requestfailed"):
        box.click()
    box.fill("Kunduz")
    expect(found(atlas_page).first).to_be_visible()


def test_who_is_faster_than_the_script_of_the_page_is_heard(atlas_page: AtlasPage) -> None:
    let_go = hold(atlas_page.page, "**/atlas/atlas-page.*.js")
    atlas_page.page.goto(f"{atlas_page.address}/?view=method", wait_until="commit")
    box = atlas_page.page.get_by_role("combobox", name="Find place, group, leader")
    box.click()
    atlas_page.page.keyboard.type("Sazman-i Nasr")
    atlas_page.page.keyboard.press("Enter")
    atlas_page.expect_parameters(view="factions", faction="sazman-i-nasr")
    let_go()
