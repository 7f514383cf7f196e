"""Shares through the years, and dated events."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import AtlasPage
from tests.built_in import ATLAS

pytestmark = pytest.mark.slow

EVENTS = len(ATLAS.events())
LISTED = ".atlas-timeline li[id^='event-']"


def open_view(page: AtlasPage, query: str) -> AtlasPage:
    page.page.goto(f"{page.address}/{query}")
    expect(page.page.locator(".atlas-trends, .atlas-timeline")).to_be_visible()
    return page


def test_trends_follow_what_is_asked_of_them(atlas_page: AtlasPage) -> None:
    open_view(atlas_page, "?view=trends")
    jamiat = atlas_page.page.locator("tr[data-key='jamiat-i-islami']")
    expect(jamiat).to_contain_text("weak")
    jamiat.get_by_role("button").press("Enter")
    atlas_page.expect_parameters(view="trends", faction="jamiat-i-islami")
    expect(atlas_page.page.locator("svg.wide .block.is-pinned")).to_have_count(3)
    atlas_page.page.get_by_role("radio", name="Alliances").click()
    atlas_page.expect_parameters(view="trends", faction="jamiat-i-islami", by="alliance")
    expect(atlas_page.page.locator("tr[data-key='peshawar-seven']")).to_contain_text("weak")
    expect(atlas_page.page.locator("svg.wide.pinned")).to_have_count(0)
    atlas_page.page.get_by_role("radio", name="Provinces").click()
    atlas_page.expect_parameters(view="trends", faction="jamiat-i-islami", by="alliance", measure="provinces")


def test_an_event_moves_the_map_to_its_place_and_period(atlas_page: AtlasPage) -> None:
    open_view(atlas_page, "?view=timeline&kind=captured&province=takhar")
    found = atlas_page.page.locator(".atlas-timeline ol > li")
    assert 0 < found.count() < 23
    mark = atlas_page.page.locator("svg.wide").first.locator(".mark").last
    event_id = mark.get_attribute("data-event")
    mark.click()
    expect(atlas_page.page.locator(f"#event-{event_id}")).to_have_attribute("aria-current", "true")
    chosen = atlas_page.page.locator(".chosen-event")
    button = chosen.get_by_role("button", name=re.compile("Show on the map of 1988–89"))
    button.press("Enter")
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-period", "1988-89")
    expect(atlas_page.province("takhar")).to_have_attribute("aria-pressed", "true")
    expect(atlas_page.slider).to_have_attribute("aria-valuetext", "1988–89")
    assert atlas_page.parameters()["province"] == "takhar"
    # The event itself is on the map and told there.
    expect(atlas_page.map.locator(".atlas-event.is-chosen")).to_have_attribute("data-event", re.compile(f"{event_id}"))
    expect(atlas_page.map.locator(".atlas-card")).to_contain_text("Taloqan")


def test_the_colours_of_the_timeline_are_told_and_narrow_it_down(atlas_page: AtlasPage) -> None:
    open_view(atlas_page, "?view=timeline")
    colours = atlas_page.page.get_by_role("list", name="Faction", exact=True)
    jamiat = colours.get_by_role("button", name=re.compile("^Jamiat-i Islami"))
    number = int(jamiat.locator(".number").inner_text())
    assert "url(" in jamiat.locator(".swatch").evaluate("one => getComputedStyle(one).backgroundImage")
    jamiat.press("Enter")
    expect(atlas_page.page.locator(LISTED)).to_have_count(number)
    atlas_page.expect_parameters(view="timeline", faction="jamiat-i-islami")
    expect(jamiat).to_have_attribute("aria-pressed", "true")
    jamiat.press("Enter")
    expect(atlas_page.page.locator(LISTED)).to_have_count(EVENTS)
    atlas_page.expect_parameters(view="timeline")


def test_another_view_begins_at_its_head(atlas_page: AtlasPage) -> None:
    open_view(atlas_page, "?view=timeline")
    # The last event is far down the page.
    year = atlas_page.page.locator(".atlas-timeline details.year").last
    year.locator("> summary").click()
    button = year.locator("ol > li").last.get_by_role("button")
    button.focus()
    main = atlas_page.page.get_by_test_id("stMain")
    assert main.evaluate("one => one.scrollTop") > 1000
    button.press("Enter")
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-ready", "true")
    expect(atlas_page.page.get_by_role("radio", name="Map", exact=True)).to_be_focused()
    expect(atlas_page.page.locator(".atlas-header h1")).to_be_in_viewport()
    assert main.evaluate("one => one.scrollTop") == 0


def test_filters_that_nothing_fits_can_be_cleared(atlas_page: AtlasPage) -> None:
    open_view(atlas_page, "?view=timeline&kind=besieged&faction=afghan-mellat")
    expect(atlas_page.page.get_by_role("status").filter(has_text="dated events")).to_have_text(
        f"0 of {EVENTS} dated events"
    )
    atlas_page.page.get_by_role("button", name="Clear the filters").click()
    expect(atlas_page.page.locator(LISTED)).to_have_count(EVENTS)
    atlas_page.expect_parameters(view="timeline")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(new_page: Callable[..., AtlasPage], width: int, scheme: str) -> None:
    page = new_page(width=width, height=844, color_scheme=scheme)
    for query in ("?view=trends", "?view=trends&by=alliance&faction=tehran-eight", "?view=timeline&event=V060"):
        open_view(page, query)
        expect(page.page.locator("svg.wide" if width > 700 else "svg.narrow").first).to_be_visible()
        assert page.page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(page.page) == []
