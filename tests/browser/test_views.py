"""Every view: nothing that axe finds, nothing that scrolls sideways, and a map that stays while others are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from dashboard.state import LABORATORY, VIEWS
from dashboard.text import texts
from tests.browser.axe import violations
from tests.browser.conftest import AtlasPage
from tests.browser.waiting import settled

pytestmark = pytest.mark.slow

FRAMES = ".st-key-atlas-map iframe"
MAIN = "document.querySelector('[data-testid=stMain]')"


def open_view(page: AtlasPage, query: str) -> None:
    page.page.goto(f"{page.address}/{query}")
    expect(page.page.locator(".atlas-footer")).to_be_visible()


def each_view(page: AtlasPage, language: str = "en") -> Iterator[str]:
    """Every view in turn, as a reader goes through them, beginning with the map."""
    words = texts(language)
    expect(page.map.locator(".atlas-map")).to_have_attribute("data-ready", "true")
    for view in (one for one in VIEWS if one != LABORATORY):
        page.page.get_by_role("radio", name=words(f"view-{view}"), exact=True).click()
        expect(page.page).to_have_title(re.compile(f"^{words(f'view-{view}')} · "))
        yield view


@pytest.mark.parametrize("width", [390, 1366])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_view(new_page: Callable[..., AtlasPage], width: int, scheme: str) -> None:
    page = new_page(width=width, height=844, color_scheme=scheme)
    # On the map the sheet of the province is open.
    open_view(page, "?period=1988-89&province=kunduz")
    for view in each_view(page):
        assert violations(page.page) == [], view
    page.page.get_by_role("radio", name="Map", exact=True).click()
    page.page.get_by_role("button", name="Table", exact=True).click()
    expect(page.page.locator(".atlas-provinces")).to_be_visible()
    assert violations(page.page) == [], "the table of the provinces"


@pytest.mark.parametrize("width", [390, 768, 1366, 1920])
@pytest.mark.parametrize("language", ["en", "fa"])
def test_no_view_scrolls_sideways(new_page: Callable[..., AtlasPage], width: int, language: str) -> None:
    page = new_page(width=width, height=844)
    open_view(page, f"?lang={language}&period=1988-89")
    for view in each_view(page, language):
        beyond = settled(page.page, lambda: page.page.evaluate(f"{MAIN}.scrollWidth - {MAIN}.clientWidth"))
        assert beyond <= 0, view


@pytest.mark.parametrize("language", ["en", "fa"])
def test_on_a_phone_the_chosen_view_is_in_sight_and_an_edge_says_that_there_is_more(
    new_page: Callable[..., AtlasPage], language: str
) -> None:
    page = new_page(width=390, height=844)
    open_view(page, f"?lang={language}&view={VIEWS[-1]}")
    chosen = page.page.get_by_role("radio", name=texts(language)(f"view-{VIEWS[-1]}"), exact=True)
    expect(chosen).to_be_checked()
    row = page.page.get_by_role("radiogroup", name=texts(language)("view-label"))
    # The last view stands at the far end: what is left of the row lies towards its beginning.
    beginning, end = ("left", "right") if language == "en" else ("right", "left")
    expect(row).to_have_attribute(f"data-more-{beginning}", "")
    expect(row).not_to_have_attribute(f"data-more-{end}", "")
    box = chosen.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


def test_the_map_stays_while_another_view_is_read(atlas_page: AtlasPage) -> None:
    atlas_page.open("?province=herat")
    page, frame = atlas_page.page, atlas_page.page.locator(FRAMES)
    atlas_page.frame.evaluate("window.isFirstFrame = true")
    before = frame.bounding_box()

    page.get_by_role("radio", name="Timeline").click()
    expect(page.locator(".atlas-timeline")).to_be_visible()
    expect(frame).to_have_count(1)
    expect(frame).to_be_hidden()
    expect(page.get_by_role("slider", name="Year")).to_have_count(0)
    # Keys of the map mean nothing here.
    page.keyboard.press("Escape")
    atlas_page.expect_parameters(view="timeline", province="herat")

    page.get_by_role("radio", name="Map", exact=True).click()
    expect(frame).to_be_visible()
    expect(page.locator(".atlas-timeline")).to_have_count(0)
    assert atlas_page.frame.evaluate("window.isFirstFrame"), "the frame was not made again"
    assert frame.bounding_box() == before
    expect(atlas_page.province("herat")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".atlas-call h2")).to_contain_text("Herat 1985")

    page.go_back()
    expect(page.locator(".atlas-timeline")).to_be_visible()
    page.go_back()
    expect(frame).to_be_visible()
    assert atlas_page.frame.evaluate("window.isFirstFrame")


def test_a_year_chosen_in_another_view_is_on_the_map_that_stayed(atlas_page: AtlasPage) -> None:
    page = atlas_page.open().page
    atlas_page.frame.evaluate("window.isFirstFrame = true")
    page.get_by_role("radio", name="Trends").click()
    page.locator(".small-maps button").nth(2).click()
    expect(page.locator(FRAMES)).to_be_visible()
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-period", "1988-89")
    expect(atlas_page.headline).to_contain_text("1988–89: ")
    assert atlas_page.frame.evaluate("window.isFirstFrame")


def test_leaving_the_map_stops_playing(atlas_page: AtlasPage) -> None:
    page = atlas_page.open().page
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.get_by_role("radio", name="Method").click()
    expect(page.get_by_role("heading", name="How this atlas is made")).to_be_visible()
    page.get_by_role("radio", name="Map", exact=True).click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_a_map_that_nobody_looked_at_is_not_made(atlas_page: AtlasPage) -> None:
    open_view(atlas_page, "?view=method")
    expect(atlas_page.page.locator(FRAMES)).to_have_count(0)
    atlas_page.page.get_by_role("radio", name="Map", exact=True).click()
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-ready", "true")
    expect(atlas_page.page.locator(FRAMES)).to_have_count(1)
