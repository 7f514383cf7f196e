"""After each move of the slider everything on the map is of the year that is shown, forwards and back."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

from playwright.sync_api import Route, expect

import geodata
from tests.browser.conftest import AtlasPage
from tests.browser.waiting import until

STEPS = [("ArrowRight", "1987"), ("ArrowRight", "1988-89"), ("ArrowLeft", "1987"), ("Home", "1985")]
CAPITALS = "signs => signs.map(one => [one.dataset.capital, one.dataset.sign, one.innerHTML])"
FILLS = "boxes => boxes.map(box => [box.dataset.strip, box.getAttribute('fill')])"


def test_capitals_areas_and_the_strip_of_the_card(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    atlas = geodata.load()
    atlas_page.page.get_by_role("combobox", name="Colour").select_option(label="Provincial capital")
    drawings: dict[str, str] = {}
    for key, period in STEPS:
        atlas_page.slider.press(key)
        expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-period", period)
        calls = atlas.control(period)
        signs = atlas_page.map.locator(".atlas-capital").evaluate_all(CAPITALS)
        assert Counter(status for status, _, _ in signs) == Counter(calls["capital_status"]), period
        for status, sign, drawing in signs:
            assert drawings.setdefault(sign, drawing) == drawing, f"{status}: one sign, drawn alike in all years"
    assert len(set(drawings.values())) == len(drawings), "what differs is drawn differently"

    atlas_page.page.get_by_role("combobox", name="Colour").select_option(label="Faction")
    fills: dict[str, str] = {}
    for key, period in STEPS:
        atlas_page.slider.press(key)
        expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-period", period)
        fills[period] = str(atlas_page.province("herat").get_attribute("fill"))
        areas = atlas_page.map.locator("path.atlas-area:visible").evaluate_all(
            "all => all.map(one => one.dataset.area)"
        )
        assert set(areas) == set(atlas.areas(period)["place_id"]), period
    assert len(set(fills.values())) > 1, "a province that differs from year to year"
    for key, period in STEPS:
        atlas_page.slider.press(key)
        atlas_page.province("herat").hover()
        card = atlas_page.map.locator(".atlas-card")
        expect(card.locator("[data-part=period]")).to_have_text(atlas.period(period).label)
        expect(card.locator('[data-period][data-current="true"]')).to_have_attribute("data-period", period)
        assert dict(card.locator("[data-strip]").evaluate_all(FILLS)) == {"": fills[period], **fills}


def test_two_pins_stay_and_go_one_by_one(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1988-89")
    first, second = "sazman-i-nasr", "jamiat-i-islami"
    legend = atlas_page.page.locator(".atlas-legend")
    for pin in (first, second):
        legend.locator(f'button[data-choose="{pin}"]').click()
    expect_left_bright(atlas_page, "1988-89", {first, second})
    atlas_page.slider.press("ArrowLeft")
    expect_left_bright(atlas_page, "1987", {first, second})
    legend.locator(f'button[data-choose="{first}"]').click()
    expect_left_bright(atlas_page, "1987", {second})


def expect_left_bright(page: AtlasPage, period: str, pins: set[str]) -> None:
    expect(page.map.locator(".atlas-map")).to_have_attribute("data-period", period)
    page.page.mouse.move(5, 5)
    page.page.locator(".atlas-legend button:focus").evaluate_all("all => all.forEach(one => one.blur())")
    wanted = {call.province_id for call in geodata.load().control(period).itertuples() if pins & set(call.factions)}
    bright = "paths => paths.filter(path => getComputedStyle(path).opacity > 0.5).map(path => path.dataset.province)"
    found = page.map.locator("path[data-province]")
    until(page.page, lambda: set(found.evaluate_all(bright)) == wanted, f"only provinces of {sorted(pins)} bright")
    chosen = page.page.locator('.atlas-legend [aria-pressed="true"]')
    assert set(chosen.evaluate_all("all => all.map(one => one.dataset.choose)")) == pins


def test_parts_of_an_atlas_that_is_left_change_nothing(atlas_page: AtlasPage) -> None:
    """Streamlit may draw parts of what was shown before once more, beside what has come in its place."""
    atlas_page.open()
    page = atlas_page.page
    address = page.evaluate(
        "performance.getEntriesByType('resource').map(one => one.name).find(one => one.includes('/moves.'))"
    )
    moves = page.request.get(address).json()
    asked: list[str] = []

    def give(route: Route) -> None:
        name = urlsplit(route.request.url).path.strip("/")
        asked.append(name)
        route.fulfill(json=moves | {"periods": [one | {"label": name} for one in moves["periods"]]})

    def expect_shown(label: str) -> None:
        until(page, lambda: page.evaluate("AtlasPage.choice().label") == label, label)

    page.route("**/atlas-*", give)
    page.evaluate("window.left = document.createElement('div'); AtlasPage.join(left, 'atlas-before'); null")
    expect_shown("atlas-before")
    # What is given back is a function, which Playwright would call.
    page.evaluate("window.leave = AtlasPage.join(document.createElement('div'), 'atlas-after'); null")
    expect_shown("atlas-after")
    page.evaluate("AtlasPage.join(left, 'atlas-before')()")
    expect_shown("atlas-after")
    assert asked == ["atlas-before", "atlas-after"], "nothing is fetched for what was left"
    page.evaluate("leave()")
    expect_shown(geodata.load().periods[0].label)
