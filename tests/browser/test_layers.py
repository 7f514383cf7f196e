"""What the map can show besides its provinces."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

import geodata
from tests.browser.conftest import AtlasPage
from tests.browser.waiting import settled, until

pytestmark = pytest.mark.slow

ZOOM = "() => document.querySelector('.leaflet-zoom-anim') ? 0 : map.getZoom()"


def come_closer(page: AtlasPage) -> None:
    """Three steps; a click on the way from one to the next would be lost."""
    for _ in range(3):
        before = page.frame.evaluate(ZOOM)
        page.map.get_by_role("button", name="Zoom in").click()
        until(page.page, lambda before=before: page.frame.evaluate(ZOOM) > before, "the map is closer")


def test_towns_are_fetched_only_when_they_are_asked_for(atlas_page: AtlasPage) -> None:
    asked: list[str] = []

    def note(request: object) -> None:
        asked.append(str(getattr(request, "url", "")))

    atlas_page.page.on("request", note)
    atlas_page.open()
    kinds = ("/layers.", "/atlas-layers.")
    assert [len([one for one in asked if kind in one]) for kind in kinds] == [0, 0]
    atlas_page.layer("Towns").click()
    expect(atlas_page.map.locator(".atlas-town")).to_have_count(90)
    assert [len([one for one in asked if kind in one]) for kind in kinds] == [1, 1]
    atlas_page.expect_parameters(show="towns")
    # Names that would cover each other wait until the reader comes closer.
    shown = atlas_page.map.locator(".atlas-town b:not([hidden])")
    before = shown.count()
    assert 20 < before < 90
    come_closer(atlas_page)
    until(atlas_page.page, lambda: shown.count() > before, "more names")
    atlas_page.layer("Towns").click()
    expect(atlas_page.map.locator(".atlas-town")).to_have_count(0)
    atlas_page.expect_parameters()


def test_a_layer_that_was_switched_off_before_it_came_stays_away(atlas_page: AtlasPage) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    atlas_page.page.route("**/atlas-layers.*", hold)
    atlas_page.open()
    towns = atlas_page.layer("Towns")
    towns.click()
    until(atlas_page.page, lambda: bool(held), "the script of the layers is asked for")
    towns.click()
    atlas_page.expect_parameters()
    held[0].continue_()
    until(atlas_page.page, lambda: atlas_page.frame.evaluate("() => Boolean(window.AtlasLayers)"), "it came")
    assert settled(atlas_page.page, atlas_page.map.locator(".atlas-town").count) == 0


def test_events_are_those_of_the_year_and_lead_to_their_province(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1988-89&show=events")
    marks = atlas_page.map.locator(".atlas-event")
    for period in ("1988-89", "1987"):
        events = geodata.load().events(period)
        placed = set(events.loc[events["place_id"] != "", "event_id"])
        expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-period", period)
        expect(marks.first).to_be_visible()
        # Places too near to each other share a mark, and no event has two.
        shown = " ".join(marks.evaluate_all("marks => marks.map(one => one.dataset.event)")).split()
        assert sorted(shown) == sorted(placed)
        if period == "1988-89":
            herat = events.loc[events["place_id"] == "herat", "event_id"]
            atlas_page.map.locator(f".atlas-event[data-event~='{herat.iloc[0]}']").click()
            expect(atlas_page.province("herat")).to_have_attribute("aria-pressed", "true")
            expect(atlas_page.map.locator(".atlas-card")).to_contain_text("Herat")
            atlas_page.expect_parameters(period="1988-89", province="herat", show="events")
            atlas_page.slider.focus()
            atlas_page.page.keyboard.press("ArrowLeft")
    atlas_page.expect_parameters(period="1987", province="herat", show="events")


BOXES = """() => [...document.querySelectorAll(".atlas-town b:not([hidden]), .atlas-event")].map(one => {
  const box = one.getBoundingClientRect();
  const mark = one.classList.contains("atlas-event");
  return {text: one.textContent, mark, box: [box.left, box.top, box.right, box.bottom]};
})"""


def test_names_and_events_do_not_cover_each_other(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1988-89&show=towns,events")
    expect(atlas_page.map.locator(".atlas-event").first).to_be_visible()
    drawn = atlas_page.frame.evaluate(BOXES)
    names = [one for one in drawn if not one["mark"]]
    marks = [one for one in drawn if one["mark"]]
    assert len(names) > 20
    assert {"Herat", "Kandahar"} <= {one["text"] for one in names}

    def covered(one: list[float], other: list[float]) -> float:
        """How deep two boxes lie in each other, in pixels."""
        return min(min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1]))

    # Glyphs are a little smaller than their boxes: edges may touch.
    for number, mark in enumerate(marks):
        assert [one["text"] for one in names if covered(one["box"], mark["box"]) > 4] == []
        assert [one["text"] for one in marks[:number] if covered(one["box"], mark["box"]) > 8] == []


def test_events_that_share_a_mark_come_apart_when_the_reader_moves_closer(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1988-89&show=events")
    marks = atlas_page.map.locator(".atlas-event")
    expect(marks.first).to_be_visible()
    before = marks.count()
    come_closer(atlas_page)
    until(atlas_page.page, lambda: marks.count() > before, "more marks")


def test_a_capital_has_its_sign_instead_of_a_dot(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1988-89&show=towns")
    herat = atlas_page.map.locator(".atlas-town").filter(has_text="Herat")
    expect(herat.locator("b")).to_be_visible()
    expect(herat.locator("i")).to_be_hidden()
    expect(atlas_page.map.locator(".atlas-town", has_text="Spin Boldak").locator("i")).to_be_visible()


def test_the_key_explains_what_is_shown_besides(atlas_page: AtlasPage) -> None:
    atlas_page.open("?show=towns")
    key = atlas_page.page.locator(".atlas-key")
    expect(key).to_contain_text("Towns")
    expect(key).not_to_contain_text("Dated event")
    atlas_page.layer("Dated events").click()
    expect(key).to_contain_text("Dated event; a number stands for several")


def test_neighbours_are_named_and_stay_out_of_the_way(atlas_page: AtlasPage) -> None:
    atlas_page.open("?show=neighbours")
    expect(atlas_page.map.locator(".atlas-neighbour")).to_have_count(7)
    expect(atlas_page.map.locator(".atlas-neighbour-name b", has_text="Pakistan")).to_be_visible()
    atlas_page.layer("Neighbours").click()
    expect(atlas_page.map.locator(".atlas-neighbour")).to_have_count(0)


def test_the_basemap_asks_its_host_only_after_it_was_switched_on(atlas_page: AtlasPage) -> None:
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=204)

    atlas_page.page.route("https://tile.openstreetmap.org/**", answer)
    # No link can switch it on.
    atlas_page.open("?show=basemap,towns;basemap")
    assert settled(atlas_page.page, lambda: list(asked)) == []
    atlas_page.layer("Online basemap (asks openstreetmap.org)").click()
    expect(atlas_page.map.locator(".with-basemap")).to_have_count(1)
    expect(atlas_page.map.get_by_text("© OpenStreetMap contributors")).to_be_visible()
    assert asked
    assert "basemap" not in atlas_page.page.url.replace("show=basemap%2C", "")
    atlas_page.layer("Online basemap (asks openstreetmap.org)").click()
    expect(atlas_page.map.locator(".with-basemap")).to_have_count(0)
    expect(atlas_page.map.locator(".leaflet-tile")).to_have_count(0)
    assert set(atlas_page.foreign_requests) == set(asked)
    atlas_page.foreign_requests.clear()
