"""After each move of the slider everything on the map is of the year that is shown, forwards and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Route, expect

import geodata
from tests.browser.conftest import AtlasPage
from tests.browser.waiting import until

STEPS = [("ArrowRight", "1987"), ("ArrowRight", "1988-89"), ("ArrowLeft", "1987"), ("Home", "1985")]
SHEET = ".atlas-sheet:not([hidden])"
"""What was drawn of another year stays in the page, out of sight."""
CAPITALS = """signs => signs.map(one => {
    const drawn = document.getElementById(one.getAttribute("fill").slice("url(#".length, -1));
    return [one.dataset.capital, one.dataset.sign, drawn.innerHTML];
})"""
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
        signs = atlas_page.map.locator(f"{SHEET} .atlas-capital").evaluate_all(CAPITALS)
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


SIGNS = """signs => signs.map(one => [one.dataset.of || "", one.dataset.sign || "", one.innerHTML, one.dataset.keys,
    one.style.cssText])"""


@pytest.mark.slow
def test_signs_drawn_before_are_those_that_would_be_drawn_anew(new_page: Callable[..., AtlasPage]) -> None:
    """More of them are looked at than are kept."""
    page, fresh = new_page(), new_page()
    page.open("?period=1987")
    kept: dict[tuple[str, str], list[list[str]]] = {}
    order = [(colour, period) for colour in ("Faction", "Evidence", "Side") for period in ("1985", "1987")]
    for colour, period in [*order, *order[::-1]]:
        page.page.get_by_role("combobox", name="Colour").select_option(label=colour)
        page.slider.press("Home" if period == "1985" else "End")
        if period == "1987":
            page.slider.press("ArrowLeft")
        shown = page.map.locator(".atlas-map")
        expect(shown).to_have_attribute("data-period", period)
        expect(shown).to_have_attribute("data-colouring", colour.lower())
        signs = page.map.locator(f"{SHEET} > *").evaluate_all(SIGNS)
        assert len(signs) > 29
        assert kept.setdefault((colour, period), signs) == signs
    fresh.open("?period=1987&colour=side")
    assert fresh.map.locator(f"{SHEET} > *").evaluate_all(SIGNS) == kept["Side", "1987"]


INSIDE = """names => names.filter(one => {
    const path = document.querySelector(`path[data-province="${one.parentElement.dataset.of}"]`);
    const onPath = path.getScreenCTM().inverse();
    const holds = (x, y) => path.isPointInFill(new DOMPoint(x, y).matrixTransform(onPath));
    const box = one.getBoundingClientRect();
    return holds(box.left, box.top) && holds(box.right, box.bottom);
}).map(one => one.textContent)"""


def test_after_a_zoom_signs_are_placed_anew(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page(width=800, height=700).open()
    names = page.map.locator(f"{SHEET} .atlas-name")
    page.slider.press("ArrowRight")
    expect(page.map.locator(".atlas-map")).to_have_attribute("data-period", "1987")
    before = names.count()
    for _ in range(2):
        zoom = page.frame.evaluate("map.getZoom()")
        page.map.get_by_role("button", name="Zoom in").click()
        moved = "before => map.getZoom() > before && !document.querySelector('.leaflet-zoom-anim')"
        page.frame.wait_for_function(moved, arg=zoom)
    assert names.count() > before
    zoomed = names.all_text_contents()
    page.slider.press("ArrowLeft")
    expect(page.map.locator(".atlas-map")).to_have_attribute("data-period", "1985")
    assert names.all_text_contents() == zoomed
    assert names.evaluate_all(INSIDE) == zoomed, "each name lies within its province"


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
